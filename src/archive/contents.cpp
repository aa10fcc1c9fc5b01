#include "archive/contents.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "archive/contents_levels.hpp"
#include "archive/like_titles.hpp"
#include "archive/paths.hpp"
#include "archive/title.hpp"

namespace notes_export::archive {
namespace {

using Entries = std::vector<ContentsEntry>;
using Some = std::span<const Draft* const>;

ContentsEntry entry_for(const Draft& draft) {
    return {draft.note.title, draft.note.id, {}};
}

/// Notes of one folder or part, in order: a journal's entries go below the note that stands for its file.
Entries entries_for(Some drafts, OrderedBy order, const std::string& language) {
    if (order == OrderedBy::date) return by_calendar(drafts, language);
    Entries out;
    for (std::size_t i = 0; i < drafts.size();) {
        const Draft& first = *drafts[i];
        std::size_t end = i + 1;
        while (end < drafts.size() && (first.head || first.entry) && drafts[end]->document == first.document) ++end;
        if (first.head) {
            out.push_back(entry_for(first));
            out.back().children = by_calendar(drafts.subspan(i + 1, end - i - 1), language);
        } else if (first.entry) {
            for (ContentsEntry& entry : by_calendar(drafts.subspan(i, end - i), language))
                out.push_back(std::move(entry));
        } else {
            out.push_back(entry_for(first));
        }
        i = end;
    }
    return out;
}

/// A folder with the notes directly in it and its sub-folders, in reading order.
struct Folder {
    std::string name;
    std::vector<const Draft*> notes;
    std::vector<Folder> folders;
    std::vector<std::size_t> before;  ///< of each sub-folder: how many of the notes come before it
    std::unordered_map<std::string, std::size_t> places;

