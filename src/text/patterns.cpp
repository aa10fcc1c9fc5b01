#include "text/patterns.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::text {

namespace {

std::uint64_t edge_key(std::uint32_t node, char32_t letter) {
    return (std::uint64_t{node} + 1) << 21 | letter;
}

std::string to_utf8(std::string_view bytes, const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    std::string text(bytes.size() * 3 + 16, '\0');
    const int32_t size = ucnv_convert("UTF-8", charset.c_str(), text.data(), static_cast<int32_t>(text.size()),
                                      bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return std::string(bytes);
    text.resize(static_cast<std::size_t>(size));
    return text;
}

/// Next line, without blanks at its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

bool read_setting(std::string_view line, std::string_view name, std::size_t& value) {
    if (!line.starts_with(name)) return false;
    line.remove_prefix(name.size());
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
    std::from_chars(line.data(), line.data() + line.size(), value);
    return true;
}

}  // namespace

std::size_t PatternTrie::slot(std::uint64_t key) const {
    std::size_t i = (key * 0x9E3779B97F4A7C15ULL) >> 20 & (edges_.size() - 1);
    while (edges_[i].key != 0 && edges_[i].key != key) i = (i + 1) & (edges_.size() - 1);
    return i;
}

std::uint32_t PatternTrie::child(std::uint32_t node, char32_t letter) const {
    return edges_.empty() ? 0 : edges_[slot(edge_key(node, letter))].to;
}

void PatternTrie::grow() {
    std::vector<Edge> old(std::max<std::size_t>(4096, edges_.size() * 2));
    old.swap(edges_);
    for (const Edge& edge : old)
        if (edge.key != 0) edges_[slot(edge.key)] = edge;
}

std::uint32_t PatternTrie::make_child(std::uint32_t node, char32_t letter) {
    if ((used_ + 1) * 2 > edges_.size()) grow();
    const std::uint64_t key = edge_key(node, letter);
    Edge& edge = edges_[slot(key)];
    if (edge.key == 0) {
        ++used_;
        edge = {key, static_cast<std::uint32_t>(nodes_.size())};
        nodes_.push_back({});
    }
    return edge.to;
}

void PatternTrie::add(std::string_view pattern) {
    std::vector<std::uint8_t> numbers(1, 0);
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < pattern.size();) {
        const char32_t c = unicode::decode(pattern, at);
        if (ascii::is_digit(c)) {
            numbers.back() = static_cast<std::uint8_t>(c - U'0');
        } else {
            node = make_child(node, c);
            numbers.push_back(0);
        }
    }
    if (node == 0) return;
    nodes_[node] = {static_cast<std::uint32_t>(numbers_.size()), static_cast<std::uint32_t>(numbers.size())};
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
}

void PatternTrie::apply(std::span<const char32_t> word, std::span<std::uint8_t> values) const {
    for (std::size_t begin = 0; begin < word.size(); ++begin) {
        std::uint32_t node = 0;
        for (std::size_t at = begin; at < word.size(); ++at) {
            node = child(node, word[at]);
            if (node == 0) break;
            const Node& found = nodes_[node];
            for (std::size_t i = 0; i < found.count; ++i)
                values[begin + i] = std::max(values[begin + i], numbers_[found.numbers + i]);
        }
    }
}

std::vector<bool> Patterns::points(std::span<const char32_t> word) const {
    const std::size_t count = word.size();
    std::vector<bool> points(count, false);
    const auto apply = [&](const PatternTrie& trie, std::size_t begin, std::size_t end) {
        std::vector<char32_t> dotted(1, U'.');
        dotted.insert(dotted.end(), word.begin() + static_cast<std::ptrdiff_t>(begin),
                      word.begin() + static_cast<std::ptrdiff_t>(end));
        dotted.push_back(U'.');
        std::vector<std::uint8_t> values(dotted.size() + 1, 0);
        trie.apply(dotted, values);
        for (std::size_t i = begin + 1; i < end; ++i)
            if (values[i - begin + 1] % 2 == 1) points[i] = true;
    };
    if (!compounds.empty()) apply(compounds, 0, count);
    const std::vector<bool> borders = points;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= count; ++i) {
        if (i < count && !borders[i]) continue;
        apply(words, begin, i);
        begin = i;
    }
    for (std::size_t i = 0; i < count; ++i)
        if (i < least_before || count - i < least_after) points[i] = false;
    return points;
}

Patterns read_patterns(std::string_view bytes) {
    Patterns patterns;
    const std::string charset(take_line(bytes));
    const std::string text = charset == "UTF-8" ? std::string(bytes) : to_utf8(bytes, charset);
    std::string_view rest = text;
    std::size_t ignored = 0;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (line.empty() || line.front() == '%' || line.front() == '#') continue;
        if (line == "NEXTLEVEL") {
            patterns.compounds = std::move(patterns.words);
            patterns.words = {};
        } else if (read_setting(line, "LEFTHYPHENMIN", patterns.least_before) ||
                   read_setting(line, "RIGHTHYPHENMIN", patterns.least_after) ||
                   read_setting(line, "COMPOUNDLEFTHYPHENMIN", ignored) ||
                   read_setting(line, "COMPOUNDRIGHTHYPHENMIN", ignored) || line.starts_with("NOHYPHEN")) {
            continue;
        } else if (line.find('/') == std::string_view::npos) {
            // One with a slash changes letters where it parts a word (Schiff-fahrt of the old spelling), and so would
            // change the text.
            patterns.words.add(line);
        }
    }
    return patterns;
}

}  // namespace notes_export::text
