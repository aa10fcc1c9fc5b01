/// Fallback faces by fontconfig. Its own order of fonts depends on the machine's settings and costs milliseconds, so
/// the list is read once and judged by rules of ours: which language the face is made for, whether it is of the style
/// asked for, and Noto before others, because its families match one another. The order is total: the same fonts give
/// the same book.
#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/library.hpp"
#include "unicode/text.hpp"

namespace notes_export::text {

struct InstalledFonts::Fontconfig {
    FcConfig* config = FcInitLoadConfigAndFonts();
    FcFontSet* set = nullptr;
    Fontconfig() = default;
    Fontconfig(const Fontconfig&) = delete;
    Fontconfig& operator=(const Fontconfig&) = delete;
    ~Fontconfig() {
        if (set) FcFontSetDestroy(set);
        if (config) FcConfigDestroy(config);
    }
};

namespace {

std::string string_of(const FcPattern* pattern, const char* object) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, object, 0, &value) != FcResultMatch || !value) return {};
    return reinterpret_cast<const char*>(value);
}

int integer_of(const FcPattern* pattern, const char* object, int otherwise) {
    int value = otherwise;
    if (FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch) return value;
    double real = 0;
    return FcPatternGetDouble(pattern, object, 0, &real) == FcResultMatch ? static_cast<int>(real) : otherwise;
}

bool flag_of(const FcPattern* pattern, const char* object) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value != FcFalse;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

/// Families that are made for a serif text though their name doesn't say so.
bool is_serif_family(std::string_view family) {
    return has(family, "Serif") || has(family, "Naskh") || has(family, "Times") || has(family, "Song") ||
           has(family, "Ming") || has(family, "Mincho") || has(family, "Nastaliq");
}

std::optional<InstalledFace> read(const FcPattern* pattern) {
    InstalledFace face;
    face.path = string_of(pattern, FC_FILE);
    face.family = string_of(pattern, FC_FAMILY);
    face.style = string_of(pattern, FC_STYLE);
    const int index = integer_of(pattern, FC_INDEX, 0);
    FcCharSet* characters = nullptr;
    FcLangSet* languages = nullptr;
    // Bits above 16 name an instance of a variable font.
    if (face.path.empty() || index > 0xFFFF || index < 0 || flag_of(pattern, FC_VARIABLE)) return {};
    face.colour = flag_of(pattern, FC_COLOR);
    if (!face.colour && !flag_of(pattern, FC_OUTLINE)) return {};
    if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) != FcResultMatch) return {};
    if (FcPatternGetLangSet(pattern, FC_LANG, 0, &languages) != FcResultMatch) languages = nullptr;
    face.characters = characters;
    face.languages = languages;
    face.index = static_cast<unsigned>(index);
    face.weight = integer_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR);
    // Noto Serif Myanmar Bold says of itself that its weight is regular.
    if (face.style == "Bold" && face.weight <= FC_WEIGHT_REGULAR) face.weight = FC_WEIGHT_BOLD;
    face.italic = integer_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    face.monospace = integer_of(pattern, FC_SPACING, FC_PROPORTIONAL) >= FC_DUAL || has(face.family, "Mono");
    face.condensed = integer_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL) != FC_WIDTH_NORMAL;
    face.serif = is_serif_family(face.family);
    face.noto = face.family.starts_with("Noto");
    return face;
}

/// What families with a face for each of the Han languages call them.
struct HanForms {
    std::string_view language, suffix;
};
constexpr std::array han_forms{
    HanForms{"ja", " JP"},      HanForms{"ko", " KR"},    HanForms{"zh-hant-hk", " HK"}, HanForms{"zh-hk", " HK"},
    HanForms{"zh-hant", " TC"}, HanForms{"zh-tw", " TC"}, HanForms{"zh-mo", " HK"},      HanForms{"zh", " SC"},
};

std::string_view han_suffix(std::string_view language) {
    for (const HanForms& forms : han_forms)
        if (language.starts_with(forms.language)) return forms.suffix;
    return " SC";
}

/// fontconfig's names for Chinese go by country.
std::string fontconfig_language(std::string_view language) {
    if (language.starts_with("zh-hant") || language.starts_with("zh-tw")) return "zh-tw";
    if (language.starts_with("zh-hk")) return "zh-hk";
    if (language.starts_with("zh")) return "zh-cn";
    return std::string(language);
}

/// Lower is better; compared entry by entry.
using Rank = std::array<int, 9>;

