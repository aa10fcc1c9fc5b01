#include "layout/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "layout/blocks/note_block.hpp"
#include "layout/blocks/pictures.hpp"
#include "layout/book/bookmarks.hpp"
#include "layout/book/contents_pages.hpp"
#include "layout/book/cover_page.hpp"
#include "layout/book/list_matter.hpp"
#include "layout/book/runs.hpp"
#include "layout/book/tag_pages.hpp"
#include "layout/design.hpp"
#include "layout/pages/furniture.hpp"
#include "layout/pages/late_numbers.hpp"
#include "layout/pages/makeup.hpp"
#include "layout/pages/page_numbers.hpp"
#include "support/parallel.hpp"

namespace notes_export::layout {
namespace {

/// An introduction up to this part of a page stands above the contents; a longer one has pages of its own.
constexpr double short_introduction = 0.4;

int digits_of(std::size_t number) {
    return static_cast<int>(std::to_string(number).size());
}

/// A guess from the words: rooms for page numbers are made before there are pages.
int expected_digits(const Archive& archive) {
    constexpr std::size_t words_a_page = 240;
    std::size_t words = 0;
    for (const Note& note : archive.notes) words += note.words;
    return std::max(2, digits_of(words / words_a_page + archive.notes.size() / 4 + 3));
}

class BookLayout {
public:
    BookLayout(const Archive& archive, const PdfOptions& options, const Design& design, const text::FontLibrary& fonts,
               const std::vector<PictureSize>& pictures, int digits, bool exact_rooms)
        : archive_(archive),
          options_(options),
          design_(design),
          fonts_(fonts),
          exact_rooms_(exact_rooms),
          context_{archive, design, fonts, pictures, digits, anchor_digits_},
          contents_(list_note(archive, "contents")),
          tags_(list_note(archive, "tags")) {}

    PagedBook run() {
        set_notes();
        if (exact_rooms_) settle_digits();
        assign_bases();
        make_pages();
        gather_places();
        finish_pages();
        gather_structure();
        book_.page_size = design_.page;
        book_.grayscale = options_.grayscale;
        book_.bookmarks = bookmarks();
        return std::move(book_);
    }

    /// Of the longest number that has less room than it needs, because setting notes again moved it; 0 where none has.
    int digits_lacking() const { return digits_lacking_; }

    Diagnostics take_diagnostics() {
        Diagnostics all;
        for (SetNote& set : sets_) all.append(std::move(set.diagnostics));
        warn_of_missing(all);
        return all;
    }

private:
    /// Each character that no font has is told once, at the note that has it first.
    void warn_of_missing(Diagnostics& diagnostics) const {
        std::set<char32_t> told;
        for (std::size_t i = 0; i < archive_.notes.size(); ++i)
            for (const char32_t character : sets_[i].missing)
                if (told.insert(character).second)
                    diagnostics.warn("missing-glyph", archive_.notes[i].source, archive_.notes[i].span,
                                     fmt::format("no font has the character U+{:04X}: its number stands in a frame",
                                                 static_cast<std::uint32_t>(character)),
                                     "install a font that has it (Debian: fonts-noto-core, fonts-noto-cjk)");
    }

    /// Each note into boxes, in parallel; behind them the contents and the index of tags.
    void set_notes() {
        const std::size_t contents = archive_.notes.size();
        sets_.resize(contents + (archive_.tags.empty() ? 1 : 2));
        parallel_for(options_.jobs, sets_.size(), [&](std::size_t i) {
            if (i < contents)
                sets_[i] = set_note(context_, archive_.notes[i], parts_[i]);
            else if (i == contents)
                sets_[i] = set_contents(context_, contents_, options_.contents_depth);
            else
                sets_[i] = set_tag_index(context_, tags_);
        });
    }

    /// Rooms for page numbers were made for as many digits as the book's last may have, which leaves holes in the text
    /// behind smaller ones. Notes with such are set again once it is known how many digits each number has.
    void settle_digits() {
        std::vector<std::vector<RunNote>> all = runs();
        std::vector<PlannedRun> planned(all.size());
        parallel_for(options_.jobs, all.size(), [&](std::size_t i) { planned[i] = plan(design_, std::move(all[i])); });
        std::uint32_t front = 1, first = 1;  // behind the cover
        for (std::size_t i = 0; i < front_runs(); ++i) front += static_cast<std::uint32_t>(planned[i].pages);
        const PageNumbers numbers(front);
        std::vector<int> digits(archive_.anchors.size(), 0);
        for (const PlannedRun& run : planned) {
            for (const auto& [target, place] : run.places) {
                const auto* anchor = std::get_if<AnchorId>(&target);
                const std::uint32_t page = first + place;
                // Setting notes again may move it by a page or two.
                if (anchor && anchor->value < digits.size() && digits[anchor->value] == 0)
                    digits[anchor->value] = numbers.digits(page < front ? page : page + (page - front) / 100);
            }
            first += static_cast<std::uint32_t>(run.pages);
        }
        anchor_digits_ = std::move(digits);
        parallel_for(options_.jobs, archive_.notes.size(), [&](std::size_t i) {
            if (has_wrong_rooms(sets_[i])) sets_[i] = set_note(context_, archive_.notes[i], parts_[i]);
        });
    }

