#include "archive/front_matter.hpp"

#include <algorithm>
#include <unordered_set>

#include "archive/date_line.hpp"
#include "archive/paths.hpp"
#include "archive/walk_note.hpp"
#include "support/ascii.hpp"
#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// The first date that front matter gives. Impossible ones are reported.
std::optional<Timestamp> stated_date(const Draft& draft, Diagnostics& diagnostics) {
    static constexpr std::string_view keys[] = {
        "date",         "created",   "created_at",  "creation_date", "created-at",   "createdat",
        "date created", "published", "publishdate", "pubdate",       "date-created", "created at",
        "created time", "updated",   "lastmod",     "modified",      "last_modified"};
    for (const std::string_view key : keys) {
        const FrontMatterField* field = draft.origin->front_matter.find(key);
        if (!field || field->values.empty()) continue;
        const DateReading reading = read_stated_date(trimmed(field->values.front()));
        if (reading.date) return reading.date;
        if (reading.impossible)
            diagnostics.warn("impossible-date", draft.note.source, field->span,
                             "the calendar has no day \"" + field->values.front() + "\": the date is left out",
                             "write dates as 2024-02-13");
    }
    return std::nullopt;
}

std::optional<Timestamp> date_in_name(std::string_view path) {
    const std::string_view stem = stem_of(path);
    const std::string_view digits = stem.substr(0, std::min(stem.find_first_not_of("0123456789"), stem.size()));
    if (const auto stamp = read_time_stamp(digits)) return stamp;
    const DateReading reading = read_date(stem);
    if (!reading.date) return std::nullopt;
    const std::string_view rest = stem.substr(reading.length);
    return rest.empty() || rest.front() == '-' || rest.front() == '_' || rest.front() == ' ' ? reading.date
                                                                                             : std::nullopt;
}

void add_tag(std::vector<std::string>& tags, std::unordered_set<std::string>& seen, std::string_view tag) {
    tag = trimmed(tag);
    while (tag.starts_with('#')) tag.remove_prefix(1);
    if (!tag.empty() && seen.insert(unicode::match_key(tag)).second) tags.emplace_back(tag);
}

/// A paragraph of tags alone.
bool is_tag_line(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    if (!paragraph || !block.anchors.empty()) return false;
    bool any = false;
    for (const Inline& item : paragraph->children) {
        const auto* text = std::get_if<Text>(&item.node);
        const bool parts = std::holds_alternative<SoftBreak>(item.node) ||
                           std::holds_alternative<LineBreak>(item.node) ||
                           (text && text->text.find_first_not_of(" \t,") == std::string_view::npos);
        if (!parts && !std::holds_alternative<Tag>(item.node)) return false;
        any = any || !parts;
    }
    return any;
}

/// A BCP 47 tag of sane form, "pt_BR" mended to "pt-BR"; else empty.
std::string language_tag(std::string_view value) {
    std::string tag(trimmed(value));
    std::replace(tag.begin(), tag.end(), '_', '-');
    const auto letters = std::min(tag.find('-'), tag.size());
    const bool sane = letters >= 2 && letters <= 3 && tag.size() <= 35 &&
                      std::all_of(tag.begin(), tag.end(), [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
    return sane ? tag : std::string{};
}

/// Front matter that could not be read is shown whole.
void show_block(Draft& draft, Arena& arena) {
    const SourceSpan span = draft.origin->front_matter.span;
    const std::string_view text = std::string_view(draft.origin->text).substr(span.begin, span.end - span.begin);
    if (trimmed(text).empty()) return;
    const std::string_view language = text.starts_with("+++") ? "toml" : text.starts_with("{") ? "json" : "yaml";
    const std::string_view lines = text.ends_with('\n') ? text : arena.keep(std::string(text) + '\n');
    Blocks& blocks = draft.note.blocks;
    blocks.insert(blocks.begin(), Block{CodeBlock{language, language, lines}, span, {}});
}

}  // namespace

std::vector<std::string> listed(const FrontMatter& front_matter, std::initializer_list<std::string_view> keys) {
    std::vector<std::string> out;
    for (const std::string_view key : keys) {
        const FrontMatterField* field = front_matter.find(key);
        if (!field) continue;
        for (std::string_view value : field->values) {
            while (!value.empty()) {
                const std::size_t comma = field->values.size() == 1 ? value.find(',') : std::string_view::npos;
                const std::string_view item = trimmed(value.substr(0, comma));
                if (!item.empty()) out.emplace_back(item);
                value = comma == std::string_view::npos ? std::string_view{} : value.substr(comma + 1);
            }
        }
        if (!out.empty()) break;
    }
    return out;
}

void take_note_date(Draft& draft, Diagnostics& diagnostics) {
    Note& note = draft.note;
    if (!note.date) note.date = stated_date(draft, diagnostics);
    if (!note.date) note.date = date_in_name(draft.origin->path);
    if (note.blocks.empty()) return;
    const DateReading line = find_date_line(note.blocks.front());
    if (line.impossible)
        diagnostics.warn("impossible-date", note.source, note.blocks.front().span,
                         "the calendar has no such day: the line stays as it is", "write dates as 2024-02-13");
    if (!line.date || (note.date && std::chrono::floor<std::chrono::days>(line.date->at) !=
                                        std::chrono::floor<std::chrono::days>(note.date->at)))
        return;  // another date than the note's own: it is text
    if (!note.date || line.date->has_time) note.date = line.date;
    remove_date_line(note.blocks, 0, line);
}

std::vector<std::string> stated_tags(const FrontMatter& front_matter) {
    std::vector<std::string> tags;
    std::unordered_set<std::string> seen;
    for (const std::string_view key : {"tags", "tag", "keywords"})
        for (const std::string& value : listed(front_matter, {key})) {
            std::string_view rest = value;
            const FrontMatterField* field = front_matter.find(key);
            const bool words = key != std::string_view("keywords") && field->values.size() == 1 &&
                               field->values.front().find(',') == std::string::npos;
            while (!rest.empty()) {
                const std::size_t blank = words ? rest.find(' ') : std::string_view::npos;
                add_tag(tags, seen, rest.substr(0, blank));
                rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
            }
        }
    return tags;
}

void take_front_matter(Draft& draft, Arena& arena) {
    Note& note = draft.note;
    const FrontMatter& front_matter = draft.origin->front_matter;
    std::unordered_set<std::string> seen;
    if (!draft.entry) {
        for (const std::string& tag : stated_tags(front_matter)) add_tag(note.tags, seen, tag);
        draft.aliases = listed(front_matter, {"aliases", "alias"});
        for (const std::string_view key : {"lang", "language", "locale"})
            if (note.language.empty()) note.language = language_tag(front_matter.value(key));
        if (front_matter.broken) show_block(draft, arena);
    }
    for_each_node(
        note, [](const Block&) {},
        [&](const Inline& item) {
            if (const auto* tag = std::get_if<Tag>(&item.node)) add_tag(note.tags, seen, tag->name);
        });
    // The note's head shows its tags: a first line of nothing but tags would say them twice.
    if (!note.introduction && !note.blocks.empty() && is_tag_line(note.blocks.front()))
        note.blocks.erase(note.blocks.begin());
}

}  // namespace notes_export::archive
