#include "markdown/line_breaks.hpp"

#include <algorithm>
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
    int line = 0;       ///< columns of the line before it
    int next_word = 0;  ///< columns of the first word behind it
};

/// Nobody wraps prose narrower than this, so breaks in shorter lines mean something.
constexpr int narrowest_wrap = 30;

/// The first word of a line, behind the prefixes of quotes and lists.
std::string_view first_word(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t>");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find(' ', begin) - begin);
}

/// Lines that hold an address may be longer than the column; nine in ten are not.
int wrap_column(const std::vector<Break>& breaks) {
    std::vector<int> lines;
    lines.reserve(breaks.size());
    for (const Break& at : breaks) lines.push_back(at.line);
    const auto longest = lines.begin() + static_cast<std::ptrdiff_t>((lines.size() - 1) * 9 / 10);
    std::nth_element(lines.begin(), longest, lines.end());
    return std::max(*longest, narrowest_wrap);
}

}  // namespace

bool keeps_line_breaks(const Reading& reading, const Events& events) {
    const std::string_view text = reading.original;
    std::vector<Break> breaks;
    std::size_t last = 0;  // origin behind the last text
    for (const Event& event : events.events) {
        if (event.what != Event::What::text) continue;
        if (event.in_reading() && event.local >= reading.first_local) {
            last = reading.origin(event.local) + event.text.size();
        } else if (event.node == Node::soft_break) {
            const std::size_t end = text.find('\n', last);
            if (end == std::string_view::npos) continue;
            breaks.push_back({width(line_around(text, last)), width(first_word(line_around(text, end + 1)))});
            last = end + 1;
        }
    }
    if (breaks.empty()) return false;
    const int column = wrap_column(breaks);
    const auto deliberate = std::count_if(breaks.begin(), breaks.end(),
                                          [&](const Break& at) { return at.line + 1 + at.next_word <= column; });
    return static_cast<std::size_t>(deliberate) * 2 > breaks.size();
}

}  // namespace notes_export::markdown
