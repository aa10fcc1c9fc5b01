/// What was written when: the bars of the cover.
#pragma once

#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::cover {

/// Words written in each day, week or month of the time covered, whichever gives at most 60 bars (years beyond);
/// empty when fewer than two notes have a date.
std::vector<double> time_strip(const Archive& archive);

}  // namespace notes_export::cover
