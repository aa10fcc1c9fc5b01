/// Optical margins: how far a character reaches beyond the measure, in parts of its width (the numbers of microtype's
/// generic set, READERS 5).
#pragma once

namespace notes_export::layout {

constexpr double protrusion_of_letter = 0.05;

/// The most that anything protrudes, in em. The marks of a monospaced face are as wide as its letters: by part of their
/// width they would stand outside altogether.
constexpr double most_protrusion = 0.28;

constexpr bool is_slanted_letter(char32_t character) {
    switch (character) {
        case U'A':
        case U'T':
        case U'V':
        case U'W':
        case U'X':
        case U'Y':
        case U'v':
        case U'w':
        case U'x':
        case U'y':
            return true;
        default:
            return false;
    }
}

/// At the end of a line.
constexpr double protrusion_behind(char32_t character) {
    switch (character) {
        case U'.':
        case U',':
        case U'-':
        case U'\u2010':
        case U'\'':
        case U'\u2018':
        case U'\u2019':
        case U'\u201A':
            return 0.7;
        case U':':
        case U';':
        case U'"':
        case U'\u201C':
        case U'\u201D':
        case U'\u201E':
        case U'\u00AB':
        case U'\u00BB':
            return 0.5;
        case U'\u2013':
            return 0.3;
        case U'!':
        case U'?':
        case U'\u2014':
            return 0.2;
        default:
            return is_slanted_letter(character) ? protrusion_of_letter : 0;
    }
}

/// At its begin.
constexpr double protrusion_before(char32_t character) {
    switch (character) {
        case U'\'':
        case U'\u2018':
        case U'\u2019':
        case U'\u201A':
            return 0.7;
        case U'"':
        case U'\u201C':
        case U'\u201D':
        case U'\u201E':
        case U'\u00AB':
        case U'\u00BB':
            return 0.5;
        case U'\u2013':
            return 0.3;
        case U'\u2014':
            return 0.2;
        default:
            return is_slanted_letter(character) ? protrusion_of_letter : 0;
    }
}

}  // namespace notes_export::layout
