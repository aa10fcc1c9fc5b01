/// Sources: the files of an archive, found, read and decoded.
///
///     Diagnostics diagnostics;
///     SourceSet sources = read({.inputs = {"notes/"}}, diagnostics);
///
/// A source's text is valid UTF-8 with LF line ends, whatever the file held; front matter is split off by its span
/// and read field by field. Nothing here knows Markdown.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notes_export/diagnostics.hpp"

namespace notes_export {

/// Whose Markdown a folder holds; it decides what marks mean in doubtful cases.
enum class Dialect { plain, obsidian, mdbook, hugo, jekyll, logseq };

/// One key of a note's front matter. A scalar is one value; a list is several; a nested map is flattened to
/// "outer.inner".
struct FrontMatterField {
    std::string key;                  ///< lower case
    std::vector<std::string> values;  ///< decoded; empty for a null
    SourceSpan span;
};

struct FrontMatter {
    SourceSpan span;  ///< with its delimiters; empty when the note has none
    std::vector<FrontMatterField> fields;
    /// Something in it could not be read: the note shows the block whole, as code.
    bool broken = false;

    const FrontMatterField* find(std::string_view key) const;
    /// First value of `key`, or empty.
    std::string_view value(std::string_view key) const;
};

/// One note file as it was read. Never moved once it is read: spans and views point into `text`.
struct Source {
    SourceId id;
    std::string path;            ///< as shown to the user and as links mean it: relative to the root, `/` between parts
    std::filesystem::path file;  ///< where it is on disk; empty for stdin
    std::string text;            ///< UTF-8, LF
    std::uint32_t body = 0;      ///< where Markdown begins: behind the front matter
    FrontMatter front_matter;
    std::optional<std::chrono::sys_seconds> modified;
    Dialect dialect = Dialect::plain;
};

/// A line of a table of contents that the archive brings (`SUMMARY.md`).
struct SummaryEntry {
    std::string title;
    std::string path;  ///< of the source; empty for a part's title or a draft
    std::vector<SummaryEntry> children;
    bool part = false;  ///< a heading that begins a part
};

/// A page that a site has moved: addresses from its top (`/old.html`), `to` perhaps relative to `from`.
struct Redirect {
    std::string from, to;
};

/// Everything that was read.
struct SourceSet {
    std::vector<std::unique_ptr<const Source>> sources;  ///< in order of path, as people sort (2 before 10)
    std::filesystem::path root;  ///< what `Source::path` is relative to; empty when the only source is stdin
    /// Every other file below the root that a note may refer to, relative to it, sorted.
    std::vector<std::string> files;
    /// Folder below the root that a site's text lies in ("src", "content"); empty when it is the root itself.
    std::string text_root;
    std::vector<SummaryEntry> summary;  ///< empty when the archive has none
    Dialect dialect = Dialect::plain;
    bool vault = false;  ///< an `.obsidian` folder says so; others link as a vault does, or another wiki
    std::string title;   ///< from `book.toml` and its like; empty when unknown
    std::vector<std::string> authors;
    std::string language;  ///< BCP 47; empty when unknown
    std::string description;
    /// `https://host/owner/name` of the archive's own repository, when it says so; links to it mean its notes.
    std::string repository;
    std::vector<Redirect> redirects;  ///< links to what has moved mean where it is now
};

struct ReadOptions {
    std::vector<std::filesystem::path> inputs = {};  ///< files and folders; "-" is stdin
    std::vector<std::string> exclude = {};           ///< globs on `Source::path`, as `.gitignore` reads them
    unsigned jobs = 1;                               ///< threads
};

/// Reads all notes of the inputs.
/// Throws `Error` when an input does not exist or none holds a note; everything else degrades with a diagnostic.
SourceSet read(const ReadOptions& options, Diagnostics& diagnostics);

/// Line and column of an offset, both from 1; the column counts characters (code points).
struct LineColumn {
    std::size_t line;
    std::size_t column;
};
LineColumn line_column(std::string_view text, std::size_t offset);

}  // namespace notes_export
