#include "markdown/dialect/logseq.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "markdown/dialect/attributes.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/parameters.hpp"
#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t longest_size = 80;  ///< bytes of a picture's `{:height …, :width …}`

/// A line of an outline: blanks, a bullet, words.
struct Line {
    Range whole;
    Range words;
    bool bullet = false;
};

Line read_line(std::string_view text, Range whole) {
    Line line{whole, whole, false};
    const auto skip = [&] {
        while (line.words.begin < whole.end && (text[line.words.begin] == ' ' || text[line.words.begin] == '\t'))
            ++line.words.begin;
    };
    skip();
    const std::string_view rest = slice(text, line.words);
    line.bullet = rest.starts_with("- ") || rest == "-";
    if (line.bullet) {
        ++line.words.begin;
        skip();
    }
    return line;
}

/// "((uuid))" or "[[page]]" without its brackets; empty when it is neither.
std::string_view referred(std::string_view text) {
    const bool block = text.starts_with("((") && text.ends_with("))");
    const bool page = text.starts_with("[[") && text.ends_with("]]");
    return text.size() > 4 && (block || page) ? text.substr(2, text.size() - 4) : std::string_view();
}

/// What Logseq says of a picture's size, `{:height 100, :width 200}`, as an attribute list; nothing where it is
/// something else.
std::optional<std::string> size_attributes(std::string_view braces) {
    std::string attributes;
    std::string_view rest = trimmed(braces);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view property = trimmed(rest.substr(0, comma));
        const std::size_t blank = property.find(' ');
        const std::string_view name = property.substr(0, blank);
        if (blank == none || (name != ":height" && name != ":width")) return std::nullopt;
        const std::string_view value = trimmed(property.substr(blank));
        if (value.find_first_not_of("0123456789.") != none) return std::nullopt;
        attributes += fmt::format(" {}={}", name.substr(1), value);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return attributes.empty() ? std::nullopt : std::optional("{" + attributes + " }");
}

class Outline {
public:
    Outline(const MappedText& text, const Expanding& context)
        : in_(text), text_(text.text), context_(context), out_(text) {
        for (std::uint32_t at = 0; at < text_.size();) {
            lines_.push_back(read_line(text_, line_at(text_, at)));
            at = lines_.back().whole.end + 1;
        }
    }

    MappedText expand() {
        for (std::size_t i = 0; i < lines_.size();) {
            if (lines_[i].bullet) write_id();
            if (ends_block(i)) {
                write_id();
                out_.insert("\n", lines_[i].whole.begin);
            }
            i = fenced(i) ? write_fence(i) : write(i);
        }
        write_id();
        return out_.finish();
    }

private:
    std::string_view words(std::size_t i) const { return slice(text_, lines_[i].words); }

    bool fenced(std::size_t i) const { return words(i).starts_with("```") || words(i).starts_with("~~~"); }

    std::size_t write_fence(std::size_t i) {
        const std::string_view fence = words(i).substr(0, 3);
        keep_line(i);
        while (++i < lines_.size()) {
            keep_line(i);
            if (words(i).starts_with(fence)) return i + 1;
        }
        return i;
    }

    /// Writes what begins at a line; returns the line behind it.
    std::size_t write(std::size_t i) {
        if (words(i) == ":LOGBOOK:" || words(i) == ":PROPERTIES:")
            if (const std::size_t end = end_of_drawer(i); end < lines_.size()) return end + 1;
        if (unicode::lower(words(i).substr(0, 8)) == "#+begin_") return write_block(i);
        if (property_line(words(i))) return write_property(i);
        put_beginning(i);
        write_words(lines_[i].words);
        end_line(i);
        return i + 1;
    }

    /// A drawer holds what programs write into it; with anything else in it, it is text.
    std::size_t end_of_drawer(std::size_t i) const {
        while (++i < lines_.size()) {
            if (words(i) == ":END:") return i;
            const bool own = words(i).starts_with("CLOCK:") || words(i).starts_with(':') ||
                             words(i).starts_with("* State ") || words(i).starts_with("State ");
            if (!own) break;
        }
        return lines_.size();
    }

    std::size_t find(std::size_t i, std::string_view wanted) const {
        while (i < lines_.size() && unicode::lower(trimmed(words(i))) != unicode::lower(wanted)) ++i;
        return i;
    }

