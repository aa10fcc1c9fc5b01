#include "pdf/outline.hpp"

#include "pdf/links.hpp"

namespace notes_export::pdf {
namespace {

using layout::Bookmark;

class OutlineWriter {
public:
    OutlineWriter(const layout::PagedBook& book, const std::vector<ObjectId>& pages, Document& document)
        : book_(book), pages_(pages), document_(document) {}

    /// Adds bookmarks below `parent` and gives the entries that tell the parent about them.
    std::string add(const std::vector<Bookmark>& bookmarks, ObjectId parent, bool open) {
        if (bookmarks.empty()) return {};
        std::vector<ObjectId> objects;
        objects.reserve(bookmarks.size());
        for (std::size_t i = 0; i < bookmarks.size(); ++i) objects.push_back(document_.reserve());
        std::int64_t shown = 0;
        for (std::size_t i = 0; i < bookmarks.size(); ++i) {
            std::string body = "/Title";
            put_text(body, bookmarks[i].title);
            reference(body, "/Parent ", parent);
            if (i > 0) reference(body, "/Prev ", objects[i - 1]);
            if (i + 1 < objects.size()) reference(body, "/Next ", objects[i + 1]);
            const std::string to = destination(place_of(bookmarks[i]), pages_, book_.page_size.height);
            if (!to.empty()) body += "/Dest" + to;
            last_shown_ = 0;
            body += add(bookmarks[i].children, objects[i], bookmarks[i].open);
            shown += 1 + (bookmarks[i].open ? last_shown_ : 0);
            document_.set(objects[i], std::move(body));
        }
        std::string entries;
        reference(entries, "/First ", objects.front());
        reference(entries, "/Last ", objects.back());
        entries += "/Count ";
        put_integer(entries, open ? shown : -shown);
        last_shown_ = shown;
        return entries;
    }

private:
    static void reference(std::string& out, const char* key, ObjectId object) {
        out += key;
        put_reference(out, object);
    }

    /// A bookmark for a part that has no page of its own leads to the first below it that has one.
    static layout::Place place_of(const Bookmark& bookmark) {
        if (bookmark.place.page != UINT32_MAX) return bookmark.place;
        for (const Bookmark& child : bookmark.children)
            if (const layout::Place place = place_of(child); place.page != UINT32_MAX) return place;
        return {};
    }

    const layout::PagedBook& book_;
    const std::vector<ObjectId>& pages_;
    Document& document_;
    std::int64_t last_shown_ = 0;  ///< lines that the last list added shows when it is open
};

}  // namespace

ObjectId add_outline(const layout::PagedBook& book, const std::vector<ObjectId>& pages, Document& document) {
    if (book.bookmarks.empty()) return {};
    const ObjectId root = document.reserve();
    document.set(root, "/Type/Outlines" + OutlineWriter(book, pages, document).add(book.bookmarks, root, true));
    return root;
}

}  // namespace notes_export::pdf
