/// Seams of long words, at which a narrow column may break them: "etcdserver/|Compaction|Request", "snake_|case_|name".
#pragma once

#include <cstddef>
#include <string_view>

namespace notes_export::epub {

/// Where the piece that begins at `at` ends: behind a seam, or at the end of the word or blanks there. Short words have
/// no seams.
std::size_t piece_end(std::string_view text, std::size_t at);

template <class OnPiece>
void for_each_piece(std::string_view text, const OnPiece& on_piece) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = piece_end(text, at);
        on_piece(text.substr(at, end - at));
        at = end;
    }
}

}  // namespace notes_export::epub