    std::size_t write_property(std::size_t i) {
        const auto property = property_line(words(i));
        if (property->key == "id") {
            id_ = trimmed(property->value);
            id_line_ = i;
        }
        const bool title = !lines_[i].bullet && property->key == "title" && context_.source.front_matter.find("title");
        if (property->technical || title) {
            if (lines_[i].bullet) keep_line_beginning(i);
            return i + 1;
        }
        put_beginning(i);
        out_.insert("**", lines_[i].words.begin);
        const auto key_end = lines_[i].words.begin + static_cast<std::uint32_t>(property->key.size());
        out_.keep({lines_[i].words.begin, key_end});
        out_.insert(":** ", key_end);
        write_words({std::min(key_end + 3, lines_[i].words.end), lines_[i].words.end});
        end_line(i);
        return i + 1;
    }

    /// `#+BEGIN_QUOTE` and its like, to their end.
    std::size_t write_block(std::size_t i) {
        const std::string name = unicode::lower(trimmed(words(i).substr(8)).substr(0, words(i).substr(8).find(' ')));
        const std::size_t end = find(i + 1, "#+END_" + name);
        if (end == lines_.size()) {
            keep_line(i);
            return i + 1;
        }
        const bool code = name == "src" || name == "example" || name == "query" || name == "export";
        const bool callout = name == "note" || name == "tip" || name == "important" || name == "caution" ||
                             name == "warning" || name == "pinned";
        const bool quote = name == "quote" || name == "verse" || callout;
        put_beginning(i);
        const std::uint32_t at = lines_[i].words.begin;
        if (callout) out_.insert("> [!" + name + "]", at);
        if (code) {
            out_.insert("~~~~~~", at);
            const std::size_t language = words(i).find(' ');
            if (language != none) out_.keep({at + static_cast<std::uint32_t>(language) + 1, lines_[i].words.end});
        }
        if (callout || code) out_.insert("\n", at);
        bool beginning = !callout && !code;
        if (const std::size_t rest = 8 + name.size(); !code && !trimmed(words(i).substr(rest)).empty()) {
            if (!beginning) out_.keep({lines_[i].whole.begin, at});
            if (quote) out_.insert("> ", at);
            write_words({at + static_cast<std::uint32_t>(rest), lines_[i].words.end});
            out_.insert("\n", at);
            beginning = false;
        }
        for (++i; i < end; ++i) {
            if (!beginning) out_.keep({lines_[i].whole.begin, lines_[i].words.begin});
            beginning = false;
            if (quote) out_.insert("> ", lines_[i].words.begin);
            if (code)
                out_.keep(lines_[i].words);
            else
                write_words(lines_[i].words);
            out_.insert("\n", lines_[i].words.begin);
        }
        out_.keep({lines_[end].whole.begin, lines_[end].words.begin});
        out_.insert(code ? "~~~~~~\n" : "\n", lines_[end].words.begin);
        return end + 1;
    }

    void keep_line(std::size_t i) {
        out_.keep({lines_[i].whole.begin, std::min(lines_[i].whole.end + 1, static_cast<std::uint32_t>(text_.size()))});
    }
    void put_beginning(std::size_t i) { out_.keep({lines_[i].whole.begin, lines_[i].words.begin}); }
    /// A bullet whose words are gone; what follows in its block stands beside it.
    void keep_line_beginning(std::size_t i) {
        put_beginning(i);
        out_.insert("\n", lines_[i].words.begin);
    }

    /// A property that is shown stands on a line of its own.
    void end_line(std::size_t i) {
        const bool followed = i + 1 < lines_.size() && !lines_[i + 1].bullet && property_line(words(i + 1)) &&
                              !property_line(words(i + 1))->technical && !words(i).empty();
        if (followed) out_.insert("\\", lines_[i].whole.end - 1);
        out_.keep({lines_[i].whole.end, std::min(lines_[i].whole.end + 1, static_cast<std::uint32_t>(text_.size()))});
    }

    /// Whether words stand further to the left than the block whose id waits to be written.
    bool ends_block(std::size_t i) const {
        const auto columns = [&](std::size_t line) { return lines_[line].words.begin - lines_[line].whole.begin; };
        return !id_.empty() && !words(i).empty() && columns(i) < columns(id_line_);
    }

    void write_id() {
        if (id_.empty()) return;
        const Line& line = lines_[id_line_];
        const auto columns = static_cast<std::size_t>(line.words.begin - line.whole.begin);
        std::string beginning(slice(text_, {line.whole.begin, line.words.begin}));
        if (line.bullet) beginning.assign(columns, ' ');
        out_.insert(beginning + "^" + std::string(id_) + "\n", line.words.begin);
        id_ = {};
    }

