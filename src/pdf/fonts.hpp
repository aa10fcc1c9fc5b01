/// Fonts of a PDF: how each glyph of the book is shown.
#pragma once

#include <string>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/glyphs.hpp"

namespace notes_export::pdf {

/// How content shows a glyph.
struct GlyphCode {
    std::uint16_t font = UINT16_MAX;  ///< index into `FontSet::fonts`; UINT16_MAX: can't be shown
    std::uint16_t code = 0;
    double width = 0;       ///< thousandths of an em, exactly as the font in the file says it
    std::string_view text;  ///< what readers take the code for; view into the book
};

struct Font {
    std::string name;     ///< in resources: "F1"
    int code_digits = 4;  ///< hexadecimal digits of a code
    ObjectId object;
};

/// All fonts of a book.
class FontSet {
public:
    std::vector<Font> fonts;

    const GlyphCode* find(text::FaceId face, std::uint32_t glyph) const {
        if (face.value >= places_.size() || glyph >= places_[face.value].size()) return nullptr;
        const GlyphCode& code = places_[face.value][glyph];
        return code.font == UINT16_MAX ? nullptr : &code;
    }

    /// What spans in the face begin and end with; without a glyph where none was needed.
    UnseenGlyph unseen(text::FaceId face) const {
        return face.value < unseen_.size() ? unseen_[face.value] : UnseenGlyph{};
    }

    void set_unseen(text::FaceId face, UnseenGlyph glyph) {
        if (face.value >= unseen_.size()) unseen_.resize(face.value + std::size_t{1});
        unseen_[face.value] = glyph;
    }

    std::vector<GlyphCode>& codes_of(text::FaceId face) {
        if (face.value >= places_.size()) places_.resize(face.value + std::size_t{1});
        return places_[face.value];
    }

private:
    std::vector<std::vector<GlyphCode>> places_;  ///< by `FaceId` and glyph id
    std::vector<UnseenGlyph> unseen_;             ///< by `FaceId`
};

/// Embeds what is used of each face: a subset as Type 0 font, pictures and what can't be embedded so as Type 3.
FontSet embed_fonts(const std::vector<FaceUse>& uses, const text::FontLibrary& fonts, unsigned jobs,
                    Document& document);

/// A glyph's code and what it stands for.
struct CodeText {
    std::uint32_t code = 0;
    std::string_view text;
};

/// A ToUnicode CMap (9.10.3) of codes with so many hexadecimal digits, in ascending order.
ObjectId add_to_unicode(const std::vector<CodeText>& codes, int digits, Document& document);

/// Glyphs as small drawings, 255 to a font: colour bitmaps, or outlines of a face that can't be subset.
void embed_type3(const FaceUse& use, const text::FontLibrary& fonts, Document& document, FontSet& set);

}  // namespace notes_export::pdf
