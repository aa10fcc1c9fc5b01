#include "markdown/dialect/attribute_lists.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/attributes.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "markdown/escaped.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
/// Bytes of a list; keeps the search for its end linear.
constexpr std::size_t longest_list = 512;
/// Bytes of a picture's words that are looked through for its beginning.
constexpr std::uint32_t longest_words = 4096;

struct List {
    Range span;
    bool colon = false;  ///< `{:`, which nothing else begins with
    AttributeList attributes;
};

/// The list that begins at `at`.
std::optional<List> read_list(std::string_view text, std::uint32_t at) {
    const std::size_t length = text.substr(at, longest_list).find_first_of("}\n");
    if (length == none || text[at + length] == '\n') return std::nullopt;
    auto attributes = read_attribute_list(text.substr(at + 1, length - 1));
    if (!attributes) return std::nullopt;
    const Range span{at, at + static_cast<std::uint32_t>(length) + 1};
    return List{span, text[at + 1] == ':', std::move(*attributes)};
}

/// The element that shows what a span's class says; empty where a book has no other look for it.
std::string_view element_of(std::string_view kind) {
    if (kind == "mark" || kind == "underline" || kind == "kbd") return kind == "underline" ? "u" : kind;
    return kind == "ul" ? "u" : std::string_view();
}

/// "300" and "300px"; empty where it is no number of pixels.
std::string_view pixels(std::string_view value) {
    if (value.ends_with("px")) value.remove_suffix(2);
    const bool digits = !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
    return digits ? value : std::string_view();
}

class AttributeLists {
public:
    explicit AttributeLists(const MappedText& in) : text_(in.text), structure_(read_structure(text_)), out_(in) {}

    MappedText expand() {
        for (std::size_t at = text_.find('{'); at != none; at = text_.find('{', at + 1)) {
            const auto begin = static_cast<std::uint32_t>(at);
            if (begin < kept_ || opaque_at(structure_, begin) != nullptr || is_code(structure_, begin)) continue;
            const auto list = read_list(text_, begin);
            if (list) take_out(*list);
        }
        out_.keep({kept_, static_cast<std::uint32_t>(text_.size())});
        return out_.finish();
    }

private:
    void take_out(const List& list) {
        const std::uint32_t at = list.span.begin;
        const Opaque* address = address_before(at);
        if (const auto open = address == nullptr ? span_before(list) : std::nullopt) return take_span(*open, list);
        if (!list.attributes.id.empty() && in_heading(at)) return;
        const bool alone = is_alone(list) && (list.colon || list.attributes.only_classes);
        if (address == nullptr && !is_behind_span(list) && !alone) return;
        if (address != nullptr) {
            give_size(list, address->range.begin);
            give_title(list, address->range.begin);
        }
        out_.keep({kept_, at});
        kept_ = list.span.end;
    }

    /// Where the bracket stands that opens Pandoc's `[words]{.class}`.
    std::optional<std::uint32_t> span_before(const List& list) const {
        const std::uint32_t at = list.span.begin;
        const bool brackets = at > 2 && text_[at - 1] == ']' && text_[at - 2] != ']' && !is_escaped(text_, at - 1);
        if (!brackets || opaque_at(structure_, at - 1) != nullptr) return std::nullopt;
        const auto open = opening_bracket(at - 1);
        if (!open || *open < kept_ || text_[*open + 1] == '^' || text_[*open + 1] == '!' || in_link(structure_, *open))
            return std::nullopt;
        const char before = *open == 0 ? ' ' : text_[*open - 1];
        const bool other = is_alphanumeric(before) || before == '\\' || before == '!' || before == ']';
        const bool words = !trimmed(slice(text_, {*open + 1, at - 1})).empty();
        return other || !words ? std::nullopt : open;
    }

    void take_span(std::uint32_t open, const List& list) {
        const std::string element(element_of(list.attributes.kind));
        const std::uint32_t close = list.span.begin - 1;
        out_.keep({kept_, open});
        if (!element.empty()) out_.insert("<" + element + ">", open);
        out_.keep({open + 1, close});
        if (!element.empty()) out_.insert("</" + element + ">", close);
        kept_ = list.span.end;
    }

