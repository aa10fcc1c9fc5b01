#include "layout/inline/icu.hpp"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include <map>
#include <memory>

namespace notes_export::layout {

namespace {

struct CloseIterator {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

/// Japanese keeps small kana and the long mark from the begin of a line (CSS `line-break: strict`).
std::string line_locale(const std::string& language) {
    return language.starts_with("ja") ? language + "@lb=strict" : language;
}

UBreakIterator* iterator_for(Boundaries kind, const std::string& language) {
    thread_local std::map<std::string, Iterator> lines;
    thread_local Iterator clusters;
    UErrorCode status = U_ZERO_ERROR;
    if (kind == Boundaries::clusters) {
        if (!clusters) clusters.reset(ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status));
        return clusters.get();
    }
    Iterator& iterator = lines[language];
    if (!iterator) {
        iterator.reset(ubrk_open(UBRK_LINE, line_locale(language).c_str(), nullptr, 0, &status));
        if (U_FAILURE(status)) {
            status = U_ZERO_ERROR;
            iterator.reset(ubrk_open(UBRK_LINE, "", nullptr, 0, &status));
        }
    }
    return iterator.get();
}

}  // namespace

std::vector<std::uint32_t> boundaries(const WideText& wide, Boundaries kind, const std::string& language) {
    std::vector<std::uint32_t> offsets;
    UBreakIterator* iterator = iterator_for(kind, language);
    UErrorCode status = U_ZERO_ERROR;
    if (iterator) ubrk_setText(iterator, wide.units.data(), static_cast<int32_t>(wide.units.size()), &status);
    if (!iterator || U_FAILURE(status)) {
        offsets.push_back(wide.byte_offset(wide.units.size()));
        return offsets;
    }
    offsets.reserve(wide.units.size() / (kind == Boundaries::clusters ? 1 : 6) + 1);
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
        offsets.push_back(wide.byte_offset(static_cast<std::size_t>(at)));
    return offsets;
}

std::vector<std::uint8_t> bidi_levels(const CollectedText& collected) {
    thread_local const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    const UBiDiLevel base = collected.right_to_left ? 1 : 0;
    std::vector<std::uint8_t> levels(collected.text.size() + 1, base);
    const WideText wide = widen_with_isolates(collected);
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), wide.units.data(), static_cast<int32_t>(wide.units.size()), base, nullptr, &status);
    const int32_t runs = U_SUCCESS(status) ? ubidi_countRuns(bidi.get(), &status) : 0;
    int32_t at = 0;
    while (U_SUCCESS(status) && runs > 0 && at < static_cast<int32_t>(wide.units.size())) {
        int32_t limit = 0;
        UBiDiLevel level = base;
        ubidi_getLogicalRun(bidi.get(), at, &limit, &level);
        // An isolate has the offset of the character behind it, which writes over it later in this loop.
        const std::size_t end = wide.offsets[static_cast<std::size_t>(limit)];
        for (std::size_t byte = wide.offsets[static_cast<std::size_t>(at)]; byte < end; ++byte) levels[byte] = level;
        at = limit;
    }
    return levels;
}

}  // namespace notes_export::layout
