/// Any bytes parse into a model no deeper than the cap.
#include <cstdlib>

#include "fuzz/note.hpp"
#include "notes_export/markdown.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace notes_export;
    const Document document = parse(fuzz::note_of(data, size));
    if (!document.source) std::abort();
    return 0;
}
