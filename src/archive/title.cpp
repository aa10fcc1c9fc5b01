#include "archive/title.hpp"

#include <algorithm>
#include <span>

#include "archive/date.hpp"
#include "archive/paths.hpp"
#include "archive/walk_note.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// More words than this before the first heading, and it is a heading among others.
constexpr std::size_t longest_preamble = 25;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// The words before the heading, capped just above `longest_preamble`.
std::size_t words_in(const Block& block) {
    std::size_t words = 0;
    const std::span one(&block, 1);
    for_each_block(
        one,
        [&](const Block& inner) {
            if (const auto* code = std::get_if<CodeBlock>(&inner.node)) words += unicode::count_words(code->text);
        },
        [&](const Inlines& inlines) {
            for_each_inline(inlines, [&](const Inline& item) {
                if (const auto* text = std::get_if<Text>(&item.node)) words += unicode::count_words(text->text);
                if (std::holds_alternative<Code>(item.node)) ++words;
            });
        });
    return words;
}

struct Place {
    Blocks* blocks = nullptr;
    std::size_t index = 0;
};

/// The first heading, at least at the level of `lowest`, that no more than a preamble stands before: also within HTML's
/// `div`s, as README files have it.
Place find_lead_heading(Blocks& blocks, int lowest, std::size_t& preamble) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (const auto* heading = std::get_if<Heading>(&blocks[i].node); heading && heading->level <= lowest)
            return {&blocks, i};
        if (auto* division = std::get_if<Division>(&blocks[i].node)) {
            if (const Place inner = find_lead_heading(division->blocks, lowest, preamble); inner.blocks) return inner;
        } else {
            preamble += words_in(blocks[i]);
        }
        if (preamble > longest_preamble) return {};
    }
    return {};
}

const Heading& heading_at(const Place& place) {
    return std::get<Heading>((*place.blocks)[place.index].node);
}

/// Is every other heading of the note below this one? Then it is the title of a page whose site gives out `#` itself.
bool stands_above_all(const Place& place, const Blocks& blocks) {
    const Heading& lead = heading_at(place);
    bool above = true;
    for_each_block(
        blocks,
        [&](const Block& block) {
            const auto* heading = std::get_if<Heading>(&block.node);
            if (heading && heading != &lead && heading->level <= lead.level) above = false;
        },
        [](const Inlines&) {});
    return above;
}

bool same_words(const std::string& a, const std::string& b) {
    return !a.empty() && unicode::match_key(a) == unicode::match_key(b);
}

/// Without the date or the number that a program has put before the name.
std::string_view strip_date(std::string_view stem) {
    const std::size_t number = leading_time_stamp(stem).size();
    const std::size_t length = number > 0 ? number : read_date(stem).length;
    if (length == 0) return stem;
    const std::size_t name = stem.find_first_not_of("-_ ", length);
    return name == std::string_view::npos || name == length ? stem : stem.substr(name);
}

/// Without the 32 hexadecimal digits that Notion puts behind the names of what it exports.
std::string_view strip_export_id(std::string_view stem) {
    constexpr std::size_t digits = 32;
    if (stem.size() < digits + 2 || stem[stem.size() - digits - 1] != ' ') return stem;
    const std::string_view id = stem.substr(stem.size() - digits);
    const bool is_id = id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return is_id ? stem.substr(0, stem.size() - digits - 1) : stem;
}

}  // namespace

std::string title_from_path(std::string_view path) {
    std::string_view stem = stem_of(path);
    if (stem.ends_with(".excalidraw")) stem = stem_of(stem);
    if (is_blank(stem)) return std::string(path);
    std::string name(strip_date(strip_export_id(stem)));
    for (std::size_t at; (at = name.find("___")) != std::string::npos;) name.replace(at, 3, "/");
    if (read_whole_date(name).length == name.size() && name.find(' ') == std::string::npos)
        std::replace(name.begin(), name.end(), '_', '-');  // Logseq's journals
    if (read_whole_date(name).length > 0 || name.find(' ') != std::string::npos) return name;
    std::replace(name.begin(), name.end(), '-', ' ');
    std::replace(name.begin(), name.end(), '_', ' ');
    name = one_line(name);
    return name.empty() ? std::string(stem) : name;
}

namespace {

/// The heading becomes the title.
void lift(const Place& place, Draft& draft) {
    Block& block = (*place.blocks)[place.index];
    auto& heading = std::get<Heading>(block.node);
    FormerHeading former{one_line(plain_text(heading.children)), {}};
    if (!heading.explicit_id.empty()) former.names.push_back(heading.explicit_id);
    for (const AnchorPoint& point : block.anchors) former.names.push_back(point.name);
    draft.note.title = former.text;
    draft.note.title_inlines = std::move(heading.children);
    draft.former_headings.push_back(std::move(former));
    place.blocks->erase(place.blocks->begin() + static_cast<std::ptrdiff_t>(place.index));
}

/// Programs that show a note's file name as its title: headings in it are sections.
bool named_by_file(const Draft& draft) {
    return draft.origin->dialect == Dialect::obsidian || draft.origin->dialect == Dialect::logseq;
}

/// A title of front matter that an archetype or a template has a program fill in (`{{ replace .Name "-" " " | title
/// }}`).
bool is_template(std::string_view title) {
    return title.starts_with("{{") || title.starts_with("<%");
}

/// A heading that a template has a program fill in (`{{title}}`, `<% tp.file.title %>`).
bool is_unfilled(std::string_view heading) {
    return heading.find("{{") != std::string_view::npos || heading.find("<%") != std::string_view::npos;
}

/// What Obsidian's Excalidraw plugin keeps in a note: its headings are the file's parts, not the writer's.
bool is_drawing(const Draft& draft) {
    return draft.origin->front_matter.find("excalidraw-plugin") != nullptr;
}

std::string title_of_file(const Draft& draft, const std::string& root_title) {
    std::string title;
    const std::string_view folder = folder_of(draft.origin->path);
    if (draft.index) title = folder.empty() ? root_title : title_from_path(std::string(file_name_of(folder)) + ".d");
    return title.empty() ? title_from_path(draft.origin->path) : title;
}

}  // namespace

void take_title(Draft& draft, const OtherTitles& others, Arena& arena) {
    Note& note = draft.note;
    std::string stated = one_line(draft.origin->front_matter.value("title"));
    if (is_template(stated)) stated.clear();
    std::size_t preamble = 0;
    const Place first = find_lead_heading(note.blocks, 1, preamble);
    if (!first.blocks) preamble = 0;
    const Place lead = first.blocks ? first : find_lead_heading(note.blocks, 6, preamble);
    const std::string heading = lead.blocks ? one_line(plain_text(heading_at(lead).children)) : std::string();
    if (!heading.empty() && !is_unfilled(heading) && !is_drawing(draft)) {
        const std::string& given = stated.empty() ? others.summary : stated;
        const bool serves = first.blocks ? !others.sections.contains(unicode::match_key(heading))
                                         : others.summary.empty() && !named_by_file(draft) && preamble == 0 &&
                                               stands_above_all(lead, note.blocks);
        const bool speaks = stated.empty() && serves;
        const bool repeats =
            given.empty() ? same_words(heading, title_of_file(draft, others.root)) : same_words(heading, given);
        if (speaks || repeats) return lift(lead, draft);
    }
    note.title = !stated.empty() ? stated : one_line(others.summary);
    if (note.title.empty()) note.title = title_of_file(draft, others.root);
    note.title_inlines.clear();
    note.title_inlines.push_back({Text{arena.keep(note.title)}, {note.span.begin, note.span.begin}});
}

}  // namespace notes_export::archive
