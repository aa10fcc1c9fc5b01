/// Diagnostics: what could not be honoured, where it stands, what was done instead.
///
/// A diagnostic is recoverable by definition: the book is written all the same. What ends a run is an `Error`.
/// Each step takes a `Diagnostics` to report into; parallel steps each have their own, and the caller appends them
/// in the order of the work, so that the order of messages never depends on the number of threads.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace notes_export {

/// Half-open range of byte offsets into a `Source`'s text.
struct SourceSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool operator==(const SourceSpan&) const = default;
};

/// Index of a source in the order in which it was read.
struct SourceId {
    std::uint32_t value = UINT32_MAX;  ///< UINT32_MAX: no source

    bool valid() const { return value != UINT32_MAX; }
    auto operator<=>(const SourceId&) const = default;
};

/// What a run ends with when no book can be written: no input, an output that can't be written.
/// The message is a whole sentence that says what to do.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

enum class Severity {
    notice,   ///< nothing is wrong; told so that nobody wonders (drafts left out)
    warning,  ///< something in the archive could not be honoured
};

/// One thing that was not understood or not found.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string id;       ///< stable, lower case with hyphens: "dead-link"
    SourceId source;      ///< not valid when the message is about no one note
    SourceSpan span;      ///< within `source`
    std::string message;  ///< what is so, and what was done instead
    std::string hint;     ///< how to mend it; may be empty
    std::string path;     ///< stands in for `source` when the thing is no note (a configuration file, a folder)
};

/// An ordered collection of diagnostics. Not for two threads at once.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
    void warn(std::string id, SourceId source, SourceSpan span, std::string message, std::string hint = {});
    /// About a thing that is no note: a folder, a configuration file. `path` may go on with ":line:column".
    void warn_of_file(std::string id, std::string path, std::string message, std::string hint = {});
    void notice(std::string id, std::string message, std::string hint = {});
    /// Appends `other` behind what is here.
    void append(Diagnostics other);

    const std::vector<Diagnostic>& all() const { return all_; }
    bool empty() const { return all_.empty(); }

private:
    std::vector<Diagnostic> all_;
};

}  // namespace notes_export
