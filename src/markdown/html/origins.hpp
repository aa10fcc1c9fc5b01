/// Where the bytes of a text come from that is put together from pieces.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace notes_export::markdown {

/// Offsets into the text are `at`, offsets into the reading's original are origins.
class Origins {
public:
    /// From `at` on, behind the pieces so far, stands a piece that comes from `origin`.
    void add(std::size_t at, std::uint32_t origin) { pieces_.push_back({at, origin}); }
    bool empty() const { return pieces_.empty(); }

    /// Where the piece begins that holds `at`.
    std::uint32_t of_piece(std::size_t at) const { return empty() ? 0 : piece(at).origin; }
    std::uint32_t of(std::size_t at) const {
        const Piece& held = piece(at);
        return held.origin + static_cast<std::uint32_t>(at - held.at);
    }
    /// The place in the text, `size` bytes long, that comes from `origin`; its end when none does.
    std::size_t find(std::uint32_t origin, std::size_t size) const {
        const auto behind =
            std::upper_bound(pieces_.begin(), pieces_.end(), origin,
                             [](std::uint32_t wanted, const Piece& piece) { return wanted < piece.origin; });
        if (behind == pieces_.begin()) return 0;
        const Piece& held = *std::prev(behind);
        return std::min(behind == pieces_.end() ? size : behind->at, held.at + (origin - held.origin));
    }

private:
    struct Piece {
        std::size_t at = 0;
        std::uint32_t origin = 0;
    };
    const Piece& piece(std::size_t at) const {
        const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                             [](std::size_t wanted, const Piece& piece) { return wanted < piece.at; });
        return behind == pieces_.begin() ? pieces_.front() : *std::prev(behind);
    }

    std::vector<Piece> pieces_;  ///< in order
};

}  // namespace notes_export::markdown
