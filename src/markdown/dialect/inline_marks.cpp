#include "markdown/dialect/inline_marks.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "markdown/dialect/brackets.hpp"
#include "markdown/dialect/delimiters.hpp"
#include "markdown/dialect/footnotes.hpp"
#include "markdown/dialect/math_spans.hpp"
#include "markdown/dialect/running_text.hpp"
#include "markdown/dialect/tags.hpp"
#include "markdown/dialect/wikilinks.hpp"

namespace notes_export::markdown {
namespace {

/// A closing delimiter is looked for ahead; what is found on the way may hide it ("x^$a^b$"). Then the pair is text.
std::vector<LocalMark> without_hidden_delimiters(const std::vector<LocalMark>& marks) {
    std::set<std::uint32_t> hidden;  // where the openings of such pairs stand
    std::uint32_t behind = 0;
    for (const LocalMark& mark : marks) {
        if (mark.kind == LocalMark::Kind::closing && mark.span.begin < behind) hidden.insert(mark.partner);
        if (mark.kind != LocalMark::Kind::closing) behind = std::max(behind, mark.span.end);
    }
    std::vector<LocalMark> kept;
    kept.reserve(marks.size());
    for (const LocalMark& mark : marks) {
        const bool opening = mark.kind == LocalMark::Kind::opening;
        const bool closing = mark.kind == LocalMark::Kind::closing;
        if ((opening && hidden.contains(mark.span.begin)) || (closing && hidden.contains(mark.partner))) continue;
        kept.push_back(mark);
    }
    return kept;
}

class Scanner {
public:
    Scanner(std::string_view text, const Structure& structure, const MarkRules& rules)
        : text_(text), structure_(structure), rules_(rules), wikilinks_(text, rules.dialect), math_(text) {}

    std::vector<LocalMark> scan() {
        for_each_running_byte(text_, structure_, [&](const Leaf& leaf, std::uint32_t at) {
            if (at < behind_) return;
            if (&leaf != leaf_) begin_leaf(leaf);
            while (line_ + 1 < leaf.lines.size() && leaf.lines[line_].end <= at) ++line_;
            if (const auto mark = read({text_, structure_, leaf, leaf.lines[line_], at})) {
                behind_ = mark->span.end;
                marks_.push_back(*mark);
            }
        });
        delimiters_.end_leaf(marks_);
        drop_signs_of_programs();
        std::sort(marks_.begin(), marks_.end(),
                  [](const LocalMark& a, const LocalMark& b) { return a.span.begin < b.span.begin; });
        return without_hidden_delimiters(marks_);
    }

private:
    void begin_leaf(const Leaf& leaf) {
        delimiters_.end_leaf(marks_);
        leaf_ = &leaf;
        line_ = 0;
        brackets_.reset();
    }

    std::optional<LocalMark> read(const Place& place) {
        switch (place[0]) {
            case '[':
                if (place.sees("[[")) return wikilinks_.read(place);
                return place.sees("[^") ? read_footnote(place) : std::nullopt;
            case '!':
                return place.sees("![[") ? read_embed(place) : std::nullopt;
            case '(':
                return rules_.dialect == Dialect::logseq ? read_block_reference(place) : std::nullopt;
            case '$':
                return read_math(place);
            case '#':
                if (place.sees("#[[")) return read_bracketed_tag(place);
                return read_tag(place, rules_.dialect);
            case ':':
                if (auto mark = read_emoji(place)) return mark;
                behind_ = place.at + delimiters_.read(place);
                return std::nullopt;
            case '^':
                return read_caret(place);
            case '=':
            case '~':
            case '+':
                behind_ = place.at + delimiters_.read(place);
                return std::nullopt;
            case '|':
                if (place.leaf.kind == Leaf::Kind::row) delimiters_.end_cell();
                return std::nullopt;
            default:
                return std::nullopt;
        }
    }

