/// Reads a face: metrics, names, what it may be used for.
#include <hb-ot.h>

#include <algorithm>
#include <string>

#include "text/library.hpp"

namespace notes_export::text {

namespace {

constexpr hb_tag_t tag(const char (&name)[5]) {
    return HB_TAG(name[0], name[1], name[2], name[3]);
}

bool has_table(hb_face_t* face, hb_tag_t name) {
    const Blob blob(hb_face_reference_table(face, name));
    return hb_blob_get_length(blob.get()) > 0;
}

/// Big-endian 16 bits of a table; 0 beyond its end.
unsigned table_u16(hb_face_t* face, hb_tag_t name, unsigned offset) {
    const Blob blob(hb_face_reference_table(face, name));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    if (offset + 2 > length) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(data[offset])) << 8 |
           static_cast<unsigned char>(data[offset + 1]);
}

int table_i16(hb_face_t* face, hb_tag_t name, unsigned offset) {
    return static_cast<std::int16_t>(table_u16(face, name, offset));
}

std::string postscript_name(hb_face_t* face) {
    unsigned length = 0;
    const hb_language_t english = hb_language_from_string("en", -1);
    length = hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, english, &length, nullptr);
    std::string name(length, '\0');
    unsigned room = length + 1;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, english, &room, name.data());
    // PDF names and PostScript allow printable ASCII without delimiters.
    std::erase_if(name, [](char c) {
        return c <= ' ' || c > '~' || std::string_view("[](){}<>/%").find(c) != std::string_view::npos;
    });
    return name.empty() ? "Unnamed" : name;
}

double metric(hb_font_t* font, hb_ot_metrics_tag_t which, double em, double otherwise) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, which, &value) && value != 0 ? value / em : otherwise;
}

/// Height of a letter's ink where the OS/2 table doesn't tell.
double letter_height(hb_font_t* font, char32_t letter, double em, double otherwise) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents;
    if (!hb_font_get_nominal_glyph(font, letter, &glyph) || !hb_font_get_glyph_extents(font, glyph, &extents))
        return otherwise;
    return extents.y_bearing / em;
}

FaceMetrics metrics_of(hb_face_t* face, hb_font_t* font, double em) {
    FaceMetrics metrics;
    metrics.ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em, 0.9);
    metrics.descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, em, -0.25);
    if (metrics.descent > 0) metrics.descent = -metrics.descent;
    metrics.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, em, letter_height(font, U'x', em, 0.5));
    metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, em, letter_height(font, U'H', em, 0.7));
    metrics.underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, em, -0.1);
    metrics.underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, em, 0.05);
    metrics.italic_angle = table_i16(face, tag("post"), 4) + table_u16(face, tag("post"), 6) / 65536.0;
    for (unsigned i = 0; i < 4; ++i) metrics.bounds[i] = table_i16(face, tag("head"), 36 + 2 * i) / em;
    return metrics;
}

/// Features that shaping turns on by itself, and those of ours.
constexpr hb_tag_t features_in_use[] = {
    tag("abvf"), tag("abvm"), tag("abvs"), tag("akhn"), tag("blwf"), tag("blwm"), tag("blws"), tag("calt"),
    tag("ccmp"), tag("cfar"), tag("cjct"), tag("clig"), tag("curs"), tag("dist"), tag("fin2"), tag("fin3"),
    tag("fina"), tag("half"), tag("haln"), tag("init"), tag("isol"), tag("kern"), tag("liga"), tag("ljmo"),
    tag("locl"), tag("ltra"), tag("ltrm"), tag("mark"), tag("med2"), tag("medi"), tag("mkmk"), tag("nukt"),
    tag("pref"), tag("pres"), tag("pstf"), tag("psts"), tag("rclt"), tag("rkrf"), tag("rlig"), tag("rphf"),
    tag("rtla"), tag("rtlm"), tag("tjmo"), tag("vatu"), tag("vjmo"), tag("onum"), tag("tnum"), 0};

bool lookups_touch_space(hb_face_t* face, hb_tag_t table, hb_codepoint_t space) {
    const GlyphSet lookups(hb_set_create());
    hb_ot_layout_collect_lookups(face, table, nullptr, nullptr, features_in_use, lookups.get());
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    while (hb_set_next(lookups.get(), &lookup)) {
        const GlyphSet before(hb_set_create()), input(hb_set_create()), after(hb_set_create()), output(hb_set_create());
        hb_ot_layout_lookup_collect_glyphs(face, table, lookup, before.get(), input.get(), after.get(), output.get());
        for (const auto* set : {&before, &input, &after})
            if (hb_set_has(set->get(), space)) return true;
    }
    return false;
}

