#include "source/decode.hpp"

#include <cstdint>
#include <cstring>
#include <string_view>

#include "source/legacy_encoding.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Neither in prose nor in XML 1.0 (production 2, Char) a character that says something.
bool is_stray(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

bool is_plain(char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
}

/// Whether eight bytes are printable ASCII, by the usual arithmetic on all of them at once (a line end says no).
bool all_printable(const char* bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101, high = 0x80 * ones;
    std::uint64_t word;
    std::memcpy(&word, bytes, 8);
    const std::uint64_t delete_at = word ^ (0x7F * ones);
    return ((word | ((word - 0x20 * ones) & ~word) | ((delete_at - ones) & ~delete_at)) & high) == 0;
}

/// Offset of the first byte from `at` on that is not printable ASCII, tab or LF.
std::size_t skip_plain(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (at + 8 <= text.size() && all_printable(text.data() + at))
            at += 8;
        else if (is_plain(text[at]))
            ++at;
        else
            break;
    }
    return at;
}

/// Builds the text, one character after the other.
class Writer {
public:
    explicit Writer(std::size_t size) { out_.text.reserve(size); }

    void copy(std::string_view plain) { out_.text.append(plain); }

    void put(char32_t c) {
        if (c == '\r') {
            out_.text += '\n';
        } else if (c == '\f' || c == '\v') {
            out_.text += ' ';
        } else if (is_stray(c)) {
            replace();
        } else {
            unicode::append(out_.text, c);
        }
    }

    void replace() {
        if (out_.replaced++ == 0) out_.first = out_.text.size();
        unicode::append(out_.text, replacement);
    }

    Decoded take() { return std::move(out_); }

private:
    Decoded out_;
};

/// Whether the bytes at `at` are U+FFFD as it is written in UTF-8: what the writer put there himself.
bool is_written_replacement(std::string_view text, std::size_t at) {
    return text.substr(at, 3) == "\xEF\xBF\xBD";
}

/// Offset of the first place that can't stay as it is; the size when all can.
std::size_t first_change(std::string_view text) {
    std::size_t at = 0;
    while ((at = skip_plain(text, at)) < text.size()) {
        const std::size_t start = at;
        const char32_t c = unicode::decode(text, at);
        if (is_stray(c) || (c == replacement && !is_written_replacement(text, start))) return start;
    }
    return text.size();
}

Decoded decode_utf8(std::string bytes) {
    const std::size_t intact = first_change(bytes);
    if (intact == bytes.size()) return {.text = std::move(bytes)};
    if (auto legacy = read_legacy_encoding(bytes)) {
        Decoded out = decode_utf8(std::move(legacy->text));
        out.encoding = std::move(legacy->encoding);
        return out;
    }
    const std::string_view text = bytes;
    Writer writer(text.size() + text.size() / 16);
    writer.copy(text.substr(0, intact));
    for (std::size_t at = intact; at < text.size();) {
        const std::size_t start = at;
        at = skip_plain(text, at);
        writer.copy(text.substr(start, at - start));
        if (at == text.size()) break;
        const std::size_t odd = at;
        const char32_t c = unicode::decode(text, at);
        if (c == replacement && !is_written_replacement(text, odd)) {
            writer.replace();
        } else {
            writer.put(c);
            if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
        }
    }
    return writer.take();
}

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
    };
    Writer writer(bytes.size());
    std::size_t at = 0;
    while (at + 2 <= bytes.size()) {
        const char32_t c = unit(at);
        at += 2;
        const bool leads = c >= 0xD800 && c < 0xDC00;
        if (leads && at + 2 <= bytes.size() && unit(at) >= 0xDC00 && unit(at) < 0xE000) {
            writer.put(0x10000 + ((c - 0xD800) << 10) + (unit(at) - 0xDC00));
            at += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            writer.replace();
        } else {
            writer.put(c);
            if (c == '\r' && at + 2 <= bytes.size() && unit(at) == '\n') at += 2;
        }
    }
    if (at < bytes.size()) writer.replace();
    return writer.take();
}

}  // namespace

Decoded decode(std::string bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (bytes.starts_with("\xFF\xFE")) return decode_utf16(std::string_view(bytes).substr(2), false);
    if (bytes.starts_with("\xFE\xFF")) return decode_utf16(std::string_view(bytes).substr(2), true);
    return decode_utf8(std::move(bytes));
}

}  // namespace notes_export::source
