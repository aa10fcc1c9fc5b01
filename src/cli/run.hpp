/// One run of the program.
#pragma once

#include <string>
#include <vector>

namespace notes_export::cli {

enum class ExitStatus {
    written = 0,      ///< everything that was asked for; warnings may have been printed
    not_written = 1,  ///< a book could not be written
    wrong_usage = 2,
    warned = 3,  ///< written, but with --strict a warning counts
};

/// `arguments` without the program's name.
ExitStatus run(const std::vector<std::string>& arguments);

}  // namespace notes_export::cli
