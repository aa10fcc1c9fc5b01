/// Languages and directions of notes.
#pragma once

#include <string>
#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// The book's language: `stated` when it says so, else that of most words (`Note::words`); notes that say nothing get
/// the one their text is in, where it is long enough to tell, else the book's. Directions follow.
std::string settle_languages(std::vector<Draft>& drafts, const std::string& stated, unsigned jobs);

}  // namespace notes_export::archive
