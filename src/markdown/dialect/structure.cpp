#include "markdown/dialect/structure.hpp"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>

#include "markdown/amendments.hpp"
#include "markdown/dialect/link_tail.hpp"
#include "markdown/excess_cells.hpp"
#include "markdown/places.hpp"

namespace notes_export::markdown {
namespace {

struct Collected {
    Structure structure;
    std::vector<ExcessCells> excess_cells;
};

/// Collects what md4c's callbacks say. Texts that md4c hands over point into the buffer it was given, except for a
/// few constants (a blank for a line end in code).
class Collector {
public:
    Collector(std::string_view text, std::size_t expansion_limit)
        : text_(text), expansion_limit_(expansion_limit), places_(text) {}

    void enter_block(MD_BLOCKTYPE type, void* detail) {
        if (type == MD_BLOCK_TABLE) places_.enter_table();
        if (type == MD_BLOCK_TR) places_.enter_row();
        if (in_row_) return;
        close_leaf();
        switch (type) {
            case MD_BLOCK_H:
                kind_ = Leaf::Kind::heading;
                break;
            case MD_BLOCK_TR:
                kind_ = Leaf::Kind::row;
                in_row_ = true;
                break;
            case MD_BLOCK_CODE:
                begin_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
                break;
            case MD_BLOCK_HTML:
                verbatim_ = true;
                break;
            default:
                kind_ = Leaf::Kind::paragraph;
        }
    }

    void leave_block(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_TD || type == MD_BLOCK_TH) places_.leave_cell();
        if (type == MD_BLOCK_TR)
            if (const auto cells = places_.leave_row()) excess_cells_.push_back(*cells);
        if (in_row_ && type != MD_BLOCK_TR) return;
        close_leaf();
        in_row_ = false;
        verbatim_ = false;
        in_code_block_ = false;
        kind_ = Leaf::Kind::paragraph;
    }

    void enter_span(MD_SPANTYPE type, void* detail) {
        if (type == MD_SPAN_A) {
            expanded_ += static_cast<MD_SPAN_A_DETAIL*>(detail)->href.size;
            link_text_.reset();
            link_begin_ = cursor_;
        }
        if (type == MD_SPAN_IMG) expanded_ += static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src.size;
        if (type == MD_SPAN_CODE) code_span_.reset();
    }

    void leave_span(MD_SPANTYPE type, void* detail) {
        if (type == MD_SPAN_CODE) close_code_span();
        if (type == MD_SPAN_A && shows_its_address(*static_cast<MD_SPAN_A_DETAIL*>(detail))) {
            add_opaque(*link_text_, Opaque::Kind::address);
            if (!closes_with_bracket(link_text_->end)) return;
        }
        if (type == MD_SPAN_A) structure_.links.push_back({link_begin_, cursor_});
        if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
            const Range tail = link_tail(text_, cursor_);
            add_opaque(tail, Opaque::Kind::address);
            cursor_ = std::max(cursor_, tail.end);
            places_.text({cursor_, cursor_});
        }
    }

    void text(MD_TEXTTYPE type, const char* begin, std::size_t size) {
        if (begin < text_.data() || begin + size > text_.data() + text_.size() || size == 0) return;
        const auto offset = static_cast<std::uint32_t>(begin - text_.data());
        const Range range{offset, offset + static_cast<std::uint32_t>(size)};
        places_.text(range);
        if (in_code_block_) {
            Range& region = structure_.code.back().range;
            if (region.size() == 0) region.begin = range.begin;
            region.end = range.end;
        }
        if (in_code_block_ || verbatim_) return;
        extend_lines(range);
        cursor_ = range.end;
        if (type == MD_TEXT_HTML) add_opaque(range, Opaque::Kind::html);
        if (type == MD_TEXT_CODE) code_span_ = {code_span_ ? code_span_->begin : range.begin, range.end};
        link_text_ = {link_text_ ? link_text_->begin : range.begin, range.end};
    }

    bool asks_too_much() const { return expanded_ > expansion_limit_; }

    Collected finish() {
        close_leaf();
        return {std::move(structure_), std::move(excess_cells_)};
    }

private:
    void begin_code(const MD_BLOCK_CODE_DETAIL& detail) {
        in_code_block_ = true;
        CodeRegion region;
        region.fenced = detail.fence_char != 0;
        const char* info = detail.info.text;
        if (info != nullptr && info >= text_.data() && info + detail.info.size <= text_.data() + text_.size()) {
            region.range.begin = region.range.end = static_cast<std::uint32_t>(info - text_.data());
        }
        structure_.code.push_back(region);
    }

