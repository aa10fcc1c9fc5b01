#include "markdown/line_breaks.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>
#include <vector>

#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

/// Columns; a CJK character takes two, a combining mark is counted as one for its rarity in what decides.
int width(std::string_view text) {
    int columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            ++columns;
        } else {
            columns += unicode::is_cjk(unicode::decode(text, at)) ? 2 : 1;
        }
    }
    return columns;
}

std::string_view line_around(std::string_view text, std::size_t at) {
    const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(begin, std::min(text.find('\n', at), text.size()) - begin);
}

struct Break {
    int line = 0;           ///< columns of the line before it
    bool sentence = false;  ///< that line ends a sentence
    bool within = false;    ///< the line behind it goes on with a small letter, within a sentence
    int next_word = 0;      ///< columns of the first word behind it
    int next_line = 0;      ///< columns of the line behind it
    bool follows = false;   ///< on the break before it, in one paragraph
};

/// Nobody wraps prose narrower than this, so breaks in shorter lines mean something.
constexpr int narrowest_wrap = 50;

/// The first word of a line, behind the prefixes of quotes and lists.
std::string_view first_word(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t>");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find(' ', begin) - begin);
}

/// A line of tags or pictures: rows of badges stand on lines as their addresses are long.
bool is_markup(std::string_view line) {
    const std::string_view word = first_word(line);
    return word.starts_with('<') || word.starts_with("![") || word.starts_with("[![");
}

/// Lines that hold an address may be longer than the column; nine in ten are not.
int wrap_column(std::span<const Break> breaks) {
    std::vector<int> lines;
    lines.reserve(breaks.size());
    for (const Break& at : breaks) lines.push_back(at.line);
    const auto longest = lines.begin() + static_cast<std::ptrdiff_t>((lines.size() - 1) * 9 / 10);
    std::nth_element(lines.begin(), longest, lines.end());
    return std::max(*longest, narrowest_wrap);
}

/// A writer's editor, or another writer's, may wrap at a narrower column than the file's, but not at half of it.
int narrowest_column(int column) {
    return std::max(column * 7 / 10, narrowest_wrap);
}

/// Whether one column explains the breaks of a paragraph: no line is longer, and no first word would have had room.
bool is_wrapped(std::span<const Break> paragraph, int column) {
    int longest = narrowest_column(column);
    int room = column + 1;
    for (const Break& at : paragraph) {
        longest = std::max({longest, at.line, at.next_line});
        room = std::min(room, at.line + 1 + at.next_word);
    }
    return longest < room;
}

/// Whether a hand that breaks lines at about some column would have broken here, too: a long line, and the sentence
/// goes on. Verse that breaks within sentences has short lines.
bool is_by_hand(const Break& at) {
    return at.within && at.line >= narrowest_wrap;
}

/// Breaks before which the next word would still have fitted, in paragraphs that no column explains.
std::size_t count_deliberate(std::span<const Break> breaks) {
    const int column = wrap_column(breaks);
    std::size_t deliberate = 0;
    for (std::size_t first = 0; first < breaks.size();) {
        std::size_t end = first + 1;
        while (end < breaks.size() && breaks[end].follows) ++end;
        const auto paragraph = breaks.subspan(first, end - first);
        if (!is_wrapped(paragraph, column))
            deliberate += static_cast<std::size_t>(std::ranges::count_if(
                paragraph, [&](const Break& at) { return at.line + 1 + at.next_word <= column && !is_by_hand(at); }));
        first = end;
    }
    return deliberate;
}

/// A line for each sentence, as writers have it who look at changes between versions: it means nothing to readers.
/// Verse and chats have short lines, or lines that end anywhere.
bool is_line_a_sentence(std::span<const Break> breaks) {
    constexpr std::size_t least = 4;
    constexpr double nearly_all = 0.85;
    if (breaks.size() < least) return false;
    std::vector<int> lines;
    for (const Break& at : breaks) lines.push_back(at.line);
    const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
    std::ranges::nth_element(lines, middle);
    const auto sentences = std::ranges::count_if(breaks, &Break::sentence);
    return *middle >= narrowest_wrap &&
           static_cast<double>(sentences) >= nearly_all * static_cast<double>(breaks.size());
}

bool ends_sentence(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \t\"'*_`)]");
    if (last == std::string_view::npos) return false;
    std::size_t begin = last;
    while (begin > 0 && (static_cast<unsigned char>(line[begin]) & 0xC0U) == 0x80) --begin;
    const char32_t c = unicode::decode(line, begin);
    return c == U':' || c == U'：' || c == U'…' || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0;
}

bool begins_small(std::string_view word) {
    std::size_t at = 0;
    return !word.empty() && u_islower(static_cast<UChar32>(unicode::decode(word, at))) != 0;
}

}  // namespace

bool keeps_line_breaks(const Reading& reading, const Events& events, Dialect dialect) {
    const std::string_view text = reading.original;
    std::vector<Break> breaks;
    std::size_t last = 0;    // origin behind the last text
    std::size_t behind = 0;  // origin behind the last break
    for (const Event& event : events.events) {
        if (event.what != Event::What::text) continue;
        if (event.in_reading() && event.local >= reading.first_local) {
            last = reading.origin(event.local) + event.text.size();
        } else if (event.node == Node::soft_break) {
            const std::size_t end = text.find('\n', last);
            if (end == std::string_view::npos) continue;
            const std::string_view line = line_around(text, last);
            const std::string_view next = line_around(text, end + 1);
            const bool sentence = ends_sentence(line);
            if (!is_markup(line))
                breaks.push_back({.line = width(line),
                                  .sentence = sentence,
                                  .within = !sentence && begins_small(first_word(next)),
                                  .next_word = width(first_word(next)),
                                  .next_line = width(next),
                                  .follows = !breaks.empty() && text.find('\n', behind) == end});
            last = behind = end + 1;
        }
    }
    if (breaks.empty()) return false;
    if (count_deliberate(breaks) * 2 <= breaks.size()) return false;
    // Obsidian and Logseq show every break, so there a sentence a line was wanted.
    const bool shown = dialect == Dialect::obsidian || dialect == Dialect::logseq;
    return shown || !is_line_a_sentence(breaks);
}

}  // namespace notes_export::markdown
