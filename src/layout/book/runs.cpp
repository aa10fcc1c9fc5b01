#include "layout/book/runs.hpp"

#include <algorithm>
#include <optional>

namespace notes_export::layout {
namespace {

/// Notes of which half are at least this part of a page begin pages: what stays empty behind them is about as much as
/// is written. Of shorter ones most of the book would be empty.
constexpr double about_a_page = 0.85;
/// In an archive whose notes follow each other, one of more than this begins a page.
constexpr double long_note = 1.5;
/// Parts that are shorter on average follow each other as notes do.
constexpr double long_part = 2.0;

bool is_long(const SetNote& note, const Design& design) {
    return note.height > design.height * long_note;
}

bool begins_part(const SetNote& note) {
    return !note.body.strips.empty() && note.body.strips.front().part;
}

bool most_are_long(std::span<const SetNote> notes, const Design& design) {
    const auto long_ones =
        std::ranges::count_if(notes, [&](const SetNote& note) { return note.height > design.height * about_a_page; });
    return static_cast<std::size_t>(long_ones) * 2 >= notes.size();
}

bool parts_are_long(std::span<const SetNote> notes, const Design& design) {
    const auto parts = static_cast<double>(std::ranges::count_if(notes, begins_part));
    Points height;
    for (const SetNote& note : notes) height += note.height;
    return height >= design.height * long_part * parts;
}

std::optional<NoteId> first_note(const ContentsEntry& entry) {
    if (entry.note) return entry.note;
    for (const ContentsEntry& child : entry.children)
        if (const auto found = first_note(child)) return found;
    return std::nullopt;
}

void open_parts(const std::vector<ContentsEntry>& entries, std::vector<std::vector<std::string>>& openings) {
    for (const ContentsEntry& entry : entries) {
        // Ranges of letters are for screens.
        if (!entry.note && !entry.title.empty() && entry.grouping != Grouping::range)
            if (const auto note = first_note(entry)) openings[note->value].push_back(entry.title);
        open_parts(entry.children, openings);
    }
}

}  // namespace

std::vector<NoteRun> runs_of(std::span<const SetNote> notes, std::size_t first, NoteStart start, const Design& design) {
    const std::span<const SetNote> told = notes.subspan(std::min(first, notes.size()));
    const bool each = start == NoteStart::page || (start == NoteStart::automatic && most_are_long(told, design));
    const bool parts = each || parts_are_long(told, design);
    std::vector<NoteRun> runs;
    for (std::size_t i = first; i < notes.size(); ++i) {
        const bool begins =
            each || (parts && begins_part(notes[i])) || (start == NoteStart::automatic && is_long(notes[i], design));
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
