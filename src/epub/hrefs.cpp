#include "epub/hrefs.hpp"

#include <charconv>

namespace notes_export::epub {
namespace {

constexpr char mark = '\x01';

std::uint32_t number_in(std::string_view digits) {
    std::uint32_t number = UINT32_MAX;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

void append_address(std::string& out, std::uint32_t target, std::string_view id, std::uint32_t file,
                    const Places& places) {
    if (target != file && target < places.files.size()) out += places.files[target];
    out += '#';
    out += id;
}

/// The anchor, or its note's own where no block carries it.
AnchorId standing(AnchorId anchor, const Archive& archive, const Places& places) {
    if (places.anchors[anchor.value] != UINT32_MAX) return anchor;
    return archive.note(archive.anchor(anchor).note).anchor;
}

/// "12" is an anchor, "3:0" the first footnote of the fourth note, "t5" the sixth tag.
void append_target(std::string& out, std::string_view name, std::uint32_t file, const Archive& archive,
                   const Places& places) {
    if (name.starts_with('t')) {
        const TagPlace& tag = places.tags[number_in(name.substr(1))];
        append_address(out, tag.file, tag.id, file, places);
        return;
    }
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) {
        const AnchorId anchor = standing(AnchorId{number_in(name)}, archive, places);
        append_address(out, places.anchors[anchor.value], archive.anchor(anchor).id, file, places);
        return;
    }
    const Note& note = archive.notes[number_in(name.substr(0, colon))];
    const std::uint32_t footnote = number_in(name.substr(colon + 1));
    append_address(out, places.footnotes[note.id.value][footnote], footnote_id(note, note.footnotes[footnote].number),
                   file, places);
}

}  // namespace

std::string late_href(AnchorId anchor) {
    return mark + std::to_string(anchor.value) + mark;
}

std::string late_href(NoteId note, std::uint32_t footnote) {
    return mark + std::to_string(note.value) + ':' + std::to_string(footnote) + mark;
}

std::string late_tag_href(std::uint32_t tag) {
    return mark + ('t' + std::to_string(tag)) + mark;
}

std::string footnote_id(const Note& note, std::uint32_t number) {
    return note.key + "--note." + std::to_string(number);
}

std::string reference_id(const Note& note, std::uint32_t number) {
    return note.key + "--reference." + std::to_string(number);
}

void append_resolved(std::string& out, std::string_view xhtml, std::uint32_t file, const Archive& archive,
                     const Places& places) {
    for (;;) {
        const std::size_t begin = xhtml.find(mark);
        out += xhtml.substr(0, begin);
        if (begin == std::string_view::npos) return;
        const std::size_t end = xhtml.find(mark, begin + 1);
        append_target(out, xhtml.substr(begin + 1, end - begin - 1), file, archive, places);
        xhtml.remove_prefix(end + 1);
    }
}

std::string href_of(AnchorId anchor, const Archive& archive, const Places& places) {
    if (!anchor.valid()) return {};
    anchor = standing(anchor, archive, places);
    std::string address;
    append_address(address, places.anchors[anchor.value], archive.anchor(anchor).id, UINT32_MAX, places);
    return address;
}

}  // namespace notes_export::epub
