#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "notes_export/source.hpp"
#include "source/decode.hpp"
#include "source/discover.hpp"
#include "source/file_bytes.hpp"
#include "source/front_matter.hpp"
#include "source/metadata_lines.hpp"
#include "source/page_properties.hpp"
#include "source/site.hpp"
#include "source/summary.hpp"
#include "source/vault_signs.hpp"
#include "support/parallel.hpp"
#include "unicode/text.hpp"

namespace notes_export {
namespace {

namespace fs = std::filesystem;
using namespace source;

/// A note on its way: its diagnostics wait until all are read, so that their order is the notes'.
struct Reading {
    std::unique_ptr<Source> source;
    Decoded decoded;
    std::string failure;
};

Reading read_note(const FoundNote& note) {
    Reading out;
    FileBytes bytes = note.standard_input ? read_standard_input() : read_file_bytes(note.file);
    out.failure = std::move(bytes.failure);
    if (!out.failure.empty()) return out;
    out.source = std::make_unique<Source>();
    out.source->path = note.path;
    out.source->file = note.file;
    out.source->modified = bytes.modified;
    out.decoded = decode(std::move(bytes.bytes));
    out.source->text = std::move(out.decoded.text);
    return out;
}

void report_characters(const Decoded& decoded, SourceId id, Diagnostics& diagnostics) {
    if (decoded.replaced == 0) return;
    const auto first = static_cast<std::uint32_t>(decoded.first);
    const std::string message =
        decoded.replaced == 1
            ? std::string("a byte or control character that is not text: set as U+FFFD")
            : fmt::format("{} bytes or control characters that are not text, the first of them here: set as U+FFFD",
                          decoded.replaced);
    diagnostics.warn("invalid-characters", id, {first, first + 3}, message, "save the file as UTF-8");
}

void report_front_matter(const FrontMatterReading& reading, SourceId id, Diagnostics& diagnostics) {
    for (const FrontMatterProblem& problem : reading.problems) switch (problem.kind) {
            case FrontMatterProblem::Kind::broken:
                diagnostics.warn("front-matter", id, problem.span,
                                 fmt::format("front matter that can't be read ({}): used key by key as far as it "
                                             "goes, and shown whole as code",
                                             problem.detail),
                                 "put values with a colon, a bracket or a quote in them between quotes");
                break;
            case FrontMatterProblem::Kind::duplicate_key:
                diagnostics.warn(
                    "front-matter-key-twice", id, problem.span,
                    fmt::format("\"{}\" stands twice in the front matter: the last one counts", problem.detail),
                    "delete one of them");
                break;
            case FrontMatterProblem::Kind::too_large:
                diagnostics.warn("front-matter-too-large", id, problem.span,
                                 fmt::format("front matter with more values than can be read: what follows \"{}\" is "
                                             "left out",
                                             problem.detail),
                                 "keep data in a file of its own");
                break;
        }
}

void split_front_matter(Source& source, Diagnostics& diagnostics) {
    const auto block = find_front_matter(source.text, source.dialect);
    if (!block && source.dialect == Dialect::logseq) source.front_matter.fields = read_page_properties(source.text);
    if (!block && source.dialect != Dialect::logseq) source.front_matter.fields = read_metadata_lines(source.text);
    if (!block) return;
    FrontMatterReading reading = read_front_matter(source.text, *block);
    report_front_matter(reading, source.id, diagnostics);
    source.front_matter = std::move(reading.front_matter);
    source.body = block->whole.end;
}

/// The dialect of each note: that of the site whose folder holds it.
class Sites {
public:
    Sites(const Found& found, Diagnostics& diagnostics) {
        for (const fs::path& folder : found.folders) {
            Site site = detect_site(folder);
            if (site.dialect == Dialect::plain) continue;
            if (!site.broken_file.empty())
                diagnostics.add(
                    {Severity::warning,
                     "site-configuration",
                     {},
                     {},
                     fmt::format("can't be read ({}): the title and authors it gives are unknown", site.broken_reason),
                     "mend it, or use --title and --author",
                     site.broken_file.string()});
            sites_.push_back(std::move(site));
        }
    }

    Dialect dialect_of(const fs::path& file) const {
        for (const Site& site : sites_)
            if (is_within(file, site.root)) return site.dialect;
        return Dialect::plain;
    }

