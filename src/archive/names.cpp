#include "archive/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "archive/address.hpp"
#include "archive/date.hpp"
#include "archive/index_note.hpp"
#include "archive/paths.hpp"
#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

std::string without_extension(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::size_t slash = path.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot <= slash + 1) || dot == 0)
        return std::string(path);
    return std::string(path.substr(0, dot));
}

bool has_ending(std::string_view text, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return text.ends_with(e); });
}

/// Does `path` end with the parts of `suffix`?
bool ends_with_parts(std::string_view path, std::string_view suffix) {
    return path.ends_with(suffix) && (path.size() == suffix.size() || path[path.size() - suffix.size() - 1] == '/');
}

/// How many folders two paths have in common from the root on.
int shared_folders(std::string_view a, std::string_view b) {
    int shared = 0;
    while (!a.empty() && !b.empty()) {
        const std::size_t end = std::min(a.find('/'), a.size());
        if (b.substr(0, std::min(b.find('/'), b.size())) != a.substr(0, end)) break;
        ++shared;
        a.remove_prefix(std::min(end + 1, a.size()));
        b.remove_prefix(std::min(end + 1, b.size()));
    }
    return shared;
}

constexpr std::size_t unclear = SIZE_MAX;

/// An address as sites write it: with or without `.html`.
std::string address_key(const std::string& path) {
    const std::string key = unicode::match_key(path);
    return has_ending(key, {".html", ".htm"}) ? without_extension(key) : key;
}

/// A page's address, or the path of the note that it was made of.
std::string page_key(const std::string& path) {
    const std::string key = unicode::match_key(path);
    return has_ending(key, {".html", ".htm", ".md"}) ? without_extension(key) : key;
}

template <class Map>
std::optional<std::size_t> look_up(const Map& map, const std::string& key) {
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

NoteNames::NoteNames(const std::vector<Draft>& drafts, std::size_t sources) : keys_(sources) {
    std::vector<bool> seen(sources);
    std::vector<std::string_view> paths(sources);
    for (const Draft& draft : drafts) paths[draft.document] = draft.origin->path;
    for (const Draft& draft : drafts) {
        const auto [title, added] = titles_.emplace(unicode::match_key(draft.note.title), titled_.size());
        if (added)
            titled_.push_back({draft.document, draft.position, true});
        else
            titled_[title->second].unique = false;
        for (const std::string& alias : draft.aliases) {
            const auto [known, fresh] = aliases_.emplace(unicode::match_key(alias), draft.document);
            if (!fresh && draft.origin->path.size() < paths[known->second].size()) known->second = draft.document;
        }
        if (seen[draft.document]) continue;
        seen[draft.document] = true;
        const std::string& path = draft.origin->path;
        const std::string key = unicode::match_key(path);
        const std::string stem = without_extension(key);
        keys_[draft.document] = stem;
        exact_.emplace(path, draft.document);
        folded_.emplace(key, draft.document);
        stems_.emplace(stem, draft.document);
        names_[std::string(file_name_of(stem))].push_back(draft.document);
        add_numbers(draft, stem);
        add_addresses(draft, stem);
        if (const std::size_t parts = stem.find("___"); parts != std::string::npos) {  // Logseq's namespaces
            std::string spaced = stem;
            for (std::size_t at; (at = spaced.find("___")) != std::string::npos;) spaced.replace(at, 3, "/");
            names_[std::string(file_name_of(spaced))].push_back(draft.document);
            stems_.emplace(std::string(folder_of(stem)) + spaced, draft.document);
        }
        if (draft.index) {
            const std::string folder(folder_of(key));
            const bool readme = file_name_of(key).starts_with("readme");
            if (readme)
                folders_.insert_or_assign(folder, draft.document);
            else
                folders_.emplace(folder, draft.document);
        }
    }
}

void NoteNames::add_redirects(const std::vector<Redirect>& redirects, std::string_view text_root) {
    for (const Redirect& redirect : redirects) {
        const std::string from = joined_path({}, redirect.from);
        const std::string to = split_address(redirect.to).path;
        const std::string path = to.starts_with('/') ? joined_path({}, to) : joined_path(folder_of(from), to);
        const auto source = at_path(joined_path(text_root, path));
        if (!source) continue;
        moved_.emplace(page_key(from), *source);
        moved_.emplace(page_key(joined_path(text_root, from)), *source);
    }
}

/// The number that stays when a note is renamed, which `[[…]]` may give alone: before its name or in its front matter.
void NoteNames::add_numbers(const Draft& draft, const std::string& stem) {
    if (const auto number = leading_time_stamp(file_name_of(stem)); !number.empty())
        numbers_.emplace(std::string(number), draft.document);
    if (const auto id = draft.origin->front_matter.value("id"); !id.empty())
        numbers_.emplace(unicode::match_key(id), draft.document);
}

/// Where a site shows the note: as front matter says, and a dated post without its date.
void NoteNames::add_addresses(const Draft& draft, const std::string& stem) {
    for (const std::string_view key : {"permalink", "url", "slug"})
        if (const std::string path = joined_path({}, draft.origin->front_matter.value(key)); !path.empty())
            addresses_.emplace(address_key(path), draft.document);
    for (const std::string& alias : draft.aliases)
        if (alias.starts_with('/')) addresses_.emplace(address_key(joined_path({}, alias)), draft.document);
    const std::string_view name = file_name_of(stem);
    constexpr std::string_view form = "0000-00-00-";
    if (name.size() <= form.size()) return;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == '-' ? name[i] != '-' : !ascii::is_digit(name[i])) return;
    const auto [known, fresh] = addresses_.emplace(std::string(name.substr(form.size())), draft.document);
    if (!fresh && known->second != draft.document) known->second = unclear;
}

