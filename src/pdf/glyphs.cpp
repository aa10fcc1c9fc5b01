#include "pdf/glyphs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "support/parallel.hpp"
#include "text/shape.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::pdf {
namespace {

using layout::GlyphRun;

/// How often a glyph stood for a text.
struct Meaning {
    std::string_view text;
    std::size_t count = 0;
};

struct GlyphMeanings {
    std::vector<Meaning> alone;   ///< a single glyph for a cluster
    std::string_view in_company;  ///< of the first cluster that it shares with others
    double advance = 0;
    bool used = false;

    void count(std::string_view text, std::size_t times = 1) {
        for (Meaning& meaning : alone)
            if (meaning.text == text) {
                meaning.count += times;
                return;
            }
        alone.push_back({text, times});
    }

    /// Takes what was counted on later pages.
    void add(const GlyphMeanings& later) {
        if (!later.used) return;
        if (!used) advance = later.advance;
        used = true;
        for (const Meaning& meaning : later.alone) count(meaning.text, meaning.count);
        if (in_company.empty()) in_company = later.in_company;
    }
};

struct FaceMeanings {
    text::FaceId face;
    std::vector<GlyphMeanings> glyphs;
    UnseenGlyph unseen;
    bool unseen_sought = false;
};

/// Glyphs with the same cluster, from left to right; their text is not known yet.
std::vector<Cluster> grouped(const GlyphRun& run) {
    std::vector<Cluster> clusters;
    const std::size_t count = run.glyphs.size();
    clusters.reserve(count);
    for (std::size_t first = 0; first < count;) {
        std::size_t end = first + 1;
        while (end < count && run.glyphs[end].cluster == run.glyphs[first].cluster) ++end;
        clusters.push_back({first, end - first, {}});
        first = end;
    }
    return clusters;
}

/// Marks that stand above or below the letter before them and are never moved before it.
bool is_stacking_mark(char32_t c) {
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x483 && c <= 0x487) || (c >= 0x591 && c <= 0x5c7) ||
           (c >= 0x610 && c <= 0x61a) || (c >= 0x64b && c <= 0x65f) || c == 0x670 || (c >= 0x6d6 && c <= 0x6ed) ||
           (c >= 0x730 && c <= 0x74a) || (c >= 0x8d3 && c <= 0x8ff) || (c >= 0x1ab0 && c <= 0x1aff) ||
           (c >= 0x1dc0 && c <= 0x1dff) || (c >= 0x20d0 && c <= 0x20f0) || (c >= 0xfe20 && c <= 0xfe2f);
}

/// A letter with marks: a glyph for the letter, and one for each mark or one for all.
bool is_stack(const Cluster& cluster) {
    if (cluster.count < 2) return false;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < cluster.text.size(); ++characters)
        if (const char32_t c = unicode::decode(cluster.text, at); characters > 0 && !is_stacking_mark(c)) return false;
    return characters == cluster.count || (cluster.count == 2 && characters > 2);
}

/// Letters apart from their marks.
std::vector<Cluster> unstacked(const std::vector<Cluster>& clusters, bool right_to_left) {
    std::vector<Cluster> result;
    result.reserve(clusters.size() * 2);
    for (const Cluster& cluster : clusters) {
        if (!is_stack(cluster)) {
            result.push_back(cluster);
            continue;
        }
        std::size_t size = 0;
        unicode::decode(cluster.text, size);
        const std::size_t last = cluster.first + cluster.count - 1;
        const Cluster letter{right_to_left ? last : cluster.first, 1, cluster.text.substr(0, size)};
        const Cluster marks{cluster.first + (right_to_left ? 0 : 1), cluster.count - 1, cluster.text.substr(size),
                            true};
        result.push_back(right_to_left ? marks : letter);
        result.push_back(right_to_left ? letter : marks);
    }
    return result;
}

