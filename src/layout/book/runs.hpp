/// Runs: notes that follow each other on the same pages. Whether notes flow or begin pages is decided for the whole
/// archive from their lengths.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "layout/blocks/note_block.hpp"
#include "layout/design.hpp"
#include "notes_export/pdf.hpp"

namespace notes_export::layout {

/// Notes from `first` up to, not including, `last`. (`Run` is a stretch of text in one face, in inline/itemise.hpp.)
struct NoteRun {
    std::size_t first = 0, last = 0;
};

/// The runs of the notes from `first` on.
std::vector<NoteRun> runs_of(std::span<const SetNote> notes, std::size_t first, NoteStart start, const Design& design);

/// For each note, the titles of the parts that begin with it, outer ones first. Journals' parts are the calendar's
/// and stand in the contents only.
std::vector<std::vector<std::string>> part_openings(const Archive& archive);

}  // namespace notes_export::layout
