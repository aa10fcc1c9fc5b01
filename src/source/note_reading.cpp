#include "source/note_reading.hpp"

#include <fmt/format.h>

#include <utility>

#include "source/file_bytes.hpp"
#include "source/front_matter.hpp"
#include "source/metadata_lines.hpp"
#include "source/page_properties.hpp"

namespace notes_export::source {
namespace {

void report_characters(const Decoded& decoded, SourceId id, Diagnostics& diagnostics) {
    if (!decoded.encoding.empty())
        diagnostics.warn("encoding", id, {}, fmt::format("not UTF-8: read as {}", decoded.encoding),
                         "save the file as UTF-8");
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
    if (!block) {
        source.front_matter.fields =
            source.dialect == Dialect::logseq ? read_page_properties(source.text) : read_metadata_lines(source.text);
        return;
    }
    FrontMatterReading reading = read_front_matter(source.text, *block);
    report_front_matter(reading, source.id, diagnostics);
    source.front_matter = std::move(reading.front_matter);
    source.body = block->whole.end;
}

}  // namespace

NoteReading read_note(const FoundNote& note) {
    NoteReading out;
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

void finish_note(NoteReading& reading, Diagnostics& diagnostics) {
    report_characters(reading.decoded, reading.source->id, diagnostics);
    split_front_matter(*reading.source, diagnostics);
}

}  // namespace notes_export::source
