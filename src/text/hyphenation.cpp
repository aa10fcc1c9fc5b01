#include "text/hyphenation.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/ascii.hpp"
#include "text/patterns.hpp"
#include "unicode/text.hpp"

namespace notes_export::text {

namespace {

constexpr std::string_view folder = "/usr/share/hyphen";
constexpr std::size_t least_before = 2, least_after = 3;  // letters, as TeX has them
constexpr std::size_t longest_word = 80;                  // bytes; longer ones are no words

/// Names of pattern files for a language, the closest first: de-AT, de, de-DE, any other de.
std::vector<std::string> file_names(std::string_view language) {
    std::string base = ascii::lower(language.substr(0, language.find('-')));
    if (base.empty()) return {};
    if (base == "no") base = "nb";
    std::vector<std::string> names;
    if (language.size() > base.size()) {
        std::string exact(language);
        std::replace(exact.begin() + static_cast<std::ptrdiff_t>(base.size()), exact.end(), '-', '_');
        names.push_back(exact);
    }
    if (base == "en") names.emplace_back("en_US");
    names.push_back(base);
    std::string home = base + "_";
    for (const char c : base) home += ascii::upper(c);
    names.push_back(home);
    std::vector<std::string> others;
    std::error_code none;
    for (const auto& file : std::filesystem::directory_iterator(folder, none)) {
        const std::string name = file.path().filename().string();
        if (name.starts_with("hyph_" + base + "_") && name.ends_with(".dic"))
            others.push_back(name.substr(5, name.size() - 9));
    }
    std::sort(others.begin(), others.end());
    names.insert(names.end(), others.begin(), others.end());
    return names;
}

/// The word in lower case, with the byte offset of each of its characters; nothing for what isn't to be parted.
struct Letters {
    std::vector<char32_t> characters;
    std::vector<std::uint16_t> offsets;  ///< in the word as written
};

Letters letters_of(std::string_view word) {
    Letters letters;
    bool small = false;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const auto character = static_cast<UChar32>(unicode::decode(word, at));
        const bool first = letters.characters.empty();
        if (!u_isalpha(character) && !(U_MASK(u_charType(character)) & U_GC_M_MASK)) return {};
        if (u_isupper(character) && !first) return {};  // capitals, and names that join words (JavaScript)
        small = small || !u_isupper(character);
        letters.characters.push_back(static_cast<char32_t>(u_tolower(character)));
        letters.offsets.push_back(static_cast<std::uint16_t>(begin));
    }
    if (!small) return {};
    return letters;
}

}  // namespace

Hyphenation::Hyphenation() = default;
Hyphenation::~Hyphenation() = default;

const Patterns* Hyphenation::patterns(std::string_view language) {
    std::lock_guard guard(loading_);
    if (const auto known = by_language_.find(language); known != by_language_.end()) return known->second.get();
    std::unique_ptr<Patterns> loaded;
    for (const std::string& name : file_names(language)) {
        std::ifstream file(std::string(folder) + "/hyph_" + name + ".dic", std::ios::binary);
        if (!file) continue;
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        loaded = std::make_unique<Patterns>(read_patterns(bytes));
        break;
    }
    return by_language_.emplace(std::string(language), std::move(loaded)).first->second.get();
}

std::vector<std::uint16_t> Hyphenation::points(std::string_view word, std::string_view language) {
    if (word.size() > longest_word || word.size() < least_before + least_after) return {};
    const Letters letters = letters_of(word);
    const std::size_t count = letters.characters.size();
    if (count < least_before + least_after) return {};
    const Patterns* found = patterns(language);
    if (!found) return {};
    const std::vector<bool> allowed = found->points(letters.characters);
    std::vector<std::uint16_t> points;
    for (std::size_t i = least_before; i + least_after <= count; ++i)
        if (allowed[i]) points.push_back(letters.offsets[i]);
    return points;
}

}  // namespace notes_export::text
