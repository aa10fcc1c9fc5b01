/// `pre`: text that is taken with its blanks and line ends.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

#include "markdown/events.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

struct Preformatted {
    std::string text;      ///< lines end in LF, the last one too
    std::string language;  ///< of `class="language-x"` or `lang="x"`
};

/// The characters of a `pre`; nothing when it holds a picture, which characters can't show.
std::optional<Preformatted> preformatted(const GumboNode& pre, const Reading& reading, const Events& events);

}  // namespace notes_export::markdown
