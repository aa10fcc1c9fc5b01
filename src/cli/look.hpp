/// The options of the group "Look": what the pages and the EPUB's style sheet are made from.
#pragma once

#include <string>
#include <vector>

#include "notes_export/page_style.hpp"

namespace notes_export::cli {

struct Look {
    PageStyle pages;
    std::string style_sheet;  ///< the EPUB's; empty: the program's own
};

/// Each of `styles` is a design's name, the path of one, or the path of a style sheet (.css). Throws `UsageError` that
/// says what is wrong and where.
Look read_look(const std::vector<std::string>& styles);

}  // namespace notes_export::cli
