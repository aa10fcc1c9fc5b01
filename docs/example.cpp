// Makes both books of a folder of notes: example FOLDER
#include <iostream>

#include "notes_export/notes_export.hpp"

int main(int argc, char** argv) {
    using namespace notes_export;
    if (argc != 2) return 2;
    Diagnostics diagnostics;
    try {
        const Archive archive = load({.read = {.inputs = {argv[1]}}}, diagnostics);
        Output epub("archive.epub"), pdf("archive.pdf");
        export_epub(archive, {}, epub, diagnostics);
        export_pdf(archive, {}, pdf, diagnostics);
        std::cout << archive.notes.size() << " notes, " << diagnostics.all().size() << " messages\n";
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