/// Readers of ToUnicode maps (MuPDF 1.21) break up several characters beyond the basic plane: such a glyph is mapped
/// to the first alone, and the whole stands in a span.
std::string_view mappable(std::string_view text) {
    std::size_t first = 0;
    bool beyond = false;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        beyond = unicode::decode(text, at) > 0xffff || beyond;
        if (characters == 0) first = at;
    }
    return beyond && characters > 1 ? text.substr(0, first) : text;
}

/// Vowel signs of Indic and related scripts that stand before the letter they follow in the text.
bool is_left_vowel(char32_t c) {
    constexpr std::u32string_view signs =
        U"\u093f\u094e\u09bf\u09c7\u09c8\u0a3f\u0abf\u0b47\u0bc6\u0bc7\u0bc8"
        U"\u0d46\u0d47\u0d48\u0dd9\u0dda\u0ddb\u1031\u17c1\u17c2\u17c3";
    return signs.find(c) != signs.npos;
}

/// What a glyph is mapped to that never stands alone for a text: its share of the cluster where there are as many
/// characters as glyphs, else the first has all of it and the others a space without width. Programs that know of
/// ActualText never look at it.
std::string_view share_of(const Cluster& cluster, std::size_t index) {
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < cluster.text.size();) {
        const std::size_t from = at;
        const char32_t c = unicode::decode(cluster.text, at);
        const std::string_view one = cluster.text.substr(from, at - from);
        if (is_left_vowel(c))
            characters.insert(characters.begin(), one);
        else
            characters.push_back(one);
    }
    if (characters.size() == cluster.count) return characters[index];
    return index == 0 ? cluster.text : std::string_view("\u200b");
}

class Counter {
public:
    explicit Counter(const text::FontLibrary& fonts) : fonts_(fonts) {}

    void count(const GlyphRun& run) {
        if (run.mark && !is_hyphen(run, fonts_)) return;
        FaceMeanings& face = face_of(run.face);
        bool needs_unseen = false;
        for (const Cluster& cluster : clusters_of(run)) {
            needs_unseen = needs_unseen || cluster.count > 1 || cluster.marks || is_several_backwards(run, cluster);
            for (std::size_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
                GlyphMeanings& glyph = glyph_of(face, run.glyphs[i].id);
                if (!glyph.used) glyph.advance = run.size.value > 0 ? run.glyphs[i].advance / run.size : 0;
                glyph.used = true;
                if (run.mark)
                    glyph.count("-");
                else if (cluster.count == 1 && !cluster.text.empty())
                    glyph.count(cluster.text);
                else if (glyph.in_company.empty())
                    glyph.in_company = share_of(cluster, i - cluster.first);
            }
        }
        if (needs_unseen) need_unseen(run.face);
    }

    /// Takes what was counted on later pages.
    void add(const Counter& later) {
        for (const FaceMeanings& from : later.faces_) {
            if (from.unseen_sought) need_unseen(from.face);
            FaceMeanings& face = face_of(from.face);
            for (std::size_t id = 0; id < from.glyphs.size(); ++id)
                if (from.glyphs[id].used) glyph_of(face, static_cast<std::uint32_t>(id)).add(from.glyphs[id]);
        }
    }

    std::vector<FaceUse> result() const {
        std::vector<FaceUse> faces;
        for (const FaceMeanings& face : faces_) {
            FaceUse use{face.face, std::vector<GlyphUse>(face.glyphs.size()), face.unseen};
            for (std::size_t id = 0; id < face.glyphs.size(); ++id)
                if (face.glyphs[id].used)
                    use.glyphs[id] = {true, mappable(most_often(face.glyphs[id])), face.glyphs[id].advance};
            faces.push_back(std::move(use));
        }
        return faces;
    }

private:
    static std::string_view most_often(const GlyphMeanings& glyph) {
        const auto best = std::ranges::max_element(glyph.alone, [](const Meaning& a, const Meaning& b) {
            return a.count != b.count ? a.count < b.count : a.text > b.text;
        });
        return best == glyph.alone.end() ? glyph.in_company : best->text;
    }

