/// The frame of an XHTML document.
#pragma once

#include <string_view>

#include "epub/xml_writer.hpp"
#include "notes_export/direction.hpp"

namespace notes_export::epub {

/// Writes everything up to the start of the body, which stays open with `html`: two elements to close.
void open_document(XmlWriter& xml, std::string_view title, std::string_view language, Direction direction);

inline const char* direction_name(Direction direction) {
    return direction == Direction::right_to_left ? "rtl" : "ltr";
}

}  // namespace notes_export::epub
