#include "markdown/dialect/mdx.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/place.hpp"
#include "support/ascii.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
/// Bytes of a component's tag; keeps the search for its end linear.
constexpr std::size_t longest_tag = 4096;

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// `import A, {B} from 'c'` or `import 'c'`, whole.
bool is_import(std::string_view line) {
    line = trimmed(line);
    if (!line.starts_with("import ")) return false;
    if (line.ends_with(';')) line.remove_suffix(1);
    const char quote = line.back();
    if (quote != '\'' && quote != '"') return false;
    const std::size_t open = line.find(quote);
    if (open + 2 >= line.size() || line.find_first_of(" '\"", open + 1) != line.size() - 1) return false;
    const std::string_view names = trimmed(line.substr(7, open - 7));
    return names.empty() || names.ends_with(" from") || names.ends_with("}from");
}

/// Whether a paragraph of nothing but imports is among the lines outside of code.
bool imports(std::string_view text) {
    Fence fence;
    bool all = false;  // of the paragraph's lines
    for (Range line; line.begin < text.size(); line.begin = line.end + 1) {
        line = line_at(text, line.begin);
        const std::string_view words = slice(text, line);
        const bool code = fence.takes(words);
        if (trimmed(words).empty() && all) return true;
        const bool begins =
            line.begin == 0 || text[line.begin - 1] != '\n' || line.begin < 2 || text[line.begin - 2] == '\n';
        all = !code && is_import(words) && (all || begins);
    }
    return all;
}

bool uses_components(std::string_view text) {
    for (std::size_t at = text.find('<'); at != none; at = text.find('<', at + 1))
        if (at + 1 < text.size() && is_capital(text[at + 1])) return true;
    return false;
}

/// Behind the brace that closes the one at `at`; `none` where nothing does.
std::size_t behind_braces(std::string_view text, std::size_t at) {
    int depth = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) return at + 1;
        if (c == '"' || c == '\'' || c == '`') {
            at = text.find(c, at + 1);
            if (at == none) return none;
        }
    }
    return none;
}

/// How many more brackets a line of a program opens than it closes, those in its strings aside.
int brackets_left_open(std::string_view line) {
    int depth = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' || c == '\'' || c == '`') i = std::min(line.find(c, i + 1), line.size());
        depth += (c == '{' || c == '(' || c == '[') - (c == '}' || c == ')' || c == ']');
    }
    return depth;
}

struct Tag {
    std::size_t end = 0;
    bool closes = false;
    bool closed = false;   ///< by its own slash
    bool worded = false;   ///< has attributes that may be words
    bool element = false;  ///< HTML's, which is here for what is worked out in it
    /// Attributes that a program works out; where that is from one piece of text, their values, and the text.
    std::vector<std::pair<Range, Range>> worked_out;
};

/// The only text between quotation marks within braces.
Range only_text(std::string_view text, Range braces) {
    const std::string_view inside = slice(text, braces);
    const std::size_t open = inside.find_first_of("'\"`{", 1);
    if (open == none || inside[open] == '{' || inside[open] == '`') return {};
    const std::size_t close = inside.find(inside[open], open + 1);
    if (close == none || inside.find_first_of("'\"`", close + 1) != none) return {};
    const auto at = [&](std::size_t offset) { return braces.begin + static_cast<std::uint32_t>(offset); };
    return inside.substr(open, close - open).find('<') == none ? Range{at(open + 1), at(close)} : Range{};
}

