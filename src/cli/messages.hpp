/// Diagnostics and errors as the user reads them: `path:line:column: warning: message [id]`, or a JSON object a line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "notes_export/diagnostics.hpp"
#include "notes_export/source.hpp"

namespace notes_export::cli {

/// How to show messages.
struct MessageStyle {
    bool json = false;
    bool color = false;
    bool all = false;           ///< repeat the same warning as often as it was given
    bool with_warnings = true;  ///< else errors only
};
MessageStyle message_style(const Options& options);

/// All diagnostics in their order. Of each id the first 20 are shown and the rest counted.
std::string shown(const Diagnostics& diagnostics, const std::vector<std::unique_ptr<const Source>>& sources,
                  const MessageStyle& style);

std::string shown_error(const std::string& message, const MessageStyle& style);

std::size_t count_warnings(const Diagnostics& diagnostics);

/// "1,104".
std::string grouped(std::size_t number);
/// "132 KB"; a kilobyte is 1,000 bytes.
std::string shown_size(std::size_t bytes);

}  // namespace notes_export::cli
