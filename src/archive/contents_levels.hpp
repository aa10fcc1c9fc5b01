/// Levels within the contents: months, years, ranges of letters.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// Dated notes below their months, these below their years when there are many; in the order given. Notes of one month
/// stay as they are. An undated note stays with the one before it.
std::vector<ContentsEntry> by_calendar(std::span<const Draft* const> drafts, const std::string& language);

/// At most about sixty entries a level: more are put below ranges, of letters where the entries are sorted so
/// ("A – C"), else of titles ("first – last").
std::vector<ContentsEntry> in_levels(std::vector<ContentsEntry> entries);

}  // namespace notes_export::archive
