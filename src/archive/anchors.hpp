/// Anchors: the places links can go to, and the names by which notes mean them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "archive/draft.hpp"

namespace notes_export::archive {

/// A heading of a source, in its own order.
struct HeadingName {
    std::string text;
    std::string slug;  ///< GitHub's, numbered within its source
    AnchorId anchor;
};

/// What fragments may mean within one source.
class SourceAnchors {
public:
    void add_heading(std::string text, AnchorId anchor);
    void add_name(std::string_view name, AnchorId anchor);
    void set_first(AnchorId anchor) {
        if (!first_.valid()) first_ = anchor;
    }

    template <class Visit>
    void for_each_name(const Visit& visit) const {
        for (const auto& [name, anchor] : names_) visit(name, anchor);
    }

    /// The source itself.
    AnchorId first() const { return first_; }
    /// A fragment without its `#`, decoded. GitHub's slug, then explicit names, then letters and digits alone, then
    /// the one heading that begins with them. Not valid: nothing answers.
    AnchorId find(std::string_view fragment) const;

private:
    AnchorId find_heading(std::string_view fragment) const;
    AnchorId find_path(std::string_view fragment) const;
    void index_loosely() const;

    AnchorId first_;
    std::vector<HeadingName> headings_;
    std::unordered_map<std::string, AnchorId> slugs_;
    std::unordered_map<std::string, AnchorId> names_;
    std::unordered_map<std::string, std::size_t> repetitions_;
    /// Letters and digits of each heading, sorted; made when a fragment needs it.
    mutable std::vector<std::pair<std::string, std::size_t>> loose_;
};

/// Anchors for every note, heading and named place of the drafts; their ids are written into the notes. The result has
/// one element for each of `sources`.
std::vector<SourceAnchors> make_anchors(std::vector<Draft>& drafts, std::size_t sources, std::vector<Anchor>& anchors);

}  // namespace notes_export::archive
