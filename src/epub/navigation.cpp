#include "epub/navigation.hpp"

#include <algorithm>

#include "epub/contents_entries.hpp"
#include "epub/xhtml_frame.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

class NavigationWriter {
public:
    explicit NavigationWriter(const Book& book)
        : book_(book), crowded_(is_crowded(book.archive.contents, book.contents_depth)) {}

    std::string write() {
        const Metadata& about = book_.archive.metadata;
        const std::string_view heading = locale::word("contents", about.language);
        open_document(xml_, about.title, about.language, about.direction);
        {
            const Element nav(xml_, "nav", {{"epub:type", "toc"}, {"role", "doc-toc"}, {"id", "toc"}});
            if (about.direction == Direction::right_to_left) xml_.attribute("class", "rtl");
            text_element(xml_, "h1", heading);
            if (book_.archive.contents.empty())
                only_entry(about.title);
            else
                entries(book_.archive.contents, book_.contents_depth, true);
        }
        xml_.line_break();
        landmarks(heading);
        xml_.close();
        xml_.close();
        return xml_.take();
    }

private:
    void entries(const std::vector<ContentsEntry>& entries_of, int depth, bool top = false) {
        const Element list(xml_, "ol");
        for (const ContentsEntry& entry : entries_of) {
            xml_.line_break();
            const Element item(xml_, "li");
            {
                const Element link(xml_, "a", {{"href", href(book_, entry)}});
                if (!entry.note) xml_.attribute("class", "part-title");
                xml_.text(entry.title);
            }
            const int below = depth_below(entry, depth);
            if (below > 0 && !entry.children.empty() && !(crowded_ && has_page(book_, entry) && are_notes(entry)))
                entries(entry.children, below);
        }
        if (top && book_.shelves.tag_index != UINT32_MAX) {
            xml_.line_break();
            const Element item(xml_, "li");
            const BookFile& tags = book_.shelves.files[book_.shelves.tag_index];
            text_element(xml_, "a", tags.title, {{"href", tags.name}, {"class", "part-title"}});
        }
    }

    static bool are_notes(const ContentsEntry& part) {
        return std::ranges::all_of(part.children, [](const ContentsEntry& entry) { return entry.note.has_value(); });
    }

    /// A navigation document has at least one entry; a book of nothing but an introduction has that.
    void only_entry(const std::string& title) {
        const Element list(xml_, "ol");
        const Element item(xml_, "li");
        text_element(xml_, "a", title, {{"href", book_.shelves.places.files.front()}});
    }

    void landmarks(std::string_view contents) {
        const Element nav(xml_, "nav", {{"epub:type", "landmarks"}, {"hidden", "hidden"}, {"aria-label", contents}});
        const Element list(xml_, "ol");
        const auto landmark = [&](const char* type, std::string_view address, std::string_view title) {
            const Element item(xml_, "li");
            text_element(xml_, "a", title, {{"epub:type", type}, {"href", address}});
        };
        const std::string& language = book_.archive.metadata.language;
        landmark("cover", "cover.xhtml", locale::word("cover", language));
        landmark("toc", "nav.xhtml", contents);
        landmark("bodymatter", book_.shelves.places.files.front(), locale::word("notes-index", language));
        if (book_.shelves.tag_index != UINT32_MAX)
            landmark("backmatter", book_.shelves.places.files[book_.shelves.tag_index], locale::word("tags", language));
    }

    const Book& book_;
    bool crowded_;
    XmlWriter xml_;
};

}  // namespace

std::string write_navigation(const Book& book) {
    return NavigationWriter(book).write();
}

}  // namespace notes_export::epub
