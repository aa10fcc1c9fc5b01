/// A note from its file's bytes to a source.
#pragma once

#include <memory>
#include <string>

#include "notes_export/source.hpp"
#include "source/decode.hpp"
#include "source/discover.hpp"

namespace notes_export::source {

/// A note on its way: its diagnostics wait until all are read, so that their order is the notes'.
struct NoteReading {
    std::unique_ptr<Source> source;
    Decoded decoded;
    std::string failure;
};

/// The note with its text, front matter and all.
NoteReading read_note(const FoundNote& note);

/// Splits the front matter off a note whose id and dialect are known by now; reports what could not be read.
void finish_note(NoteReading& reading, Diagnostics& diagnostics);

}  // namespace notes_export::source
