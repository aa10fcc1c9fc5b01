#include "text/hyphenation.hpp"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <filesystem>

#include "unicode/text.hpp"

namespace notes_export::text {

namespace {

struct CloseDictionary {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};
struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

constexpr std::string_view folder = "/usr/share/hyphen";
constexpr std::size_t least_before = 2, least_after = 3;  // letters, as TeX has them
constexpr std::size_t longest_word = 80;                  // bytes; longer ones are no words

/// Names of pattern files for a language, the closest first: de-AT, de, de-DE, any other de.
std::vector<std::string> file_names(std::string_view language) {
    std::string base(language.substr(0, language.find('-')));
    std::transform(base.begin(), base.end(), base.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
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
    std::string home = base + "_" + base;
    std::transform(home.begin() + static_cast<std::ptrdiff_t>(base.size()), home.end(),
                   home.begin() + static_cast<std::ptrdiff_t>(base.size()),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
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

struct Hyphenation::Patterns {
    std::unique_ptr<HyphenDict, CloseDictionary> dictionary;
    std::string charset;
};

Hyphenation::Hyphenation() = default;
Hyphenation::~Hyphenation() = default;

const Hyphenation::Patterns* Hyphenation::patterns(std::string_view language) {
    std::lock_guard guard(loading_);
    if (const auto known = by_language_.find(language); known != by_language_.end()) return known->second.get();
    auto loaded = std::make_unique<Patterns>();
    for (const std::string& name : file_names(language)) {
        const std::string path = std::string(folder) + "/hyph_" + name + ".dic";
        if (!std::filesystem::exists(path)) continue;
        loaded->dictionary.reset(hnj_hyphen_load(path.c_str()));
        if (!loaded->dictionary) continue;
        loaded->charset = loaded->dictionary->cset;
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
    if (!found || !found->dictionary) return {};

    std::string encoded;
    const bool utf8 = found->dictionary->utf8 != 0;
    for (const char32_t character : letters.characters) unicode::append(encoded, character);
    if (!utf8) {
        UErrorCode status = U_ZERO_ERROR;
        std::string narrow(count * 2 + 8, '\0');
        const int32_t size =
            ucnv_convert(found->charset.c_str(), "UTF-8", narrow.data(), static_cast<int32_t>(narrow.size()),
                         encoded.data(), static_cast<int32_t>(encoded.size()), &status);
        if (U_FAILURE(status) || static_cast<std::size_t>(size) != count) return {};
        encoded = narrow.substr(0, static_cast<std::size_t>(size));
    }
    std::vector<char> marks(encoded.size() + 5);
    char** replacements = nullptr;
    int *positions = nullptr, *cuts = nullptr;
    std::vector<std::uint16_t> points;
    if (hnj_hyphen_hyphenate2(found->dictionary.get(), encoded.data(), static_cast<int>(encoded.size()), marks.data(),
                              nullptr, &replacements, &positions, &cuts) == 0) {
        for (std::size_t i = least_before; i + least_after <= count; ++i) {
            // A parting that changes letters (Schif-fahrt of the old spelling) would change the text.
            const bool changes = replacements && replacements[i - 1];
            if ((marks[i - 1] & 1) != 0 && !changes) points.push_back(letters.offsets[i]);
        }
    }
    if (replacements) {
        for (std::size_t i = 0; i < encoded.size(); ++i) std::free(replacements[i]);
        std::free(replacements);
        std::free(positions);
        std::free(cuts);
    }
    return points;
}

}  // namespace notes_export::text
