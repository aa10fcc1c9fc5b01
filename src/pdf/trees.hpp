/// Number and name trees (ISO 32000-1, 7.9.6 and 7.9.7).
#pragma once

#include <string>
#include <vector>

#include "pdf/document.hpp"

namespace notes_export::pdf {

/// Keys are 0, 1, 2 …; each value is an object or a reference as PDF writes it.
ObjectId add_number_tree(const std::vector<std::string>& values, Document& document);

struct NamedValue {
    std::string name;
    std::string value;
};
/// In ascending order of names.
ObjectId add_name_tree(const std::vector<NamedValue>& values, Document& document);

}  // namespace notes_export::pdf
