#include "archive/anchors.hpp"

#include <algorithm>
#include <unordered_set>

#include "archive/keys.hpp"
#include "archive/walk_note.hpp"
#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// Shorter fragments would begin too many headings.
constexpr std::size_t least_prefix = 4;

/// Letters and digits alone, case folded: `perf-(561)` and "perf (5.6.1)" are one.
std::string loose_key(std::string_view text) {
    std::string key = unicode::github_slug(unicode::match_key(text));
    std::erase_if(key, [](char c) { return c == '-' || c == '_'; });
    return key;
}

std::string_view without_caret(std::string_view name) {
    if (name.starts_with('^')) name.remove_prefix(1);
    return name;
}

/// Makes the anchors of one note, with ids that depend on the note alone.
class NoteAnchors {
public:
    NoteAnchors(Draft& draft, SourceAnchors& names, std::vector<Anchor>& anchors)
        : note_(draft.note), names_(names), anchors_(anchors) {
        note_.anchor = add(note_.key);
        names_.set_first(note_.anchor);
        for (const FormerHeading& former : draft.former_headings) {
            names_.add_heading(former.text, note_.anchor);
            for (const std::string_view name : former.names) names_.add_name(name, note_.anchor);
        }
        if (draft.entry || draft.former_headings.empty()) names_.add_name(note_.title, note_.anchor);
        for_each_node(
            note_, [this](Block& block) { name_block(block); },
            [this](Inline& item) {
                if (auto* point = std::get_if<AnchorPoint>(&item.node)) name_point(*point);
            });
    }

private:
    AnchorId add(std::string id) {
        anchors_.push_back({note_.id, std::move(id)});
        return {static_cast<std::uint32_t>(anchors_.size() - 1)};
    }

    AnchorId add_below(std::string_view words, const char* otherwise) {
        std::string slug = name_characters(words);
        if (slug.empty()) slug = otherwise;
        std::string free = slug;
        for (std::size_t& number = repetitions_[slug]; !taken_.insert(free).second;)
            free = slug + "-" + std::to_string(++number);
        return add(note_.key + "--" + free);
    }

    void name_block(Block& block) {
        for (AnchorPoint& point : block.anchors) name_point(point);
        auto* heading = std::get_if<Heading>(&block.node);
        if (!heading) return;
        std::string text = plain_text(heading->children);
        heading->anchor = add_below(text, "section");
        names_.add_heading(std::move(text), heading->anchor);
        if (!heading->explicit_id.empty()) names_.add_name(heading->explicit_id, heading->anchor);
    }

    void name_point(AnchorPoint& point) {
        point.anchor = add_below(point.name, "place");
        names_.add_name(point.name, point.anchor);
    }

    Note& note_;
    SourceAnchors& names_;
    std::vector<Anchor>& anchors_;
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, std::size_t> repetitions_;
};

}  // namespace

void SourceAnchors::add_heading(std::string text, AnchorId anchor) {
    const std::string slug = unicode::github_slug(text);
    std::string free = slug;
    for (std::size_t& number = repetitions_[slug]; !slugs_.emplace(free, anchor).second;)
        free = slug + "-" + std::to_string(++number);
    headings_.push_back({std::move(text), std::move(free), anchor});
}

void SourceAnchors::add_name(std::string_view name, AnchorId anchor) {
    names_.emplace(std::string(without_caret(name)), anchor);
}

AnchorId SourceAnchors::find(std::string_view fragment) const {
    fragment = trimmed(fragment, " ");
    if (fragment.empty()) return first_;
    if (!fragment.starts_with('^'))
        if (const auto slug = slugs_.find(std::string(fragment)); slug != slugs_.end()) return slug->second;
    if (const auto name = names_.find(std::string(without_caret(fragment))); name != names_.end()) return name->second;
    if (fragment.starts_with('^')) return {};
    if (fragment.find('#') != std::string_view::npos)
        if (const AnchorId found = find_path(fragment); found.valid()) return found;
    if (const AnchorId heading = find_heading(fragment); heading.valid()) return heading;
    const auto name = names_.find(unicode::lower(fragment));
    return name == names_.end() ? AnchorId{} : name->second;
}

/// `H1#H2`: the first H2 behind the H1.
AnchorId SourceAnchors::find_path(std::string_view fragment) const {
    std::size_t from = 0;
    AnchorId found;
    for (std::size_t at = 0; at <= fragment.size();) {
        const std::size_t hash = std::min(fragment.find('#', at), fragment.size());
        const std::string_view part = trimmed(fragment.substr(at, hash - at), " ");
        at = hash + 1;
        if (part.empty()) continue;
        if (part.starts_with('^')) return find(part);
        const std::string key = loose_key(part);
        index_loosely();
        std::size_t next = headings_.size();
        for (auto i = std::lower_bound(loose_.begin(), loose_.end(), std::pair(key, from));
             i != loose_.end() && i->first == key; ++i)
            next = std::min(next, i->second);
        if (next == headings_.size()) return {};
        found = headings_[next].anchor;
        from = next + 1;
    }
    return found;
}

void SourceAnchors::index_loosely() const {
    if (!loose_.empty() || headings_.empty()) return;
    loose_.reserve(headings_.size());
    for (std::size_t i = 0; i < headings_.size(); ++i) loose_.emplace_back(loose_key(headings_[i].text), i);
    std::sort(loose_.begin(), loose_.end());
}

AnchorId SourceAnchors::find_heading(std::string_view fragment) const {
    const std::string key = loose_key(fragment);
    if (key.empty()) return {};
    index_loosely();
    const auto at = std::lower_bound(loose_.begin(), loose_.end(), std::pair(key, std::size_t{0}));
    if (at != loose_.end() && at->first == key) return headings_[at->second].anchor;
    if (key.size() < least_prefix) return {};
    const auto begins = [&](auto i) { return i != loose_.end() && i->first.starts_with(key); };
    if (begins(at)) return begins(at + 1) ? AnchorId{} : headings_[at->second].anchor;
    // Numbered as GitHub numbers repetitions, but written loosely: `What-is-it-1`.
    const std::size_t dash = fragment.rfind('-');
    if (dash != std::string_view::npos && dash + 1 < fragment.size() &&
        fragment.find_first_not_of("0123456789", dash + 1) == std::string_view::npos) {
        const auto slug = slugs_.find(unicode::github_slug(fragment));
        if (slug != slugs_.end()) return slug->second;
    }
    return {};
}

std::vector<SourceAnchors> make_anchors(std::vector<Draft>& drafts, std::size_t sources, std::vector<Anchor>& anchors) {
    std::vector<Draft*> in_order;
    in_order.reserve(drafts.size());
    for (Draft& draft : drafts) in_order.push_back(&draft);
    std::sort(in_order.begin(), in_order.end(), [](const Draft* a, const Draft* b) {
        return std::pair(a->document, a->position) < std::pair(b->document, b->position);
    });
    std::vector<SourceAnchors> names(sources);
    for (Draft* draft : in_order) NoteAnchors(*draft, names[draft->document], anchors);
    return names;
}

}  // namespace notes_export::archive
