#include "epub/ncx.hpp"

#include "epub/contents_entries.hpp"
#include "epub/xml_writer.hpp"

namespace notes_export::epub {
namespace {

class NcxWriter {
public:
    explicit NcxWriter(const Book& book) : book_(book) {}

    std::string write() {
        const Metadata& about = book_.archive.metadata;
        const bool crowded = is_crowded(book_.archive.contents, 2);
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

std::string write_ncx(const Book& book) {
    return NcxWriter(book).write();
}

}  // namespace notes_export::epub