    FaceMeanings& face_of(text::FaceId id) {
        if (id.value >= places_.size()) places_.resize(id.value + std::size_t{1});
        std::optional<std::size_t>& place = places_[id.value];
        if (!place) {
            place = faces_.size();
            faces_.push_back({id, {}, {}, false});
        }
        return faces_[*place];
    }

    /// The face's own where it has one, else that of the text face.
    void need_unseen(text::FaceId id) {
        FaceMeanings& face = face_of(id);
        if (std::exchange(face.unseen_sought, true)) return;
        for (const text::FaceId from : {id, fonts_.bundled({})}) {
            face.unseen = {from, text::unseen_glyph(fonts_, from, U'\u200B')};
            if (face.unseen.id != 0) break;
        }
        if (face.unseen.id == 0) return;
        const UnseenGlyph unseen = face.unseen;
        GlyphMeanings& glyph = glyph_of(face_of(unseen.face), unseen.id);
        glyph.used = true;
        if (glyph.in_company.empty()) glyph.in_company = "\u200b";
    }

    static GlyphMeanings& glyph_of(FaceMeanings& face, std::uint32_t id) {
        if (id >= face.glyphs.size()) face.glyphs.resize(id + std::size_t{1});
        return face.glyphs[id];
    }

    const text::FontLibrary& fonts_;
    std::vector<FaceMeanings> faces_;
    std::vector<std::optional<std::size_t>> places_;  ///< by `FaceId`
};

}  // namespace

std::vector<Cluster> clusters_of(const GlyphRun& run) {
    std::vector<Cluster> clusters = grouped(run);
    // The text of a cluster goes up to the one that follows it in reading order.
    const std::string_view text = run.text;
    const auto begin_of = [&](std::size_t i) { return std::size_t{run.glyphs[clusters[i].first].cluster}; };
    bool any_stacked = false;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const bool first = run.right_to_left ? i + 1 == clusters.size() : i == 0;
        const bool last = run.right_to_left ? i == 0 : i + 1 == clusters.size();
        const std::size_t begin = first ? 0 : begin_of(i);
        const std::size_t end = last ? text.size() : begin_of(run.right_to_left ? i - 1 : i + 1);
        if (begin < end && end <= text.size()) clusters[i].text = text.substr(begin, end - begin);
        any_stacked = any_stacked || is_stack(clusters[i]);
    }
    return any_stacked ? unstacked(clusters, run.right_to_left) : clusters;
}

bool is_several_backwards(const GlyphRun& run, const Cluster& cluster) {
    if (!run.right_to_left || cluster.text.size() < 3) return false;
    std::size_t first = 0;
    unicode::decode(cluster.text, first);
    return first < cluster.text.size();
}

bool is_hyphen(const GlyphRun& run, const text::FontLibrary& fonts) {
    if (!run.mark || run.glyphs.size() != 1) return false;
    const std::uint32_t kind = text::word_kind(fonts, {run.face, 0, {}, false, {}});
    for (const std::string_view hyphen : {"-", "\u2010"}) {
        const std::span<const text::Glyph> shaped = text::shaped_word(fonts, kind, hyphen);
        if (shaped.size() == 1 && shaped[0].id != 0 && shaped[0].id == run.glyphs[0].id) return true;
    }
    return false;
}

std::vector<FaceUse> glyphs_used(const layout::PagedBook& book, const text::FontLibrary& fonts, unsigned jobs) {
    constexpr std::size_t pages_at_once = 64;
    const std::size_t count = book.pages.size();
    std::vector<Counter> counters((count + pages_at_once - 1) / pages_at_once, Counter(fonts));
    parallel_for(jobs, counters.size(), [&](std::size_t i) {
        for (std::size_t page = i * pages_at_once; page < std::min(count, (i + 1) * pages_at_once); ++page)
            for (const layout::PageItem& item : book.pages[page].items)
                if (const auto* run = std::get_if<GlyphRun>(&item)) counters[i].count(*run);
    });
    Counter all(fonts);
    for (const Counter& counter : counters) all.add(counter);
    return all.result();
}

}  // namespace notes_export::pdf
