#include "support/percent_encoding.hpp"

#include "support/ascii.hpp"

namespace notes_export {

bool is_percent_encoded(std::string_view text, std::size_t at) {
    return text[at] == '%' && at + 2 < text.size() && ascii::is_hex_digit(text[at + 1]) &&
           ascii::is_hex_digit(text[at + 2]);
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_percent_encoded(text, i)) {
            out += static_cast<char>(ascii::hex_value(text[i + 1]) << 4 | ascii::hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

void append_percent_encoded(std::string& out, char byte) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    out += {'%', digits[value >> 4], digits[value & 15]};
}

}  // namespace notes_export