    Folder& inside(std::string_view path) {
        if (path.empty()) return *this;
        const std::size_t slash = path.find('/');
        std::string part(path.substr(0, slash));
        const auto [place, added] = places.emplace(part, folders.size());
        if (added) {
            folders.push_back({std::move(part), {}, {}, {}, {}});
            before.push_back(notes.size());
        }
        return folders[place->second].inside(slash == std::string_view::npos ? std::string_view{}
                                                                             : path.substr(slash + 1));
    }
};

Entries of_folder(const Folder& folder, OrderedBy order, const std::string& language);

/// A sub-folder is a part; its README is the part's own entry.
ContentsEntry part_of(const Folder& folder, OrderedBy order, const std::string& language) {
    ContentsEntry part;
    Folder rest = folder;
    const auto index = std::find_if(rest.notes.begin(), rest.notes.end(), [](const Draft* d) { return d->index; });
    if (index != rest.notes.end() && !(*index)->head && !(*index)->entry) {
        part = entry_for(**index);
        const auto place = static_cast<std::size_t>(index - rest.notes.begin());
        for (std::size_t& before : rest.before) before -= before > place;
        rest.notes.erase(index);
    } else {
        part.title = title_from_path(folder.name + ".d");
    }
    part.children = of_folder(rest, order, language);
    return part;
}

Entries of_folder(const Folder& folder, OrderedBy order, const std::string& language) {
    Entries out;
    const Some notes(folder.notes);
    std::size_t done = 0;
    const auto add_notes = [&](std::size_t end) {
        Entries some = in_levels(entries_for(notes.subspan(done, end - done), order, language));
        out.insert(out.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        done = end;
    };
    for (std::size_t i = 0; i < folder.folders.size(); ++i) {
        add_notes(folder.before[i]);
        out.push_back(part_of(folder.folders[i], order, language));
    }
    add_notes(notes.size());
    return out;
}

Entries by_folders(const std::vector<const Draft*>& drafts, OrderedBy order, const std::string& language) {
    Folder root;
    for (const Draft* draft : drafts) root.inside(folder_of(draft->origin->path)).notes.push_back(draft);
    const Folder* top = &root;  // a folder that holds everything is no part
    while (top->notes.empty() && top->folders.size() == 1) top = &top->folders.front();
    return of_folder(*top, order, language);
}

/// The archive's own table, with what it leaves out behind it.
class FromSummary {
public:
    FromSummary(const std::vector<const Draft*>& drafts, const NoteNames& names, const std::string& language)
        : names_(names), language_(language) {
        for (const Draft* draft : drafts) of_source_[draft->document].push_back(draft);
    }

    Entries entries(const std::vector<SummaryEntry>& lines) {
        Entries out;
        ContentsEntry* part = nullptr;
        for (const SummaryEntry& line : lines) {
            Entries made = entry(line);
            if (line.part) {
                out.insert(out.end(), made.begin(), made.end());
                part = !made.empty() && line.children.empty() ? &out.back() : nullptr;
            } else {
                Entries& into = part ? part->children : out;
                into.insert(into.end(), std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
            }
        }
        return out;
    }

    /// What no line named, in reading order.
    std::vector<const Draft*> rest(const std::vector<const Draft*>& drafts) const {
        std::vector<const Draft*> out;
        for (const Draft* draft : drafts)
            if (of_source_.contains(draft->document)) out.push_back(draft);
        return out;
    }

private:
    Entries entry(const SummaryEntry& line) {
        Entries out;
        Entries children = entries(line.children);
        const auto source = line.path.empty() ? std::nullopt : names_.by_path({}, line.path);
        const auto notes = source ? of_source_.find(*source) : of_source_.end();
        if (notes != of_source_.end()) {
            out = entries_for(notes->second, OrderedBy::summary, language_);
            of_source_.erase(notes);
            if (out.size() == 1 && !line.title.empty()) out.front().title = line.title;
            if (!out.empty()) out.back().children.insert(out.back().children.end(), children.begin(), children.end());
        } else if (!children.empty() || line.part) {
            out.push_back({line.title, std::nullopt, std::move(children)});
        }
        return out;
    }

    const NoteNames& names_;
    const std::string& language_;
    std::unordered_map<std::size_t, std::vector<const Draft*>> of_source_;
};

/// A part without anything in it says nothing.
void drop_empty(Entries& entries) {
    for (ContentsEntry& entry : entries) drop_empty(entry.children);
    std::erase_if(entries, [](const ContentsEntry& entry) { return !entry.note && entry.children.empty(); });
}

template <class Visit>
void for_each_note(Entries& entries, const Visit& visit) {
    for (ContentsEntry& entry : entries) {
        if (entry.note) visit(*entry.note);
        for_each_note(entry.children, visit);
    }
}

}  // namespace

std::vector<ContentsEntry> make_contents(const std::vector<Draft>& drafts, OrderedBy order, const SourceSet& sources,
                                         const NoteNames& names, const std::string& language) {
    std::vector<const Draft*> shown;
    for (const Draft& draft : drafts)
        if (!draft.note.introduction) shown.push_back(&draft);
    Entries out;
    if (order == OrderedBy::summary) {
        FromSummary summary(shown, names, language);
        out = summary.entries(sources.summary);
        for (ContentsEntry& entry : by_folders(summary.rest(shown), order, language)) out.push_back(std::move(entry));
    } else if (order == OrderedBy::date || order == OrderedBy::title) {
        out = entries_for(shown, order, language);
    } else {
        // What lies beside a site's text is behind it.
        const auto text = std::stable_partition(shown.begin(), shown.end(), [&](const Draft* draft) {
            return sources.text_root.empty() || draft->origin->path.starts_with(sources.text_root + '/');
        });
        out = by_folders({shown.begin(), text}, order, language);
        for (ContentsEntry& entry : by_folders({text, shown.end()}, order, language)) out.push_back(std::move(entry));
    }
    drop_empty(out);
    if (order != OrderedBy::date) tell_apart(out, drafts);
    return in_levels(std::move(out));
}

void follow_contents(std::vector<Draft>& drafts, std::vector<ContentsEntry>& contents) {
    std::vector<Draft> ordered;
    ordered.reserve(drafts.size());
    std::vector<bool> named(drafts.size());
    for_each_note(contents, [&](NoteId id) { named[id.value] = true; });
    for (std::size_t i = 0; i < drafts.size(); ++i)
        if (!named[i]) ordered.push_back(std::move(drafts[i]));
    for_each_note(contents, [&](NoteId& id) {
        ordered.push_back(std::move(drafts[id.value]));
        id.value = static_cast<std::uint32_t>(ordered.size() - 1);
    });
    drafts = std::move(ordered);
    for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].note.id = {static_cast<std::uint32_t>(i)};
}

}  // namespace notes_export::archive