    bool has_wrong_rooms(const SetNote& set) const {
        const auto wrong = [&](const Strip& strip) {
            return std::ranges::any_of(strip.late, [&](const LateNumber& late) {
                const auto* anchor = std::get_if<AnchorId>(&late.number.piece.target);
                return anchor && context_.digits_of(*anchor) != late.number.piece.digits;
            });
        };
        return std::ranges::any_of(set.body.strips, wrong) ||
               std::ranges::any_of(set.footnotes,
                                   [&](const Galley& note) { return std::ranges::any_of(note.strips, wrong); });
    }

    /// Element 0 is the document; the cover's elements stand behind all others.
    void assign_bases() {
        Bases next;
        next.elements = 1;
        for (const SetNote& set : sets_) {
            bases_.push_back(next);
            next.elements += static_cast<std::uint32_t>(set.elements.size());
            next.links += static_cast<std::uint32_t>(set.links.size());
            next.places += set.places;
        }
        bases_.push_back(next);
    }

    RunNote run_note(std::size_t i) {
        const std::size_t contents = archive_.notes.size();
        const Note& note = i < contents ? archive_.notes[i] : i == contents ? contents_ : tags_;
        return {note.title, note.direction == Direction::right_to_left, &sets_[i],
                bases_.empty() ? Bases{} : bases_[i]};
    }

    bool is_introduced() const { return !archive_.notes.empty() && archive_.notes.front().introduction; }

    /// Runs before those of the notes: a long introduction has one before that of the contents.
    std::size_t front_runs() const {
        return is_introduced() && sets_[0].height > design_.height * short_introduction ? 2 : 1;
    }

    /// Runs in the order of their pages: the introduction and the contents, the notes, the index of tags.
    std::vector<std::vector<RunNote>> runs() {
        std::vector<std::vector<RunNote>> all;
        const std::size_t contents = archive_.notes.size();
        const bool introduced = is_introduced();
        if (introduced) {
            all.push_back({run_note(0)});
            if (front_runs() > 1) all.emplace_back();
        } else {
            all.emplace_back();
        }
        all.back().push_back(run_note(contents));
        for (const NoteRun& run :
             runs_of(std::span(sets_.data(), contents), introduced ? 1 : 0, design_.note_start, design_)) {
            all.emplace_back();
            for (std::size_t i = run.first; i < run.last; ++i) all.back().push_back(run_note(i));
        }
        if (!archive_.tags.empty()) all.push_back({run_note(contents + 1)});
        return all;
    }

    void make_pages() {
        std::vector<std::vector<RunNote>> all = runs();
        made_.resize(all.size());
        parallel_for(options_.jobs, all.size(), [&](std::size_t i) { made_[i] = make_up(design_, std::move(all[i])); });
        cover_ = cover_page(archive_, design_, fonts_);
    }

    void gather_places() {
        book_.anchors.resize(archive_.anchors.size());
        book_.places.resize(bases_.back().places);
        std::uint32_t first = 1;
        for (MadeRun& run : made_) {
            for (auto& [target, place] : run.places) {
                place.page += first;
                const auto* anchor = std::get_if<AnchorId>(&target);
                auto& places = anchor ? book_.anchors : book_.places;
                const std::uint32_t index = anchor ? anchor->value : std::get<std::uint32_t>(target);
                if (index < places.size() && places[index].page == UINT32_MAX) places[index] = place;
            }
            first += static_cast<std::uint32_t>(run.pages.size());
        }
        std::uint32_t front = 1;
        for (std::size_t i = 0; i < front_runs(); ++i) front += static_cast<std::uint32_t>(made_[i].pages.size());
        numbers_ = PageNumbers(front);
    }