/// The component's tag that begins at `at` (`<Name …>`, `</Name>`), offsets in `text`.
std::optional<Tag> read_tag(std::string_view text, std::size_t at) {
    text = text.substr(0, std::min(text.size(), at + longest_tag));
    Tag tag;
    std::size_t i = at + 1;
    tag.closes = i < text.size() && text[i] == '/';
    if (tag.closes) ++i;
    if (i >= text.size() || !is_letter(text[i])) return std::nullopt;
    tag.element = !is_capital(text[i]);
    while (i < text.size() && (is_alphanumeric(text[i]) || text[i] == '.' || text[i] == '_')) ++i;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '>') {
            tag.end = i + 1;
            tag.closed = text[i - 1] == '/';
            return tag.element && tag.worked_out.empty() ? std::nullopt : std::optional(tag);
        }
        if (c == '"' || c == '\'') {
            i = text.find(c, i + 1);
            if (i == none) return std::nullopt;
            tag.worded = true;
        }
        if (c == '<') return std::nullopt;
        if (c != '{') continue;
        const std::size_t behind = behind_braces(text, i);
        if (behind == none) return std::nullopt;
        std::size_t begin = i;
        const bool named = text[begin - 1] == '=';
        const Range braces{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(behind)};
        const Range only = named ? only_text(text, braces) : Range{};
        tag.worded = tag.worded || only.size() > 0;
        if (named && only.size() == 0)
            while (begin > at && !is_blank(text[begin - 1])) --begin;
        tag.worked_out.push_back({{static_cast<std::uint32_t>(begin), braces.end}, only});
        i = behind - 1;
    }
    return std::nullopt;
}

class Mdx {
public:
    explicit Mdx(const MappedText& in) : text_(in.text), out_(in) {}

    MappedText expand() {
        bool begins_block = true;
        for (at_ = 0; at_ < text_.size();) {
            const Range line = line_at(text_, at_);
            const std::string_view words = slice(text_, without_indentation(text_, line, columns()));
            if (fence_.takes(words)) {
                begins_block = false;
                keep_line(line);
            } else if (begins_block && (words.starts_with("import ") || words.starts_with("export "))) {
                at_ = behind_program(line);
            } else if (trimmed(words).starts_with("{/*")) {
                at_ = behind_comment(line);
            } else {
                begins_block = trimmed(words).empty();
                write_line(line);
            }
        }
        return out_.finish();
    }

private:
    std::uint32_t behind(Range line) const { return std::min(line.end + 1, static_cast<std::uint32_t>(text_.size())); }

    /// Behind statements: up to a blank line, which brackets hold off; up to the first one where they are never closed.
    std::uint32_t behind_program(Range line) const {
        int depth = 0;
        std::optional<std::uint32_t> first_blank;
        for (; line.begin < text_.size(); line.begin = line.end + 1) {
            line = line_at(text_, line.begin);
            const std::string_view words = slice(text_, line);
            if (trimmed(words).empty()) {
                if (depth <= 0) return line.begin;
                if (!first_blank) first_blank = line.begin;
            }
            depth += brackets_left_open(words);
        }
        return depth > 0 && first_blank ? *first_blank : static_cast<std::uint32_t>(text_.size());
    }

    std::uint32_t behind_comment(Range line) {
        if (comment_end_ <= line.begin) comment_end_ = text_.find("*/}", line.begin);
        if (comment_end_ == none) return keep_line(line), behind(line);
        return static_cast<std::uint32_t>(comment_end_) + 3;
    }

    void keep_line(Range line) {
        const Range content = without_indentation(text_, line, columns());
        out_.keep({content.begin, behind(line)});
        at_ = behind(line);
    }

    /// Columns of blanks that do not count: those of the first line in the innermost component.
    int columns() {
        if (open_.empty()) return 0;
        int& own = open_.back();
        if (own < 0 && text_[at_] != '\n') {
            const std::size_t words = std::min(text_.find_first_not_of(" \t", at_), text_.size());
            own = static_cast<int>(words - at_);
        }
        return std::max(own, 0);
    }

