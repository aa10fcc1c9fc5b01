/// Text to look for marks in, that knows where in the source its bytes come from.
#pragma once

#include <string>
#include <vector>

#include "markdown/dialect/structure.hpp"
#include "notes_export/diagnostics.hpp"

namespace notes_export::markdown {

struct MappedText {
    /// Bytes of `text` from `local` up to the next origin stand at `source` and behind in the source; or, where they
    /// were put in, all of them come from the one place `source`.
    struct Origin {
        std::uint32_t local = 0;
        std::uint32_t source = 0;
        bool inserted = false;
    };

    std::string text;
    std::vector<Origin> origins;  ///< in order; the first at 0

    std::uint32_t to_source(std::uint32_t offset) const;
    SourceSpan to_source(Range range) const;
};

/// Writes a text anew from pieces of another, and remembers where they come from.
class Rewriter {
public:
    explicit Rewriter(const MappedText& from) : from_(from) {}

    /// The next piece of the old text; pieces must be in order.
    void keep(Range range);
    /// Text of our own, for the place `at` of the old text.
    void insert(std::string_view text, std::uint32_t at);
    MappedText finish() { return std::move(out_); }

private:
    const MappedText& from_;
    MappedText out_;
    std::size_t origin_ = 0;  ///< of `from_`: holds the piece kept last
};

/// The lines, each ended by LF, as a text of their own.
MappedText excerpt(const MappedText& from, const std::vector<Range>& lines);

}  // namespace notes_export::markdown