int width(hb_font_t* font, hb_buffer_t* buffer, std::string_view text) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    int sum = 0;
    for (unsigned i = 0; i < count; ++i) sum += positions[i].x_advance;
    return sum;
}

/// Many faces name the space in their kerning classes and then kern it by nothing, or by a hair. Below 1/200 em
/// nobody sees it, so such a face's words may be shaped one by one all the same. Tried on ASCII, so it tells something
/// about faces with Latin letters only.
bool space_is_kerned(hb_font_t* font, int units_per_em) {
    const Buffer buffer(hb_buffer_create());
    const int space = width(font, buffer.get(), " ");
    for (char letter = '!'; letter <= '~'; ++letter) {
        const std::string alone(1, letter);
        const int own = width(font, buffer.get(), alone) + space;
        if (std::abs(width(font, buffer.get(), alone + " ") - own) * 200 > units_per_em) return true;
        if (std::abs(width(font, buffer.get(), " " + alone) - own) * 200 > units_per_em) return true;
    }
    return false;
}

/// Whether the OS/2 table allows embedding of a subset (OpenType, OS/2 fsType: bits 1, 8 and 9 forbid it).
bool may_embed(hb_face_t* face) {
    constexpr unsigned restricted = 0x0002, editable_or_preview = 0x000C, no_subset = 0x0100, bitmaps_only = 0x0200;
    const unsigned type = table_u16(face, tag("OS/2"), 8);
    if ((type & restricted) != 0 && (type & editable_or_preview) == 0) return false;
    return (type & (no_subset | bitmaps_only)) == 0;
}

}  // namespace

std::unique_ptr<Face> load_face(Blob blob, unsigned index) {
    auto loaded = std::make_unique<Face>();
    loaded->face.reset(hb_face_create(blob.get(), index));
    hb_face_t* face = loaded->face.get();
    if (hb_face_get_glyph_count(face) == 0 || !may_embed(face)) return nullptr;
    if (hb_ot_var_has_data(face)) return nullptr;  // only an instance could be embedded
    loaded->cff = has_table(face, tag("CFF "));
    loaded->info.colour_bitmaps = has_table(face, tag("CBDT"));
    if (!loaded->cff && !has_table(face, tag("glyf")) && !loaded->info.colour_bitmaps) return nullptr;
    hb_face_make_immutable(face);

    loaded->font.reset(hb_font_create(face));
    hb_font_t* font = loaded->font.get();
    const unsigned em = hb_face_get_upem(face);
    hb_font_set_scale(font, static_cast<int>(em), static_cast<int>(em));
    hb_font_make_immutable(font);

    loaded->info.units_per_em = em;
    loaded->info.postscript_name = postscript_name(face);
    loaded->info.metrics = metrics_of(face, font, em);
    loaded->info.monospace = table_u16(face, tag("post"), 12) != 0 || table_u16(face, tag("post"), 14) != 0;
    loaded->info.bold = table_u16(face, tag("OS/2"), 4) >= 600;
    loaded->info.italic = (table_u16(face, tag("head"), 44) & 2U) != 0;
    // OS/2 panose: family kind 2 (Latin text), serif style 2 to 10 are serifs.
    const unsigned panose = table_u16(face, tag("OS/2"), 32);
    loaded->info.serif = panose >> 8 == 2 && (panose & 0xFFU) >= 2 && (panose & 0xFFU) <= 10;
    hb_codepoint_t space = 0, letter = 0;
    if (hb_font_get_nominal_glyph(font, U' ', &space)) loaded->space = space;
    const bool positioned = lookups_touch_space(face, tag("GPOS"), space) ||
                            (has_table(face, tag("kern")) && !has_table(face, tag("GPOS")));
    const bool latin = hb_font_get_nominal_glyph(font, U'n', &letter) != 0;
    loaded->words_stand_alone = loaded->space != 0 && !lookups_touch_space(face, tag("GSUB"), space) &&
                                (!positioned || (latin && !space_is_kerned(font, static_cast<int>(em))));
    return loaded;
}

}  // namespace notes_export::text
