#include <algorithm>

#include "image/raster.hpp"
#include "pdf/deflate.hpp"
#include "pdf/drawing.hpp"
#include "pdf/fonts.hpp"
#include "pdf/pictures.hpp"
#include "text/subset.hpp"

namespace notes_export::pdf {
namespace {

/// What one Type 3 font is made of (9.6.5). Its space is a thousandth of an em.
struct Type3 {
    std::vector<CodeText> texts;
    std::string procedures, pictures, differences, widths;
    double bounds[4] = {0, 0, 0, 0};
};

void put_four(std::string& out, const double (&numbers)[4]) {
    for (int i = 0; i < 4; ++i) {
        if (i) out += ' ';
        put_integer(out, thousandths(numbers[i] / 1000));
    }
}

/// A colour picture; gives its object, not valid when it can't be read.
ObjectId add_bitmap(const text::BitmapGlyph& bitmap, Document& document) {
    const auto decoded = image::decode(bitmap.png);
    const auto* raster = std::get_if<image::Raster>(&decoded);
    if (!raster) return {};
    return add_picture(encode_raster(document.grayscale ? image::without_colour(*raster) : *raster), document);
}

void extend(Type3& font, double left, double bottom, double right, double top) {
    font.bounds[0] = std::min(font.bounds[0], left);
    font.bounds[1] = std::min(font.bounds[1], bottom);
    font.bounds[2] = std::max(font.bounds[2], right);
    font.bounds[3] = std::max(font.bounds[3], top);
}

/// The operators that draw a glyph, behind its width.
std::string glyph_operators(Type3& font, text::FaceId face, std::uint32_t glyph, const text::FontLibrary& fonts,
                            std::uint32_t code, Document& document) {
    std::string out;
    if (const auto bitmap = text::bitmap_glyph(fonts, face, glyph)) {
        const ObjectId picture = add_bitmap(*bitmap, document);
        if (!picture.valid()) return out;
        const std::string name = "G" + std::to_string(code);
        font.pictures += "/" + name + " ";
        put_reference(font.pictures, picture);
        put_number(out, bitmap->width * 1000);
        out += " 0 0 ";
        put_number(out, bitmap->height * 1000);
        out += ' ';
        put_number(out, bitmap->left * 1000);
        out += ' ';
        put_number(out, bitmap->bottom * 1000);
        out += " cm/" + name + " Do";
        extend(font, bitmap->left * 1000, bitmap->bottom * 1000, (bitmap->left + bitmap->width) * 1000,
               (bitmap->bottom + bitmap->height) * 1000);
    } else {
        draw_outline(out, text::outline(fonts, face, glyph), {}, {1000}, {});
        extend(font, -500, -500, 1500, 1500);
    }
    return out;
}

void add_glyph(Type3& font, text::FaceId face, std::uint32_t glyph, const GlyphUse& use, std::uint32_t code,
               std::int64_t width, const text::FontLibrary& fonts, Document& document) {
    std::string drawn;
    put_thousandths(drawn, width);
    // d0: the glyph brings its own colours.
    drawn += " 0 d0\nq ";
    drawn += glyph_operators(font, face, glyph, fonts, code, document);
    drawn += " Q\n";
    const std::string name = "/g" + std::to_string(code);
    font.procedures += name + " ";
    put_reference(font.procedures,
                  document.add_stream("/Filter/FlateDecode", deflate(std::as_bytes(std::span(drawn)))));
    font.differences += name;
    put_thousandths(font.widths, width);
    font.widths += ' ';
    font.texts.push_back({code, use.text});
}

ObjectId add_font(const Type3& font, const std::string& name, Document& document) {
    std::string body = "/Type/Font/Subtype/Type3/Name/" + name + "/FontMatrix[.001 0 0 .001 0 0]/FontBBox[";
    put_four(body, font.bounds);
    body += "]/FirstChar 0/LastChar ";
    put_integer(body, static_cast<std::int64_t>(font.texts.size()) - 1);
    body += "/Widths[" + font.widths + "]/Encoding<</Type/Encoding/Differences[0" + font.differences + "]>>";
    body += "/CharProcs<<" + font.procedures + ">>/Resources<</XObject<<" + font.pictures + ">>>>/ToUnicode ";
    put_reference(body, add_to_unicode(font.texts, 2, document));
    return document.add(std::move(body));
}

}  // namespace

void embed_type3(const FaceUse& use, const text::FontLibrary& fonts, Document& document, FontSet& set) {
    constexpr std::uint32_t codes_a_font = 255;
    std::vector<GlyphCode>& codes = set.codes_of(use.face);
    codes.resize(use.glyphs.size());
    Type3 font;
    const auto finish = [&] {
        if (font.texts.empty()) return;
        const std::string name = "F" + std::to_string(set.fonts.size() + 1);
        set.fonts.push_back({name, 2, add_font(font, name, document)});
        font = {};
    };
    for (std::uint32_t glyph = 0; glyph < use.glyphs.size(); ++glyph) {
        const GlyphUse& one = use.glyphs[glyph];
        if (!one.used) continue;
        const auto code = static_cast<std::uint32_t>(font.texts.size());
        const std::int64_t width = thousandths(one.advance * 1000);
        codes[glyph] = {static_cast<std::uint16_t>(set.fonts.size()), static_cast<std::uint16_t>(code),
                        static_cast<double>(width) / 1000, one.text};
        add_glyph(font, use.face, glyph, one, code, width, fonts, document);
        if (font.texts.size() == codes_a_font) finish();
    }
    finish();
}

}  // namespace notes_export::pdf
