#include "pdf/write_book.hpp"

#include <set>

#include "pdf/content.hpp"
#include "pdf/deflate.hpp"
#include "pdf/fonts.hpp"
#include "pdf/glyphs.hpp"
#include "pdf/labels.hpp"
#include "pdf/links.hpp"
#include "pdf/metadata.hpp"
#include "pdf/outline.hpp"
#include "pdf/output_intent.hpp"
#include "pdf/pictures.hpp"
#include "pdf/structure.hpp"
#include "support/parallel.hpp"

namespace notes_export::pdf {
namespace {

/// A page's content with its stream packed.
struct PackedPage {
    PageContent content;  ///< its operators are gone
    std::vector<std::byte> stream;
};

std::vector<PackedPage> pack_pages(const ContentInput& input, unsigned jobs) {
    std::vector<PackedPage> pages(input.book.pages.size());
    parallel_for(jobs, pages.size(), [&](std::size_t i) {
        pages[i].content = page_content(input.book.pages[i], input);
        pages[i].stream = deflate(std::as_bytes(std::span(pages[i].content.operators)));
        pages[i].content.operators = {};
    });
    return pages;
}

std::string page_body(std::uint32_t index, const PageContent& content, const ContentInput& input,
                      const std::string& annotations) {
    std::string out = "/MediaBox[0 0 ";
    put_number(out, input.book.page_size.width.value);
    out += ' ';
    put_number(out, input.book.page_size.height.value);
    out += "]/Resources<<";
    if (!content.fonts.empty()) {
        out += "/Font<<";
        for (const std::uint16_t index_of_font : content.fonts) {
            const Font& font = input.fonts.fonts[index_of_font];
            out += "/" + font.name + " ";
            put_reference(out, font.object);
        }
        out += ">>";
    }
    if (!content.pictures.empty()) {
        out += "/XObject<<";
        for (const ResourceId picture : content.pictures) {
            out += "/P" + std::to_string(picture.value) + " ";
            put_reference(out, input.pictures.find(picture));
        }
        out += ">>";
    }
    // Tab order follows the structure (PDF/UA-1, 7.18.3).
    out += ">>/Tabs/S/StructParents ";
    put_integer(out, index);
    if (!annotations.empty()) out += "/Annots[" + annotations + "]";
    return out;
}

std::string labels_of(const layout::PagedBook& book) {
    std::vector<std::string> labels;
    labels.reserve(book.pages.size());
    for (const layout::Page& page : book.pages) labels.push_back(page.label);
    return page_labels(labels);
}

std::string catalog_body(const layout::PagedBook& book, const Metadata& metadata, ObjectId structure,
                         const std::vector<ObjectId>& pages, Document& document) {
    std::string out = "/Lang";
    put_text(out, metadata.language);
    out += "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true";
    if (metadata.direction == Direction::right_to_left) out += "/Direction/R2L";
    out += ">>/PageLabels" + labels_of(book) + "/StructTreeRoot ";
    put_reference(out, structure);
    out += "/OutputIntents[";
    put_reference(out, add_output_intent(document));
    out += "]/Metadata ";
    put_reference(out, add_xmp(metadata, document));
    if (const ObjectId outline = add_outline(book, pages, document); outline.valid()) {
        out += "/PageMode/UseOutlines/Outlines ";
        put_reference(out, outline);
    }
    return out;
}

/// Characters that layout placed but no font of the file shows: told once each.
void report_undrawn(const std::vector<PackedPage>& pages, Diagnostics& diagnostics) {
    std::set<std::string> told;
    for (const PackedPage& page : pages)
        for (const std::string& text : page.content.undrawn)
            if (told.insert(text).second)
                diagnostics.warn("glyph-not-embedded", {}, {},
                                 "\"" + text + "\" is missing in the PDF: its font can't be embedded",
                                 "install another font that has it (Debian: fonts-noto-core)");
}

}  // namespace

void write_book(const layout::PagedBook& book, const Archive& archive, const text::FontLibrary& fonts, unsigned jobs,
                Output& output, Diagnostics& diagnostics) {
    Document document(book.pages.size());
    document.grayscale = book.grayscale;
    const FontSet font_set = embed_fonts(glyphs_used(book, fonts, jobs), fonts, jobs, document);
    const PictureSet pictures = embed_pictures(book, archive, jobs, document, diagnostics);
    const ContentInput input{book, font_set, pictures, fonts};
    std::vector<PackedPage> packed = pack_pages(input, jobs);

    std::vector<ObjectId> pages;
    pages.reserve(packed.size());
    for (PackedPage& page : packed) pages.push_back(document.add_page(std::move(page.stream)));
    StructureTree structure(book, document);
    for (std::uint32_t i = 0; i < pages.size(); ++i) {
        structure.add_page(i, pages[i], packed[i].content.marked);
        const std::string annotations = add_links(i, book, pages, structure, document);
        document.set_page(pages[i], page_body(i, packed[i].content, input, annotations));
    }
    const ObjectId tree = structure.finish();
    document.set_catalog(catalog_body(book, archive.metadata, tree, pages, document));
    report_undrawn(packed, diagnostics);
    document.save(output, add_information(archive.metadata, document), file_identifier(archive.metadata), jobs);
}

}  // namespace notes_export::pdf
