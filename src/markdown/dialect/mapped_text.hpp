/// Text to look for marks in, that knows where in the source its bytes come from.
#pragma once

#include <string>
#include <vector>

#include "markdown/dialect/structure.hpp"
#include "notes_export/diagnostics.hpp"

namespace notes_export::markdown {

struct MappedText {
    /// Bytes of `text` from `local` up to the next origin stand at `source` in the source.
    struct Origin {
        std::uint32_t local = 0;
        std::uint32_t source = 0;
    };

    std::string text;
    std::vector<Origin> origins;  ///< in order; the first at 0

    std::uint32_t to_source(std::uint32_t offset) const;
    SourceSpan to_source(Range range) const;
};

/// The lines, each ended by LF, as a text of their own.
MappedText excerpt(const MappedText& from, const std::vector<Range>& lines);

}  // namespace notes_export::markdown
