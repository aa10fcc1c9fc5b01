#include "layout/layout.hpp"
#include "notes_export/pdf.hpp"
#include "pdf/write_book.hpp"

namespace notes_export {

void export_pdf(const Archive& archive, const PdfOptions& options, Output& output, Diagnostics& diagnostics) {
    const PageStyle& style = options.style;
    const text::FontLibrary fonts({style.text_font, style.label_font, style.code_font});
    const layout::PagedBook book = layout::lay_out(archive, options, fonts, diagnostics);
    pdf::write_book(book, archive, fonts, options.jobs, output, diagnostics);
    output.commit();
}

}  // namespace notes_export
