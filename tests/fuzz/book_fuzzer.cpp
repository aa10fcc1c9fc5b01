/// Any bytes become both books.
#include "fuzz/note.hpp"
#include "notes_export/notes_export.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace notes_export;
    std::vector<Document> documents;
    documents.push_back(parse(fuzz::note_of(data, size)));
    Diagnostics diagnostics;
    const Archive archive = assemble(std::move(documents), SourceSet{}, {}, diagnostics);
    Output epub("/dev/null");
    export_epub(archive, {}, epub, diagnostics);
    Output pdf("/dev/null");
    export_pdf(archive, {}, pdf, diagnostics);
    return 0;
}
