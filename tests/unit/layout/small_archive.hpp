// Archives made by hand, for tests of layout: a few words, no files.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "layout/layout.hpp"
#include "notes_export/archive.hpp"
#include "text/face.hpp"

namespace notes_export::layout {

inline Inlines said(std::string_view characters) {
    return {{Text{characters}, {}}};
}

inline Block block(decltype(Block::node) node) {
    Block made;
    made.node = std::move(node);
    return made;
}

inline Block paragraph(std::string_view characters) {
    return block(Paragraph{said(characters), Alignment::none});
}

// Keeps strings that the archive's views point into, and gives out anchors.
struct SmallArchive {
    Archive archive;
    std::deque<std::string> kept;

    SmallArchive() {
        archive.metadata.title = "Small archive";
        archive.metadata.language = "en";
    }

    std::string_view keep(std::string words) { return kept.emplace_back(std::move(words)); }

    // Prose of so many words, with full stops.
    std::string_view prose(int count, int seed = 0) {
        static constexpr const char* words[] = {"layout", "of",    "pages", "asks",    "for",  "a",     "little",
                                                "care",   "where", "lines", "come",    "to",   "rest",  "and",
                                                "every",  "note",  "finds", "its",     "own",  "place", "among",
                                                "others", "that",  "were",  "written", "long", "before"};
        std::string made;
        for (int i = 0; i < count; ++i) {
            if (i > 0) made += i % 11 == 0 ? ". " : " ";
            made += words[static_cast<std::size_t>((i * 7 + seed * 5 + i / 13) % 27)];
        }
        return keep(made + ".");
    }

    AnchorId anchor(NoteId note, std::string id) {
        archive.anchors.push_back({note, std::move(id)});
        return {static_cast<std::uint32_t>(archive.anchors.size() - 1)};
    }

    Note& note(std::string title, Blocks blocks) {
        Note made;
        made.id = {static_cast<std::uint32_t>(archive.notes.size())};
        made.key = "note-" + std::to_string(archive.notes.size());
        made.title = std::move(title);
        made.title_inlines = said(keep(made.title));
        made.anchor = anchor(made.id, made.key);
        made.language = "en";
        made.blocks = std::move(blocks);
        archive.contents.push_back({made.title, made.id, {}});
        archive.notes.push_back(std::move(made));
        return archive.notes.back();
    }

    Block heading(int level, std::string_view words, std::uint32_t note_index = 0) {
        Heading made;
        made.level = level;
        made.children = said(words);
        made.anchor = anchor({note_index}, "heading-" + std::to_string(archive.anchors.size()));
        return block(std::move(made));
    }

    PagedBook lay_out(PdfOptions options = {}) {
        static const text::FontLibrary fonts;
        Diagnostics diagnostics;
        return notes_export::layout::lay_out(archive, options, fonts, diagnostics);
    }
};

inline TableCell cell(std::string_view characters, bool header = false) {
    TableCell made;
    made.blocks.push_back(paragraph(characters));
    made.header = header;
    return made;
}

}  // namespace notes_export::layout
