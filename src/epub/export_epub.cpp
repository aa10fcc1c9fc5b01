#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "epub/container.hpp"
#include "epub/content/rendered_note.hpp"
#include "epub/cover.hpp"
#include "epub/navigation.hpp"
#include "epub/ncx.hpp"
#include "epub/note_files.hpp"
#include "epub/package.hpp"
#include "epub/pictures.hpp"
#include "epub/shelves.hpp"
#include "notes_export/epub.hpp"
#include "support/embedded.hpp"
#include "support/parallel.hpp"

namespace notes_export {
namespace epub {
namespace {

constexpr const char* folder = "EPUB/";
constexpr const char* xhtml = "application/xhtml+xml";

constexpr std::string_view container_xml =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
    "</container>\n";

/// A file that is still to be written, on whichever thread comes to it.
struct Job {
    ManifestItem item;
    std::function<std::string()> write;
};

Entry stored(std::string path, std::string bytes) {
    Entry entry;
    entry.path = std::move(path);
    entry.size = bytes.size();
    entry.bytes = std::move(bytes);
    return entry;
}

std::vector<RenderedNote> render_notes(const Archive& archive, const Pictures& pictures, unsigned jobs) {
    std::vector<RenderedNote> notes(archive.notes.size());
    const TagNumbers tags = number_tags(archive);
    parallel_for(jobs, notes.size(),
                 [&](std::size_t i) { notes[i] = render_note(archive, pictures, archive.notes[i], tags); });
    return notes;
}

/// The introduction stands before the contents, as in the printed book.
std::size_t front_files(const Archive& archive, const Shelves& shelves) {
    std::size_t count = 0;
    while (count < shelves.files.size() && !shelves.files[count].pieces.empty() &&
           archive.note(shelves.files[count].pieces.front().note).introduction)
        ++count;
    return count;
}

}  // namespace
}  // namespace epub

void export_epub(const Archive& archive, const EpubOptions& options, Output& output, Diagnostics& diagnostics) {
    using namespace epub;
    FileNames names;
    for (const char* taken : {"cover", "nav"}) names.claim("", taken, "", ".xhtml");
    Pictures pictures = make_pictures(archive, options.jobs, names, diagnostics);
    const std::vector<RenderedNote> notes = render_notes(archive, pictures, options.jobs);
    const Shelves shelves = shelve(archive, notes, names);
    const Book book{archive, notes, shelves, options.contents_depth, options.neighbours};

    std::vector<Job> jobs;
    bool has_pictures = false;
    jobs.push_back({{"cover.png", "image/png", "cover-image", false}, [&] { return make_cover_image(archive); }});
    jobs.push_back({{"cover.xhtml", xhtml, "", true}, [&] { return write_cover_page(archive, "cover.png"); }});
    const auto add_file = [&](std::uint32_t file) {
        jobs.push_back({{shelves.files[file].name, xhtml, "", true}, [&book, file] { return write_file(book, file); }});
    };
    const auto front = static_cast<std::uint32_t>(front_files(archive, shelves));
    for (std::uint32_t file = 0; file < front; ++file) add_file(file);
    jobs.push_back({{"nav.xhtml", xhtml, "nav", true}, [&] { return write_navigation(book); }});
    for (std::uint32_t file = front; file < shelves.files.size(); ++file) add_file(file);
    jobs.push_back({{"toc.ncx", "application/x-dtbncx+xml", "", false}, [&] { return write_ncx(book); }});
    jobs.push_back({{"style.css", "text/css", "", false}, [&] {
                        return options.style_sheet.empty() ? std::string(embedded_file("styles/epub/book.css"))
                                                           : options.style_sheet;
                    }});
    for (std::optional<Picture>& picture : pictures) {
        if (!picture) continue;
        has_pictures = true;
        jobs.push_back(
            {{picture->path, picture->media_type, "", false}, [&picture] { return std::move(picture->bytes); }});
    }

    std::vector<ManifestItem> items;
    items.reserve(jobs.size());
    for (const Job& job : jobs) items.push_back(job.item);
    std::vector<Entry> entries(jobs.size() + 3);
    entries[0] = stored("mimetype", "application/epub+zip");
    entries[1] = pack("META-INF/container.xml", std::string(container_xml));
    entries[2] = pack(std::string(folder) + "package.opf", write_package(archive, items, has_pictures));
    parallel_for(options.jobs, jobs.size(),
                 [&](std::size_t i) { entries[i + 3] = pack(folder + jobs[i].item.path, jobs[i].write()); });
    write_container(entries, archive.metadata.modified, output);
    output.commit();
}

}  // namespace notes_export
