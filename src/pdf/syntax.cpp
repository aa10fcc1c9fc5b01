#include "pdf/syntax.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "unicode/text.hpp"

namespace notes_export::pdf {

void put_integer(std::string& out, std::int64_t number) {
    char digits[24];
    const auto result = std::to_chars(digits, digits + sizeof digits, number);
    out.append(digits, result.ptr);
}

void put_thousandths(std::string& out, std::int64_t number) {
    if (number < 0) {
        out += '-';
        number = -number;
    }
    const auto fraction = static_cast<int>(number % 1000);
    if (number >= 1000 || fraction == 0) put_integer(out, number / 1000);
    if (fraction == 0) return;
    out += '.';
    out += static_cast<char>('0' + fraction / 100);
    if (fraction % 100) out += static_cast<char>('0' + fraction / 10 % 10);
    if (fraction % 10) out += static_cast<char>('0' + fraction % 10);
}

std::int64_t thousandths(double number) {
    // Readers keep numbers in single precision; nothing on a page is beyond this.
    if (!std::isfinite(number)) return 0;
    return std::llround(std::clamp(number, -1e9, 1e9) * 1000);
}

void put_number(std::string& out, double number) {
    put_thousandths(out, thousandths(number));
}

void put_reference(std::string& out, ObjectId object) {
    put_integer(out, object.value);
    out += " 0 R";
}

void put_hexadecimal(std::string& out, std::uint32_t value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out += "0123456789ABCDEF"[value >> shift & 15];
}

void put_utf16(std::string& out, std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t character = unicode::decode(utf8, at);
        if (character > 0xffff) {
            put_hexadecimal(out, 0xd7c0 + (character >> 10), 4);
            put_hexadecimal(out, 0xdc00 + (character & 0x3ff), 4);
        } else {
            put_hexadecimal(out, character, 4);
        }
    }
}

void put_bytes(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char c : bytes) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    out += ')';
}

void put_text(std::string& out, std::string_view utf8) {
    const bool ascii = std::ranges::all_of(utf8, [](char c) { return c >= 0x20 && c < 0x7f; });
    if (ascii) return put_bytes(out, utf8);
    out += "<FEFF";
    put_utf16(out, utf8);
    out += '>';
}

std::string_view as_text(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace notes_export::pdf
