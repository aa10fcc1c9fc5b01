#include "layout/inline/wide_text.hpp"

#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

constexpr char16_t left_to_right_isolate = 0x2066, first_strong_isolate = 0x2068, pop_isolate = 0x2069;

void append(WideText& wide, char32_t character, std::uint32_t offset) {
    if (character >= 0x10000) {
        const char32_t rest = character - 0x10000;
        wide.units += static_cast<char16_t>(0xD800 + (rest >> 10));
        wide.units += static_cast<char16_t>(0xDC00 + (rest & 0x3FFU));
        wide.offsets.push_back(offset);
    } else {
        wide.units += static_cast<char16_t>(character);
    }
    wide.offsets.push_back(offset);
}

void append_span(WideText& wide, const CollectedText& collected, const Span& span, bool figures) {
    for (std::size_t at = span.begin; at < span.end;) {
        const auto offset = static_cast<std::uint32_t>(at);
        const char32_t character = unicode::decode(collected.text, at);
        const bool figure = figures && span.kind == SpanKind::page_number && character == object_character;
        append(wide, figure ? U'0' : character, offset);
    }
}

}  // namespace

WideText widen(const CollectedText& collected) {
    WideText wide;
    if (collected.ascii) {
        wide.units.assign(collected.text.begin(), collected.text.end());
        return wide;
    }
    wide.units.reserve(collected.text.size());
    wide.offsets.reserve(collected.text.size() + 1);
    for (const Span& span : collected.spans) append_span(wide, collected, span, true);
    wide.offsets.push_back(static_cast<std::uint32_t>(collected.text.size()));
    return wide;
}

WideText widen_with_isolates(const CollectedText& collected) {
    WideText wide;
    const auto& spans = collected.spans;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Span& span = spans[i];
        const bool code = span.kind == SpanKind::text && span.style && span.style->code;
        const bool link_opens = span.link.valid() && (i == 0 || spans[i - 1].link != span.link);
        const bool link_closes = span.link.valid() && (i + 1 == spans.size() || spans[i + 1].link != span.link);
        if (link_opens) append(wide, first_strong_isolate, span.begin);
        if (code) append(wide, left_to_right_isolate, span.begin);
        append_span(wide, collected, span, false);
        if (code) append(wide, pop_isolate, span.end);
        if (link_closes) append(wide, pop_isolate, span.end);
    }
    wide.offsets.push_back(static_cast<std::uint32_t>(collected.text.size()));
    return wide;
}

}  // namespace notes_export::layout
