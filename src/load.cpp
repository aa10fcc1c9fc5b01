#include "notes_export/notes_export.hpp"
#include "support/parallel.hpp"

namespace notes_export {

Archive load(const LoadOptions& options, Diagnostics& diagnostics) {
    SourceSet sources = read(options.read, diagnostics);
    std::vector<std::unique_ptr<const Source>> notes = std::move(sources.sources);
    sources.sources.clear();
    std::vector<Document> documents(notes.size());
    parallel_for(options.jobs, notes.size(),
                 [&](std::size_t i) { documents[i] = parse(std::move(notes[i]), options.parse); });
    return assemble(std::move(documents), sources, options.assemble, diagnostics);
}

}  // namespace notes_export
