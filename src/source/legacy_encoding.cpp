#include "source/legacy_encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

constexpr std::size_t few = 3;              // bytes beyond ASCII that are evidence
constexpr std::int32_t least_likely = 10;   // of ICU's hundred
constexpr std::size_t most_bytes = 100000;  // more do not make the answer better

bool is_control(unsigned char byte) {
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v';
}

bool may_be_legacy(std::string_view bytes) {
    std::size_t invalid = 0, characters = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (is_control(byte)) return false;
        const std::size_t start = at;
        if (byte < 0x80)
            ++at;
        else if (unicode::decode(bytes, at); at == start + 1)
            ++invalid;
        else
            ++characters;
    }
    return invalid >= few && invalid > characters;
}

/// Likely ones, best first.
std::vector<std::string> detect(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
    bytes = bytes.substr(0, most_bytes);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &error);
    if (U_FAILURE(error) != 0) return {};
    std::vector<std::string> names;
    for (const UCharsetMatch* match : std::span(matches, static_cast<std::size_t>(count))) {
        const std::string name = ucsdet_getName(match, &error);
        if (ucsdet_getConfidence(match, &error) < least_likely || name.starts_with("UTF-")) continue;
        // Its superset on every machine that ever said "Latin 1" (WHATWG, Encoding, 4.2).
        names.push_back(name == "ISO-8859-1" ? "windows-1252" : name);
    }
    return names;
}

/// Empty where ICU can't.
std::string convert(std::string_view bytes, const std::string& encoding) {
    UErrorCode error = U_ZERO_ERROR;
    const std::int32_t needed = ucnv_convert("UTF-8", encoding.c_str(), nullptr, 0, bytes.data(),
                                             static_cast<std::int32_t>(bytes.size()), &error);
    if (error != U_BUFFER_OVERFLOW_ERROR) return {};
    error = U_ZERO_ERROR;
    std::string text(static_cast<std::size_t>(needed), '\0');
    ucnv_convert("UTF-8", encoding.c_str(), text.data(), needed, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                 &error);
    return U_FAILURE(error) != 0 ? std::string() : text;
}

}  // namespace

std::optional<LegacyText> read_legacy_encoding(std::string_view bytes) {
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max() / 4;  // ICU counts the result in 32 bits
    if (bytes.size() > most || !may_be_legacy(bytes)) return std::nullopt;
    std::optional<LegacyText> best;
    for (std::string& encoding : detect(bytes)) {
        std::string text = convert(bytes, encoding);
        if (text.empty()) continue;
        // One in which every byte means something is the better guess.
        if (text.find("\xEF\xBF\xBD") == std::string::npos) return LegacyText{std::move(text), std::move(encoding)};
        if (!best) best = LegacyText{std::move(text), std::move(encoding)};
    }
    return best;
}

}  // namespace notes_export::source
