/// `--list`: what would be in the book.
#pragma once

#include <string>

#include "notes_export/archive.hpp"

namespace notes_export::cli {

/// A line a note: date, words, pictures, path, title. With columns and a head for people, else separated by tabs.
std::string listing(const Archive& archive, bool for_people);

}  // namespace notes_export::cli
