/// Subsets by hb-subset, as PDF wants them.
#include "text/subset.hpp"

#include <hb-ot.h>

#include <cstring>

#include "text/cff.hpp"
#include "text/library.hpp"

namespace notes_export::text {

namespace {

std::vector<std::byte> bytes_of(hb_blob_t* blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    std::vector<std::byte> bytes(length);
    if (length > 0) std::memcpy(bytes.data(), data, length);
    return bytes;
}

/// What only finding and shaping of glyphs needs: a PDF holds glyph ids.
constexpr hb_tag_t dropped[] = {
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
    HB_TAG('J', 'S', 'T', 'F'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('M', 'A', 'T', 'H'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'),
    HB_TAG('L', 'T', 'S', 'H'), HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'), HB_TAG('S', 'V', 'G', ' '),
    HB_TAG('F', 'F', 'T', 'M'), HB_TAG('P', 'f', 'E', 'd'), HB_TAG('T', 'e', 'X', ' ')};

SubsetInput input_for(const std::set<std::uint32_t>& glyphs, bool keep_ids) {
    SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) return input;
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
    hb_set_t* drop = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t table : dropped) hb_set_add(drop, table);
    // Hints cost a third of the bytes and no PDF viewer of today looks at them.
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
    if (keep_ids) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input.get(), flags);
    return input;
}

}  // namespace

std::optional<FaceSubset> subset(const FontLibrary& fonts, FaceId id, const std::set<std::uint32_t>& glyphs) {
    const Face& face = fonts.impl().face(id);
    if (face.info.colour_bitmaps) return {};
    // A CFF font without CIDs of its own is read with CID = glyph id (ISO 32000-1, 9.7.4.2), so its ids stay.
    const bool keep_ids = face.cff && !is_cid_keyed(face.face.get());
    const SubsetInput input = input_for(glyphs, keep_ids);
    if (!input) return {};
    const SubsetPlan plan(hb_subset_plan_create_or_fail(face.face.get(), input.get()));
    if (!plan) return {};
    const HbFace made(hb_subset_plan_execute_or_fail(plan.get()));
    if (!made) return {};
    const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());

    FaceSubset result;
    result.kind = face.cff ? OutlineKind::cff : OutlineKind::true_type;
    const Blob blob(face.cff ? hb_face_reference_table(made.get(), HB_TAG('C', 'F', 'F', ' '))
                             : hb_face_reference_blob(made.get()));
    result.bytes = bytes_of(blob.get());
    if (result.bytes.empty()) return {};
    const std::vector<std::uint32_t> charset = face.cff && !keep_ids
                                                   ? cids_of_glyphs(result.bytes, hb_face_get_glyph_count(made.get()))
                                                   : std::vector<std::uint32_t>{};
    for (const std::uint32_t glyph : glyphs) {
        std::uint32_t cid = hb_map_get(new_ids, glyph);
        if (cid == HB_MAP_VALUE_INVALID) continue;
        if (cid < charset.size()) cid = charset[cid];
        result.cids[glyph] = cid;
        result.widths[glyph] = hb_font_get_glyph_h_advance(face.font.get(), glyph) * 1000.0 / face.info.units_per_em;
    }
    return result;
}

std::optional<BitmapGlyph> bitmap_glyph(const FontLibrary& fonts, FaceId id, std::uint32_t glyph) {
    const Face& face = fonts.impl().face(id);
    const Blob png(hb_ot_color_glyph_reference_png(face.font.get(), glyph));
    hb_glyph_extents_t extents;
    if (hb_blob_get_length(png.get()) == 0 || !hb_font_get_glyph_extents(face.font.get(), glyph, &extents)) return {};
    const double em = face.info.units_per_em;
    BitmapGlyph result;
    result.png = bytes_of(png.get());
    result.left = extents.x_bearing / em;
    result.width = extents.width / em;
    result.height = -extents.height / em;
    result.bottom = (extents.y_bearing + extents.height) / em;
    return result;
}

}  // namespace notes_export::text