    /// Words with their macros, links to blocks and sizes of pictures.
    void write_words(Range range) {
        std::uint32_t kept = range.begin;
        bool code = false;
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            if (text_[at] == '`') code = !code;
            if (code) continue;
            const std::uint32_t end = replace({at, range.end}, kept);
            if (end == at) continue;
            kept = end;
            at = end - 1;
        }
        out_.keep({kept, range.end});
    }

    /// Writes what stands in the place of a form at the range's beginning, behind the text from `kept`. Returns where
    /// the form ends; its beginning where there is none.
    std::uint32_t replace(Range range, std::uint32_t kept) {
        const std::string_view rest = slice(text_, range);
        if (rest.starts_with("{{")) return replace_macro(range, rest.find("}}"), kept);
        if (rest.starts_with("](((")) return replace_reference(range, rest.find(")))"), kept);
        const bool behind_picture = range.begin > 0 && text_[range.begin - 1] == ')';
        if (behind_picture && rest.starts_with("{:"))
            return replace_size(range, rest.substr(0, longest_size).find('}'), kept);
        return range.begin;
    }

    std::uint32_t replace_macro(Range range, std::size_t close, std::uint32_t kept) {
        if (close == none) return range.begin;
        const Range span{range.begin, range.begin + static_cast<std::uint32_t>(close) + 2};
        out_.keep({kept, span.begin});
        out_.insert(meaning(slice(text_, {span.begin + 2, span.end - 2}), span), span.begin);
        return span.end;
    }

    /// `[label](((uuid)))`
    std::uint32_t replace_reference(Range range, std::size_t close, std::uint32_t kept) {
        if (close == none) return range.begin;
        const std::size_t open = slice(text_, {kept, range.begin}).rfind('[');
        if (open == none) return range.begin;
        const std::uint32_t label = kept + static_cast<std::uint32_t>(open);
        out_.keep({kept, label});
        out_.insert("[[" + std::string(slice(text_, range).substr(4, close - 4)) + "|", range.begin);
        out_.keep({label + 1, range.begin});
        out_.insert("]]", range.begin);
        return range.begin + static_cast<std::uint32_t>(close) + 3;
    }

    std::uint32_t replace_size(Range range, std::size_t close, std::uint32_t kept) {
        const auto size = close == none ? std::nullopt : size_attributes(slice(text_, range).substr(1, close - 1));
        if (!size) return range.begin;
        out_.keep({kept, range.begin});
        out_.insert(*size, range.begin);
        return range.begin + static_cast<std::uint32_t>(close) + 1;
    }

    /// What stands in a macro's place.
    std::string meaning(std::string_view inside, Range span) {
        inside = trimmed(inside);
        const std::string_view name = inside.substr(0, inside.find(' '));
        const std::string_view rest = trimmed(inside.substr(name.size()));
        if (name == "embed" && !referred(rest).empty()) return "![[" + std::string(referred(rest)) + "]]";
        if (name == "cloze") return std::string(rest);
        const bool medium = name == "video" || name == "youtube" || name == "vimeo" || name == "bilibili" ||
                            name == "tweet" || name == "twitter";
        if (medium && rest.starts_with("http") && rest.find(' ') == none) return "<" + std::string(rest) + ">";
        if (warned_.insert(std::string(name)).second)
            context_.warn(in_, span, "logseq-macro",
                          fmt::format("{} is worked out by Logseq; set as it is written", name),
                          "Write what it shows in its place");
        if (backticks_.empty()) backticks_ = unpaired_backticks(text_);
        return code_span("{{" + std::string(inside) + "}}", backticks_);
    }

    const MappedText& in_;
    std::string_view text_;
    const Expanding& context_;
    Rewriter out_;
    std::vector<Line> lines_;
    std::string_view id_;  ///< of the block that is being written
    std::size_t id_line_ = 0;
    std::set<std::string> warned_;
    std::string backticks_;
};

}  // namespace

bool may_have_logseq_forms(std::string_view text) {
    return text.find("::") != none || text.find("{{") != none || text.find("](((") != none || text.find("#+") != none ||
           text.find(":END:") != none || text.find("){:") != none;
}

MappedText expand_logseq(const MappedText& text, const Expanding& context) {
    return Outline(text, context).expand();
}

}  // namespace notes_export::markdown
