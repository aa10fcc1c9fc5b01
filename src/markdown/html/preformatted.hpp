/// `pre` and `svg`: content that is taken whole.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

#include "markdown/builder.hpp"
#include "markdown/replay.hpp"

namespace notes_export::markdown {

struct Preformatted {
    std::string text;      ///< lines end in LF, the last one too
    std::string language;  ///< of `class="language-x"` or `lang="x"`
};

/// The characters of a `pre`; nothing when it holds a picture, which characters can't show.
std::optional<Preformatted> preformatted(const GumboNode& pre, const Events& events, const Replay& replay);

/// A drawing in the text as a picture with a `data:` address.
Image drawing_of(std::string_view svg, Builder& builder);

}  // namespace notes_export::markdown