    /// A line, with the tags of components in it.
    void write_line(Range line) {
        Range content = without_indentation(text_, line, columns());
        const auto begin = static_cast<std::uint32_t>(
            std::min(text_.find_first_not_of(" \t", content.begin), static_cast<std::size_t>(line.end)));
        const auto leading = begin < line.end && text_[begin] == '<' ? read_tag(text_, begin) : std::nullopt;
        const bool block = leading && !leading->element;
        if (block) content.begin = begin;
        std::uint32_t kept = content.begin;
        bool words = false;  // stand before
        for (std::uint32_t i = content.begin; i < line.end; ++i) {
            if (text_[i] == '`') {
                i = behind_code(i, line.end) - 1;
                continue;
            }
            if (text_[i] == '\\') {
                ++i;  // what it escapes is text
                continue;
            }
            if (text_[i] != '<') continue;
            const auto tag = read_tag(text_, i);
            if (!tag) continue;
            out_.keep({kept, i});
            const bool first = trimmed(slice(text_, {kept, i})).empty() && !words;
            words = words || !first;
            if (tag->element)
                keep_words(*tag, {i, static_cast<std::uint32_t>(tag->end)});
            else
                write_tag(*tag, i, block && (first || ends_line(tag->end)));
            i = kept = static_cast<std::uint32_t>(tag->end);
            if (kept > line.end) line = {line.begin, line_at(text_, kept).end};
            --i;
        }
        out_.keep({kept, behind(line)});
        at_ = behind(line);
    }

    /// Behind the code span that begins at `at`, or behind its backticks where the line doesn't close it.
    std::uint32_t behind_code(std::uint32_t at, std::uint32_t line_end) const {
        const auto run_end = [&](std::size_t from) {
            return std::min<std::size_t>(text_.find_first_not_of('`', from), line_end);
        };
        const std::size_t open = run_end(at);
        for (std::size_t run = text_.find('`', open); run < line_end;) {
            const std::size_t end = run_end(run);
            if (end - run == open - at) return static_cast<std::uint32_t>(end);
            run = text_.find('`', end);
        }
        return static_cast<std::uint32_t>(open);
    }

    /// Whether nothing but closing tags follows on the line.
    bool ends_line(std::size_t at) const {
        const std::string_view rest =
            trimmed(slice(text_, {static_cast<std::uint32_t>(at), line_at(text_, static_cast<std::uint32_t>(at)).end}));
        return rest.empty() ||
               (rest.starts_with("</") && rest.size() > 2 && is_capital(rest[2]) && rest.ends_with('>'));
    }

    /// Tags that stand in a line of their own, or around its words, are blocks.
    void write_tag(const Tag& tag, std::uint32_t begin, bool block) {
        const auto end = static_cast<std::uint32_t>(tag.end);
        bool shown = tag.worded;
        if (tag.closes && !worded_.empty()) {
            shown = worded_.back();
            worded_.pop_back();
        }
        if (!tag.closes && !tag.closed) worded_.push_back(tag.worded);
        if (block && tag.closes) {
            out_.insert("\n\n", begin);
            if (!open_.empty()) open_.pop_back();
        }
        if (shown) keep_words(tag, {begin, end});
        if (!block) return;
        if (!tag.closes && !tag.closed) open_.push_back(-1);
        out_.insert("\n\n", end - 1);
    }

    /// A tag without what a program works out.
    void keep_words(const Tag& tag, Range span) {
        for (const auto& [range, only] : tag.worked_out) {
            out_.keep({span.begin, range.begin});
            if (only.size() > 0) {
                out_.insert("\"", only.begin);
                out_.keep(only);
                out_.insert("\"", only.end);
            }
            span.begin = range.end;
        }
        out_.keep(span);
    }

    std::string_view text_;
    Rewriter out_;
    Fence fence_;
    std::vector<int> open_;     ///< components around: the indentation of what they hold, -1 where it is not known yet
    std::vector<bool> worded_;  ///< components around: whether their tags say anything
    std::uint32_t at_ = 0;
    std::size_t comment_end_ = 0;  ///< the next one
};

}  // namespace

bool is_mdx(std::string_view path, std::string_view text) {
    return ascii::lower(path).ends_with(".mdx") ||
           (text.find("import ") != none && uses_components(text) && imports(text));
}

MappedText expand_mdx(const MappedText& text) {
    return Mdx(text).expand();
}

}  // namespace notes_export::markdown