    void close_leaf() {
        if (!leaf_.lines.empty()) {
            leaf_.kind = kind_;
            structure_.leaves.push_back(std::move(leaf_));
        }
        leaf_ = {};
    }

    /// Bytes that md4c has eaten before a line's first text: delimiters and escapes, never a container's prefix.
    std::uint32_t line_begin(std::uint32_t offset) const {
        constexpr std::string_view delimiters = "\\[!*_~<`";
        while (offset > 0 && delimiters.find(text_[offset - 1]) != std::string_view::npos) --offset;
        return offset;
    }

    void extend_lines(Range range) {
        auto& lines = leaf_.lines;
        if (!lines.empty() && range.begin < lines.back().end) return;
        const std::size_t newline = text_.find('\n', range.begin);
        const std::size_t end = newline == std::string_view::npos ? text_.size() : newline;
        lines.push_back({line_begin(range.begin), static_cast<std::uint32_t>(end)});
    }

    void close_code_span() {
        if (!code_span_) return;
        Range range = *code_span_;
        const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
        // One blank is stripped on either side; the backticks stand behind it.
        if (range.begin > 1 && is_blank(text_[range.begin - 1]) && text_[range.begin - 2] == '`') --range.begin;
        if (range.end + 1 < text_.size() && is_blank(text_[range.end]) && text_[range.end + 1] == '`') ++range.end;
        while (range.begin > 0 && text_[range.begin - 1] == '`') --range.begin;
        while (range.end < text_.size() && text_[range.end] == '`') ++range.end;
        add_opaque(range, Opaque::Kind::code);
        cursor_ = std::max(cursor_, range.end);
    }

    /// As an autolink does: "www.x.org" is the end of "http://www.x.org".
    bool shows_its_address(const MD_SPAN_A_DETAIL& link) const {
        return link_text_ && std::string_view(link.href.text, link.href.size).ends_with(slice(text_, *link_text_));
    }

    bool closes_with_bracket(std::size_t at) const {
        at = text_.find_first_not_of("*_~", at);
        return at != std::string_view::npos && text_[at] == ']';
    }

    void add_opaque(Range range, Opaque::Kind kind) {
        auto& opaque = structure_.opaque;
        if (!opaque.empty()) range.begin = std::max(range.begin, opaque.back().range.end);
        if (range.begin < range.end) opaque.push_back({range, kind});
    }

    std::string_view text_;
    Structure structure_;
    Leaf leaf_;
    Leaf::Kind kind_ = Leaf::Kind::paragraph;
    bool in_row_ = false;
    bool in_code_block_ = false;
    bool verbatim_ = false;     ///< within an HTML block
    std::uint32_t cursor_ = 0;  ///< behind the last text or address
    std::optional<Range> code_span_;
    std::optional<Range> link_text_;
    std::uint32_t link_begin_ = 0;  ///< behind what stands before the link
    std::size_t expanded_ = 0;      ///< bytes of addresses that md4c has handed over
    std::size_t expansion_limit_;
    Places places_;
    std::vector<ExcessCells> excess_cells_;
};

Collector& collector(void* data) {
    return *static_cast<Collector*>(data);
}

constexpr int asked_too_much = -2;  ///< ends md4c's work: negative, or it goes on

/// Nothing when the text asks for more bytes of addresses than `expansion_limit`.
std::optional<Collected> collect(std::string_view text, std::size_t expansion_limit) {
    Collector state(text, expansion_limit);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
        return collector(data).enter_block(type, detail), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) { return collector(data).leave_block(type), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
        collector(data).enter_span(type, detail);
        return collector(data).asks_too_much() ? asked_too_much : 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* data) {
        return collector(data).leave_span(type, detail), 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* begin, MD_SIZE size, void* data) {
        return collector(data).text(type, begin, size), 0;
    };
    if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &state) == asked_too_much) return {};
    return state.finish();
}

}  // namespace

Structure read_structure(std::string_view text) {
    std::string amended(text);
    std::size_t expansion_limit = most_expanded(text);
    for (bool joined = false;;) {
        auto collected = collect(amended, expansion_limit);
        if (!collected) {
            amend_definitions(amended);
            expansion_limit = SIZE_MAX;
        } else if (!joined && !collected->excess_cells.empty()) {
            join_cells(amended, collected->excess_cells);
            joined = true;
        } else {
            return std::move(collected->structure);
        }
    }
}

}  // namespace notes_export::markdown
