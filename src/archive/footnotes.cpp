#include "archive/footnotes.hpp"

#include <algorithm>
#include <unordered_map>

#include "archive/walk_note.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

constexpr std::uint32_t none = UINT32_MAX;

/// Calls `visit(FootnoteReference&)` for each reference in the blocks, in reading order.
template <class Visit>
void for_each_reference(Blocks& blocks, const Visit& visit) {
    for_each_block(
        blocks, [](Block&) {},
        [&](Inlines& inlines) {
            for_each_inline(inlines, [&](Inline& item) {
                if (auto* reference = std::get_if<FootnoteReference>(&item.node)) visit(*reference);
            });
        });
}

using Labels = std::unordered_map<std::string, std::uint32_t>;

Labels labels_of(const std::vector<Footnote>& footnotes) {
    Labels labels;
    for (std::uint32_t i = 0; i < footnotes.size(); ++i)
        if (!footnotes[i].label.empty()) labels.emplace(unicode::match_key(footnotes[i].label), i);
    return labels;
}

/// Finds definitions of one document and hands them to its notes.
struct Sharing {
    std::vector<Footnote>& footnotes;
    Labels labels;
    std::vector<bool> used;

    std::uint32_t definition(const FootnoteReference& reference) const {
        if (reference.index && *reference.index < footnotes.size()) return *reference.index;
        const auto found = labels.find(unicode::match_key(reference.label));
        return found == labels.end() ? none : found->second;
    }

    /// References in `blocks` get indices into `note.footnotes`, which grows by what it lacks.
    void give(Note& note, Blocks& blocks, std::unordered_map<std::uint32_t, std::uint32_t>& given) {
        for_each_reference(blocks, [&](FootnoteReference& reference) {
            const std::uint32_t at = definition(reference);
            reference.index.reset();
            if (at == none) return;
            const auto [place, added] = given.emplace(at, static_cast<std::uint32_t>(note.footnotes.size()));
            if (added) note.footnotes.push_back(footnotes[at]);
            used[at] = true;
            reference.index = place->second;
        });
    }
};

void give_all(Sharing& sharing, Note& note) {
    std::unordered_map<std::uint32_t, std::uint32_t> given;
    Blocks title;
    title.push_back({Paragraph{std::move(note.title_inlines)}, note.span, {}});
    sharing.give(note, title, given);
    note.title_inlines = std::move(std::get<Paragraph>(title.front().node).children);
    sharing.give(note, note.blocks, given);
    for (std::size_t i = 0; i < note.footnotes.size(); ++i) {
        Blocks body = std::move(note.footnotes[i].blocks);  // the vector may grow meanwhile
        sharing.give(note, body, given);
        note.footnotes[i].blocks = std::move(body);
    }
}

}  // namespace

void share_footnotes(std::vector<Footnote>& footnotes, std::vector<Draft>& drafts) {
    if (drafts.empty()) return;
    Sharing sharing{footnotes, labels_of(footnotes), std::vector<bool>(footnotes.size())};
    for (Draft& draft : drafts) give_all(sharing, draft.note);
    for (std::size_t i = 0; i < footnotes.size(); ++i) {
        if (sharing.used[i]) continue;
        const auto home = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
            return draft.note.span.begin <= footnotes[i].span.begin && footnotes[i].span.begin < draft.note.span.end;
        });
        Note& note = home == drafts.end() ? drafts.back().note : home->note;
        Sharing one{footnotes, sharing.labels, std::move(sharing.used)};
        one.used[i] = true;
        std::unordered_map<std::uint32_t, std::uint32_t> given;
        given.emplace(static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(note.footnotes.size()));
        Footnote copy = footnotes[i];
        const std::size_t place = note.footnotes.size();
        note.footnotes.push_back(std::move(copy));
        Blocks body = std::move(note.footnotes[place].blocks);
        one.give(note, body, given);
        note.footnotes[place].blocks = std::move(body);
        sharing.used = std::move(one.used);
    }
}

void number_footnotes(Note& note) {
    std::vector<Footnote>& footnotes = note.footnotes;
    if (footnotes.empty()) return;
    std::vector<std::uint32_t> order;  // old indices in the order of first reference
    std::vector<std::uint32_t> place(footnotes.size(), none);
    for (Footnote& footnote : footnotes) footnote.references = 0;
    const auto count = [&](FootnoteReference& reference) {
        if (!reference.index) return;
        ++footnotes[*reference.index].references;
        if (place[*reference.index] != none) return;
        place[*reference.index] = static_cast<std::uint32_t>(order.size());
        order.push_back(*reference.index);
    };
    for_each_inline(note.title_inlines, [&](Inline& item) {
        if (auto* reference = std::get_if<FootnoteReference>(&item.node)) count(*reference);
    });
    for_each_reference(note.blocks, count);
    std::size_t unused = 0;
    for (std::size_t i = 0; i < footnotes.size(); ++i) {
        if (i == order.size()) {  // nothing refers to those that are left
            while (place[unused] != none) ++unused;
            place[unused] = static_cast<std::uint32_t>(i);
            order.push_back(static_cast<std::uint32_t>(unused));
        }
        for_each_reference(footnotes[order[i]].blocks, count);
    }
    std::vector<Footnote> sorted;
    sorted.reserve(footnotes.size());
    for (const std::uint32_t old : order) {
        sorted.push_back(std::move(footnotes[old]));
        sorted.back().number = static_cast<std::uint32_t>(sorted.size());
    }
    footnotes = std::move(sorted);
    for_each_node(
        note, [](Block&) {},
        [&](Inline& item) {
            if (auto* reference = std::get_if<FootnoteReference>(&item.node); reference && reference->index)
                reference->index = place[*reference->index];
        });
}

}  // namespace notes_export::archive
