#include "markdown/dialect/table_heads.hpp"

#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/table_cells.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

/// What a head of `cells` cells needs at its end to have `columns`; empty where it has enough.
std::string missing_cells(std::string_view head, std::string_view dashes) {
    if (!is_row_of_dashes(trimmed(dashes)) || head.find('|') == std::string_view::npos) return {};
    const std::size_t columns = count_cells(dashes).all;
    std::string out;
    for (std::size_t cells = count_cells(head).outside_code; cells < columns; ++cells) out += " |";
    return out.empty() || trimmed(head).ends_with('|') ? out : " |" + out;
}

}  // namespace

MappedText fill_table_heads(const MappedText& text) {
    const std::string_view all = text.text;
    Rewriter out(text);
    Fence fence;
    std::uint32_t kept = 0;
    Range head;
    for (Range line; line.begin < all.size(); line.begin = line.end + 1) {
        line = line_at(all, line.begin);
        const bool code = fence.takes(slice(all, line));
        const std::string cells = code ? std::string() : missing_cells(slice(all, head), slice(all, line));
        if (!cells.empty()) {
            out.keep({kept, head.end});
            out.insert(cells, head.end);
            kept = head.end;
        }
        head = code ? Range{} : line;
    }
    out.keep({kept, static_cast<std::uint32_t>(all.size())});
    return out.finish();
}

}  // namespace notes_export::markdown
