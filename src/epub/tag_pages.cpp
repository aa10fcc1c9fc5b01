#include "epub/tag_pages.hpp"

#include "locale/dates.hpp"
#include "locale/figures.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

/// Fewer tags are seen at a glance without a list of them.
constexpr std::size_t least_listed = 8;

class TagWriter {
public:
    TagWriter(XmlWriter& xml, const Book& book) : xml_(xml), book_(book), archive_(book.archive) {}

    void write(const BookFile& file, bool first) {
        const bool mirrored = archive_.metadata.direction == Direction::right_to_left;
        const Element section(xml_, "section", {{"class", mirrored ? "tag-index rtl" : "tag-index"}});
        text_element(xml_, "h1", file.title);
        if (first && archive_.tags.size() >= least_listed) overview();
        for (const TagSlice& slice : file.tags) tag(slice);
    }

private:
    /// All tags in a paragraph, with the number of their notes.
    void overview() {
        xml_.line_break();
        const Element line(xml_, "p", {{"class", "tag-list"}});
        for (std::uint32_t i = 0; i < archive_.tags.size(); ++i) {
            if (i > 0) xml_.text(" · ");
            {
                const Element link(xml_, "a");
                xml_.raw_attribute("href", late_tag_href(i));
                xml_.text('#' + archive_.tags[i].name);
            }
            xml_.text("\u00a0");
            text_element(xml_, "span", locale::figures(archive_.tags[i].notes.size(), language()), {{"class", "when"}});
        }
    }

    void tag(const TagSlice& slice) {
        const TagEntry& entry = archive_.tags[slice.tag];
        xml_.line_break();
        xml_.open("h2");
        if (slice.begin == 0) xml_.attribute("id", book_.shelves.places.tags[slice.tag].id);
        xml_.text('#' + entry.name);
        xml_.close();
        const Element list(xml_, "ul");
        for (std::size_t i = slice.begin; i < slice.end; ++i) note(archive_.note(entry.notes[i]));
    }

    void note(const Note& note) {
        xml_.line_break();
        const Element item(xml_, "li");
        {
            const Element link(xml_, "a");
            xml_.raw_attribute("href", late_href(note.anchor));
            xml_.text(note.title.empty() ? locale::word("introduction", language()) : std::string_view(note.title));
        }
        if (!note.date) return;
        xml_.text(" ");
        text_element(xml_, "span", locale::medium_date(*note.date, language()), {{"class", "when"}});
    }

    const std::string& language() const { return archive_.metadata.language; }

    XmlWriter& xml_;
    const Book& book_;
    const Archive& archive_;
};

}  // namespace

void write_tags(XmlWriter& xml, const Book& book, const BookFile& file, bool first) {
    TagWriter(xml, book).write(file, first);
}

}  // namespace notes_export::epub
