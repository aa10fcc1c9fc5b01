/// Archives made by hand.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "notes_export/archive.hpp"

namespace notes_export::epub {

inline Inlines words(std::string_view text) {
    return {{Text{text}, {}}};
}

inline Block paragraph(std::string_view text) {
    return {Paragraph{words(text)}, {}, {}};
}

struct GivenArchive {
    Archive archive;

    GivenArchive() {
        archive.metadata.title = "Book";
        archive.metadata.language = "en";
        archive.metadata.identifier = "urn:uuid:00000000-0000-5000-8000-000000000000";
    }

    AnchorId anchor(NoteId note, std::string id) {
        archive.anchors.push_back({note, std::move(id)});
        return {static_cast<std::uint32_t>(archive.anchors.size() - 1)};
    }

    Note& note(std::string key, Blocks blocks) {
        Note note;
        note.id = {static_cast<std::uint32_t>(archive.notes.size())};
        note.key = key;
        note.title = key;
        note.language = "en";
        note.anchor = anchor(note.id, key);
        note.blocks = std::move(blocks);
        archive.contents.push_back({key, note.id, {}});
        archive.notes.push_back(std::move(note));
        return archive.notes.back();
    }
};

}  // namespace notes_export::epub
