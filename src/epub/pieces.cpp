#include "epub/pieces.hpp"

#include <algorithm>

namespace notes_export::epub {
namespace {

constexpr std::size_t largest_piece = 200'000;  ///< bytes of one note in one file

class Cutter {
public:
    Cutter(const RenderedNote& rendered, NoteId note) : rendered_(rendered), note_(note) {}

    std::vector<Piece> cut() {
        const std::vector<Fragment>& blocks = rendered_.blocks;
        std::vector<Piece> pieces;
        std::size_t begin = 0, size = 0, heading = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (size > 0 && size + blocks[i].xhtml.size() > largest_piece) {
                // At the last heading, unless that makes a scrap of a file.
                const std::size_t at = heading > begin && bytes(begin, heading) > largest_piece / 4 ? heading : i;
                pieces.push_back(piece(begin, at));
                begin = at;
                size = bytes(begin, i);
            }
            if (blocks[i].heading) heading = i;
            size += blocks[i].xhtml.size();
        }
        pieces.push_back(piece(begin, blocks.size()));
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            pieces[i].first = i == 0;
            pieces[i].last = i + 1 == pieces.size();
        }
        return pieces;
    }

private:
    std::size_t bytes(std::size_t begin, std::size_t end) const {
        std::size_t sum = 0;
        for (std::size_t i = begin; i < end; ++i) sum += rendered_.blocks[i].xhtml.size();
        return sum;
    }

    Piece piece(std::size_t begin, std::size_t end) const { return {note_, begin, end, true, true, {}}; }

    const RenderedNote& rendered_;
    NoteId note_;
};

/// Gives each footnote to the piece that first refers to it; those that nothing refers to go with the last.
void give_footnotes(std::vector<Piece>& pieces, const RenderedNote& rendered, const Note& note) {
    std::vector<bool> given(note.footnotes.size());
    const auto give = [&](Piece& piece, const Fragment& fragment, const auto& again) -> void {
        for (const std::uint32_t index : fragment.footnotes) {
            if (given[index]) continue;
            given[index] = true;
            piece.footnotes.push_back(index);
            again(piece, rendered.footnotes[index], again);
        }
    };
    for (Piece& piece : pieces) {
        if (piece.first) give(piece, rendered.header, give);
        for (std::size_t i = piece.begin; i < piece.end; ++i) give(piece, rendered.blocks[i], give);
    }
    for (std::uint32_t i = 0; i < given.size(); ++i)
        if (!given[i]) pieces.back().footnotes.push_back(i);
    for (Piece& piece : pieces)
        std::ranges::sort(piece.footnotes, {}, [&](std::uint32_t i) { return note.footnotes[i].number; });
}

}  // namespace

std::vector<Piece> cut_into_pieces(const Note& note, const RenderedNote& rendered) {
    std::vector<Piece> pieces = Cutter(rendered, note.id).cut();
    give_footnotes(pieces, rendered, note);
    return pieces;
}

}  // namespace notes_export::epub
