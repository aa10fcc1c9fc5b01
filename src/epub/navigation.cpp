#include <algorithm>

#include "epub/document.hpp"
#include "epub/documents.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

/// Beyond it a navigation document nears what old readers can load; notes are then reached by their parts' pages.
constexpr std::size_t most_entries = 2'000;

/// Levels that are left below an entry of a level with `depth` of them. A range only keeps a level short.
int depth_below(const ContentsEntry& entry, int depth) {
    return !entry.note && entry.grouping == Grouping::range ? depth : depth - 1;
}

std::size_t count(const std::vector<ContentsEntry>& entries, int depth) {
    std::size_t sum = 0;
    if (depth > 0)
        for (const ContentsEntry& entry : entries) sum += 1 + count(entry.children, depth_below(entry, depth));
    return sum;
}

/// Whether the part's own page leads to what is in it.
bool has_page(const Book& book, const ContentsEntry& entry) {
    return !entry.note && book.shelves.page_of(entry) != UINT32_MAX;
}

std::string href(const Book& book, const ContentsEntry& entry) {
    if (entry.note) return href_of(book.archive.note(*entry.note).anchor, book.archive, book.shelves.places);
    if (const std::uint32_t page = book.shelves.page_of(entry); page != UINT32_MAX)
        return book.shelves.places.files[page];
    // A part without a page of its own begins with its first note.
    for (const ContentsEntry& child : entry.children)
        if (std::string found = href(book, child); !found.empty()) return found;
    return {};
}

class NavigationWriter {
public:
    explicit NavigationWriter(const Book& book)
        : book_(book), crowded_(count(book.archive.contents, book.contents_depth) > most_entries) {}

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

class NcxWriter {
public:
    explicit NcxWriter(const Book& book) : book_(book) {}

    std::string write() {
        const Metadata& about = book_.archive.metadata;
        const bool crowded = count(book_.archive.contents, 2) > most_entries;
        xml_.declaration();
        {
            const Element ncx(xml_, "ncx",
                              {{"xmlns", "http://www.daisy.org/z3986/2005/ncx/"},
                               {"version", "2005-1"},
                               {"xml:lang", about.language}});
            {
                const Element head(xml_, "head");
                meta("dtb:uid", about.identifier);
                meta("dtb:depth", "2");
                meta("dtb:totalPageCount", "0");
                meta("dtb:maxPageNumber", "0");
            }
            {
                const Element title(xml_, "docTitle");
                text_element(xml_, "text", about.title);
            }
            const Element map(xml_, "navMap");
            if (book_.archive.contents.empty()) {
                open_point(about.title, book_.shelves.places.files.front());
                xml_.close();
            }
            for (const ContentsEntry& entry : book_.archive.contents) {
                open_point(entry.title, href(book_, entry));
                if (!crowded || !has_page(book_, entry))
                    below(entry.children, depth_below(entry, book_.contents_depth));
                xml_.close();
            }
            if (book_.shelves.tag_index != UINT32_MAX) {
                const BookFile& tags = book_.shelves.files[book_.shelves.tag_index];
                open_point(tags.title, tags.name);
                xml_.close();
            }
        }
        return xml_.take();
    }

private:
    /// Everything below the first level stands side by side.
    void below(const std::vector<ContentsEntry>& entries, int depth) {
        if (depth < 1) return;
        for (const ContentsEntry& entry : entries) {
            open_point(entry.title, href(book_, entry));
            xml_.close();
            below(entry.children, depth_below(entry, depth));
        }
    }

    void meta(const char* name, std::string_view content) {
        xml_.empty("meta", {{"name", name}, {"content", content}});
    }

    void open_point(std::string_view title, std::string_view address) {
        ++points_;
        // Points to one place have one number (NCX, playOrder).
        if (address != last_address_) ++order_;
        last_address_ = address;
        xml_.line_break();
        xml_.open("navPoint", {{"id", "point-" + std::to_string(points_)}, {"playOrder", std::to_string(order_)}});
        {
            const Element label(xml_, "navLabel");
            text_element(xml_, "text", title);
        }
        xml_.empty("content", {{"src", address}});
    }

    const Book& book_;
    std::size_t points_ = 0;
    std::size_t order_ = 0;
    std::string last_address_;
    XmlWriter xml_;
};

}  // namespace

std::string write_navigation(const Book& book) {
    return NavigationWriter(book).write();
}

std::string write_ncx(const Book& book) {
    return NcxWriter(book).write();
}

}  // namespace notes_export::epub