/// The note of a site's address; of a dated post its last part is enough.
std::optional<std::size_t> NoteNames::at_address(const std::string& path) const {
    const std::string key = address_key(path);
    auto found = look_up(addresses_, key);
    if (!found) found = look_up(addresses_, std::string(file_name_of(key)));
    return found == unclear ? std::nullopt : found;
}

std::optional<std::size_t> NoteNames::at_path(const std::string& path) const {
    if (const auto found = look_up(exact_, path)) return found;
    const std::string key = unicode::match_key(path);
    if (const auto found = look_up(folded_, key)) return found;
    if (const auto found = look_up(stems_, key)) return found;
    if (has_ending(key, {".html", ".htm", ".md", ".markdown", ".mdx"})) {
        const std::string stem = without_extension(key);
        if (const auto found = look_up(stems_, stem)) return found;
        if (is_index_name(stem))
            if (const auto found = look_up(folders_, std::string(folder_of(stem)))) return found;
    }
    return look_up(folders_, key);
}

/// The shortest of the paths that end so.
std::optional<std::size_t> NoteNames::shortest_path(const std::string& key) const {
    const auto [known, unknown] = shortest_.emplace(key, std::nullopt);
    if (!unknown) return known->second;
    const auto named = names_.find(std::string(file_name_of(key)));
    if (named == names_.end()) return std::nullopt;
    std::optional<std::size_t> best;
    const auto cost = [&](std::size_t source) {
        return std::pair(std::count(keys_[source].begin(), keys_[source].end(), '/'), keys_[source].size());
    };
    for (const std::size_t source : named->second)
        if (ends_with_parts(keys_[source], key) && (!best || cost(source) < cost(*best))) best = source;
    return known->second = best;
}

std::optional<std::size_t> NoteNames::by_path(std::string_view folder, std::string_view path) const {
    if (const auto id = linked_id(path); !id.empty()) return by_name(folder, id).source;
    if (const auto found = at_path(joined_path(folder, path))) return found;
    const std::string from_root = joined_path({}, path);
    if (!folder.empty())
        if (const auto found = at_path(from_root)) return found;
    if (from_root.empty()) return std::nullopt;
    for (const std::string& address : {joined_path(folder, path), from_root})
        if (const auto found = look_up(moved_, page_key(address))) return found;
    if (const auto found = below_parent(folder, from_root)) return found;
    std::string key = unicode::match_key(from_root);
    if (has_ending(key, {".html", ".htm", ".md", ".markdown", ".mdx"})) key = without_extension(key);
    if (is_index_name(key)) return std::nullopt;
    if (const auto found = only_path(key)) return found;
    return at_address(from_root);
}

/// What a path from the top of a site means: the top is one of the folders above the note, a language's perhaps.
std::optional<std::size_t> NoteNames::below_parent(std::string_view folder, const std::string& path) const {
    for (std::size_t slash = folder.find('/'); slash != std::string_view::npos; slash = folder.find('/', slash + 1))
        if (const auto found = at_path(joined_path(folder.substr(0, slash), path))) return found;
    return folder.empty() ? std::nullopt : at_path(joined_path(folder, path));
}

