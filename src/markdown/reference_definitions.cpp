#include "markdown/reference_definitions.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "support/ascii.hpp"
#include "support/trimmed.hpp"
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

namespace {

/// Calls `visit(label, definition, colon)` for each: what it defines, with all its lines, and where its colon stands.
template <class Visit>
void for_each_definition(std::string_view text, const Visit& visit) {
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
        const auto colon = static_cast<std::size_t>(line.data() - text.data()) + close + 1;
        visit(line.substr(1, close - 1), std::move(definition), colon);
    }
}

/// A word of two letters at least, with the punctuation of a sentence's end: no address looks like that.
bool is_plain_word(std::string_view text) {
    const std::size_t end = text.find_last_not_of(".,!?");
    return end != std::string_view::npos && end > 0 &&
           std::all_of(text.begin(), text.begin() + static_cast<long>(end) + 1,
                       [](char c) { return ascii::is_letter(c) || (c & 0x80) != 0; });
}

/// The address of a definition: its first word behind the colon.
std::string_view address_of(std::string_view definition) {
    const std::string_view behind = trimmed(definition.substr(definition.find("]:") + 2), " \t\n");
    return behind.substr(0, behind.find_first_of(" \t\n"));
}

/// The keys of all that stands in brackets and is no definition's label.
std::set<std::string> bracketed_keys(std::string_view text) {
    std::set<std::string> keys;
    std::size_t open = std::string_view::npos;
    for (auto at = text.find_first_of("[]"); at != std::string_view::npos; at = text.find_first_of("[]", at + 1)) {
        const bool label = text[at] == ']' && text.substr(at + 1, 1) != ":" && at - open <= longest_label;
        if (label && open != std::string_view::npos) keys.insert(key_of(text.substr(open + 1, at - open - 1)));
        open = text[at] == '[' ? at : std::string_view::npos;
    }
    return keys;
}

}  // namespace

ReferenceDefinitions find_reference_definitions(std::string_view text) {
    ReferenceDefinitions out;
    for_each_definition(text, [&](std::string_view label, std::string&& definition, std::size_t) {
        out.by_label.try_emplace(key_of(label), std::move(definition));
    });
    return out;
}

void show_unused_words(std::string& masked, std::string_view text) {
    if (masked.find("]:") == std::string::npos) return;
    std::optional<std::set<std::string>> used;
    std::vector<std::size_t> colons;
    for_each_definition(masked, [&](std::string_view label, const std::string& definition, std::size_t colon) {
        if (!is_plain_word(address_of(definition))) return;
        if (!used) used = bracketed_keys(text);
        if (!used->contains(key_of(label))) colons.push_back(colon);
    });
    for (const std::size_t colon : colons) masked[colon] = 'x';
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
