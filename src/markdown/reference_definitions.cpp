#include "markdown/reference_definitions.hpp"

#include <algorithm>
#include <set>

#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

std::string key_of(std::string_view label) {
    std::string folded;
    for (const char c : label) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (!blank) folded += c;
        if (blank && !folded.ends_with(' ')) folded += ' ';
    }
    return unicode::lower(folded);
}

/// Longer labels are none (CommonMark 0.31, "link label").
constexpr std::size_t longest_label = 1000;

}  // namespace

ReferenceDefinitions find_reference_definitions(std::string_view text) {
    ReferenceDefinitions out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        const auto bracket = line.find_first_not_of(" \t>");
        if (bracket == std::string_view::npos || line[bracket] != '[') continue;
        line.remove_prefix(bracket);
        const auto close = line.find("]:");
        if (close == std::string_view::npos || close < 2 || close > longest_label) continue;
        std::string definition(line);
        definition += '\n';
        // The address or the title may stand on the next lines.
        for (int more = 0; more < 2; ++more) {
            const std::size_t next_end = std::min(text.find('\n', std::min(begin, text.size())), text.size());
            const std::string_view next =
                begin < text.size() ? text.substr(begin, next_end - begin) : std::string_view();
            const auto word = next.find_first_not_of(" \t>");
            if (word == std::string_view::npos) break;
            const bool title = next[word] == '"' || next[word] == '\'' || next[word] == '(';
            const bool address = more == 0 && line.find_first_not_of(" \t", close + 2) == std::string_view::npos;
            if (!title && !address) break;
            definition += next.substr(word);
            definition += '\n';
            begin = next_end + 1;
        }
        definition += '\n';
        out.by_label.try_emplace(key_of(line.substr(1, close - 1)), std::move(definition));
    }
    return out;
}

Reading with_definitions(const ReferenceDefinitions& definitions, Reading reading) {
    if (definitions.by_label.empty()) return reading;
    std::string head;
    std::set<std::string> taken;
    const std::string_view text = reading.masked;
    for (auto open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
        const auto close = text.find(']', open);
        if (close == std::string_view::npos) break;
        if (close - open > longest_label) continue;
        const auto inner = text.rfind('[', close);
        std::string key = key_of(text.substr(inner + 1, close - inner - 1));
        const auto found = definitions.by_label.find(key);
        if (found != definitions.by_label.end() && taken.insert(std::move(key)).second) head += found->second;
        open = close;
    }
    if (head.empty()) return reading;
    head += '\n';
    const auto shift = static_cast<std::uint32_t>(head.size());
    reading.masked.insert(0, head);
    for (Reading::Segment& segment : reading.segments) segment.local += shift;
    reading.first_local = shift;
    return reading;
}

std::uint32_t first_shown(const Reading& reading, const Events& events) {
    if (reading.first_local == 0) return 0;
    // What is no definition after all is a paragraph at the outermost level.
    std::uint32_t first = 0;
    int open = 0;
    for (std::uint32_t i = 0; i < events.events.size(); ++i) {
        const Event& event = events.events[i];
        if (event.in_reading() && event.local >= reading.first_local) break;
        if (event.what == Event::What::enter) ++open;
        if (event.what == Event::What::leave && --open == 0) first = i + 1;
    }
    return first;
}

}  // namespace notes_export::markdown
