#include "archive/order.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "archive/address.hpp"
#include "archive/index_note.hpp"
#include "archive/paths.hpp"
#include "archive/walk_note.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

constexpr std::size_t last = SIZE_MAX;
using Ranks = std::vector<std::size_t>;  ///< of each source; `last` where nothing ranks it

void rank_entries(const std::vector<SummaryEntry>& entries, const NoteNames& names, Ranks& ranks, std::size_t& next) {
    for (const SummaryEntry& entry : entries) {
        if (!entry.path.empty())
            if (const auto source = names.by_path({}, entry.path); source && ranks[*source] == last)
                ranks[*source] = next++;
        rank_entries(entry.children, names, ranks, next);
    }
}

/// The order in which the root's README or index names the notes, when it names at least half of them.
bool rank_by_listing(const std::vector<Draft>& drafts, const NoteNames& names, Ranks& ranks) {
    for (const Draft& draft : drafts) {
        if (!draft.index || !folder_of(draft.origin->path).empty()) continue;
        std::size_t next = 0;
        for_each_node(
            draft.note, [](const Block&) {},
            [&](const Inline& item) {
                const auto* link = std::get_if<Link>(&item.node);
                if (!link || link->destination.empty() || link->destination.starts_with('#')) return;
                std::optional<std::size_t> source;
                if (link->reference == Reference::wikilink)
                    source = names.by_name({}, link->destination.substr(0, link->destination.find('#'))).source;
                else if (scheme_of(link->destination).empty())
                    source = names.by_path({}, split_address(link->destination).path);
                if (source && *source != draft.document && ranks[*source] == last) ranks[*source] = next++;
            });
        if (lists_most(next, ranks.size() - 1)) return true;
        std::fill(ranks.begin(), ranks.end(), last);
    }
    return false;
}

/// The place among its siblings that front matter gives a note: Hugo's weight, Docusaurus' sidebar_position, Just the
/// Docs' nav_order, VuePress' order. Hugo takes a weight of zero for none.
std::optional<double> position_of(const Draft& draft) {
    for (const std::string_view key : {"weight", "sidebar_position", "nav_order", "order"}) {
        const std::string_view value = draft.origin->front_matter.value(key);
        double number = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (value.empty() || error != std::errc() || end != value.data() + value.size()) continue;
        if (std::isfinite(number) && (number != 0 || key != "weight")) return number;
    }
    return std::nullopt;
}

/// The order of the positions, when one note in five has one; a blog that pins a page or two is none of these.
bool rank_by_position(const std::vector<Draft>& drafts, Ranks& ranks) {
    std::map<double, std::vector<std::size_t>> sources;
    std::size_t notes = 0, placed = 0;
    for (const Draft& draft : drafts) {
        const auto position = position_of(draft);
        if (position) sources[*position].push_back(draft.document);
        if (draft.index) continue;
        ++notes;
        placed += position.has_value();
    }
    if (placed < 3 || placed * 5 < notes) return false;
    std::size_t rank = 0;
    for (const auto& [position, some] : sources) {
        for (const std::size_t source : some) ranks[source] = rank;
        ++rank;
    }
    return true;
}

/// What ranks a folder among its siblings.
enum class FolderRank { first_note, index };

/// Where a file or a folder stands among its siblings.
using Step = std::tuple<bool, std::size_t, bool, std::size_t>;  // not the index, rank, is a folder, place of its path

