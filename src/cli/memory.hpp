/// The program's memory.
#pragma once

namespace notes_export::cli {

/// Asks the system for pages of two megabytes where it has them. A book is made in one go from memory taken once, so
/// with pages of four kilobytes a quarter of the processor's time goes into handing them out.
void take_large_pages();

}  // namespace notes_export::cli
