#include "markdown/dialect/attribute_lists.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
/// Bytes of a list; keeps the search for its end linear.
constexpr std::size_t longest_list = 512;
/// Bytes of a picture's words that are looked through for its beginning.
constexpr std::uint32_t longest_words = 4096;

bool is_name_character(char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == ':' || c == '.';
}

struct List {
    Range span;
    bool colon = false;  ///< `{:`, which nothing else begins with
    bool has_id = false;
    bool only_classes = true;
    std::string_view width, height;  ///< views into the text or empty
};

/// Takes a value off `text`: in quotation marks, or up to a blank.
std::optional<std::string_view> take_value(std::string_view& text) {
    const bool quoted = text.starts_with('"') || text.starts_with('\'');
    const std::size_t end = quoted ? text.find(text.front(), 1) : std::min(text.find_first_of(" \t"), text.size());
    if (end == none) return std::nullopt;
    const std::string_view value = quoted ? text.substr(1, end - 1) : text.substr(0, end);
    text.remove_prefix(end + (quoted ? 1 : 0));
    return value;
}

/// One attribute off `inside`; false when there is none.
bool take_attribute(std::string_view& inside, List& list) {
    const char sign = inside.front();
    const bool marked = sign == '#' || sign == '.';
    if (marked) inside.remove_prefix(1);
    std::size_t end = 0;
    while (end < inside.size() && is_name_character(inside[end])) ++end;
    const std::string_view name = inside.substr(0, end);
    inside.remove_prefix(end);
    if (name.empty()) return false;
    list.has_id = list.has_id || sign == '#';
    list.only_classes = list.only_classes && sign == '.';
    if (marked) return inside.empty() || is_blank(inside.front());
    if (!inside.starts_with('=')) return false;
    inside.remove_prefix(1);
    const auto value = take_value(inside);
    if (!value) return false;
    if (name == "width") list.width = *value;
    if (name == "height") list.height = *value;
    return inside.empty() || is_blank(inside.front());
}

/// The list that begins at `at`.
std::optional<List> read_list(std::string_view text, std::uint32_t at) {
    const std::size_t length = text.substr(at, longest_list).find_first_of("}\n");
    if (length == none || text[at + length] == '\n') return std::nullopt;
    List list;
    list.span = {at, at + static_cast<std::uint32_t>(length) + 1};
    std::string_view inside = text.substr(at + 1, length - 1);
    list.colon = inside.starts_with(':');
    if (list.colon) inside.remove_prefix(1);
    inside = trimmed(inside);
    if (inside.empty()) return std::nullopt;
    for (; !inside.empty(); inside = trimmed(inside))
        if (!take_attribute(inside, list)) return std::nullopt;
    return list;
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
        if (list.has_id && in_heading(at)) return;
        if (address == nullptr && !is_behind_span(list) && !(is_alone(list) && (list.colon || list.only_classes)))
            return;
        if (address != nullptr) give_size(list, address->range.begin);
        out_.keep({kept_, at});
        kept_ = list.span.end;
    }

    /// Asked in rising order.
    bool in_heading(std::uint32_t at) {
        const std::vector<Leaf>& leaves = structure_.leaves;
        while (leaf_ < leaves.size() && leaves[leaf_].lines.back().end <= at) ++leaf_;
        return leaf_ < leaves.size() && leaves[leaf_].kind == Leaf::Kind::heading &&
               leaves[leaf_].lines.front().begin <= at;
    }

    /// The address whose parenthesis closes right before `at`.
    const Opaque* address_before(std::uint32_t at) const {
        if (at < 2 || text_[at - 1] != ')') return nullptr;
        for (const std::uint32_t place : {at - 1, at - 2})
            if (const Opaque* opaque = opaque_at(structure_, place); opaque && opaque->kind == Opaque::Kind::address)
                return opaque;
        return nullptr;
    }

    bool is_behind_span(const List& list) const {
        const std::uint32_t at = list.span.begin;
        if (at == 0) return false;
        if (list.colon && std::string_view("*_~]>").find(text_[at - 1]) != none) return true;
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
        const std::string_view width = pixels(list.width), height = pixels(list.height);
        if (width.empty() || text_[address] != ']' || address < kept_ || !is_picture(address)) return;
        out_.keep({kept_, address});
        out_.insert("\\|" + std::string(width) + (height.empty() ? "" : "x" + std::string(height)), address);
        kept_ = address;
    }

    /// Whether the bracket that closes at `close` opens with `![`.
    bool is_picture(std::uint32_t close) const {
        int depth = 0;
        const std::uint32_t first = close > longest_words ? close - longest_words : 0;
        for (std::uint32_t at = close; at > first; --at) {
            if (text_[at] == ']') ++depth;
            if (text_[at] == '[' && --depth == 0) return text_[at - 1] == '!';
        }
        return false;
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
        if (before == ')' || before == '`' || next == ':') return true;
        if (next == '.' || text.substr(at + 1, 2) == " .") return true;
    }
    return false;
}

MappedText expand_attribute_lists(const MappedText& text) {
    return AttributeLists(text).expand();
}

}  // namespace notes_export::markdown
