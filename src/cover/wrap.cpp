#include "cover/wrap.hpp"

#include <algorithm>

namespace notes_export::cover {
namespace {

/// Unbreakable pieces of a text with their widths, a piece's trailing blanks apart.
struct Piece {
    std::size_t begin = 0, end = 0;
    Points width, blank;
};

std::vector<Piece> pieces_at(std::string_view text, const std::vector<std::size_t>& ends, const LineStyle& style,
                             const text::FontLibrary& fonts) {
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        const std::string_view piece = text.substr(begin, end - begin);
        const std::size_t inked = piece.find_last_not_of(' ') + 1;
        const Points width = set_line(piece.substr(0, inked), style, fonts).width;
        pieces.push_back({begin, end, width, set_line(piece, style, fonts).width - width});
        begin = end;
    }
    return pieces;
}

/// First-fit. The ends of lines, as counts of pieces; nothing wider than the measure unless one piece is.
std::vector<std::size_t> fill(const std::vector<Piece>& pieces, Points measure) {
    std::vector<std::size_t> ends;
    Points width;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (width > Points{} && width + pieces[i].width > measure) {
            ends.push_back(i);
            width = {};
        }
        width += pieces[i].width + pieces[i].blank;
    }
    if (!pieces.empty()) ends.push_back(pieces.size());
    return ends;
}

/// The least measure that needs no more lines.
Points balanced_measure(const std::vector<Piece>& pieces, Points measure) {
    const std::size_t lines = fill(pieces, measure).size();
    Points low, high = measure;
    for (const Piece& piece : pieces) low = std::max(low, piece.width);
    if (lines <= 1 || low >= measure) return measure;
    for (int step = 0; step < 20; ++step) {
        const Points middle = (low + high) / 2;
        (fill(pieces, middle).size() <= lines ? high : low) = middle;
    }
    return high;
}

std::vector<std::string> lines_of(std::string_view text, const std::vector<Piece>& pieces, Points measure) {
    std::vector<std::string> lines;
    std::size_t first = 0;
    for (const std::size_t end : fill(pieces, balanced_measure(pieces, measure))) {
        std::string line(text.substr(pieces[first].begin, pieces[end - 1].end - pieces[first].begin));
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
        first = end;
    }
    return lines;
}

/// A title of any length costs no more than this: what is beyond would not fit anyway.
constexpr std::size_t most_bytes = 2000;

std::string_view cut(std::string_view text) {
    if (text.size() <= most_bytes) return text;
    text = text.substr(0, most_bytes);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80) text.remove_suffix(1);
    if (!text.empty()) text.remove_suffix(1);
    return text;
}

}  // namespace

Wrapped wrap(std::string_view full, const LineStyle& style, Points measure, Points least, int most_lines,
             const text::FontLibrary& fonts) {
    const std::string_view text = cut(full);
    const Points largest = style.size;
    const std::vector<Piece> pieces = pieces_at(text, line_breaks(text, style.language), style, fonts);
    Points widest;
    for (const Piece& piece : pieces) widest = std::max(widest, piece.width);

    // Widths are measured once: another size scales the measure instead.
    for (Points size = largest; size >= least; size = size * 0.92) {
        const Points scaled = measure * (largest / size);
        const auto lines = static_cast<int>(most_lines * (largest / size));
        if (widest > scaled || static_cast<int>(fill(pieces, scaled).size()) > lines) continue;
        return {lines_of(text, pieces, scaled), size, text.size() == full.size()};
    }

    const std::vector<Piece> parts = pieces_at(text, character_ends(text), style, fonts);
    const Points scaled = measure * (largest / least);
    std::vector<std::string> lines = lines_of(text, parts, scaled * 0.95);
    const auto room = static_cast<std::size_t>(most_lines * (largest / least));
    const bool whole = lines.size() <= room && text.size() == full.size();
    if (lines.size() > room) lines.resize(room);
    if (!whole && !lines.empty()) lines.back() += "…";
    return {std::move(lines), least, whole};
}

}  // namespace notes_export::cover
