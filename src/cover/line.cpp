#include "cover/line.hpp"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>

#include "unicode/text.hpp"

namespace notes_export::cover {
namespace {

/// The text as ICU counts it, with the way back to bytes.
struct Utf16 {
    std::u16string units;
    std::vector<std::size_t> bytes;  ///< offset of each unit's character; the text's size behind the last
};

Utf16 to_utf16(std::string_view text) {
    Utf16 result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t character = unicode::decode(text, at);
        if (character > 0xffff) {
            result.units += static_cast<char16_t>(0xd7c0 + (character >> 10));
            result.bytes.push_back(begin);
            result.units += static_cast<char16_t>(0xdc00 + (character & 0x3ff));
        } else {
            result.units += static_cast<char16_t>(character);
        }
        result.bytes.push_back(begin);
    }
    result.bytes.push_back(text.size());
    return result;
}

std::vector<std::size_t> boundaries(UBreakIteratorType kind, std::string_view text, const std::string& language) {
    const Utf16 wide = to_utf16(text);
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> iterator(
        ubrk_open(kind, language.c_str(), wide.units.data(), static_cast<std::int32_t>(wide.units.size()), &error),
        ubrk_close);
    std::vector<std::size_t> ends;
    if (U_SUCCESS(error))
        for (std::int32_t end = ubrk_next(iterator.get()); end != UBRK_DONE; end = ubrk_next(iterator.get()))
            ends.push_back(wide.bytes[static_cast<std::size_t>(end)]);
    if (ends.empty() && !text.empty()) ends.push_back(text.size());
    return ends;
}

/// A stretch of one direction, script and face.
struct Segment {
    std::size_t begin = 0, end = 0;
    std::uint32_t script = 0;
    text::FaceId face;
    bool right_to_left = false;
};

/// ISO 15924 as four bytes; 0 for characters that any script uses.
std::uint32_t script_of(char32_t character) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode code = uscript_getScript(static_cast<UChar32>(character), &error);
    if (U_FAILURE(error) || code == USCRIPT_COMMON || code == USCRIPT_INHERITED) return 0;
    const char* name = uscript_getShortName(code);
    std::uint32_t tag = 0;
    for (int i = 0; name && i < 4 && name[i]; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
    return tag;
}

std::u32string characters(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) result += unicode::decode(text, at);
    return result;
}

/// Parts a stretch of one direction by script and face, in logical order.
void part(std::vector<Segment>& segments, std::string_view text, std::size_t begin, std::size_t end, bool right_to_left,
          const LineStyle& style, const text::FontLibrary& fonts) {
    const std::size_t first = segments.size();
    std::size_t at = begin;
    for (const std::size_t length : character_ends(text.substr(begin, end - begin))) {
        const std::u32string cluster = characters(text.substr(at, begin + length - at));
        const std::uint32_t script = script_of(cluster.front());
        text::FaceId face = fonts.for_cluster(cluster, style.font, style.language);
        if (!face.valid()) face = fonts.bundled(style.font);
        Segment* last = segments.size() > first ? &segments.back() : nullptr;
        if (last && last->face == face && (script == 0 || last->script == 0 || last->script == script)) {
            last->end = begin + length;
            if (last->script == 0) last->script = script;
        } else {
            segments.push_back({at, begin + length, script, face, right_to_left});
        }
        at = begin + length;
    }
    if (right_to_left) std::reverse(segments.begin() + static_cast<std::ptrdiff_t>(first), segments.end());
}

/// All segments of a line from left to right.
std::vector<Segment> itemise(std::string_view text, const LineStyle& style, const text::FontLibrary& fonts) {
    const Utf16 wide = to_utf16(text);
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), wide.units.data(), static_cast<std::int32_t>(wide.units.size()),
                  style.right_to_left ? UBIDI_DEFAULT_RTL : UBIDI_DEFAULT_LTR, nullptr, &error);
    const std::int32_t count = ubidi_countRuns(bidi.get(), &error);
    std::vector<Segment> segments;
    for (std::int32_t i = 0; U_SUCCESS(error) && i < count; ++i) {
        std::int32_t start = 0, length = 0;
        const bool right_to_left = ubidi_getVisualRun(bidi.get(), i, &start, &length) == UBIDI_RTL;
        part(segments, text, wide.bytes[static_cast<std::size_t>(start)],
             wide.bytes[static_cast<std::size_t>(start) + static_cast<std::size_t>(length)], right_to_left, style,
             fonts);
    }
    return segments;
}

}  // namespace

std::vector<std::size_t> line_breaks(std::string_view text, const std::string& language) {
    return boundaries(UBRK_LINE, text, language);
}

std::vector<std::size_t> character_ends(std::string_view text) {
    return boundaries(UBRK_CHARACTER, text, {});
}

SetLine set_line(std::string_view text, const LineStyle& style, const text::FontLibrary& fonts) {
    SetLine line;
    for (const Segment& segment : itemise(text, style, fonts)) {
        const text::ShapeRequest request{segment.face, segment.script, style.language, segment.right_to_left, {}};
        CoverRun run;
        run.origin = {line.width, {}};
        run.face = segment.face;
        run.size = style.size;
        run.glyphs = text::shape(fonts, request, text, segment.begin, segment.end);
        run.text = text.substr(segment.begin, segment.end - segment.begin);
        run.right_to_left = segment.right_to_left;
        for (text::Glyph& glyph : run.glyphs) {
            glyph.cluster -= static_cast<std::uint32_t>(segment.begin);  // the run's text begins there
            line.width += style.size * static_cast<double>(glyph.advance);
        }
        line.runs.push_back(std::move(run));
    }
    return line;
}

}  // namespace notes_export::cover