/// The only note of that name; of several, the only one whose path ends so.
std::optional<std::size_t> NoteNames::only_path(const std::string& key) const {
    const auto [known, unknown] = only_.emplace(key, std::nullopt);
    if (!unknown) return known->second;
    const std::string name(file_name_of(key));
    const auto named = names_.find(name);
    if (named == names_.end()) return std::nullopt;
    if (named->second.size() == 1) return known->second = named->second.front();
    std::optional<std::size_t> only;
    for (const std::size_t source : named->second) {
        if (!ends_with_parts(keys_[source], key) || key == name) continue;
        if (only) return std::nullopt;
        only = source;
    }
    return known->second = only;
}

/// A day however it is written ("Feb 13th, 2024") means the journal of that day.
std::optional<std::size_t> NoteNames::journal_of(std::string_view name) const {
    const DateReading day = read_whole_date(name);
    if (!day.date || day.date->has_time) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(day.date->at)};
    for (const char separator : {'_', '-'}) {
        const std::string stem =
            fmt::format("{:04}{}{:02}{}{:02}", static_cast<int>(date.year()), separator,
                        static_cast<unsigned>(date.month()), separator, static_cast<unsigned>(date.day()));
        if (const auto found = shortest_path(unicode::match_key(stem))) return found;
    }
    return std::nullopt;
}

NoteNames::Found NoteNames::by_name(std::string_view folder, std::string_view name) const {
    Found out;
    if (name.starts_with("./") || name.starts_with("../")) {
        out.source = at_path(joined_path(folder, name));
        return out;
    }
    const std::string path = joined_path({}, name);
    std::string key = unicode::match_key(path);
    if (const auto found = look_up(exact_, path)) out.source = found;
    if (!out.source) out.source = look_up(folded_, key);
    if (!out.source) out.source = look_up(stems_, key);
    if (has_ending(key, {".md", ".markdown"})) key = without_extension(key);
    if (!out.source) out.source = shortest_path(key);
    if (!out.source) out.source = look_up(aliases_, key);
    if (!out.source)
        if (const auto title = look_up(titles_, key); title && titled_[*title].unique)
            return {titled_[*title].source, titled_[*title].position};
    if (!out.source) out.source = at_path(joined_path(folder, name));
    if (!out.source) out.source = journal_of(name);
    if (!out.source) out.source = look_up(numbers_, key);
    return out;
}

FileNames::FileNames(const std::vector<std::string>& files) : files_(files) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string& key = keys_.emplace_back(unicode::match_key(files[i]));
        exact_.emplace(files[i], i);
        folded_.emplace(key, i);
        const std::string_view name = file_name_of(key);
        names_[std::string(name)].push_back(i);
        if (const std::string_view stem = name.substr(0, name.find('.')); is_linked_id(stem)) ids_.emplace(stem, i);
    }
}

std::optional<std::size_t> FileNames::find(std::string_view folder, std::string_view path) const {
    if (const auto id = linked_id(path); !id.empty()) return look_up(ids_, unicode::match_key(id));
    const std::string near = joined_path(folder, path);
    const std::string from_root = joined_path({}, path);
    for (const std::string& candidate : {near, from_root})
        if (const auto found = look_up(exact_, candidate)) return found;
    for (const std::string& candidate : {near, from_root})
        if (const auto found = look_up(folded_, unicode::match_key(candidate))) return found;
    const std::string key = unicode::match_key(from_root);
    const auto named = names_.find(std::string(file_name_of(key)));
    if (named == names_.end()) return std::nullopt;
    if (named->second.size() == 1) return named->second.front();
    const auto [known, unknown] = nearest_.emplace(std::string(folder) + '\n' + key, std::nullopt);
    if (unknown) known->second = nearest(folder, key, named->second);
    return known->second;
}

/// Of the files whose paths end so, the one that shares most folders with the note, of several the one with the
/// shortest path: attachments lie below their notes.
std::optional<std::size_t> FileNames::nearest(std::string_view folder, const std::string& key,
                                              const std::vector<std::size_t>& named) const {
    std::optional<std::size_t> best;
    const auto cost = [&](std::size_t file) {
        const std::string& path = files_[file];
        return std::pair(-shared_folders(folder, folder_of(path)), path.size());
    };
    for (const std::size_t file : named)
        if (ends_with_parts(keys_[file], key) && (!best || cost(file) < cost(*best))) best = file;
    return best;
}

}  // namespace notes_export::archive
