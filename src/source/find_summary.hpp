/// The summary of an archive: which of its notes is one, and what it says.
#pragma once

#include <vector>

#include "source/note_reading.hpp"
#include "source/site.hpp"

namespace notes_export::source {

/// Fills `SourceSet::summary` from the `SUMMARY.md` among the readings, if one is there, and takes it out of them when
/// the contents will show all that stands in it. `site`: the archive's; may be null.
void find_summary(SourceSet& set, const Site* site, std::vector<NoteReading>& readings, Diagnostics& diagnostics);

}  // namespace notes_export::source
