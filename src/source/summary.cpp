#include "source/summary.hpp"

#include <algorithm>
#include <optional>

#include "support/ascii.hpp"
#include "support/percent_encoding.hpp"
#include "support/trimmed.hpp"

namespace notes_export::source {
namespace {

/// A title as plain text: backslash escapes undone, marks of code and emphasis gone.
std::string plain(std::string_view markdown) {
    std::string out;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const char c = markdown[i];
        const char next = i + 1 < markdown.size() ? markdown[i + 1] : ' ';
        if (c == '\\' && next != ' ' && static_cast<unsigned char>(next) < 0x80 && !ascii::is_alphanumeric(next)) {
            out += next;
            ++i;
        } else if (c != '`' && c != '*') {
            out += c;
        }
    }
    return out;
}

/// The text up to the bracket that closes the one at the start, and the offset behind it.
struct Bracketed {
    std::string_view inside;
    std::size_t end;
};

std::optional<Bracketed> bracketed(std::string_view text, char open, char close) {
    if (text.empty() || text.front() != open) return std::nullopt;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == open)
            ++depth;
        else if (text[i] == close && --depth == 0)
            return Bracketed{text.substr(1, i - 1), i + 1};
    }
    return std::nullopt;
}

/// `[title](path "…")` and nothing else.
std::optional<SummaryEntry> link(std::string_view text) {
    const auto title = bracketed(text, '[', ']');
    if (!title) return std::nullopt;
    const auto target = bracketed(text.substr(title->end), '(', ')');
    if (!target || !trimmed(text.substr(title->end + target->end)).empty()) return std::nullopt;
    std::string_view path = trimmed(target->inside);
    if (path.starts_with('<'))
        path = path.substr(1, path.find('>') - 1);
    else
        path = path.substr(0, path.find(" \""));
    path = path.substr(0, path.find('#'));
    return SummaryEntry{plain(title->inside), percent_decoded(path), {}, false};
}

struct Line {
    enum class Kind { blank, heading, item, bare_link, rule, other } kind = Kind::other;
    std::size_t indent = 0;
    int level = 0;  ///< of a heading
    std::string_view content;
};

Line classify(std::string_view line) {
    Line out;
    while (out.indent < line.size() && (line[out.indent] == ' ' || line[out.indent] == '\t')) ++out.indent;
    const auto columns = static_cast<std::size_t>(
        std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(out.indent), '\t'));
    const std::string_view rest = trimmed(line);
    out.indent += 3 * columns;
    if (rest.empty()) {
        out.kind = Line::Kind::blank;
    } else if (rest.front() == '#') {
        const std::size_t signs = std::min(rest.find_first_not_of('#'), rest.size());
        out.kind = Line::Kind::heading;
        out.level = static_cast<int>(signs);
        out.content = trimmed(rest.substr(signs));
    } else if (rest.size() >= 3 && rest.find_first_not_of("-*_ ") == std::string_view::npos) {
        out.kind = Line::Kind::rule;
    } else if ((rest.front() == '-' || rest.front() == '*' || rest.front() == '+') && rest.size() > 1 &&
               (rest[1] == ' ' || rest[1] == '\t')) {
        out.kind = Line::Kind::item;
        out.content = trimmed(rest.substr(2));
    } else if (rest.front() == '[') {
        out.kind = Line::Kind::bare_link;
        out.content = rest;
    }
    return out;
}

/// Builds the tree: an item belongs to the last one that is indented less.
class Building {
public:
    void take(std::string_view text) {
        const Line line = classify(text);
        switch (line.kind) {
            case Line::Kind::blank:
            case Line::Kind::rule:
                break;
            case Line::Kind::heading:
                heading(line);
                break;
            case Line::Kind::item:
            case Line::Kind::bare_link:
                entry(line);
                break;
            case Line::Kind::other:
                summary_.complete = false;
                break;
        }
    }

    Summary take_summary() { return std::move(summary_); }

private:
    void heading(const Line& line) {
        open_.clear();
        const bool own_title = line.level == 1 && !begun_;
        begun_ = true;
        if (!own_title) summary_.entries.push_back({plain(line.content), {}, {}, true});
    }

    void entry(const Line& line) {
        begun_ = true;
        std::optional<SummaryEntry> found = link(line.content);
        if (!found && line.kind == Line::Kind::bare_link) summary_.complete = false;
        // An item without a link is a draft as GitBook has it.
        if (!found && line.kind == Line::Kind::item) found = SummaryEntry{plain(line.content), {}, {}, false};
        if (!found) return;
        if (line.kind == Line::Kind::bare_link) open_.clear();
        while (!open_.empty() && open_.back() >= line.indent) open_.pop_back();
        constexpr std::size_t deepest = 32;
        std::vector<SummaryEntry>* place = &summary_.entries;
        const std::size_t depth = std::min(open_.size(), deepest);
        for (std::size_t i = 0; i < depth; ++i) place = &place->back().children;
        place->push_back(std::move(*found));
        if (line.kind == Line::Kind::item && open_.size() < deepest) open_.push_back(line.indent);
    }

    Summary summary_;
    std::vector<std::size_t> open_;  ///< indents of the items whose children may follow
    bool begun_ = false;
};

}  // namespace

Summary read_summary(std::string_view text) {
    Building building;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        building.take(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return building.take_summary();
}

}  // namespace notes_export::source
