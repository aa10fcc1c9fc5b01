/// Lines of a note, put together.
#pragma once

#include <string>
#include <vector>

namespace notes_export::property {

using Lines = std::vector<std::string>;

void append(Lines& out, const Lines& lines);

/// The first line behind `first`, the others behind `rest`; blank lines stay blank where `rest` is.
Lines within(const Lines& lines, const std::string& first, const std::string& rest);

Lines surrounded(std::string before, const Lines& lines, std::string behind);

Lines lines_of(const std::string& text);

}  // namespace notes_export::property