Rank rank(const InstalledFace& face, std::u32string_view cluster, FontStyle style, const std::string& language,
          bool emoji) {
    const bool cjk = unicode::is_cjk(cluster.front());
    const bool of_language =
        language.empty() || !face.languages ||
        FcLangSetHasLang(static_cast<const FcLangSet*>(face.languages),
                         reinterpret_cast<const FcChar8*>(fontconfig_language(language).c_str())) !=
            FcLangDifferentLang;
    // Of faces that differ in the forms of Han alone the language decides, of marks and arrows too: a book needs no
    // second one of them.
    const bool of_han = has(face.family, " CJK ");
    const bool han_form = of_han ? face.family.ends_with(han_suffix(language)) : !cjk;
    const bool family_fits = style.family == Family::mono    ? face.monospace
                             : style.family == Family::serif ? face.serif && !face.monospace
                                                             : !face.serif && !face.monospace;
    // What is made for titles, and styles of a script that a plain text of it doesn't have.
    const bool special = has(face.family, "Display") || has(face.family, "Kufi") || has(face.family, "Rashi") ||
                         has(face.family, "Looped") || has(face.family, "UI") || has(face.family, "Unjoined") ||
                         has(face.family, "Slanted") || has(face.family, "Traditional") || face.condensed;
    return {face.colour == emoji ? 0 : 1,
            han_form ? 0 : 1,
            face.noto ? 0 : 1,
            special ? 1 : 0,
            family_fits ? 0 : 1,
            cjk || of_language ? 0 : 1,
            face.monospace && style.family != Family::mono ? 1 : 0,
            std::abs(face.weight - (style.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)),
            face.italic == style.italic ? 0 : 1};
}

}  // namespace

InstalledFonts::InstalledFonts() : fontconfig_(std::make_unique<Fontconfig>()) {
    if (!fontconfig_->config) return;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> any(FcPatternCreate(), FcPatternDestroy);
    const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> wanted(
        FcObjectSetBuild(FC_FILE, FC_INDEX, FC_FAMILY, FC_STYLE, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_SPACING, FC_OUTLINE,
                         FC_COLOR, FC_VARIABLE, FC_CHARSET, FC_LANG, nullptr),
        FcObjectSetDestroy);
    fontconfig_->set = FcFontList(fontconfig_->config, any.get(), wanted.get());
    if (!fontconfig_->set) return;
    for (int i = 0; i < fontconfig_->set->nfont; ++i)
        if (auto face = read(fontconfig_->set->fonts[i])) faces_.push_back(std::move(*face));
    std::sort(faces_.begin(), faces_.end(), [](const InstalledFace& a, const InstalledFace& b) {
        return std::tie(a.family, a.style, a.path, a.index) < std::tie(b.family, b.style, b.path, b.index);
    });
}

InstalledFonts::~InstalledFonts() = default;

std::vector<const InstalledFace*> InstalledFonts::of_family(std::string_view family, FontStyle style) const {
    const std::string wanted = unicode::lower(family);
    std::vector<const InstalledFace*> found;
    for (const InstalledFace& face : faces_)
        if (!face.colour && unicode::lower(face.family) == wanted) found.push_back(&face);
    const auto distance = [&](const InstalledFace* face) {
        return std::tuple(face->condensed, face->italic != style.italic,
                          std::abs(face->weight - (style.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)));
    };
    std::ranges::stable_sort(found, {}, distance);
    return found;
}

std::vector<const InstalledFace*> InstalledFonts::candidates(std::u32string_view cluster, FontStyle style,
                                                             std::string_view language) const {
    const std::string folded = unicode::lower(language);
    const bool emoji = wants_emoji(cluster);
    std::vector<std::pair<Rank, const InstalledFace*>> found;
    for (const InstalledFace& face : faces_) {
        const auto* characters = static_cast<const FcCharSet*>(face.characters);
        const bool all = std::all_of(cluster.begin(), cluster.end(), [&](char32_t character) {
            const bool joins = character == 0x200D || character == 0x200C ||
                               (character >= 0xFE00 && character <= 0xFE0F) || character >= 0xE0000;
            return joins || FcCharSetHasChar(characters, character);
        });
        if (all) found.emplace_back(rank(face, cluster, style, folded, emoji), &face);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const InstalledFace*> best;
    best.reserve(found.size());
    for (const auto& [order, face] : found) best.push_back(face);
    return best;
}

}  // namespace notes_export::text
