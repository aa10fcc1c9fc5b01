#include "archive/split.hpp"

#include <algorithm>
#include <optional>

#include "archive/date_line.hpp"
#include "archive/footnotes.hpp"

namespace notes_export::archive {
namespace {

const Heading* heading_of(const Block& block) {
    return std::get_if<Heading>(&block.node);
}

bool begins_section(const Block& block, int level) {
    const Heading* heading = heading_of(block);
    return heading && heading->level == level;
}

/// Is the section that begins at `at` dated, by its heading or by the line below it?
bool is_dated(const Blocks& blocks, std::size_t at) {
    if (read_date(plain_text(heading_of(blocks[at])->children)).length > 0) return true;
    return at + 1 < blocks.size() && find_date_line(blocks[at + 1]).length > 0;
}

/// At least two `##` sections, at least half of them dated.
bool is_journal(const Blocks& blocks) {
    std::size_t sections = 0, dated = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (!begins_section(blocks[i], 2)) continue;
        ++sections;
        dated += is_dated(blocks, i);
    }
    return sections >= 2 && dated * 2 >= sections;
}

/// The level of the headings that begin a note; nothing when the document is one note.
std::optional<int> splitting_level(const Blocks& blocks, Split how) {
    const auto any = [&](int level) {
        return std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) { return begins_section(b, level); });
    };
    switch (how) {
        case Split::automatic:
            return is_journal(blocks) ? std::optional(2) : std::nullopt;
        case Split::h1:
            return any(1) ? std::optional(1) : std::nullopt;
        case Split::h2:
            return any(2) ? std::optional(2) : std::nullopt;
        case Split::none:
            break;
    }
    return std::nullopt;
}

Draft blank_draft(const Document& document, std::size_t index, std::size_t position) {
    Draft draft;
    draft.origin = document.source.get();
    draft.document = index;
    draft.position = position;
    draft.note.source = document.source->id;
    draft.note.kept_line_breaks = document.kept_line_breaks;
    draft.note.span = {document.source->body, static_cast<std::uint32_t>(document.source->text.size())};
    return draft;
}

FormerHeading former(const Block& block) {
    const Heading& heading = *heading_of(block);
    FormerHeading out{plain_text(heading.children), {}};
    if (!heading.explicit_id.empty()) out.names.push_back(heading.explicit_id);
    for (const AnchorPoint& point : block.anchors) out.names.push_back(point.name);
    return out;
}

/// The entry's date, from its heading or from the line below it, which is taken out.
void take_date(Draft& draft, Diagnostics& diagnostics) {
    Note& note = draft.note;
    DateReading reading = read_date(note.title);
    if (reading.length == 0 && !note.blocks.empty()) {
        reading = find_date_line(note.blocks.front());
        if (reading.date) remove_date_line(note.blocks, 0, reading);
    }
    note.date = reading.date;
    if (reading.impossible)
        diagnostics.warn("impossible-date", note.source, note.span,
                         "the calendar has no such day: the entry has no date, the line stays as it is",
                         "write dates as 2024-02-13");
}

Draft entry_of(const Document& document, std::size_t index, std::size_t position, Block heading) {
    Draft draft = blank_draft(document, index, position);
    draft.entry = true;
    draft.former_headings.push_back(former(heading));
    draft.note.span.begin = heading.span.begin;
    draft.note.title_inlines = std::move(std::get<Heading>(heading.node).children);
    draft.note.title = plain_text(draft.note.title_inlines);
    return draft;
}

/// What stands before the first section: the introduction of a book that is one journal, else the note that stands
/// for the journal's file.
void finish_opening(Draft opening, SplitDocument& out, const SplitOptions& options) {
    Blocks& blocks = opening.note.blocks;
    const auto title = std::find_if(blocks.begin(), blocks.end(), [](const Block& b) { return begins_section(b, 1); });
    opening.note.introduction = options.sole;
    opening.head = !options.sole;
    if (title != blocks.end()) {
        out.title = plain_text(heading_of(*title)->children);
        const bool shown_by_book = options.book_title.empty() || options.book_title == out.title;
        if (!options.sole || shown_by_book) {
            opening.former_headings.push_back(former(*title));
            if (!options.sole) opening.note.title_inlines = heading_of(*title)->children;
            blocks.erase(title);
        }
    }
    if (!options.sole) opening.note.title = out.title;
    if (opening.head || !blocks.empty() || out.drafts.empty()) {
        out.drafts.insert(out.drafts.begin(), std::move(opening));
    } else {  // nothing but the title: links to it lead to the first entry
        auto& headings = out.drafts.front().former_headings;
        headings.insert(headings.begin(), opening.former_headings.begin(), opening.former_headings.end());
    }
}

SplitDocument split_at(Document& document, std::size_t index, int level, const SplitOptions& options,
                       Diagnostics& diagnostics) {
    SplitDocument out;
    out.journal = true;
    Draft opening = blank_draft(document, index, 0);
    for (Block& block : document.blocks) {
        const Heading* heading = heading_of(block);
        if (heading && heading->level <= level && (heading->level == level || !out.drafts.empty())) {
            Draft& before = out.drafts.empty() ? opening : out.drafts.back();
            before.note.span.end = block.span.begin;
            out.drafts.push_back(entry_of(document, index, out.drafts.size() + 1, std::move(block)));
        } else {
            (out.drafts.empty() ? opening : out.drafts.back()).note.blocks.push_back(std::move(block));
        }
    }
    for (Draft& draft : out.drafts) take_date(draft, diagnostics);
    finish_opening(std::move(opening), out, options);
    share_footnotes(document.footnotes, out.drafts);
    return out;
}

}  // namespace

SplitDocument split(Document& document, std::size_t index, const SplitOptions& options, Diagnostics& diagnostics) {
    if (const auto level = splitting_level(document.blocks, options.how))
        return split_at(document, index, *level, options, diagnostics);
    SplitDocument out;
    Draft draft = blank_draft(document, index, 0);
    draft.note.blocks = std::move(document.blocks);
    out.drafts.push_back(std::move(draft));
    share_footnotes(document.footnotes, out.drafts);
    return out;
}

}  // namespace notes_export::archive
