/// A run of raw HTML, put together from the pieces that md4c hands over: a tag over several lines comes line by line.
#pragma once

#include <cstdint>
#include <string>

#include "markdown/events.hpp"
#include "markdown/html/origins.hpp"
#include "markdown/reading.hpp"

namespace notes_export::markdown {

struct RawHtml {
    std::string text;
    Origins origins;  ///< empty: nothing of it stands in the source

    std::uint32_t origin(std::size_t at) const { return origins.of(at); }
    std::size_t find(std::uint32_t origin) const { return origins.find(origin, text.size()); }
};

/// Events [begin, end), which are text.
RawHtml raw_html(const Reading& reading, const Events& events, std::uint32_t begin, std::uint32_t end);

}  // namespace notes_export::markdown
