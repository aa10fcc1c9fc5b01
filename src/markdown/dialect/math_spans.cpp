#include "markdown/dialect/math_spans.hpp"

#include <algorithm>
#include <array>

#include "markdown/escaped.hpp"

namespace notes_export::markdown {
namespace {

/// What may stand behind a closing dollar: no letter or digit but an English ending.
bool ends_formula(std::string_view behind) {
    constexpr std::array<std::string_view, 6> endings = {"s", "th", "st", "nd", "rd", "ary"};
    if (behind.empty() || !is_alphanumeric(behind.front())) return true;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return behind.starts_with(ending) &&
               (behind.size() == ending.size() || !is_alphanumeric(behind[ending.size()]));
    });
}

/// A dollar outside braces can't stand in TeX: then the inner dollars are a formula and the outer ones are text.
bool has_bare_dollar(std::string_view tex) {
    int depth = 0;
    for (std::size_t i = 0; i < tex.size(); ++i) {
        if (tex[i] == '\\')
            ++i;
        else if (tex[i] == '{')
            ++depth;
        else if (tex[i] == '}')
            --depth;
        else if (tex[i] == '$' && depth <= 0)
            return true;
    }
    return false;
}

/// "$5 for 6 or 10$": figures and words without a sign of TeX.
bool is_price(std::string_view tex) {
    return is_digit(tex.front()) && tex.find(' ') != std::string_view::npos &&
           tex.find_first_of("\\^_={}+*/<>()") == std::string_view::npos;
}

}  // namespace

std::uint32_t MathReader::run_end(std::uint32_t at) const {
    while (at < text_.size() && text_[at] == '$') ++at;
    return at;
}

std::optional<LocalMark> MathReader::read(const Place& place) {
    if (is_alphanumeric(place.before())) return std::nullopt;
    const std::uint32_t length = run_end(place.at) - place.at;
    if (length == 2) return read_display(place);
    if (length != 1) return std::nullopt;
    if (place[1] == '`') return read_code(place);
    if (is_blank(place[1])) return std::nullopt;
    const std::uint32_t close = next_single(place, place.at + 1);
    if (close >= place.leaf_end() || holds_code(place.structure, {place.at, close})) return std::nullopt;
    const Range tex{place.at + 1, close};
    if (has_bare_dollar(slice(text_, tex)) || is_price(slice(text_, tex))) return std::nullopt;
    return local_mark(LocalMark::Kind::math, {place.at, close + 1}, tex);
}

std::optional<LocalMark> MathReader::read_code(const Place& place) const {
    const Opaque* code = opaque_at(place.structure, place.at + 1);
    if (code == nullptr || code->kind != Opaque::Kind::code || code->range.begin != place.at + 1) return std::nullopt;
    if (code->range.end >= text_.size() || text_[code->range.end] != '$') return std::nullopt;
    Range tex = code->range;
    while (tex.size() > 1 && text_[tex.begin] == '`' && text_[tex.end - 1] == '`') ++tex.begin, --tex.end;
    return local_mark(LocalMark::Kind::math, {place.at, code->range.end + 1}, tex);
}

std::optional<LocalMark> MathReader::read_display(const Place& place) {
    const std::uint32_t close = next_double(place.at + 2);
    if (close >= place.leaf_end() || holds_code(place.structure, {place.at, close})) return std::nullopt;
    const Range tex{place.at + 2, close};
    if (slice(text_, tex).find_first_not_of(" \t\n>") == std::string_view::npos) return std::nullopt;
    if (has_bare_dollar(slice(text_, tex))) return std::nullopt;
    return local_mark(LocalMark::Kind::display_math, {place.at, close + 2}, tex);
}

std::uint32_t MathReader::next_single(const Place& place, std::uint32_t from) {
    if (from >= single_.begin && from <= single_.end) return single_.end;
    single_ = {from, nowhere};
    for (std::size_t at = text_.find('$', from); at != std::string_view::npos; at = text_.find('$', at)) {
        const std::uint32_t behind = run_end(static_cast<std::uint32_t>(at));
        const bool closes = behind - at == 1 && at > 0 && !is_blank(text_[at - 1]) && !is_escaped(text_, at) &&
                            ends_formula(text_.substr(behind, 4)) &&
                            opaque_at(place.structure, static_cast<std::uint32_t>(at)) == nullptr;
        if (closes) {
            single_.end = static_cast<std::uint32_t>(at);
            break;
        }
        at = behind;
    }
    return single_.end;
}

std::uint32_t MathReader::next_double(std::uint32_t from) {
    if (from >= double_.begin && from <= double_.end) return double_.end;
    double_ = {from, nowhere};
    for (std::size_t at = text_.find("$$", from); at != std::string_view::npos; at = text_.find("$$", at)) {
        const std::uint32_t behind = run_end(static_cast<std::uint32_t>(at));
        if (behind - at == 2 && !is_escaped(text_, at)) {
            double_.end = static_cast<std::uint32_t>(at);
            break;
        }
        at = behind;
    }
    return double_.end;
}

}  // namespace notes_export::markdown
