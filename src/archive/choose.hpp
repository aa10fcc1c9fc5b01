/// Choosing: which notes are in the book.
#pragma once

#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// What a choice left out.
struct Choice {
    std::vector<Draft> left_out;
    std::size_t drafts = 0;  ///< how many of them are drafts
};

/// Takes the notes out that `--since`, `--until` or `--tag` don't ask for, and drafts of Hugo and Jekyll sites; the
/// rest keeps its order. What opens a journal stays as long as one of its entries does. Says how many undated notes a
/// span of time left out. Throws `Error` when none is left.
Choice choose(std::vector<Draft>& drafts, const AssembleOptions& options, Diagnostics& diagnostics);

/// Does a note's tag mean `wanted`, or something below it ("project/book" for "project")?
bool bears_tag(std::string_view tag, std::string_view wanted);

}  // namespace notes_export::archive
