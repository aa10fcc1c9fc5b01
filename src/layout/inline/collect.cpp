#include "layout/inline/collect.hpp"

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Western letters and signs without marks of their own, arrows and mathematical signs: one character, one cluster.
bool is_simple(char32_t character) {
    return character < 0x300 || (character >= 0x370 && character < 0x483) ||
           (character >= 0x48A && character < 0x530) || (character >= 0x1E00 && character < 0x200B) ||
           (character >= 0x2010 && character < 0x2028) || (character >= 0x202F && character < 0x2060) ||
           (character >= 0x2070 && character < 0x20D0) || (character >= 0x2100 && character < 0x2300) ||
           (character >= 0x2500 && character < 0x25A0);
}

class Collector {
public:
    Collector(const ParagraphStyle& style, Points widest) : style_(style), widest_(widest) {}

    void operator()(const TextPiece& piece) {
        const std::size_t begin = size();
        if (style_.code)
            add_code_lines(piece);
        else
            add_collapsed(piece.text, piece.style.code);
        Span span;
        span.style = &piece.style;
        span.element = piece.element;
        span.link = piece.link;
        close(span, begin);
    }

    void operator()(const PageNumberPiece& piece) {
        // A blank before the number is a place to break, so it is text; what follows it goes with the number.
        std::size_t blanks = 0;
        while (blanks < piece.before.size() && is_blank(piece.before[blanks])) ++blanks;
        const std::size_t begin = size();
        if (blanks > 0) add_collapsed(" ", false);
        Span span;
        span.style = &piece.style;
        span.element = piece.element;
        span.link = piece.link;
        close(span, begin);
        span.kind = SpanKind::page_number;
        span.page_number = &piece;
        add_object(span);
    }

    void operator()(const PicturePiece& piece) {
        Span span;
        span.kind = SpanKind::picture;
        span.style = &piece.style;
        span.element = piece.element;
        span.link = piece.link;
        span.resource = piece.resource;
        span.picture = piece.size;
        if (span.picture.width > widest_) {
            span.picture.height = span.picture.height * (widest_ / span.picture.width);
            span.picture.width = widest_;
        }
        add_object(span);
    }

    void operator()(const PlacePiece& piece) { result_.places.push_back({offset(), piece.place}); }
    void operator()(const FootnotePiece& piece) { result_.footnotes.push_back({offset(), piece.footnote}); }
    void operator()(const BreakPiece&) { add_break(); }

    CollectedText finish() {
        CollectedText& result = result_;
        if (!style_.code)
            while (!result.text.empty() && result.text.back() == ' ' && !result.spans.empty() &&
                   !(result.spans.back().style && result.spans.back().style->code))
                drop_last_blank();
        for (std::size_t at = 0; at < result.text.size();) {
            const auto byte = static_cast<unsigned char>(result.text[at]);
            if (byte < 0x80) {
                ++at;
                continue;
            }
            result.ascii = false;
            const char32_t character = unicode::decode(result.text, at);
            if (!is_simple(character) && character != object_character && character != line_separator) {
                result.simple = false;
                break;
            }
        }
        result.right_to_left = direction() == Direction::right_to_left;
        return std::move(result);
    }

private:
    std::size_t size() const { return result_.text.size(); }
    std::uint32_t offset() const { return static_cast<std::uint32_t>(size()); }

    void add_collapsed(std::string_view text, bool code) {
        std::string& out = result_.text;
        for (const char c : text) {
            if (!is_blank(c)) {
                out += c;
                after_blank_ = false;
            } else if (!after_blank_ || code) {
                out += ' ';
                after_blank_ = true;
            }
        }
    }

    /// Blanks as they are; a line end is a kept break.
    void add_code_lines(const TextPiece& piece) {
        for (const char c : piece.text) {
            if (c == '\n')
                put_separator();
            else if (c != '\r')
                result_.text += c;
        }
    }

    void put_separator() {
        result_.kept_breaks.push_back(offset());
        unicode::append(result_.text, line_separator);
    }

    void add_break() {
        if (!style_.code) {
            while (!result_.spans.empty() && size() > 0 && result_.text.back() == ' ') drop_last_blank();
            after_blank_ = true;
        }
        const std::size_t begin = size();
        put_separator();
        if (result_.spans.empty()) {
            close({}, begin);
        } else {
            result_.spans.back().end = offset();
        }
    }

    void drop_last_blank() {
        result_.text.pop_back();
        const std::uint32_t end = offset();
        while (!result_.spans.empty() && result_.spans.back().begin >= end && result_.spans.size() > 1)
            result_.spans.pop_back();
        result_.spans.back().end = end;
        for (PlaceMark& mark : result_.places) mark.offset = std::min(mark.offset, end);
        for (FootnoteMark& mark : result_.footnotes) mark.offset = std::min(mark.offset, end);
    }

    void add_object(Span span) {
        const std::size_t begin = size();
        unicode::append(result_.text, object_character);
        after_blank_ = false;
        close(span, begin);
    }

    void close(Span span, std::size_t begin) {
        if (size() == begin) return;
        span.begin = static_cast<std::uint32_t>(begin);
        span.end = offset();
        result_.spans.push_back(span);
    }

    Direction direction() const {
        if (style_.code) return Direction::left_to_right;
        if (style_.direction != Direction::automatic) return style_.direction;
        if (result_.simple && !result_.text.empty() && result_.ascii) {
            for (const char c : result_.text)
                if (ascii::is_letter(c)) return Direction::left_to_right;
            return style_.fallback_direction;
        }
        const Direction first = unicode::first_strong(result_.text);
        return first == Direction::automatic ? style_.fallback_direction : first;
    }

    const ParagraphStyle& style_;
    Points widest_;
    CollectedText result_;
    bool after_blank_ = true;  ///< blanks at the begin of a line go
};

}  // namespace

CollectedText collect(const std::vector<Piece>& pieces, const ParagraphStyle& style, Points widest) {
    Collector collector(style, widest);
    for (const Piece& piece : pieces) std::visit(collector, piece);
    return collector.finish();
}

}  // namespace notes_export::layout
