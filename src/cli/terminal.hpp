/// What goes to stderr and stdout, and what a terminal may do with it.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace notes_export::cli {

/// Whether messages may be coloured: `--color`, NO_COLOR (no-color.org), and whether stderr is a terminal.
bool has_color(When color);
/// Whether a line may be written over again and again.
bool shows_progress(const Options& options);

/// For a terminal: without control characters, which a file's name may bring to command it.
std::string printable(std::string_view text);

/// As a JSON string, quotes included. The text is UTF-8; bytes that are not become U+FFFD.
std::string json_string(std::string_view text);

/// Writes everything, whatever the locale. Failing to write to stderr is nobody's concern.
void to_stderr(std::string_view text);
/// Throws `Error` when stdout can't take it; a reader that has seen enough (`| head`) is no error.
void to_stdout(std::string_view text);

}  // namespace notes_export::cli
