#include "text/words.hpp"

#include <string>

#include "text/hyphenation.hpp"
#include "text/library.hpp"
#include "text/word_table.hpp"

namespace notes_export::text {

namespace {

/// A request with its strings its own.
struct Kind {
    FaceId face;
    std::uint32_t script;
    std::string language;
    bool right_to_left;
    Features features;

    bool is(const ShapeRequest& request) const {
        return face == request.face && script == request.script && right_to_left == request.right_to_left &&
               features == request.features && language == request.language;
    }
};

struct InkEntry {
    bool known = false;
    Ink ink;
};

struct ThreadCache {
    std::uint64_t library = 0;
    std::vector<Kind> kinds;
    std::vector<std::string> languages;
    WordTable<Glyph> words;
    WordTable<std::uint16_t> parted;
    std::vector<std::vector<InkEntry>> inks;  ///< by face and glyph
    std::vector<Glyph> scratch;

    void clear() {
        kinds.clear();
        languages.clear();
        words.clear();
        parted.clear();
        inks.clear();
    }
};

ThreadCache& cache_for(const FontLibrary& fonts) {
    thread_local ThreadCache cache;
    if (cache.library != fonts.impl().serial) {
        cache.clear();
        cache.library = fonts.impl().serial;
    }
    return cache;
}

}  // namespace

bool words_stand_alone(const FontLibrary& fonts, FaceId face) {
    return fonts.impl().face(face).words_stand_alone;
}

bool has_cluster(const FontLibrary& fonts, FaceId face, std::u32string_view cluster) {
    return covers(fonts.impl().face(face), cluster);
}

SpaceGlyph space_glyph(const FontLibrary& fonts, FaceId id) {
    const Face& face = fonts.impl().face(id);
    if (face.space == 0) return {};
    return {face.space, static_cast<float>(hb_font_get_glyph_h_advance(face.font.get(), face.space)) /
                            static_cast<float>(face.info.units_per_em)};
}

std::uint32_t unseen_glyph(const FontLibrary& fonts, FaceId id, char32_t character) {
    const Face& face = fonts.impl().face(id);
    for (const char32_t unseen : {character, U'\u200B', U'\u200C', U'\u200D', U'\u200E', U'\u200F'}) {
        hb_codepoint_t glyph = 0;
        hb_glyph_extents_t extents{};
        if (!hb_font_get_nominal_glyph(face.font.get(), unseen, &glyph)) continue;
        const bool drawn = hb_font_get_glyph_extents(face.font.get(), glyph, &extents) && extents.width != 0;
        if (!drawn && hb_font_get_glyph_h_advance(face.font.get(), glyph) == 0) return glyph;
    }
    return 0;
}

Ink ink(const FontLibrary& fonts, FaceId id, std::uint32_t glyph) {
    auto& inks = cache_for(fonts).inks;
    if (inks.size() <= id.value) inks.resize(id.value + std::size_t{1});
    auto& of_face = inks[id.value];
    if (of_face.size() <= glyph) of_face.resize(std::max<std::size_t>(glyph + std::size_t{1}, of_face.size() * 2));
    InkEntry& entry = of_face[glyph];
    if (!entry.known) {
        entry.known = true;
        const Face& face = fonts.impl().face(id);
        hb_glyph_extents_t extents;
        if (hb_font_get_glyph_extents(face.font.get(), glyph, &extents) && extents.width != 0) {
            const float em = static_cast<float>(face.info.units_per_em);
            const int advance = hb_font_get_glyph_h_advance(face.font.get(), glyph);
            entry.ink = {static_cast<float>(extents.x_bearing) / em,
                         static_cast<float>(advance - extents.x_bearing - extents.width) / em, true};
        }
    }
    return entry.ink;
}

std::uint32_t word_kind(const FontLibrary& fonts, const ShapeRequest& request) {
    auto& kinds = cache_for(fonts).kinds;
    for (std::size_t i = kinds.size(); i-- > 0;)
        if (kinds[i].is(request)) return static_cast<std::uint32_t>(i);
    kinds.push_back(
        {request.face, request.script, std::string(request.language), request.right_to_left, request.features});
    return static_cast<std::uint32_t>(kinds.size() - 1);
}

std::span<const Glyph> shaped_word(const FontLibrary& fonts, std::uint32_t kind, std::string_view word) {
    ThreadCache& cache = cache_for(fonts);
    const std::uint64_t hash = WordTable<Glyph>::hash_of(kind, word);
    if (const auto* entry = cache.words.find(kind, word, hash)) return entry->values;
    const Kind& how = cache.kinds[kind];
    cache.scratch.clear();
    shape_into(cache.scratch, fonts, {how.face, how.script, how.language, how.right_to_left, how.features}, word, 0,
               word.size());
    return cache.words.add(kind, word, hash, cache.scratch);
}

std::span<const std::uint16_t> hyphenation_points(const FontLibrary& fonts, std::string_view word,
                                                  std::string_view language) {
    ThreadCache& cache = cache_for(fonts);
    std::size_t number = 0;
    while (number < cache.languages.size() && cache.languages[number] != language) ++number;
    if (number == cache.languages.size()) cache.languages.emplace_back(language);
    const auto kind = static_cast<std::uint32_t>(number);
    const std::uint64_t hash = WordTable<std::uint16_t>::hash_of(kind, word);
    if (const auto* entry = cache.parted.find(kind, word, hash)) return entry->values;
    const std::vector<std::uint16_t> points = fonts.impl().hyphenation.points(word, language);
    return cache.parted.add(kind, word, hash, points);
}

void forget_old_words(const FontLibrary& fonts) {
    constexpr std::size_t limit = std::size_t{24} << 20;  // of bytes a thread: some 200,000 words
    ThreadCache& cache = cache_for(fonts);
    if (cache.words.bytes() + cache.parted.bytes() > limit) cache.clear();
}

}  // namespace notes_export::text
