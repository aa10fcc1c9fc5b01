/// A text as md4c reads it, and where its bytes come from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/marks.hpp"
#include "notes_export/diagnostics.hpp"

namespace notes_export::markdown {

/// What md4c is given (`masked`) and what it stands for: the source's text, or a text kept in the arena. An offset into
/// `masked` is "local", one into `original` is an "origin".
struct Reading {
    struct Segment {
        std::uint32_t local = 0;
        std::uint32_t origin = 0;
    };

    std::string masked;
    std::string_view original;      ///< lives as long as the document
    std::vector<Segment> segments;  ///< in order of `local`; the first at 0
    std::uint32_t first_local = 0;  ///< what stands before it are the definitions in scope: parsed, never shown
    const std::vector<Mark>* marks = nullptr;  ///< with offsets into `original`

    std::uint32_t origin(std::uint32_t local) const;
};

/// The excerpt as md4c is to read it; `marks` are those of the whole `original`.
Reading reading_of(const Excerpt& excerpt, std::string_view original, const std::vector<Mark>& marks);

}  // namespace notes_export::markdown
