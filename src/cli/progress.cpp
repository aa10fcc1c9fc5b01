#include "cli/progress.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"

namespace notes_export::cli {

// ECMA-48: CR goes to the line's start, EL erases to its end.
void Progress::step(std::string_view what) {
    if (!shown_) return;
    to_stderr(fmt::format("\r{} …\x1b[K", what));
    line_is_written_ = true;
}

void Progress::clear() {
    if (line_is_written_) to_stderr("\r\x1b[K");
    line_is_written_ = false;
}

}  // namespace notes_export::cli
