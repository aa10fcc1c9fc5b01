// Prints the model of one note as it was parsed: dump_model NOTE.md
#include <iostream>

#include "document/dump.hpp"
#include "notes_export/notes_export.hpp"

int main(int argc, char** argv) {
    using namespace notes_export;
    if (argc != 2) return 2;
    Diagnostics diagnostics;
    try {
        ReadOptions options;
        options.inputs = {argv[1]};
        SourceSet set = read(options, diagnostics);
        std::cout << dump(parse(std::move(set.sources.front())));
    } catch (const Error& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
