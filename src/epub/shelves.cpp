#include "epub/shelves.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "epub/parts_of_notes.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

constexpr std::size_t long_note = 6'000;      ///< bytes; it has a file, and so a page, of its own
constexpr std::size_t shared_file = 150'000;  ///< bytes of short notes in one file

/// How a run of short notes is cut: the calendar's year, month and day, or the letters that titles begin with.
std::string shelf_of(const Note& note, bool dated, int level) {
    if (dated) {
        if (!note.date) return {};
        const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(note.date->at));
        std::string shelf = std::to_string(static_cast<int>(date.year()));
        if (level >= 1) shelf += fmt::format("-{:02}", static_cast<unsigned>(date.month()));
        if (level >= 2) shelf += fmt::format("-{:02}", static_cast<unsigned>(date.day()));
        return shelf;
    }
    return note.key.substr(0, static_cast<std::size_t>(level));
}

class Shelver {
public:
    Shelver(const Archive& archive, const std::vector<RenderedNote>& notes, FileNames& names)
        : archive_(archive), notes_(notes), names_(names), parts_(find_parts(archive)) {}

    Shelves shelve() {
        const std::size_t count = archive_.notes.size();
        for (std::size_t begin = 0; begin < count;) {
            open_parts(begin);
            std::size_t end = begin + 1;
            if (!is_long(begin))
                while (end < count && !is_long(end) && !opens_part(end) &&
                       parts_.innermost[end] == parts_.innermost[begin] &&
                       archive_.notes[end - 1].introduction == archive_.notes[end].introduction)
                    ++end;
            add_run(begin, end);
            begin = end;
        }
        add_tags();
        find_places();
        made_.with_children = std::move(parts_.with_children);
        return std::move(made_);
    }

private:
    bool is_long(std::size_t note) const { return notes_[note].size > long_note; }
    bool has_pages() const { return parts_.count > 1; }
    bool opens_part(std::size_t note) const { return has_pages() && !parts_.begin_at[note].empty(); }

    void open_parts(std::size_t note) {
        if (!has_pages()) return;
        for (const ContentsEntry* part : parts_.begin_at[note]) {
            BookFile file;
            file.name = names_.claim("part-", part->title, "part", ".xhtml");
            file.title = part->title;
            file.part = part;
            made_.parts.emplace(part, static_cast<std::uint32_t>(made_.files.size()));
            made_.files.push_back(std::move(file));
        }
    }

    std::size_t size_of(std::size_t begin, std::size_t end) const {
        std::size_t size = 0;
        for (std::size_t i = begin; i < end; ++i) size += notes_[i].size;
        return size;
    }

    void add_run(std::size_t begin, std::size_t end) {
        if (end - begin == 1) {
            add_note(begin);
            return;
        }
        const auto with_date = std::count_if(archive_.notes.begin() + static_cast<std::ptrdiff_t>(begin),
                                             archive_.notes.begin() + static_cast<std::ptrdiff_t>(end),
                                             [](const Note& note) { return note.date.has_value(); });
        split(begin, end, 2 * static_cast<std::size_t>(with_date) > end - begin, 0);
    }

    void split(std::size_t begin, std::size_t end, bool dated, int level) {
        const int deepest = dated ? 3 : 8;
        for (std::size_t from = begin; from < end;) {
            const std::string shelf = shelf_of(archive_.notes[from], dated, level);
            std::size_t to = from + 1;
            while (to < end && shelf_of(archive_.notes[to], dated, level) == shelf) ++to;
            if (size_of(from, to) <= shared_file) {
                add_shared(from, to, dated ? shelf : std::string());
            } else if (level + 1 < deepest) {
                split(from, to, dated, level + 1);
            } else {
                for (std::size_t i = from; i < to; ++i) add_note(i);
            }
            from = to;
        }
    }

    void add_shared(std::size_t begin, std::size_t end, const std::string& shelf) {
        if (end - begin == 1) {
            add_note(begin);
            return;
        }
        const ContentsEntry* part = parts_.innermost[begin];
        BookFile file;
        file.name = names_.claim("", !shelf.empty() ? shelf : part ? part->title : "", "notes", ".xhtml");
        file.title = archive_.notes[begin].title;
        for (std::size_t i = begin; i < end; ++i)
            for (Piece& piece : cut_into_pieces(archive_.notes[i], notes_[i])) file.pieces.push_back(std::move(piece));
        made_.files.push_back(std::move(file));
    }

    void add_note(std::size_t index) {
        const Note& note = archive_.notes[index];
        for (Piece& piece : cut_into_pieces(note, notes_[index])) {
            BookFile file;
            file.name = names_.claim("", note.key, "note", ".xhtml");
            file.title = note.title;
            file.pieces.push_back(std::move(piece));
            made_.files.push_back(std::move(file));
        }
    }

    /// The index of tags comes last, as an index does.
    void add_tags() {
        const std::vector<std::string> ids = tag_ids(archive_);
        for (std::vector<TagSlice>& slices : shelve_tags(archive_)) {
            BookFile file;
            file.name = names_.claim("", "tags", "tags", ".xhtml");
            file.title = locale::word("tags", archive_.metadata.language);
            const auto index = static_cast<std::uint32_t>(made_.files.size());
            if (made_.tag_index == UINT32_MAX) made_.tag_index = index;
            for (const TagSlice& slice : slices)
                if (slice.begin == 0) made_.places.tags.push_back({index, ids[slice.tag]});
            file.tags = std::move(slices);
            made_.files.push_back(std::move(file));
        }
    }

    void find_places() {
        Places& places = made_.places;
        places.anchors.assign(archive_.anchors.size(), UINT32_MAX);
        places.footnotes.resize(archive_.notes.size());
        for (std::uint32_t f = 0; f < made_.files.size(); ++f) {
            places.files.push_back(made_.files[f].name);
            for (const Piece& piece : made_.files[f].pieces) find_places_of(piece, f);
        }
    }

    void find_places_of(const Piece& piece, std::uint32_t file) {
        const RenderedNote& rendered = notes_[piece.note.value];
        const auto place = [&](const Fragment& fragment) {
            for (const AnchorId anchor : fragment.anchors) made_.places.anchors[anchor.value] = file;
        };
        if (piece.first) {
            place(rendered.header);
            if (const AnchorId own = archive_.note(piece.note).anchor; own.valid())
                made_.places.anchors[own.value] = file;
        }
        for (std::size_t i = piece.begin; i < piece.end; ++i) place(rendered.blocks[i]);
        std::vector<std::uint32_t>& footnotes = made_.places.footnotes[piece.note.value];
        footnotes.resize(archive_.note(piece.note).footnotes.size(), UINT32_MAX);
        for (const std::uint32_t footnote : piece.footnotes) {
            footnotes[footnote] = file;
            place(rendered.footnotes[footnote]);
        }
    }

    const Archive& archive_;
    const std::vector<RenderedNote>& notes_;
    FileNames& names_;
    PartsOfNotes parts_;
    Shelves made_;
};

}  // namespace

std::uint32_t Shelves::page_of(const ContentsEntry& part) const {
    const auto found = parts.find(&part);
    return found == parts.end() ? UINT32_MAX : found->second;
}

Shelves shelve(const Archive& archive, const std::vector<RenderedNote>& notes, FileNames& names) {
    return Shelver(archive, notes, names).shelve();
}

}  // namespace notes_export::epub
