/// Pages made by hand, for tests of writing them.
#pragma once

#include <string>
#include <string_view>

#include "layout/page.hpp"
#include "text/shape.hpp"

namespace notes_export::pdf {

inline const text::FontLibrary& fonts() {
    static const text::FontLibrary library;
    return library;
}

struct Words {
    std::string_view text;
    std::uint32_t script = 0x4c61746e;  ///< Latn
    bool right_to_left = false;
    std::string_view language = "en";
};

/// A run of one face, the one that has the text's first character.
inline layout::GlyphRun run_of(const Words& words, Point origin, Points size, layout::ElementId element,
                               text::FontStyle style = {}) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(words.text[i]); };
    char32_t first = byte(0);
    if (first >= 0xf0)
        first = (first & 7) << 18 | (byte(1) & 0x3fU) << 12 | (byte(2) & 0x3fU) << 6 | (byte(3) & 0x3fU);
    else if (first >= 0xe0)
        first = (first & 15) << 12 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
    else if (first >= 0xc0)
        first = (first & 31) << 6 | (byte(1) & 0x3fU);
    layout::GlyphRun run;
    run.origin = origin;
    run.size = size;
    run.text = words.text;
    run.right_to_left = words.right_to_left;
    run.element = element;
    run.face = fonts().for_cluster(std::u32string(1, first), style, words.language);
    if (!run.face.valid()) run.face = fonts().bundled(style);
    const text::ShapeRequest request{run.face, words.script, words.language, words.right_to_left, {}};
    Points x;
    for (const text::Glyph& glyph : text::shape(fonts(), request, words.text, 0, words.text.size())) {
        const Points advance = size * static_cast<double>(glyph.advance);
        run.glyphs.push_back({glyph.id, x + size * static_cast<double>(glyph.x_offset),
                              size * -static_cast<double>(glyph.y_offset), advance, glyph.cluster});
        x += advance;
    }
    return run;
}

/// A book under construction: paragraphs on one page after another.
struct SampleBook {
    layout::PagedBook book;

    SampleBook() {
        book.page_size = {{419.528}, {595.276}};
        add(layout::Role::document, {});
        add_page();
    }

    layout::ElementId add(layout::Role role, layout::ElementId parent) {
        layout::Element element;
        element.role = role;
        element.parent = parent;
        book.elements.push_back(element);
        return {static_cast<std::uint32_t>(book.elements.size() - 1)};
    }

    void add_page() {
        book.pages.emplace_back();
        book.pages.back().label = std::to_string(book.pages.size());
        y = {60};
    }

    /// A paragraph of one line.
    layout::ElementId line(const Words& words, layout::Role role = layout::Role::paragraph) {
        const layout::ElementId element = add(role, {0});
        book.pages.back().items.push_back(run_of(words, {{48}, y}, {10}, element));
        y += Points{20};
        return element;
    }

    Points y;
};

}  // namespace notes_export::pdf
