#include "epub/note_files.hpp"

#include "epub/tag_pages.hpp"
#include "epub/xhtml_frame.hpp"
#include "locale/dates.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

class FileWriter {
public:
    FileWriter(const Book& book, std::uint32_t file)
        : book_(book), archive_(book.archive), index_(file), file_(book.shelves.files[file]) {}

    std::string write() {
        const Metadata& about = archive_.metadata;
        open_document(xml_, file_.title.empty() ? about.title : file_.title, about.language, about.direction);
        if (file_.part) part_page(*file_.part);
        for (const Piece& piece : file_.pieces) note(piece);
        if (!file_.tags.empty()) write_tags(xml_, book_, file_, index_ == book_.shelves.tag_index);
        if (book_.neighbours) neighbours();
        xml_.close();
        xml_.close();
        return flushed();
    }

private:
    std::string& flushed() {
        append_resolved(out_, xml_.take(), index_, archive_, book_.shelves.places);
        return out_;
    }

    void put(const Fragment& fragment) {
        append_resolved(flushed(), fragment.xhtml, index_, archive_, book_.shelves.places);
    }

    void note(const Piece& piece) {
        const Note& note = archive_.note(piece.note);
        const RenderedNote& rendered = book_.notes[piece.note.value];
        {
            // Old engines know no `:dir()`, and `[dir]` would mean what is within a section of the other direction too.
            std::string classes = note.introduction ? "note introduction" : "note";
            if (note.direction == Direction::right_to_left) classes += " rtl";
            const Element section(xml_, "section", {{"class", classes}});
            if (piece.first && note.anchor.valid()) xml_.attribute("id", archive_.anchor(note.anchor).id);
            if (note.language != archive_.metadata.language) {
                xml_.attribute("lang", note.language);
                xml_.attribute("xml:lang", note.language);
            }
            if (note.direction != archive_.metadata.direction) xml_.attribute("dir", direction_name(note.direction));
            xml_.line_break();
            if (piece.first) put(rendered.header);
            xml_.line_break();
            for (std::size_t i = piece.begin; i < piece.end; ++i) put(rendered.blocks[i]);
            if (!piece.footnotes.empty()) {
                const Element footnotes(xml_, "section", {{"class", "footnotes"}});
                for (const std::uint32_t footnote : piece.footnotes) put(rendered.footnotes[footnote]);
            }
            if (piece.last) {
                if (const auto found = book_.shelves.with_children.find(piece.note.value);
                    found != book_.shelves.with_children.end())
                    chapters_below(*found->second);
                put(rendered.footer);
            }
        }
        xml_.line_break();
    }

    void part_page(const ContentsEntry& part) {
        const bool mirrored = archive_.metadata.direction == Direction::right_to_left;
        const Element section(xml_, "section", {{"class", mirrored ? "part rtl" : "part"}});
        text_element(xml_, "h1", part.title);
        list_of(part.children, count(part.children) <= most_nested);
    }

    /// Beyond a screen or three of them, a list leads to the lists below it instead of holding them.
    static constexpr std::size_t most_nested = 60;

    static std::size_t count(const std::vector<ContentsEntry>& entries) {
        std::size_t sum = entries.size();
        for (const ContentsEntry& entry : entries) sum += count(entry.children);
        return sum;
    }

    /// The notes that the contents set below this one.
    void chapters_below(const ContentsEntry& entry) {
        const Element footer(xml_, "footer", {{"class", "below"}});
        list_of(entry.children, false);
    }

    void list_of(const std::vector<ContentsEntry>& entries, bool nested) {
        const Element list(xml_, "ul");
        for (const ContentsEntry& entry : entries) {
            xml_.line_break();
            const Element item(xml_, "li");
            link_to(entry);
            if (entry.note) date_of(archive_.note(*entry.note));
            if (nested && !entry.children.empty()) list_of(entry.children, true);
        }
    }

    void date_of(const Note& note) {
        if (!note.date) return;
        const std::string& language = archive_.metadata.language;
        // A part of the calendar says the year itself.
        const bool in_its_year = file_.part && file_.part->grouping == Grouping::calendar;
        xml_.text(" ");
        text_element(xml_, "span",
                     in_its_year ? locale::short_date(*note.date, language) : locale::medium_date(*note.date, language),
                     {{"class", "when"}});
    }

    void link_to(const ContentsEntry& entry) {
        const Element link(xml_, "a");
        if (entry.note)
            xml_.raw_attribute("href", late_href(archive_.note(*entry.note).anchor));
        else
            xml_.attribute("href", book_.shelves.places.files[book_.shelves.page_of(entry)]);
        xml_.text(entry.title);
    }

    /// The way to the files before and after, and to the contents.
    void neighbours() {
        const std::vector<BookFile>& files = book_.shelves.files;
        if (files.size() < 2) return;
        const std::string& language = archive_.metadata.language;
        const Element line(xml_, "p", {{"class", "neighbours"}});
        const auto neighbour = [&](const BookFile& file, std::string_view key) {
            const Element part(xml_, "span");
            xml_.text(locale::word(key, language));
            xml_.text(": ");
            text_element(xml_, "a", file.title.empty() ? archive_.metadata.title : file.title, {{"href", file.name}});
        };
        if (index_ > 0) {
            neighbour(files[index_ - 1], "previous");
            xml_.text(" · ");
        }
        text_element(xml_, "a", locale::word("contents", language), {{"href", "nav.xhtml"}});
        if (index_ + 1 < files.size()) {
            xml_.text(" · ");
            neighbour(files[index_ + 1], "next");
        }
    }

    const Book& book_;
    const Archive& archive_;
    std::uint32_t index_;
    const BookFile& file_;
    XmlWriter xml_;
    std::string out_;
};

}  // namespace

std::string write_file(const Book& book, std::uint32_t file) {
    return FileWriter(book, file).write();
}

}  // namespace notes_export::epub
