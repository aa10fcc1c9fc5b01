/// Levels of headings.
#pragma once

#include "notes_export/archive.hpp"

namespace notes_export::archive {

/// Makes levels begin at 1 and go down one at a time: a heading is one level below the nearest one before it that was
/// written higher.
void normalise_headings(Blocks& blocks);

}  // namespace notes_export::archive