    /// Asked in rising order.
    bool in_heading(std::uint32_t at) {
        const std::vector<Leaf>& leaves = structure_.leaves;
        while (leaf_ < leaves.size() && leaves[leaf_].lines.back().end <= at) ++leaf_;
        return leaf_ < leaves.size() && leaves[leaf_].kind == Leaf::Kind::heading &&
               leaves[leaf_].lines.front().begin <= at;
    }

    /// The address, or a reference to one, that closes right before `at`.
    const Opaque* address_before(std::uint32_t at) const {
        if (at < 2 || (text_[at - 1] != ')' && text_[at - 1] != ']')) return nullptr;
        for (const std::uint32_t place : {at - 1, at - 2})
            if (const Opaque* opaque = opaque_at(structure_, place); opaque && opaque->kind == Opaque::Kind::address)
                return opaque;
        return nullptr;
    }

    bool is_behind_span(const List& list) const {
        const std::uint32_t at = list.span.begin;
        if (at == 0) return false;
        if (list.colon && std::string_view("*_~]>").find(text_[at - 1]) != none) return true;
        if (at > 1 && text_[at - 1] == ']' && in_link(structure_, at - 2)) return true;
        const Opaque* code = opaque_at(structure_, at - 1);
        return code != nullptr && code->kind == Opaque::Kind::code;
    }

    bool is_alone(const List& list) const {
        const std::size_t line_end = std::min(text_.find('\n', list.span.end), text_.size());
        return prefix_alone(text_, list.span.begin) &&
               trimmed(text_.substr(list.span.end, line_end - list.span.end)).empty();
    }

    /// Writes the size behind the words of the picture whose address begins at `address`.
    void give_size(const List& list, std::uint32_t address) {
        const std::string_view width = pixels(list.attributes.value("width"));
        const std::string_view height = pixels(list.attributes.value("height"));
        if (width.empty() || text_[address] != ']' || address < kept_ || !is_picture(address)) return;
        out_.keep({kept_, address});
        out_.insert("\\|" + std::string(width) + (height.empty() ? "" : "x" + std::string(height)), address);
        kept_ = address;
    }

    /// Writes a title behind the address that begins at `address` and has none.
    void give_title(const List& list, std::uint32_t address) {
        std::string_view title = list.attributes.value("caption");
        if (title.empty()) title = list.attributes.value("title");
        const std::uint32_t close = list.span.begin - 1;
        const bool titled = slice(text_, {address, close}).find_first_of("\"'") != none;
        const bool fits = text_[address] == ']' && text_[close] == ')' && close >= kept_;
        if (title.empty() || title.find('"') != none || titled || !fits) return;
        out_.keep({kept_, close});
        out_.insert(" \"" + std::string(title) + "\"", close);
        kept_ = close;
    }

    /// Whether the bracket that closes at `close` opens with `![`.
    bool is_picture(std::uint32_t close) const {
        const auto open = opening_bracket(close);
        return open && *open > 0 && text_[*open - 1] == '!';
    }

    /// Where the bracket opens that closes at `close`.
    std::optional<std::uint32_t> opening_bracket(std::uint32_t close) const {
        int depth = 0;
        const std::uint32_t first = close > longest_words ? close - longest_words : 0;
        for (std::uint32_t at = close + 1; at-- > first;) {
            if (text_[at] == ']') ++depth;
            if (text_[at] == '[' && --depth == 0) return at;
            if (text_[at] == '\n' && text_[at + 1] == '\n') break;
        }
        return std::nullopt;
    }

    std::string_view text_;
    const Structure structure_;
    Rewriter out_;
    std::uint32_t kept_ = 0;
    std::size_t leaf_ = 0;  ///< that the last heading was looked for in
};

}  // namespace

bool may_have_attribute_lists(std::string_view text) {
    for (std::size_t at = text.find('{'); at != none; at = text.find('{', at + 1)) {
        const char before = at == 0 ? '\n' : text[at - 1];
        const char next = at + 1 < text.size() ? text[at + 1] : '\n';
        if (before == ')' || before == ']' || before == '`' || next == ':') return true;
        if (next == '.' || text.substr(at + 1, 2) == " .") return true;
    }
    return false;
}

MappedText expand_attribute_lists(const MappedText& text) {
    return AttributeLists(text).expand();
}

}  // namespace notes_export::markdown
