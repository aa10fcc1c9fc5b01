/// Page labels: printed page numbers, as viewers show and ask for them (ISO 32000-1, 12.4.2).
#pragma once

#include <string>
#include <vector>

namespace notes_export::pdf {

/// Value of the catalog's `/PageLabels` for the printed numbers of all pages. Numbers that count on are one range.
std::string page_labels(const std::vector<std::string>& labels);

}  // namespace notes_export::pdf
