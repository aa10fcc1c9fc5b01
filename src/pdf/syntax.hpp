/// PDF's own notation (ISO 32000-1, 7.3), appended to strings. Numbers never depend on the locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace notes_export::pdf {

/// Number of an indirect object.
struct ObjectId {
    std::uint32_t value = 0;  ///< 0: none
    bool valid() const { return value != 0; }
    auto operator<=>(const ObjectId&) const = default;
};

void put_integer(std::string& out, std::int64_t number);
/// With three decimals at most, a number given in thousandths.
void put_thousandths(std::string& out, std::int64_t thousandths);
void put_number(std::string& out, double number);
/// A number in thousandths, rounded.
std::int64_t thousandths(double number);

/// "12 0 R"
void put_reference(std::string& out, ObjectId object);
/// A text string (7.9.2.2): PDFDocEncoding where ASCII is enough, else UTF-16.
void put_text(std::string& out, std::string_view utf8);
/// A byte string in parentheses.
void put_bytes(std::string& out, std::string_view bytes);
/// UTF-16BE in hexadecimal digits, without brackets.
void put_utf16(std::string& out, std::string_view utf8);
void put_hexadecimal(std::string& out, std::uint32_t value, int digits);

std::string_view as_text(std::span<const std::byte> bytes);

}  // namespace notes_export::pdf
