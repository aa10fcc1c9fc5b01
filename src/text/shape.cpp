/// HarfBuzz at work.
#include "text/shape.hpp"

#include <array>

#include "text/library.hpp"
#include "text/words.hpp"

namespace notes_export::text {

namespace {

hb_feature_t feature(const char (&name)[5], unsigned value) {
    return {HB_TAG(name[0], name[1], name[2], name[3]), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

struct FeatureList {
    std::array<hb_feature_t, 6> list;
    unsigned count = 0;
    void add(hb_feature_t one) { list[count++] = one; }
};

FeatureList feature_list(Features features) {
    FeatureList all;
    if (!features.ligatures) {
        all.add(feature("liga", 0));
        all.add(feature("clig", 0));
        all.add(feature("calt", 0));
        all.add(feature("kern", 0));
    }
    if (features.old_style_figures) all.add(feature("onum", 1));
    if (features.tabular_figures) all.add(feature("tnum", 1));
    return all;
}

hb_buffer_t* thread_buffer() {
    thread_local const Buffer buffer(hb_buffer_create());
    hb_buffer_clear_contents(buffer.get());
    return buffer.get();
}

}  // namespace

void shape_into(std::vector<Glyph>& glyphs, const FontLibrary& fonts, const ShapeRequest& request,
                std::string_view paragraph, std::size_t begin, std::size_t end) {
    const Face& face = fonts.impl().face(request.face);
    hb_buffer_t* buffer = thread_buffer();
    // HarfBuzz looks at five characters of context at most; a long paragraph needn't be scanned for it.
    constexpr std::size_t context = 64;
    const std::size_t from = begin > context ? begin - context : 0;
    const std::size_t to = std::min(paragraph.size(), end + context);
    hb_buffer_add_utf8(buffer, paragraph.data() + from, static_cast<int>(to - from),
                       static_cast<unsigned>(begin - from), static_cast<int>(end - begin));
    hb_buffer_set_direction(buffer, request.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, request.script ? hb_script_from_iso15924_tag(request.script) : HB_SCRIPT_LATIN);
    hb_buffer_set_language(
        buffer, request.language.empty()
                    ? HB_LANGUAGE_INVALID
                    : hb_language_from_string(request.language.data(), static_cast<int>(request.language.size())));
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    const FeatureList features = feature_list(request.features);
    hb_shape(face.font.get(), buffer, features.list.data(), features.count);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const float em = static_cast<float>(face.info.units_per_em);
    glyphs.reserve(glyphs.size() + count);
    for (unsigned i = 0; i < count; ++i) {
        const hb_glyph_position_t& position = positions[i];
        glyphs.push_back({infos[i].codepoint, static_cast<float>(position.x_advance) / em,
                          static_cast<float>(position.x_offset) / em, static_cast<float>(position.y_offset) / em,
                          infos[i].cluster + static_cast<std::uint32_t>(from),
                          (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0});
    }
}

std::vector<Glyph> shape(const FontLibrary& fonts, const ShapeRequest& request, std::string_view paragraph,
                         std::size_t begin, std::size_t end) {
    std::vector<Glyph> glyphs;
    shape_into(glyphs, fonts, request, paragraph, begin, end);
    return glyphs;
}

}  // namespace notes_export::text
