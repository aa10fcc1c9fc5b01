#include "pdf/glyphs.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "text/shape.hpp"

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

    void count(std::string_view text) {
        for (Meaning& meaning : alone)
            if (meaning.text == text) {
                ++meaning.count;
                return;
            }
        alone.push_back({text, 1});
    }
};

struct FaceMeanings {
    text::FaceId face;
    std::vector<GlyphMeanings> glyphs;
};

class Counter {
public:
    explicit Counter(const text::FontLibrary& fonts) : fonts_(fonts) {}

    void count(const GlyphRun& run) {
        if (run.mark && !is_hyphen(run, fonts_)) return;
        FaceMeanings& face = face_of(run.face);
        for (const Cluster& cluster : clusters_of(run)) {
            for (std::size_t i = cluster.first; i < cluster.first + cluster.count; ++i) {
                GlyphMeanings& glyph = glyph_of(face, run.glyphs[i].id);
                if (!glyph.used) glyph.advance = run.size.value > 0 ? run.glyphs[i].advance / run.size : 0;
                glyph.used = true;
                if (run.mark)
                    glyph.count("-");
                else if (cluster.count == 1 && !cluster.text.empty())
                    glyph.count(cluster.text);
                else if (glyph.in_company.empty())
                    glyph.in_company = cluster.text;
            }
        }
    }

    std::vector<FaceUse> result() const {
        std::vector<FaceUse> faces;
        for (const FaceMeanings& face : faces_) {
            FaceUse use{face.face, std::vector<GlyphUse>(face.glyphs.size())};
            for (std::size_t id = 0; id < face.glyphs.size(); ++id)
                if (face.glyphs[id].used) use.glyphs[id] = {true, most_often(face.glyphs[id]), face.glyphs[id].advance};
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
            faces_.push_back({id, {}});
        }
        return faces_[*place];
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
    std::vector<Cluster> clusters;
    const std::size_t count = run.glyphs.size();
    for (std::size_t first = 0; first < count;) {
        std::size_t end = first + 1;
        while (end < count && run.glyphs[end].cluster == run.glyphs[first].cluster) ++end;
        clusters.push_back({first, end - first, {}});
        first = end;
    }
    // The text of a cluster goes up to the one that follows it in reading order.
    const std::string_view text = run.text;
    const auto begin_of = [&](std::size_t i) { return std::size_t{run.glyphs[clusters[i].first].cluster}; };
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const bool first = run.right_to_left ? i + 1 == clusters.size() : i == 0;
        const bool last = run.right_to_left ? i == 0 : i + 1 == clusters.size();
        const std::size_t begin = first ? 0 : begin_of(i);
        const std::size_t end = last ? text.size() : begin_of(run.right_to_left ? i - 1 : i + 1);
        if (begin < end && end <= text.size()) clusters[i].text = text.substr(begin, end - begin);
    }
    return clusters;
}

bool is_hyphen(const GlyphRun& run, const text::FontLibrary& fonts) {
    if (!run.mark || run.glyphs.size() != 1) return false;
    const text::ShapeRequest request{run.face, 0, {}, false, {}};
    for (const std::string_view hyphen : {"-", "\u2010"}) {
        const std::vector<text::Glyph> shaped = text::shape(fonts, request, hyphen, 0, hyphen.size());
        if (shaped.size() == 1 && shaped[0].id != 0 && shaped[0].id == run.glyphs[0].id) return true;
    }
    return false;
}

std::vector<FaceUse> glyphs_used(const layout::PagedBook& book, const text::FontLibrary& fonts) {
    Counter counter(fonts);
    for (const layout::Page& page : book.pages)
        for (const layout::PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item)) counter.count(*run);
    return counter.result();
}

}  // namespace notes_export::pdf
