#include <algorithm>
#include <utility>

#include "notes_export/included_file.hpp"
#include "notes_export/notes_export.hpp"
#include "support/parallel.hpp"

namespace notes_export {
namespace {

std::vector<Document> parse_all(SourceSet& sources, const LoadOptions& options) {
    ParseOptions parsing = options.parse;
    if (!parsing.include) parsing.include = IncludedFiles(sources);
    std::vector<std::unique_ptr<const Source>> notes = std::exchange(sources.sources, {});
    std::vector<Document> documents(notes.size());
    parallel_for(options.jobs, notes.size(),
                 [&](std::size_t i) { documents[i] = parse(std::move(notes[i]), parsing); });
    return documents;
}

}  // namespace

Archive load(const LoadOptions& options, Diagnostics& diagnostics) {
    const auto begin = [&](LoadStep step) {
        if (options.on_step) options.on_step(step);
    };
    begin(LoadStep::reading);
    ReadOptions reading = options.read;
    reading.jobs = std::max(reading.jobs, options.jobs);
    SourceSet sources = read(reading, diagnostics);
    begin(LoadStep::parsing);
    std::vector<Document> documents = parse_all(sources, options);
    begin(LoadStep::assembling);
    return assemble(std::move(documents), sources, options.assemble, diagnostics);
}

}  // namespace notes_export
