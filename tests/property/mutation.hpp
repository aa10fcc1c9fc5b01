/// Notes as accidents leave them: bytes lost, doubled and swapped, lines in another order, the end cut off.
#pragma once

#include <string>

#include "property/random.hpp"

namespace notes_export::property {

std::string mutated(std::string note, Random& random);

}  // namespace notes_export::property
