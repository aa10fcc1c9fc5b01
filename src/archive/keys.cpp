#include "archive/keys.hpp"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "archive/paths.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

constexpr std::size_t longest_part = 80;  // bytes; an id stays readable

std::string path_key(std::string_view path) {
    std::string key;
    const std::string_view folder = folder_of(path);
    const auto add = [&](std::string_view part) {
        std::string slug = name_characters(part);
        if (slug.empty()) slug = "x";
        if (!key.empty()) key += '_';  // no slug holds one, so parts stay apart
        key += slug;
    };
    for (std::size_t at = 0; at < folder.size();) {
        const std::size_t slash = std::min(folder.find('/', at), folder.size());
        if (slash > at) add(folder.substr(at, slash - at));
        at = slash + 1;
    }
    add(stem_of(path));
    return key;
}

std::string entry_key(const Draft& draft) {
    std::string key;
    if (draft.note.date) {
        const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(draft.note.date->at)};
        char text[24];
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
        key = text;
    }
    const std::string slug = name_characters(draft.note.title);
    if (!slug.empty() && slug != key) key += (key.empty() ? "" : "-") + slug;
    return key.empty() ? "entry" : key;
}

std::string key_of(const Draft& draft) {
    std::string key = draft.entry ? entry_key(draft) : path_key(draft.origin->path);
    if (key.front() < 'a' || key.front() > 'z') key.insert(0, "n");
    return key;
}

}  // namespace

std::string name_characters(std::string_view text) {
    std::string slug = unicode::ascii_slug(text.substr(0, 4 * longest_part));
    if (slug.size() > longest_part) {
        slug.resize(longest_part);
        const std::size_t dash = slug.rfind('-');
        if (dash != std::string::npos && dash > longest_part / 2) slug.resize(dash);
    }
    return slug;
}

void assign_keys(std::vector<Draft>& drafts) {
    std::unordered_map<std::string, std::vector<Draft*>> wanted;
    for (Draft& draft : drafts) wanted[key_of(draft)].push_back(&draft);
    std::unordered_set<std::string> taken;
    for (auto& [key, several] : wanted) {
        taken.insert(key);
        std::sort(several.begin(), several.end(), [](const Draft* a, const Draft* b) {
            return std::tie(a->origin->path, a->position) < std::tie(b->origin->path, b->position);
        });
        several.front()->note.key = key;
    }
    std::vector<std::string> repeated;  // in a fixed order: which suffix is free must not depend on hashing
    for (const auto& [key, several] : wanted)
        if (several.size() > 1) repeated.push_back(key);
    std::sort(repeated.begin(), repeated.end());
    for (const std::string& key : repeated) {
        const std::vector<Draft*>& several = wanted[key];
        std::size_t number = 2;
        for (std::size_t i = 1; i < several.size(); ++i) {
            std::string candidate;
            do candidate = key + "-" + std::to_string(number++);
            while (!taken.insert(candidate).second);
            several[i]->note.key = std::move(candidate);
        }
    }
}

}  // namespace notes_export::archive
