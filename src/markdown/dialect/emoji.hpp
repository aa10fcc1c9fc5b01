/// GitHub's table of emoji codes.
#pragma once

#include <string_view>

namespace notes_export::markdown {

/// The characters of `name` ("smile", without colons); empty when there is none. Valid for as long as the program runs.
std::string_view emoji(std::string_view name);

}  // namespace notes_export::markdown