    void drop_signs_of_programs() {
        std::erase_if(marks_, [&](const LocalMark& mark) {
            const bool delimiter = mark.kind == LocalMark::Kind::opening || mark.kind == LocalMark::Kind::closing;
            const std::string_view sign = slice(text_, mark.span);
            return delimiter && (sign == "++" || sign == "::") && !delimiters_.are_delimiters(sign);
        });
    }

    /// Roam's and Logseq's `#[[several words]]`.
    static std::optional<LocalMark> read_bracketed_tag(const Place& place) {
        constexpr std::uint32_t longest = 200;
        const std::size_t length = place.text.substr(place.at + 3, longest).find_first_of("[]\n");
        if (length == std::string_view::npos || length == 0) return std::nullopt;
        const Range name{place.at + 3, place.at + 3 + static_cast<std::uint32_t>(length)};
        if (place.text.substr(name.end, 2) != "]]") return std::nullopt;
        return local_mark(LocalMark::Kind::tag, {place.at, name.end + 2}, name);
    }

    /// Logseq's `((uuid))`: a link to the block that has this id.
    static std::optional<LocalMark> read_block_reference(const Place& place) {
        constexpr std::uint32_t uuid = 36;  // bytes
        if (!place.sees("((") || place[uuid + 2] != ')' || place[uuid + 3] != ')') return std::nullopt;
        const Range name{place.at + 2, place.at + 2 + uuid};
        const std::string_view digits = slice(place.text, name);
        if (digits.find_first_not_of("0123456789abcdefABCDEF-") != std::string_view::npos) return std::nullopt;
        return local_mark(LocalMark::Kind::wikilink, {place.at, name.end + 2}, name, {name.end, name.end});
    }

    std::optional<LocalMark> read_embed(const Place& place) {
        auto mark = wikilinks_.read(place);
        if (!mark) behind_ = place.at + 3;  // nor is it a link behind an exclamation mark
        return mark;
    }

    std::optional<LocalMark> read_math(const Place& place) {
        auto mark = math_.read(place);
        if (!mark) behind_ = math_.run_end(place.at);
        return mark;
    }

    std::optional<LocalMark> read_footnote(const Place& place) const {
        const auto label = footnote_label(text_, place.at);
        if (!label || label->end >= place.line.end || !rules_.is_defined(*label)) return std::nullopt;
        return local_mark(LocalMark::Kind::footnote, {place.at, label->end + 1}, *label);
    }

    std::optional<LocalMark> read_caret(const Place& place) {
        if (place.sees("^[")) return read_inline_footnote(place);
        if (auto mark = read_block_id(place, rules_.dialect)) return mark;
        behind_ = place.at + delimiters_.read(place);
        return std::nullopt;
    }

    std::optional<LocalMark> read_inline_footnote(const Place& place) {
        if (!rules_.inline_footnotes) return std::nullopt;
        if (!brackets_) brackets_ = match_brackets(text_, structure_, place.leaf);
        const auto pair = std::lower_bound(brackets_->begin(), brackets_->end(), std::pair{place.at + 1, 0u});
        if (pair == brackets_->end() || pair->first != place.at + 1) return std::nullopt;
        const Range body{place.at + 2, pair->second};
        const std::string_view words = slice(text_, body);
        // "^[a-z]" is a pattern; a note has words.
        if (words.find_first_of(" \n") == std::string_view::npos || is_blank(words.front())) return std::nullopt;
        return local_mark(LocalMark::Kind::inline_footnote, {place.at, body.end + 1}, body);
    }

    std::string_view text_;
    const Structure& structure_;
    const MarkRules& rules_;
    WikilinkReader wikilinks_;
    MathReader math_;
    Delimiters delimiters_;
    std::vector<LocalMark> marks_;
    const Leaf* leaf_ = nullptr;
    std::size_t line_ = 0;
    std::uint32_t behind_ = 0;  ///< the last thing that was read
    std::optional<std::vector<std::pair<std::uint32_t, std::uint32_t>>> brackets_;
};

}  // namespace

std::vector<LocalMark> find_inline_marks(std::string_view text, const Structure& structure, const MarkRules& rules) {
    return Scanner(text, structure, rules).scan();
}

}  // namespace notes_export::markdown
