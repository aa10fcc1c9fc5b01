/// The files that a run writes.
#pragma once

#include "cli/options.hpp"

namespace notes_export::cli {

/// Throws `UsageError` when nothing is to be written, two things would go to one place, or a note would be lost.
void check_outputs(const Options& options);

}  // namespace notes_export::cli
