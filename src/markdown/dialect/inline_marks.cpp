#include "markdown/dialect/inline_marks.hpp"

#include <algorithm>
#include <optional>

#include "markdown/dialect/footnotes.hpp"
#include "markdown/dialect/running_text.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::uint32_t nowhere = UINT32_MAX;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

class Scanner {
public:
    Scanner(std::string_view text, const Structure& structure, const MarkRules& rules)
        : text_(text), structure_(structure), rules_(rules) {}

    std::vector<LocalMark> scan() {
        const Leaf* current = nullptr;
        for_each_running_byte(text_, structure_, [&](const Leaf& leaf, std::uint32_t at) {
            if (at < behind_) return;
            if (&leaf != current) {
                current = &leaf;
                leaf_ = &leaf;
                line_ = 0;
            }
            while (line_ + 1 < leaf.lines.size() && leaf.lines[line_].end <= at) ++line_;
            switch (text_[at]) {
                case '[':
                    read_bracket(at);
                    break;
                case '!':
                    if (text_.substr(at, 3) == "![[") read_wikilink(at, true);
                    break;
                case '^':
                    if (text_.substr(at, 2) == "^[") read_inline_footnote(at);
                    break;
                default:
                    break;
            }
        });
        return std::move(marks_);
    }

private:
    std::uint32_t line_end() const { return leaf_->lines[line_].end; }

    void add(LocalMark mark) {
        behind_ = mark.span.end;
        marks_.push_back(mark);
    }

    const Opaque* opaque_at(std::uint32_t at) const {
        const auto behind = std::upper_bound(structure_.opaque.begin(), structure_.opaque.end(), at,
                                             [](std::uint32_t o, const Opaque& x) { return o < x.range.begin; });
        if (behind == structure_.opaque.begin() || (behind - 1)->range.end <= at) return nullptr;
        return &*(behind - 1);
    }

    void read_bracket(std::uint32_t at) {
        if (text_.substr(at, 2) == "[[") {
            read_wikilink(at, false);
        } else if (text_.substr(at, 2) == "[^") {
            const auto label = footnote_label(text_, at);
            if (label && label->end < line_end() && rules_.is_defined(slice(text_, *label)))
                add({.span = {at, label->end + 1}, .first = *label, .second = {}, .kind = LocalMark::Kind::footnote});
        }
    }

    std::uint32_t next_close(std::uint32_t from) {
        if (from < close_from_ || from > close_) {
            close_from_ = from;
            const std::size_t found = text_.find("]]", from);
            close_ = found == std::string_view::npos ? nowhere : static_cast<std::uint32_t>(found);
        }
        return close_;
    }

    /// `at` is the place of `[[` or, of an embed, `![[`.
    void read_wikilink(std::uint32_t at, bool embed) {
        const std::uint32_t inside = at + (embed ? 3 : 2);
        const std::uint32_t close = next_close(inside);
        if (close >= line_end() || close == inside) return;
        std::uint32_t end = close;
        const std::string_view content = slice(text_, {inside, close});
        const std::size_t pipe = content.find_first_of("[|");
        if (pipe != std::string_view::npos) {
            if (content[pipe] == '[') return;
            const std::string_view label = content.substr(pipe + 1);
            const std::size_t bracket = label.find('[');
            if (bracket != std::string_view::npos) {
                if (label.substr(bracket, 2) == "[[") return;
                // "[[Note|[1]]]": the first of three brackets belongs to the label.
                if (label.find(']', bracket) == std::string_view::npos && text_.substr(close, 3) == "]]]") ++end;
            }
        }
        if (!names_something(content) || belongs_to_link(end)) return;
        LocalMark mark{.span = {at, end + 2},
                       .first = {inside, end},
                       .second = {end, end},
                       .kind = embed ? LocalMark::Kind::embed : LocalMark::Kind::wikilink};
        if (pipe != std::string_view::npos) {
            const auto bar = inside + static_cast<std::uint32_t>(pipe);
            // "[[a\|b]]" is how a table's cell has to say it.
            mark.first.end = bar > inside && text_[bar - 1] == '\\' ? bar - 1 : bar;
            mark.second = {bar + 1, end};
        }
        add(mark);
    }

    bool names_something(std::string_view content) const {
        if (content.find_first_not_of(" \t|\\") == std::string_view::npos) return false;
        // Elsewhere "[[ -f x ]]" is rather a shell's test.
        return rules_.dialect == Dialect::obsidian || rules_.dialect == Dialect::logseq || !is_blank(content.front());
    }

    /// The closing brackets at `close` are code, or md4c has found that they end the text of a CommonMark link.
    bool belongs_to_link(std::uint32_t close) const {
        const Opaque* first = opaque_at(close);
        const Opaque* second = opaque_at(close + 1);
        const auto is = [](const Opaque* o, Opaque::Kind kind) { return o != nullptr && o->kind == kind; };
        if (is(first, Opaque::Kind::code)) return true;
        if (rules_.dialect == Dialect::obsidian || rules_.dialect == Dialect::logseq) return false;
        return is(first, Opaque::Kind::address) || is(second, Opaque::Kind::address);
    }

    /// The bracket that closes each `^[`, found for the whole leaf at once.
    void match_brackets() {
        std::vector<std::uint32_t> open;
        matched_ = leaf_;
        closing_.clear();
        auto opaque = std::lower_bound(structure_.opaque.begin(), structure_.opaque.end(), leaf_->lines.front().begin,
                                       [](const Opaque& x, std::uint32_t o) { return x.range.end <= o; });
        for (const Range line : leaf_->lines)
            for (std::uint32_t at = line.begin; at < line.end; ++at) {
                while (opaque != structure_.opaque.end() && opaque->range.end <= at) ++opaque;
                const bool hidden = opaque != structure_.opaque.end() && opaque->range.begin <= at;
                if (hidden && opaque->kind != Opaque::Kind::address) continue;
                if (text_[at] == '\\' && !hidden) {
                    ++at;
                } else if (text_[at] == '[') {
                    open.push_back(at);
                } else if (text_[at] == ']' && !open.empty()) {
                    if (open.back() > 0 && text_[open.back() - 1] == '^') closing_.emplace_back(open.back(), at);
                    open.pop_back();
                }
            }
        std::sort(closing_.begin(), closing_.end());
    }

    void read_inline_footnote(std::uint32_t at) {
        if (!rules_.footnotes) return;
        if (matched_ != leaf_) match_brackets();
        const auto pair = std::lower_bound(closing_.begin(), closing_.end(), std::pair{at + 1, 0u});
        if (pair == closing_.end() || pair->first != at + 1) return;
        const Range body{at + 2, pair->second};
        const std::string_view words = slice(text_, body);
        // "^[a-z]" is a pattern, a note has words.
        if (words.find_first_of(" \n") == std::string_view::npos || is_blank(words.front())) return;
        add({.span = {at, body.end + 1}, .first = body, .second = {}, .kind = LocalMark::Kind::inline_footnote});
    }

    std::string_view text_;
    const Structure& structure_;
    const MarkRules& rules_;
    std::vector<LocalMark> marks_;
    const Leaf* leaf_ = nullptr;
    std::size_t line_ = 0;
    std::uint32_t behind_ = 0;  ///< the last mark
    std::uint32_t close_from_ = nowhere;
    std::uint32_t close_ = 0;
    const Leaf* matched_ = nullptr;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> closing_;
};

}  // namespace

std::vector<LocalMark> find_inline_marks(std::string_view text, const Structure& structure, const MarkRules& rules) {
    return Scanner(text, structure, rules).scan();
}

}  // namespace notes_export::markdown
