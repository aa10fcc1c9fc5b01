#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "notes_export/source.hpp"
#include "source/discover.hpp"
#include "source/find_summary.hpp"
#include "source/note_reading.hpp"
#include "source/sites.hpp"
#include "source/vault_signs.hpp"
#include "support/parallel.hpp"

namespace notes_export {
namespace {

namespace fs = std::filesystem;
using namespace source;

void take_over(const Site& site, SourceSet& set) {
    set.dialect = site.dialect;
    set.title = site.title;
    set.authors = site.authors;
    set.language = site.language;
    set.description = site.description;
    set.repository = site.repository;
    set.redirects = site.redirects;
    if (site.text_root != set.root && is_within(site.text_root, set.root))
        set.text_root = site.text_root.lexically_relative(set.root).generic_string();
}

/// One note in twenty that links as Obsidian does, and not just one, is no accident.
bool is_written_as_vault(const std::vector<NoteReading>& readings, unsigned jobs) {
    std::vector<char> links(readings.size());
    parallel_for(jobs, readings.size(),
                 [&](std::size_t i) { links[i] = has_wikilink(readings[i].source->text) ? 1 : 0; });
    const auto linking = static_cast<std::size_t>(std::count(links.begin(), links.end(), 1));
    return linking >= 2 && linking * 20 >= readings.size();
}

void finish(NoteReading& reading, SourceSet& set, const Sites& sites, Diagnostics& diagnostics) {
    Source& note = *reading.source;
    note.id = {static_cast<std::uint32_t>(set.sources.size())};
    note.dialect = note.file.empty() ? set.dialect : sites.dialect_of(note.file);
    if (note.dialect == Dialect::plain) note.dialect = set.dialect;
    finish_note(reading, diagnostics);
    set.sources.push_back(std::move(reading.source));
}

void report_unreadable(const FoundNote& note, const std::string& failure, Diagnostics& diagnostics) {
    diagnostics.warn_of_file("unreadable", note.path, fmt::format("can't be read ({}): left out", failure),
                             "give yourself the right to read it, or leave it out with --exclude");
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
    std::vector<NoteReading> readings(found.notes.size());
    parallel_for(options.jobs, readings.size(), [&](std::size_t i) { readings[i] = read_note(found.notes[i]); });
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (!readings[i].failure.empty()) report_unreadable(found.notes[i], readings[i].failure, diagnostics);
    std::erase_if(readings, [](const NoteReading& reading) { return !reading.source; });

    SourceSet set;
    set.root = found.root;
    set.files = std::move(found.files);
    const Sites sites(found.folders, diagnostics);
    if (sites.only()) take_over(*sites.only(), set);
    find_summary(set, sites.only(), readings, diagnostics);
    set.vault = set.dialect == Dialect::obsidian;
    if (set.dialect == Dialect::plain && is_written_as_vault(readings, options.jobs)) set.dialect = Dialect::obsidian;
    for (NoteReading& reading : readings) finish(reading, set, sites, diagnostics);
    if (set.sources.empty()) fail_without_notes(options);
    return set;
}

}  // namespace notes_export
