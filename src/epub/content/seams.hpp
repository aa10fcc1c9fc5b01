/// Seams of long words, at which a narrow column may break them: "etcdserver/|Compaction|Request", "snake_|case_|name".
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace notes_export::epub {

/// Where the piece of a word that begins at `at` ends: behind a seam, or at the word's end. Short words have no seams.
std::size_t piece_end(std::string_view word, std::size_t at);

/// Calls `on_piece(piece, seam)` for the pieces of words and for the blanks between them; `seam` tells whether the word
/// goes on behind the piece.
template <class OnPiece>
void for_each_piece(std::string_view text, const OnPiece& on_piece) {
    constexpr std::string_view blanks = " \n\t";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find_first_not_of(blanks, at), text.size());
        if (begin > at) on_piece(text.substr(at, begin - at), false);
        at = std::min(text.find_first_of(blanks, begin), text.size());
        const std::string_view word = text.substr(begin, at - begin);
        for (std::size_t piece = 0, end; piece < word.size(); piece = end) {
            end = piece_end(word, piece);
            on_piece(word.substr(piece, end - piece), end < word.size());
        }
    }
}

}  // namespace notes_export::epub
