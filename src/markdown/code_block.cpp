#include "markdown/code_block.hpp"

#include <string>

#include "markdown/characters.hpp"
#include "markdown/dialect/includes.hpp"
#include "support/ascii.hpp"

namespace notes_export::markdown {
namespace {

/// A block's pieces put together, and whether they stand so in the source too.
class JoinedPieces {
public:
    explicit JoinedPieces(const Reading& reading) : reading_(reading) {}

    void add(const Event& event) {
        append_characters(text_, event, reading_);
        if (event.in_reading()) {
            add_place(reading_.origin(event.local), static_cast<std::uint32_t>(event.text.size()));
            if (event.node == Node::null) contiguous_ = false;
        } else if (event.text == "\n" && is_placed() && reading_.original.substr(span_.end, 1) == "\n") {
            ++span_.end;  // a line end of md4c's own: the source's, in a block that stands in no container
        } else {
            contiguous_ = false;
        }
    }

    const std::string& text() const { return text_; }
    bool is_placed() const { return span_.begin != UINT32_MAX; }
    SourceSpan span() const { return span_; }  ///< of the first piece to the last, when there is one with a place
    /// The text as a view into the source; empty when it does not stand there in one piece.
    std::string_view in_source() const {
        if (!contiguous_ || !is_placed()) return {};
        const std::string_view view = reading_.original.substr(span_.begin, span_.end - span_.begin);
        return view == text_ ? view : std::string_view();
    }

private:
    void add_place(std::uint32_t origin, std::uint32_t size) {
        if (!is_placed()) {
            span_.begin = origin;
        } else if (origin != span_.end) {
            contiguous_ = false;
        }
        span_.end = origin + size;
    }

    const Reading& reading_;
    std::string text_;
    SourceSpan span_{UINT32_MAX, 0};
    bool contiguous_ = true;
};

std::string_view lower_case(std::string_view text, Builder& builder) {
    const std::string lower = ascii::lower(text);
    return lower == text ? text : builder.keep(lower);
}

/// "rust" and "rust,ignore".
bool is_rust(std::string_view language) {
    return language.substr(0, language.find(',')) == "rust";
}

}  // namespace

Block code_block(const Reading& reading, const Events& events, std::uint32_t begin, std::uint32_t end, Dialect dialect,
                 Builder& builder) {
    JoinedPieces pieces(reading);
    for (std::uint32_t i = begin + 1; i < end; ++i) pieces.add(events.events[i]);
    const Detail& detail = events.details[events.events[begin].detail];
    CodeBlock code;
    code.info = detail.info;
    code.language = lower_case(detail.language, builder);
    if (dialect == Dialect::mdbook && is_rust(code.language)) {
        code.text = builder.keep(with_hidden_lines(pieces.text()));
    } else if (const std::string_view view = pieces.in_source(); !view.empty()) {
        code.text = view;
    } else {
        code.text = builder.keep(pieces.text());
    }
    const SourceSpan here{builder.position(), builder.position()};
    return {code, pieces.is_placed() ? pieces.span() : here, {}};
}

}  // namespace notes_export::markdown