    /// Speaks for the archive when there is only one.
    const Site* only() const {
        const bool same = std::all_of(sites_.begin(), sites_.end(),
                                      [&](const Site& site) { return site.root == sites_.front().root; });
        return !sites_.empty() && same ? &sites_.front() : nullptr;
    }

private:
    std::vector<Site> sites_;
};

void take_over(const Site& site, SourceSet& set) {
    set.dialect = site.dialect;
    set.title = site.title;
    set.authors = site.authors;
    set.language = site.language;
    set.description = site.description;
    set.repository = site.repository;
    if (site.text_root != set.root && is_within(site.text_root, set.root))
        set.text_root = site.text_root.lexically_relative(set.root).generic_string();
}

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
void read_summary_of(SourceSet& set, std::vector<Reading>& readings, const std::string& folder,
                     Diagnostics& diagnostics) {
    const std::string path = (fs::path(folder) / "SUMMARY.md").lexically_normal().generic_string();
    const auto found = std::find_if(readings.begin(), readings.end(), [&](const Reading& reading) {
        return reading.source && reading.source->path == path;
    });
    if (found == readings.end()) return;
    Summary summary = read_summary(found->source->text);
    std::set<std::string> paths;
    for (const Reading& reading : readings)
        if (reading.source) paths.insert(reading.source->path);
    SummaryLinks links;
    resolve(summary.entries, folder == "." ? "" : folder, paths, links);
    // A note that happens to be called so is no table of contents.
    if (links.found == 0 || links.found * 2 < links.all) return;
    set.summary = std::move(summary.entries);
    for (const std::string& dead : links.dead)
        diagnostics.add({Severity::warning,
                         "summary-link",
                         {},
                         {},
                         fmt::format("there is no note {}: its title stands in the contents without a link", dead),
                         "mend the path, or leave it empty for a draft",
                         path});
    if (set.dialect == Dialect::plain) set.dialect = Dialect::mdbook;
    if (summary.complete) readings.erase(found);
}

void find_summary(SourceSet& set, const Site* site, std::vector<Reading>& readings, Diagnostics& diagnostics) {
    std::vector<std::string> folders{""};
    if (site && site->dialect == Dialect::mdbook)
        folders.insert(folders.begin(), site->text_root.lexically_relative(set.root).generic_string());
    for (const std::string& folder : folders)
        if (set.summary.empty()) read_summary_of(set, readings, folder, diagnostics);
}

/// One note in twenty that links as Obsidian does, and not just one, is no accident.
bool is_written_as_vault(const std::vector<Reading>& readings, unsigned jobs) {
    std::vector<char> links(readings.size());
    parallel_for(jobs, readings.size(),
                 [&](std::size_t i) { links[i] = has_wikilink(readings[i].source->text) ? 1 : 0; });
    const auto linking = static_cast<std::size_t>(std::count(links.begin(), links.end(), 1));
    return linking >= 2 && linking * 20 >= readings.size();
}

void finish(Reading& reading, SourceSet& set, const Sites& sites, Diagnostics& diagnostics) {
    Source& note = *reading.source;
    note.id = {static_cast<std::uint32_t>(set.sources.size())};
    note.dialect = note.file.empty() ? set.dialect : sites.dialect_of(note.file);
    if (note.dialect == Dialect::plain) note.dialect = set.dialect;
    report_characters(reading.decoded, note.id, diagnostics);
    split_front_matter(note, diagnostics);
    set.sources.push_back(std::move(reading.source));
}

void report_unreadable(const FoundNote& note, const std::string& failure, Diagnostics& diagnostics) {
    diagnostics.add({Severity::warning,
                     "unreadable",
                     {},
                     {},
                     fmt::format("can't be read ({}): left out", failure),
                     "give yourself the right to read it, or leave it out with --exclude",
                     note.path});
}

[[noreturn]] void fail_without_notes(const ReadOptions& options) {
    std::string inputs;
    for (const fs::path& input : options.inputs) inputs += (inputs.empty() ? "" : ", ") + input.string();
    throw Error(
        fmt::format("no note in {}: notes are .md, .markdown, .mdown, .mkd and .mdx files; name a folder that holds "
                    "some, or a file by its name",
                    inputs.empty() ? "the inputs" : inputs));
}

}  // namespace

SourceSet read(const ReadOptions& options, Diagnostics& diagnostics) {
    Found found = discover(options, diagnostics);
    std::vector<Reading> readings(found.notes.size());
    parallel_for(options.jobs, readings.size(), [&](std::size_t i) { readings[i] = read_note(found.notes[i]); });
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (!readings[i].failure.empty()) report_unreadable(found.notes[i], readings[i].failure, diagnostics);
    std::erase_if(readings, [](const Reading& reading) { return !reading.source; });

    SourceSet set;
    set.root = found.root;
    set.files = std::move(found.files);
    const Sites sites(found, diagnostics);
    if (sites.only()) take_over(*sites.only(), set);
    find_summary(set, sites.only(), readings, diagnostics);
    if (set.dialect == Dialect::plain && is_written_as_vault(readings, options.jobs)) set.dialect = Dialect::obsidian;
    for (Reading& reading : readings) finish(reading, set, sites, diagnostics);
    if (set.sources.empty()) fail_without_notes(options);
    return set;
}

}  // namespace notes_export
