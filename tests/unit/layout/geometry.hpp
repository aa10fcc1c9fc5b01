// What tests ask of finished pages.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "layout/page.hpp"

namespace notes_export::layout {

inline std::string text_of(const Page& page) {
    std::string all;
    for (const PageItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item)) all += run->text;
    return all;
}

inline std::string body_text(const PagedBook& book, const Page& page) {
    std::string all;
    for (const PageItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->element.valid()) all += run->text;
    (void)book;
    return all;
}

struct Extent {
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
};

// Everything that belongs to the text, not to the furniture or the margin.
inline Extent extent_of(const Page& page) {
    Extent extent;
    const auto include = [&](double left, double right, double top, double bottom) {
        extent.left = std::min(extent.left, left);
        extent.right = std::max(extent.right, right);
        extent.top = std::min(extent.top, top);
        extent.bottom = std::max(extent.bottom, bottom);
    };
    for (const PageItem& item : page.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item)) {
            if (!run->element.valid()) continue;
            for (const PlacedGlyph& glyph : run->glyphs) {
                const double x = (run->origin.x + glyph.x).value;
                include(x, x + glyph.advance.value, run->origin.y.value, run->origin.y.value);
            }
        } else {
            const Rect* rect = nullptr;
            if (const auto* fill = std::get_if<Fill>(&item)) rect = &fill->rect;
            if (const auto* stroke = std::get_if<Stroke>(&item)) rect = &stroke->rect;
            if (const auto* picture = std::get_if<Picture>(&item)) rect = &picture->rect;
            if (rect) include(rect->x.value, rect->right().value, rect->y.value, rect->bottom().value);
        }
    }
    return extent;
}

// Baselines of running text on a page, from the top, each once.
inline std::vector<double> baselines(const Page& page) {
    std::vector<double> found;
    for (const PageItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->element.valid())
            found.push_back(run->origin.y.value);
    std::ranges::sort(found);
    const auto tail = std::ranges::unique(found, [](double a, double b) { return b - a < 0.5; });
    found.erase(tail.begin(), tail.end());
    return found;
}

inline std::size_t page_with(const PagedBook& book, const std::string& words, std::size_t from = 0) {
    for (std::size_t p = from; p < book.pages.size(); ++p)
        if (text_of(book.pages[p]).find(words) != std::string::npos) return p;
    return SIZE_MAX;
}

/// The text block of the usual page, in points.
constexpr double measure_left = 47.7, measure_right = 371.8, measure_foot = 541.5;

inline void expect_within_measure(const PagedBook& book) {
    for (std::size_t p = 1; p < book.pages.size(); ++p) {
        const Extent extent = extent_of(book.pages[p]);
        if (extent.left > extent.right) continue;
        // Punctuation may protrude by part of its width.
        EXPECT_GE(extent.left, measure_left - 4) << "page " << p + 1;
        EXPECT_LE(extent.right, measure_right + 6) << "page " << p + 1;
        EXPECT_LE(extent.bottom, measure_foot) << "page " << p + 1;
        EXPECT_GE(extent.top, 47.9) << "page " << p + 1;
    }
}

}  // namespace notes_export::layout
