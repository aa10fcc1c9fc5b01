#include "archive/choose.hpp"

#include <algorithm>
#include <unordered_set>

#include "archive/front_matter.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

bool is_draft(const Source& source) {
    if (source.dialect != Dialect::hugo && source.dialect != Dialect::jekyll) return false;
    if (unicode::lower(source.front_matter.value("draft")) == "true") return true;
    return source.dialect == Dialect::jekyll &&
           (source.path.starts_with("_drafts/") || source.path.find("/_drafts/") != std::string::npos);
}

/// What an opening says or a folder's page is, it says for the notes below it: it is no note by itself.
bool is_opening(const Draft& draft) {
    return draft.head || draft.note.introduction;
}

class Chooser {
public:
    explicit Chooser(const AssembleOptions& options) : options_(options) {
        for (std::string_view tag : options.tags) {
            while (tag.starts_with('#')) tag.remove_prefix(1);
            tags_.push_back(unicode::match_key(tag));
        }
    }

    bool wants(const Draft& draft) { return has_tag(draft) && in_time(draft); }

    std::size_t undated() const { return undated_; }

private:
    bool has_tag(const Draft& draft) const {
        if (tags_.empty()) return true;
        const auto wanted = [&](const std::string& tag) {
            return std::ranges::any_of(tags_, [&](const std::string& one) { return bears_tag(tag, one); });
        };
        // An entry has the tags of its file too.
        return std::ranges::any_of(draft.note.tags, wanted) ||
               (draft.entry && std::ranges::any_of(stated_tags(draft.origin->front_matter), wanted));
    }

    bool in_time(const Draft& draft) {
        if (!options_.since && !options_.until) return true;
        if (!draft.note.date) {
            ++undated_;
            return false;
        }
        const auto day = std::chrono::floor<std::chrono::days>(draft.note.date->at);
        return (!options_.since || day >= *options_.since) && (!options_.until || day <= *options_.until);
    }

    const AssembleOptions& options_;
    std::vector<std::string> tags_;  ///< as `match_key`
    std::size_t undated_ = 0;
};

}  // namespace

bool bears_tag(std::string_view tag, std::string_view wanted) {
    const std::string own = unicode::match_key(tag);
    return own.starts_with(wanted) && (own.size() == wanted.size() || own[wanted.size()] == '/');
}

Choice choose(std::vector<Draft>& drafts, const AssembleOptions& options, Diagnostics& diagnostics) {
    Choice choice;
    Chooser chooser(options);
    const bool choosy = options.since || options.until || !options.tags.empty();
    std::unordered_set<std::size_t> kept_documents;
    std::vector<bool> kept(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const bool draft = !options.drafts && is_draft(*drafts[i].origin);
        choice.drafts += draft;
        kept[i] = !draft && !is_opening(drafts[i]) && (!choosy || chooser.wants(drafts[i]));
        if (kept[i]) kept_documents.insert(drafts[i].document);
    }
    std::vector<Draft> rest;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const bool draft = !options.drafts && is_draft(*drafts[i].origin);
        const bool stays =
            kept[i] || (is_opening(drafts[i]) && !draft && (!choosy || kept_documents.contains(drafts[i].document)));
        (stays ? rest : choice.left_out).push_back(std::move(drafts[i]));
    }
    drafts = std::move(rest);
    if (drafts.empty()) {
        if (choosy) throw Error("no note is left: give --since, --until and --tag so that they take some in");
        throw Error("no note is left: all are drafts; --drafts takes them in");
    }
    if (chooser.undated() > 0)
        diagnostics.notice("undated", std::to_string(chooser.undated()) + " of the notes left out have no date",
                           "a note's date stands in its front matter, its file's name or below its title");
    return choice;
}

}  // namespace notes_export::archive
