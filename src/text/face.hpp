/// Font faces and the library that finds them: bundled families first, then what fontconfig offers.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace notes_export::text {

enum class Family { serif, sans, mono };

/// What a piece of text asks for.
struct FontStyle {
    Family family = Family::serif;
    bool bold = false;
    bool italic = false;
    auto operator<=>(const FontStyle&) const = default;
};

/// Index of a face in its library. Depends on the order in which faces were met, so nothing that is written may
/// depend on its value.
struct FaceId {
    std::uint16_t value = UINT16_MAX;
    bool valid() const { return value != UINT16_MAX; }
    auto operator<=>(const FaceId&) const = default;
};

/// In parts of an em; descent and underline position are negative below the baseline.
struct FaceMetrics {
    double ascent = 0, descent = 0, x_height = 0, cap_height = 0;
    double underline_position = 0, underline_thickness = 0;
    double italic_angle = 0;  ///< degrees
    double bounds[4] = {};    ///< of all glyphs: left, bottom, right, top
};

struct FaceInfo {
    std::string postscript_name;
    FaceMetrics metrics;
    unsigned units_per_em = 1000;
    bool monospace = false;
    bool serif = false;
    bool bold = false, italic = false;
    bool colour_bitmaps = false;  ///< CBDT glyphs: drawn as pictures, not embedded as a font
};

/// Families that take the place of the bundled ones, by name; empty: none does.
struct FontFamilies {
    std::string serif, sans, mono;
};

/// All faces of a book. Faces are loaded when first asked for; safe to use from several threads.
class FontLibrary {
public:
    /// Throws `Error` when a family is not installed or may not be embedded.
    explicit FontLibrary(const FontFamilies& families = {});
    ~FontLibrary();
    FontLibrary(const FontLibrary&) = delete;
    FontLibrary& operator=(const FontLibrary&) = delete;

    /// The bundled face for a style.
    FaceId bundled(FontStyle style) const;
    /// A face that has every character of the cluster, for the language and as near to the style as can be had;
    /// the bundled one when it has them. Not valid when no face on this machine has them.
    FaceId for_cluster(std::u32string_view cluster, FontStyle style, std::string_view language) const;
    const FaceInfo& info(FaceId face) const;

    struct Impl;
    Impl& impl() const { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace notes_export::text
