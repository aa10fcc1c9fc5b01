#include "markdown/dialect/bare_addresses.hpp"

#include <algorithm>

#include "markdown/dialect/running_text.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

/// Quotation marks, and the punctuation of scripts that are written without blanks.
bool ends_address(char32_t c) {
    return c <= ' ' || c == '"' || c == '<' || c == '>' || c == '`' || c == 0xAB || c == 0xBB ||
           (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
           (c >= 0xFF5B && c <= 0xFF65);
}

/// Punctuation at the end is the sentence's, and so is a bracket that opens before the address (GFM, 6.9).
std::size_t without_trail(std::string_view address) {
    auto unopened = std::ranges::count(address, ')') - std::ranges::count(address, '(');
    std::size_t end = address.size();
    for (; end > 0; --end) {
        const char c = address[end - 1];
        const bool trails =
            c == ')' ? unopened-- > 0 : std::string_view("?!.,:;*_~'|]}\\").find(c) != std::string_view::npos;
        if (!trails) break;
    }
    return end;
}

/// The address that begins at `range.begin`, within it.
Range address_within(std::string_view text, Range range) {
    std::size_t end = range.begin;
    while (end < range.end) {
        std::size_t behind = end;
        if (ends_address(unicode::decode(text, behind))) break;
        end = behind;
    }
    end = range.begin + without_trail(text.substr(range.begin, end - range.begin));
    return {range.begin, static_cast<std::uint32_t>(end)};
}

constexpr std::string_view scheme_end = "://";

/// Where the scheme begins whose `://` stands at `at`; `nowhere` when none does.
std::uint32_t scheme_begin(std::string_view text, Range line, std::uint32_t at) {
    for (const std::string_view scheme : {"https", "http"}) {
        if (at < line.begin + scheme.size()) continue;
        const auto begin = static_cast<std::uint32_t>(at - scheme.size());
        if (unicode::lower(text.substr(begin, scheme.size())) != scheme) continue;
        const char before = begin == line.begin ? ' ' : text[begin - 1];
        return is_alphanumeric(before) || before == '<' ? nowhere : begin;
    }
    return nowhere;
}

void add(std::vector<LocalMark>& marks, Range address, std::size_t least) {
    if (address.size() > least) marks.push_back(local_mark(LocalMark::Kind::address, address, address));
}

/// What md4c took for one address, up to the next blank, may hold several and words between them.
void split_address(std::vector<LocalMark>& marks, std::string_view text, Range whole) {
    Range address = address_within(text, whole);
    if (address.end == whole.end) return;
    add(marks, address, slice(text, whole).find(scheme_end) + scheme_end.size());
    for (std::size_t at = text.find(scheme_end, address.end); at < whole.end; at = text.find(scheme_end, at + 1)) {
        const std::uint32_t begin = scheme_begin(text, {address.end, whole.end}, static_cast<std::uint32_t>(at));
        if (begin == nowhere) continue;
        address = address_within(text, {begin, whole.end});
        add(marks, address, at - begin + scheme_end.size());
    }
}

bool is_bare(std::string_view text, const Opaque& opaque) {
    const std::string_view whole = slice(text, opaque.range);
    return opaque.kind == Opaque::Kind::address && whole.starts_with("http") &&
           whole.find(scheme_end) != std::string_view::npos &&
           (opaque.range.begin == 0 || text[opaque.range.begin - 1] != '<');
}

}  // namespace

std::vector<LocalMark> find_bare_addresses(std::string_view text, const Structure& structure) {
    std::vector<LocalMark> marks;
    for (const Opaque& opaque : structure.opaque)
        if (is_bare(text, opaque)) split_address(marks, text, opaque.range);
    std::uint32_t behind = 0;
    for_each_running_byte(text, structure, [&](const Leaf& leaf, std::uint32_t at) {
        if (at < behind || text[at] != ':' || text.substr(at, scheme_end.size()) != scheme_end) return;
        const auto line = std::ranges::upper_bound(leaf.lines, at, {}, &Range::end);
        const std::uint32_t begin = scheme_begin(text, *line, at);
        if (begin == nowhere || begin < behind || in_link(structure, begin)) return;
        const Range address = address_within(text, {begin, line->end});
        add(marks, address, at - begin + scheme_end.size());
        behind = address.end;
    });
    std::ranges::sort(marks, {}, [](const LocalMark& mark) { return mark.span.begin; });
    return marks;
}

}  // namespace notes_export::markdown
