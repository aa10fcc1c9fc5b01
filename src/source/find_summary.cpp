#include "source/find_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "source/summary.hpp"

namespace notes_export::source {
namespace {

namespace fs = std::filesystem;

/// Makes the paths of the entries those of sources. Counts links, and those that lead to a note.
struct SummaryLinks {
    std::size_t all = 0;
    std::size_t found = 0;
    std::vector<std::string> dead;
};

void resolve(std::vector<SummaryEntry>& entries, const std::string& folder, const std::set<std::string>& paths,
             SummaryLinks& links) {
    for (SummaryEntry& entry : entries) {
        if (!entry.path.empty()) {
            entry.path = (fs::path(folder) / entry.path).lexically_normal().generic_string();
            const bool found = paths.contains(entry.path);
            ++links.all;
            links.found += found;
            if (!found) links.dead.push_back(std::exchange(entry.path, {}));
        }
        resolve(entry.children, folder, paths, links);
    }
}

/// Takes `SUMMARY.md` as the archive's table of contents. It is left out of the notes only when all its lines are
/// entries whose titles the contents will show: else its words would be lost, and it stays a note as well.
void read_summary_of(SourceSet& set, std::vector<NoteReading>& readings, const std::string& folder,
                     Diagnostics& diagnostics) {
    const std::string path = (fs::path(folder) / "SUMMARY.md").lexically_normal().generic_string();
    const auto found = std::find_if(readings.begin(), readings.end(), [&](const NoteReading& reading) {
        return reading.source && reading.source->path == path;
    });
    if (found == readings.end()) return;
    Summary summary = read_summary(found->source->text);
    std::set<std::string> paths;
    for (const NoteReading& reading : readings)
        if (reading.source) paths.insert(reading.source->path);
    SummaryLinks links;
    resolve(summary.entries, folder == "." ? "" : folder, paths, links);
    // A note that happens to be called so is no table of contents.
    if (links.found == 0 || links.found * 2 < links.all) return;
    set.summary = std::move(summary.entries);
    for (const std::string& dead : links.dead)
        diagnostics.warn_of_file(
            "summary-link", path,
            fmt::format("there is no note {}: its title stands in the contents without a link", dead),
            "mend the path, or leave it empty for a draft");
    if (set.dialect == Dialect::plain) set.dialect = Dialect::mdbook;
    if (summary.complete) readings.erase(found);
}

}  // namespace

void find_summary(SourceSet& set, const Site* site, std::vector<NoteReading>& readings, Diagnostics& diagnostics) {
    std::vector<std::string> folders{""};
    if (site && site->dialect == Dialect::mdbook)
        folders.insert(folders.begin(), site->text_root.lexically_relative(set.root).generic_string());
    for (const std::string& folder : folders)
        if (set.summary.empty()) read_summary_of(set, readings, folder, diagnostics);
}

}  // namespace notes_export::source
