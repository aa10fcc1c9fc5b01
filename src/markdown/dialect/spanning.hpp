/// Marks that may reach over several blocks: `%%` comments and `$$` formulas on lines of their own.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/dialect/structure.hpp"
#include "notes_export/source.hpp"

namespace notes_export::markdown {

struct SpanningMark {
    enum class Kind { comment, math };
    Range span;
    Kind kind = Kind::comment;
    bool whole_lines = false;     ///< nothing else stands on its lines but containers' prefixes
    bool crosses_blocks = false;  ///< `structure` is wrong about what follows
};

/// All comments, and those formulas that reach over a leaf's end. In order, not overlapping.
///
/// In Obsidian any `%%` opens and the next one closes. Elsewhere `%%` is rather a printf format or a cell of a
/// script: there it must stand like a quotation mark (blank outside), and over several blocks alone on its line.
std::vector<SpanningMark> find_spanning(std::string_view text, const Structure& structure, Dialect dialect);

}  // namespace notes_export::markdown
