/// What --help prints.
#pragma once

#include <string>

namespace notes_export::cli {

std::string help_text();

}  // namespace notes_export::cli
