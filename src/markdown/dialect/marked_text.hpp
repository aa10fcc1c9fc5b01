/// A text that marks are looked for in, with those found so far, and how md4c is to see it.
#pragma once

#include <string>
#include <vector>

#include "markdown/dialect/footnotes.hpp"
#include "markdown/dialect/mapped_text.hpp"
#include "markdown/dialect/place.hpp"
#include "markdown/dialect/structure.hpp"
#include "notes_export/source.hpp"

namespace notes_export::markdown {

/// The body of the source, of a footnote, or a link's label.
struct MarkedText {
    MappedText text;
    int depth = 0;  ///< texts that it stands in
    Structure structure = {};
    std::vector<LocalMark> marks = {};
    std::vector<Range> blanks = {};   ///< masked as blanks: definitions, comments on lines of their own
    std::vector<Range> letters = {};  ///< masked as letters that are put back
    std::vector<Range> lines = {};    ///< of what stands inline: its lines in the text around
};

/// Finds the text's structure, and the marks that reach over several blocks.
void read_blocks(MarkedText& marked, Dialect dialect);
/// Finds the bare addresses that md4c doesn't, and takes them out of the running text.
void add_addresses(MarkedText& marked);
/// Masks the definitions of footnotes as blanks and takes them out of the running text.
void take_out(MarkedText& marked, const std::vector<Definition>& definitions);

/// The text as md4c is to see it: as long as it was, marks as letters or blanks.
std::string masked(const MarkedText& marked);

}  // namespace notes_export::markdown
