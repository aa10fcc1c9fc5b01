/// What an archive holds of the notes' words.
#pragma once

#include <string>

#include "notes_export/archive.hpp"

namespace notes_export::property {

/// All that a reader meets: text, code, formulas, titles, what stands for a picture.
std::string shown_text(const Archive& archive);
/// What the model holds beside it: addresses, names, languages of code.
std::string hidden_text(const Archive& archive);

}  // namespace notes_export::property
