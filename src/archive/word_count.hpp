/// How long notes are.
#pragma once

#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// Fills `Note::words`.
void count_words(std::vector<Draft>& drafts, unsigned jobs);

}  // namespace notes_export::archive