    void finish_pages() {
        std::vector<MadePage*> pages;
        for (MadeRun& run : made_)
            for (MadePage& page : run.pages) pages.push_back(&page);
        for (const MadePage* page : pages)
            for (const LateNumber& late : page->late)
                if (is_small(late)) digits_lacking_ = std::max(digits_lacking_, digits_needed(late));
        const Furniture furniture(archive_, design_, fonts_);
        parallel_for(options_.jobs, pages.size(), [&](std::size_t i) {
            const auto page = static_cast<std::uint32_t>(i + 1);
            set_late_numbers(*pages[i], book_, numbers_, archive_.metadata.language, fonts_);
            furniture.add(pages[i]->page, numbers_.printed(page, archive_.metadata.language), pages[i]->continued);
            pages[i]->page.label = numbers_.label(page);
        });
        book_.pages.reserve(pages.size() + 1);
        for (PageItem& item : cover_.page.items)
            if (ElementId& element = element_of(item); element.valid()) element.value += bases_.back().elements;
        cover_.page.label = numbers_.label(0);
        book_.pages.push_back(std::move(cover_.page));
        for (MadePage* page : pages) book_.pages.push_back(std::move(page->page));
    }

    bool is_small(const LateNumber& late) const { return digits_needed(late) > late.number.piece.digits; }

    int digits_needed(const LateNumber& late) const {
        const auto* anchor = std::get_if<AnchorId>(&late.number.piece.target);
        if (!anchor || anchor->value >= book_.anchors.size()) return 0;
        const std::uint32_t page = book_.anchors[anchor->value].page;
        return page != UINT32_MAX ? numbers_.digits(page) : 0;
    }

    void add_elements(std::vector<Element>& elements, std::uint32_t base) {
        for (Element& element : elements) {
            if (element.parent.valid())
                element.parent.value += base;
            else
                element.parent = {0};
            book_.elements.push_back(std::move(element));
        }
    }

    void gather_structure() {
        book_.elements.reserve(bases_.back().elements + cover_.elements.size());
        book_.links.reserve(bases_.back().links);
        Element document;
        document.role = Role::document;
        book_.elements.push_back(std::move(document));
        for (std::size_t i = 0; i < sets_.size(); ++i) {
            add_elements(sets_[i].elements, bases_[i].elements);
            for (Link& link : sets_[i].links) {
                if (link.element.valid()) link.element.value += bases_[i].elements;
                if (auto* place = std::get_if<std::uint32_t>(&link.target)) *place += bases_[i].places;
                book_.links.push_back(std::move(link));
            }
        }
        add_elements(cover_.elements, bases_.back().elements);
    }

    std::vector<Bookmark> bookmarks() {
        std::vector<Bookmark> all = bookmarks_of(archive_, book_, options_.contents_depth);
        const std::uint32_t contents_page = contents_starts();
        all.insert(all.begin(), Bookmark{contents_.title, {contents_page, design_.top}, {}, false});
        if (!archive_.tags.empty()) {
            const std::size_t first = book_.pages.size() - made_.back().pages.size();
            all.push_back({tags_.title, {static_cast<std::uint32_t>(first), design_.top}, {}, false});
        }
        return all;
    }

    std::uint32_t contents_starts() const {
        return 1 + (front_runs() > 1 ? static_cast<std::uint32_t>(made_[0].pages.size()) : 0);
    }

    const Archive& archive_;
    const PdfOptions& options_;
    const Design& design_;
    const text::FontLibrary& fonts_;
    const bool exact_rooms_;
    int digits_lacking_ = 0;
    std::vector<int> anchor_digits_;
    const BookContext context_;
    const Note contents_, tags_;
    const std::vector<std::vector<std::string>> parts_ = part_openings(archive_);  ///< that begin with each note
    std::vector<SetNote> sets_;  ///< as the archive's notes; behind them the contents and the index of tags
    std::vector<Bases> bases_;   ///< as `sets_`; the last is the cover's
    std::vector<MadeRun> made_;
    PageNumbers numbers_;
    CoverPage cover_;
    PagedBook book_;
};

}  // namespace

PagedBook lay_out(const Archive& archive, const PdfOptions& options, const text::FontLibrary& fonts,
                  Diagnostics& diagnostics) {
    const Design design = design_for(options);
    const std::vector<PictureSize> pictures = measure_pictures(archive, options.jobs, diagnostics);
    bool exact_rooms = true;
    for (int digits = expected_digits(archive);;) {
        BookLayout layout(archive, options, design, fonts, pictures, digits, exact_rooms);
        PagedBook book = layout.run();
        // Rooms too small for the numbers: once more with larger ones, which no book outgrows twice.
        const int lacking = layout.digits_lacking();
        if (lacking > digits) {
            digits = lacking;
            continue;
        }
        if (lacking > 0 && exact_rooms) {
            exact_rooms = false;
            continue;
        }
        diagnostics.append(layout.take_diagnostics());
        return book;
    }
}

}  // namespace notes_export::layout
