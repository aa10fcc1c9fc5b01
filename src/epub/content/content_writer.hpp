/// A note's text as XHTML.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "epub/hrefs.hpp"
#include "epub/pictures.hpp"
#include "epub/xml_writer.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

/// Writes blocks and inlines of one note. Remembers which anchors it wrote and which footnotes were referred to.
class ContentWriter {
public:
    ContentWriter(const Archive& archive, const Pictures& pictures, const Note& note)
        : archive_(archive), pictures_(pictures), note_(note) {}

    XmlWriter xml;

    void blocks(const Blocks& blocks);
    void block(const Block& block);
    void inlines(const Inlines& inlines);
    /// The body of a footnote behind its number, which leads back to the text.
    void footnote(const Footnote& footnote);

    /// What was written since it was last asked for.
    std::vector<AnchorId> take_anchors() { return std::exchange(anchors_, {}); }
    /// Footnotes of the note that were referred to for the first time since it was last asked for, by index.
    std::vector<std::uint32_t> take_footnotes() { return std::exchange(new_footnotes_, {}); }

    const std::string& language() const { return note_.language; }

private:
    friend struct WriteInline;
    friend struct WriteBlock;

    /// Opens a block's element, which bears the first of the block's anchors.
    void open_block(const char* name, XmlWriter::Attributes attributes = {});
    void write_id(AnchorId anchor);
    /// Text, with its words' seams where they may break.
    void words(std::string_view text);
    /// A paragraph's words and pictures. A picture whose words are all that is said beside it gets no other ones: who
    /// hears the book would hear them twice.
    void paragraph(const Inlines& inlines);
    void picture(const Image& image);
    /// A frame with what the picture says and where it would be; of one on the web among words, what it says.
    void missing_picture(const Image& image);
    void link(const Link& link);
    void footnote_reference(const FootnoteReference& reference);
    void list(const List& list);
    void item_blocks(const Blocks& blocks, bool tight);
    void callout(const Callout& callout);
    void figure(const Figure& figure);
    void embed(const Embed& embed);
    void table(const Table& table);
    void table_rows(const std::vector<TableRow>& rows, const char* group);
    void table_cell(const TableCell& cell, bool in_head);
    /// Each row as a list of "head: value", for tables that a small screen can't show.
    void records(const Table& table);
    void cell_blocks(const Blocks& blocks);

    const Archive& archive_;
    const Pictures& pictures_;
    const Note& note_;
    AnchorId pending_;  ///< for the next element that is opened by `open_block`
    std::vector<AnchorId> anchors_;
    std::vector<bool> referred_ = std::vector<bool>(note_.footnotes.size());
    std::vector<std::uint32_t> new_footnotes_;
    int links_open_ = 0;
    std::string said_beside_;  ///< the words of the paragraph that pictures are being written in
    bool in_figure_ = false;
    std::string_view placeholder_words_;  ///< of the last picture of the figure that is missing
    bool break_words_ = false;            ///< within a table that is too wide for a small screen
    bool repeating_ = false;              ///< what is written stands in the book already: its ids are given out
};

}  // namespace notes_export::epub
