#include "archive/like_titles.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "archive/paths.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

using Entries = std::vector<ContentsEntry>;
using Groups = std::unordered_map<std::string, std::vector<ContentsEntry*>>;  // by folder and title

void gather(Entries& entries, const std::vector<Draft>& drafts, Groups& groups) {
    for (ContentsEntry& entry : entries) {
        if (entry.note) {
            std::string key(folder_of(drafts[entry.note->value].origin->path));
            groups[key += '/' + unicode::match_key(entry.title)].push_back(&entry);
        }
        gather(entry.children, drafts, groups);
    }
}

}  // namespace

void tell_apart(Entries& contents, const std::vector<Draft>& drafts) {
    Groups groups;
    gather(contents, drafts, groups);
    for (const auto& [key, entries] : groups) {
        const auto draft_of = [&](const ContentsEntry* entry) -> const Draft& { return drafts[entry->note->value]; };
        const bool one_file = std::ranges::all_of(entries, [&](const ContentsEntry* entry) {
            return draft_of(entry).document == draft_of(entries.front()).document;
        });
        if (one_file) continue;
        for (ContentsEntry* entry : entries) {
            const Draft& draft = draft_of(entry);
            const std::string stem(stem_of(draft.origin->path));
            if (!draft.index && stem != entry->title) entry->title += " (" + stem + ")";
        }
    }
}

}  // namespace notes_export::archive
