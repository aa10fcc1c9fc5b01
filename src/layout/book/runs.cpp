#include "layout/book/runs.hpp"

#include <optional>

namespace notes_export::layout {
namespace {

/// A note of about half a page or more is long enough for a page of its own.
constexpr double about_a_page = 0.55;

std::optional<NoteId> first_note(const ContentsEntry& entry) {
    if (entry.note) return entry.note;
    for (const ContentsEntry& child : entry.children)
        if (const auto found = first_note(child)) return found;
    return std::nullopt;
}

void open_parts(const std::vector<ContentsEntry>& entries, std::vector<std::vector<std::string>>& openings) {
    for (const ContentsEntry& entry : entries) {
        if (!entry.note && !entry.title.empty())
            if (const auto note = first_note(entry)) openings[note->value].push_back(entry.title);
        open_parts(entry.children, openings);
    }
}

}  // namespace

std::vector<Run> runs_of(std::span<const SetNote> notes, std::size_t first, const Design& design) {
    std::size_t long_ones = 0;
    for (std::size_t i = first; i < notes.size(); ++i)
        if (notes[i].height > design.height * about_a_page) ++long_ones;
    const bool each_begins_a_page = long_ones * 2 >= notes.size() - first;
    std::vector<Run> runs;
    for (std::size_t i = first; i < notes.size(); ++i) {
        const bool begins = each_begins_a_page || notes[i].height > design.height ||
                            (!notes[i].body.strips.empty() && notes[i].body.strips.front().part);
        if (runs.empty() || begins)
            runs.push_back({i, i + 1});
        else
            runs.back().last = i + 1;
    }
    return runs;
}

std::vector<std::vector<std::string>> part_openings(const Archive& archive) {
    std::vector<std::vector<std::string>> openings(archive.notes.size());
    if (!archive.journal) open_parts(archive.contents, openings);
    return openings;
}

}  // namespace notes_export::layout
