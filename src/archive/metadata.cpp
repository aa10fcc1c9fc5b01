#include "archive/metadata.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "archive/front_matter.hpp"
#include "archive/identifier.hpp"
#include "archive/paths.hpp"
#include "archive/title.hpp"
#include "locale/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// The README or index at the root, when it has a title of its own.
std::string title_of_root_note(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
        const bool own = !draft.former_headings.empty() || !draft.origin->front_matter.value("title").empty();
        if (draft.index && own && folder_of(draft.origin->path).empty()) return draft.note.title;
    }
    return {};
}

std::string title_of(const std::vector<Draft>& drafts, const SourceSet& sources, const AssembleOptions& options,
                     const std::string& journal_title) {
    if (!options.title.empty()) return options.title;
    if (!sources.title.empty()) return sources.title;
    if (!journal_title.empty()) return journal_title;
    if (std::string title = title_of_root_note(drafts); !title.empty()) return title;
    if (drafts.size() == 1 && !drafts.front().note.title.empty()) return drafts.front().note.title;
    const bool one_source = std::all_of(drafts.begin(), drafts.end(),
                                        [&](const Draft& draft) { return draft.document == drafts.front().document; });
    if (one_source && !drafts.empty() && !drafts.front().origin->file.empty())
        return title_from_path(drafts.front().origin->path);
    if (std::string title = root_title(sources); !title.empty()) return title;
    return "Notes";
}

/// Front matter's authors, when all notes that name any name the same.
std::vector<std::string> common_authors(const std::vector<Draft>& drafts) {
    std::vector<std::string> common;
    for (const Draft& draft : drafts) {
        std::vector<std::string> own = listed(draft.origin->front_matter, {"authors", "author"});
        if (own.empty() || own == common) continue;
        if (!common.empty()) return {};
        common = std::move(own);
    }
    return common;
}

/// https://reproducible-builds.org/specs/source-date-epoch/
std::optional<std::chrono::sys_seconds> source_date_epoch() {
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (!value) return std::nullopt;
    const std::string_view text(value);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

std::chrono::sys_seconds modified(const std::vector<Draft>& drafts) {
    if (const auto fixed = source_date_epoch()) return *fixed;
    std::chrono::sys_seconds newest{};
    for (const Draft& draft : drafts) {
        if (draft.origin->modified) newest = std::max(newest, *draft.origin->modified);
        if (draft.note.date)
            newest = std::max(newest, std::chrono::sys_seconds{draft.note.date->at.time_since_epoch()});
    }
    return newest;
}

}  // namespace

std::string root_title(const SourceSet& sources) {
    if (sources.root.empty()) return {};
    std::error_code failure;
    const std::filesystem::path root = std::filesystem::absolute(sources.root, failure).lexically_normal();
    std::string name = (root.has_filename() ? root : root.parent_path()).filename().string();
    return name.empty() ? name : title_from_path(name + ".d");
}

Metadata make_metadata(const std::vector<Draft>& drafts, const SourceSet& sources, const AssembleOptions& options,
                       const std::string& journal_title) {
    Metadata out;
    out.title = title_of(drafts, sources, options, journal_title);
    out.authors = !options.authors.empty() ? options.authors : sources.authors;
    if (out.authors.empty()) out.authors = common_authors(drafts);
    out.description = !options.description.empty() ? options.description : sources.description;
    if (out.description.empty() && !drafts.empty() &&
        std::all_of(drafts.begin(), drafts.end(), [&](const Draft& d) { return d.origin == drafts.front().origin; }))
        out.description = drafts.front().origin->front_matter.value("description");
    out.identifier = options.identifier;
    if (out.identifier.empty()) {
        std::string name = out.title;
        for (const std::string& author : out.authors) name += '\n' + author;
        out.identifier = uuid_urn(name);
    }
    return out;
}

void complete_metadata(Metadata& metadata, const std::vector<Draft>& drafts, const std::string& language) {
    metadata.language = language;
    metadata.direction = unicode::is_right_to_left(language) ? Direction::right_to_left : Direction::left_to_right;
    metadata.modified = modified(drafts);
    for (const Draft& draft : drafts) {
        if (!draft.note.date) continue;
        if (!metadata.first_date || *draft.note.date < *metadata.first_date) metadata.first_date = draft.note.date;
        if (!metadata.last_date || *draft.note.date > *metadata.last_date) metadata.last_date = draft.note.date;
    }
}

}  // namespace notes_export::archive
