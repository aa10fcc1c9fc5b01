/// The archive: all documents as one book: notes in reading order, every reference resolved.
///
/// After `assemble` nothing is looked up by name any more: a link holds the index of its anchor, an image the index
/// of its resource. Exporters only read an archive.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "notes_export/document.hpp"
#include "notes_export/timestamp.hpp"

namespace notes_export {

struct Anchor {
    NoteId note;
    /// Unique in the book, an NCName. A note's own is its key; a heading's is the key, "--" and its slug.
    /// Depends on the note alone, so that it stays when the archive grows.
    std::string id;
};

struct Note {
    NoteId id;
    std::string key;        ///< unique, stable: from the path, or from an entry's date and title
    std::string title;      ///< plain text; never empty, except for an introduction
    Inlines title_inlines;  ///< with its emphasis and code; what stands at the head of the note
    AnchorId anchor;
    std::optional<Timestamp> date;
    std::vector<std::string> tags;                   ///< without `#`
    std::string language;                            ///< BCP 47; the book's when the note says nothing
    Direction direction = Direction::left_to_right;  ///< never automatic
    SourceId source;
    SourceSpan span;  ///< within its source
    Blocks blocks;    ///< without the title and the date line
    std::vector<Footnote> footnotes;
    std::vector<NoteId> linked_from;  ///< other notes that point here, in reading order, without repetition
    bool kept_line_breaks = false;    ///< line ends within its paragraphs are meant
    /// The text before a journal's first entry: no title, not in the contents.
    bool introduction = false;
    std::size_t words = 0;     ///< of its text, by Unicode word boundaries
    std::size_t pictures = 0;  ///< images it refers to
};

/// What an entry of the contents that is no note stands for.
enum class Grouping {
    part,      ///< the archive's own: a folder, a part of a SUMMARY
    calendar,  ///< a year or a month
    range,     ///< made only to keep a level short enough for a screen: "A – C"; a printed list needs none
};

/// A line of the table of contents: a part (a folder, a year, a month), a note, or a note with others under it.
/// Read from top to bottom, the entries' notes are in reading order.
struct ContentsEntry {
    std::string title;
    std::optional<NoteId> note;
    std::vector<ContentsEntry> children;
    Grouping grouping = Grouping::part;
};

/// A tag and the notes that bear it.
struct TagEntry {
    std::string name;           ///< as its first note writes it; a nested one whole: "project/book"
    std::vector<NoteId> notes;  ///< in reading order
};

/// A file that the book shows.
struct Resource {
    std::filesystem::path file;  ///< on disk; empty for a `data:` address
    std::string path;            ///< as the archive names it
    std::string bytes;           ///< of a `data:` address; else empty
};

struct Metadata {
    std::string title;
    std::vector<std::string> authors;
    std::string language;  ///< BCP 47, never empty
    std::string description;
    std::string identifier;  ///< `urn:uuid:…`, stable for the archive, or what the user gave
    std::chrono::sys_seconds modified{};
    Direction direction = Direction::left_to_right;
    std::optional<Timestamp> first_date;
    std::optional<Timestamp> last_date;
};

struct Archive {
    Metadata metadata;
    std::vector<Note> notes;  ///< in reading order; `notes[i].id.value == i`
    std::vector<ContentsEntry> contents;
    std::vector<TagEntry> tags;  ///< the index of tags, sorted by name; may be empty
    std::vector<Anchor> anchors;
    std::vector<Resource> resources;
    bool journal = false;    ///< the notes are entries with dates rather than articles
    std::size_t drafts = 0;  ///< drafts that were left out

    /// What the notes' text points into.
    std::vector<std::unique_ptr<const Source>> sources;
    std::vector<Arena> arenas;

    const Note& note(NoteId id) const { return notes[id.value]; }
    const Anchor& anchor(AnchorId id) const { return anchors[id.value]; }
    const Resource& resource(ResourceId id) const { return resources[id.value]; }
};

enum class Sort { automatic, date, date_descending, path, title };
enum class Split { automatic, h1, h2, none };

struct AssembleOptions {
    std::string title = {};  ///< each empty: from the archive
    std::vector<std::string> authors = {};
    std::string language = {};
    std::string description = {};
    std::string identifier = {};
    Sort sort = Sort::automatic;
    Split split = Split::automatic;
    std::optional<std::chrono::local_days> since =
        {};  ///< the first day of notes that are in; undated ones are then out
    std::optional<std::chrono::local_days> until = {};  ///< the last one
    std::vector<std::string> tags = {};  ///< notes with any of them, or with one below it, are in; empty: all
    bool drafts = false;                 ///< drafts of Hugo and Jekyll sites are in
    bool smart = false;                  ///< straight quotes and hyphens become those of the note's language
    bool backlinks = true;               ///< each note knows which others point to it
    bool tag_index = true;               ///< the archive has an index of the tags in its notes
    unsigned jobs = 1;                   ///< threads; the archive doesn't depend on it
};

/// Makes one archive of the documents. `sources` gives what was found beside them (files, summary, book metadata);
/// its own list of sources is empty by now, for each document owns its source.
/// Throws `Error` when the options leave no note.
Archive assemble(std::vector<Document> documents, const SourceSet& sources, const AssembleOptions& options,
                 Diagnostics& diagnostics);

}  // namespace notes_export