/// Sorts as a tree, so that what is in one folder stays together: the folder's index, ranked ones, files, folders.
void sort_as_tree(std::vector<Draft>& drafts, const Ranks& ranks, FolderRank by = FolderRank::first_note) {
    struct Folder {
        std::size_t rank = last, place = last;
    };
    std::map<std::string, Folder, std::less<>> folders;
    const auto for_each_folder = [](std::string_view path, const auto& visit) {
        for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
            visit(path.substr(0, slash));
    };
    for (const Draft& draft : drafts)
        for_each_folder(draft.origin->path, [&](std::string_view folder) {
            auto found = folders.find(folder);
            if (found == folders.end()) found = folders.emplace(std::string(folder), Folder{}).first;
            if (by == FolderRank::first_note || (draft.index && folder == folder_of(draft.origin->path)))
                found->second.rank = std::min(found->second.rank, ranks[draft.document]);
            found->second.place = std::min(found->second.place, draft.document);
        });
    std::vector<std::vector<Step>> keys(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Draft& draft = drafts[i];
        for_each_folder(draft.origin->path, [&](std::string_view path) {
            const Folder& folder = folders.find(path)->second;
            keys[i].emplace_back(true, folder.rank, true, folder.place);
        });
        keys[i].emplace_back(!draft.index, ranks[draft.document], false, draft.document);
        keys[i].emplace_back(true, 0, false, draft.position);
    }
    std::vector<std::size_t> order(drafts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    std::vector<Draft> sorted;
    sorted.reserve(drafts.size());
    for (const std::size_t i : order) sorted.push_back(std::move(drafts[i]));
    drafts = std::move(sorted);
}

template <class Less>
void sort_by(std::vector<Draft>& drafts, const Less& less) {
    std::stable_sort(drafts.begin(), drafts.end(), [&](const Draft& a, const Draft& b) {
        const bool a_first = a.note.introduction, b_first = b.note.introduction;
        return a_first != b_first ? a_first : less(a, b);
    });
}

/// Undated notes come last, but the root's README leads; what stands for a journal's file goes with its first entry.
void sort_by_date(std::vector<Draft>& drafts, Sort direction) {
    const bool descending = direction == Sort::date_descending;
    std::map<std::size_t, Timestamp> first;
    for (const Draft& draft : drafts) {
        if (!draft.note.date) continue;
        const auto [place, added] = first.emplace(draft.document, *draft.note.date);
        if (!added && (descending ? *draft.note.date > place->second : *draft.note.date < place->second))
            place->second = *draft.note.date;
    }
    const auto key = [&](const Draft& draft) {
        std::optional<Timestamp> date = draft.note.date;
        if (!date && draft.head)
            if (const auto found = first.find(draft.document); found != first.end()) date = found->second;
        const auto seconds = date ? date->at.time_since_epoch().count() : 0;
        const bool leads = !date && draft.index && folder_of(draft.origin->path).empty();
        return std::tuple(leads ? 0 : date ? 1 : 2, descending ? -seconds : seconds, !draft.head);
    };
    sort_by(drafts, [&](const Draft& a, const Draft& b) { return key(a) < key(b); });
}

bool mostly_dated(const std::vector<Draft>& drafts) {
    std::size_t notes = 0, dated = 0;
    for (const Draft& draft : drafts) {
        if (draft.note.introduction || draft.head || (draft.index && !draft.note.date)) continue;
        ++notes;
        dated += draft.note.date.has_value();
    }
    return notes > 1 && dated * 5 >= notes * 4;
}

}  // namespace

OrderedBy put_in_order(std::vector<Draft>& drafts, const SourceSet& sources, const NoteNames& names, Sort sort,
                       bool journal) {
    std::size_t count = 0;
    for (const Draft& draft : drafts) count = std::max(count, draft.document + 1);
    Ranks ranks(count, last);
    switch (sort) {
        case Sort::date:
        case Sort::date_descending:
            sort_by_date(drafts, sort);
            return OrderedBy::date;
        case Sort::title:
            sort_by(drafts,
                    [](const Draft& a, const Draft& b) { return unicode::natural_less(a.note.title, b.note.title); });
            return OrderedBy::title;
        case Sort::path:
            sort_as_tree(drafts, ranks);
            return OrderedBy::path;
        case Sort::automatic:
            break;
    }
    if (!sources.summary.empty()) {
        std::size_t next = 0;
        rank_entries(sources.summary, names, ranks, next);
        sort_by(drafts, [&](const Draft& a, const Draft& b) {
            return std::tuple(ranks[a.document], a.document, a.position) <
                   std::tuple(ranks[b.document], b.document, b.position);
        });
        return OrderedBy::summary;
    }
    if (rank_by_listing(drafts, names, ranks)) {
        sort_as_tree(drafts, ranks);
        return OrderedBy::listing;
    }
    if (journal) {
        sort_as_tree(drafts, ranks);
        return OrderedBy::source;
    }
    if (rank_by_position(drafts, ranks)) {
        sort_as_tree(drafts, ranks, FolderRank::index);
        return OrderedBy::position;
    }
    if (mostly_dated(drafts)) {
        sort_by_date(drafts, Sort::date);
        return OrderedBy::date;
    }
    sort_as_tree(drafts, ranks);
    return OrderedBy::path;
}

}  // namespace notes_export::archive
