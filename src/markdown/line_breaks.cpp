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

/// The nth of a hundred, by size.
int percentile(std::vector<int>& values, std::size_t n) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * n / 100);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Nobody wraps prose narrower than this, so breaks in shorter lines mean something.
constexpr int narrowest_wrap = 50;

bool decide(std::vector<int> lines, const std::vector<Break>& breaks) {
    // A few lines are longer than the column because they hold an address, so the longest but a few count.
    const int column = std::max(percentile(lines, 90), narrowest_wrap);
    const auto deliberate = std::count_if(breaks.begin(), breaks.end(),
                                          [&](const Break& at) { return at.line + 1 + at.next_word <= column; });
    return static_cast<std::size_t>(deliberate) * 2 > breaks.size();
}

}  // namespace

bool keeps_line_breaks(const Reading& reading, const Events& events) {
    const std::string_view text = reading.original;
    std::vector<Break> breaks;
    std::vector<int> lines;   // of prose
    std::size_t last = 0;     // origin behind the last text
    std::size_t counted = 0;  // origin of the line that was counted last
    bool pending = false;
    for (const Event& event : events.events) {
        if (event.what != Event::What::text) continue;
        if (event.node == Node::soft_break) {
            breaks.push_back({width(line_around(text, last)), 0});
            pending = true;
            continue;
        }
        if (!event.in_reading() || event.local < reading.first_local || event.node == Node::html) continue;
        const std::size_t begin = reading.origin(event.local);
        last = begin + event.text.size();
        if (event.node != Node::text && event.node != Node::entity) continue;
        if (pending) {
            const auto end = std::min(text.find_first_of(" \n", begin), text.size());
            breaks.back().next_word = width(text.substr(begin, end - begin));
            pending = false;
        }
        const std::string_view line = line_around(text, begin);
        const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
        if (lines.empty() || line_begin != counted) lines.push_back(width(line));
        counted = line_begin;
    }
    if (breaks.empty()) return false;
    return decide(std::move(lines), breaks);
}

}  // namespace notes_export::markdown
