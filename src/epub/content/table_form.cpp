#include "epub/content/table_form.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/walk.hpp"
#include "epub/content/seams.hpp"

namespace notes_export::epub {
namespace {

/// What a small screen holds of a table's smaller letters: about so many characters a line, and so many lines of one
/// row.
constexpr std::size_t line = 48;
constexpr std::size_t lines = 6;

/// Characters of a cell's text, of its longest word, and of the longest piece of a word between two seams.
struct Extent {
    std::size_t length = 0;
    std::size_t word = 0;
    std::size_t piece = 0;

    void widen(const Extent& other) {
        length = std::max(length, other.length);
        word = std::max(word, other.word);
        piece = std::max(piece, other.piece);
    }
};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

Extent extent_of(std::string_view text) {
    Extent extent{.length = characters(text)};
    std::size_t word = 0;  // characters of it so far
    for_each_piece(text, [&](std::string_view piece, bool seam) {
        if (piece.find_first_of(" \n\t") != std::string_view::npos) return;
        const std::size_t length = characters(piece);
        word += length;
        extent.widen({0, word, length});
        if (!seam) word = 0;
    });
    return extent;
}

Extent extent_of(const Blocks& blocks) {
    Extent extent;
    for_each_block(
        blocks, [](const Block&) {},
        [&](const Inlines& inlines) {
            Extent paragraph = extent_of(plain_text(inlines));
            for_each_inline(inlines, [&](const Inline& item) {
                const auto* image = std::get_if<Image>(&item.node);
                if (image && std::holds_alternative<Unresolved>(image->target) &&
                    !image->destination.starts_with("data:"))
                    paragraph.widen(extent_of(image->destination));  // stands in the picture's place
            });
            extent.widen({extent.length + paragraph.length, paragraph.word, paragraph.piece});
        });
    return extent;
}

bool spans(const Table& table) {
    const auto spanning = [](const TableRow& row) {
        return std::ranges::any_of(row.cells, [](const TableCell& cell) { return cell.columns > 1 || cell.rows > 1; });
    };
    return std::ranges::any_of(table.head, spanning) || std::ranges::any_of(table.body, spanning);
}

/// All columns beside each other at their widest.
Extent extent_of(const Table& table) {
    std::vector<Extent> widest(table.columns.size());
    const auto measure = [&](const TableRow& row) {
        for (std::size_t c = 0; c < row.cells.size() && c < widest.size(); ++c)
            widest[c].widen(extent_of(row.cells[c].blocks));
    };
    std::ranges::for_each(table.head, measure);
    std::ranges::for_each(table.body, measure);
    Extent sum;
    constexpr std::size_t gap = 1;
    for (const Extent& column : widest) {
        sum.length += column.length + gap;
        sum.word += column.word + gap;
        sum.piece += column.piece + gap;
    }
    return sum;
}

}  // namespace

TableForm table_form(const Table& table) {
    const Extent extent = extent_of(table);
    const bool has_records = table.columns.size() > 1 && table.head.size() == 1 && !table.body.empty() && !spans(table);
    const bool many = table.columns.size() > 4;
    if (has_records && (extent.piece > line || (many && (extent.word > line || extent.length > lines * line))))
        return TableForm::records;
    return extent.word > line ? TableForm::broken_words : TableForm::table;
}

bool has_words(const Blocks& blocks) {
    return extent_of(blocks).length > 0;
}

}  // namespace notes_export::epub
