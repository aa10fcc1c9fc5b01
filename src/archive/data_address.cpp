#include "archive/data_address.hpp"

#include <cstdint>

#include "support/ascii.hpp"
#include "support/percent_encoding.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// RFC 4648, 4 and 5; other characters are passed over.
std::string base64_decoded(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        int value = -1;
        if (ascii::is_upper(c)) value = c - 'A';
        if (ascii::is_lower(c)) value = c - 'a' + 26;
        if (ascii::is_digit(c)) value = c - '0' + 52;
        if (c == '+' || c == '-') value = 62;
        if (c == '/' || c == '_') value = 63;
        if (value < 0) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xff);
    }
    return out;
}

}  // namespace

std::optional<DataAddress> decode_data_address(std::string_view address) {
    const std::size_t comma = address.find(',');
    if (comma == std::string_view::npos || unicode::lower(address.substr(0, 5)) != "data:") return std::nullopt;
    const std::string head = unicode::lower(address.substr(5, comma - 5));
    const std::string body = percent_decoded(address.substr(comma + 1));
    DataAddress out;
    out.media_type = head.substr(0, head.find(';'));
    out.bytes = head.ends_with(";base64") ? base64_decoded(body) : body;
    return out;
}

}  // namespace notes_export::archive
