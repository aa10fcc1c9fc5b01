#include "archive/identifier.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace notes_export::archive {
namespace {

/// The namespace of this program's books, a random UUID: 6f0a7f0e-3b0c-4d52-9a8e-5e1c7b9d2f43.
constexpr std::array<unsigned char, 16> book_namespace{0x6f, 0x0a, 0x7f, 0x0e, 0x3b, 0x0c, 0x4d, 0x52,
                                                       0x9a, 0x8e, 0x5e, 0x1c, 0x7b, 0x9d, 0x2f, 0x43};

/// SHA-1 (FIPS 180-4). UUIDs of version 5 are defined by it; nothing here rests on its strength.
std::array<unsigned char, 20> sha1(std::string message) {
    std::array<std::uint32_t, 5> h{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    const std::uint64_t bits = std::uint64_t{message.size()} * 8;
    message += static_cast<char>(0x80);
    while (message.size() % 64 != 56) message += '\0';
    for (int shift = 56; shift >= 0; shift -= 8) message += static_cast<char>(bits >> shift & 0xff);
    for (std::size_t block = 0; block < message.size(); block += 64) {
        std::array<std::uint32_t, 80> w{};
        for (std::size_t t = 0; t < 64; ++t) w[t / 4] = w[t / 4] << 8 | static_cast<unsigned char>(message[block + t]);
        for (std::size_t t = 16; t < 80; ++t) w[t] = std::rotl(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
        auto [a, b, c, d, e] = h;
        for (std::size_t t = 0; t < 80; ++t) {
            const std::uint32_t f = t < 20   ? (b & c) | (~b & d)
                                    : t < 40 ? b ^ c ^ d
                                    : t < 60 ? (b & c) | (b & d) | (c & d)
                                             : b ^ c ^ d;
            const std::uint32_t k = t < 20 ? 0x5a827999 : t < 40 ? 0x6ed9eba1 : t < 60 ? 0x8f1bbcdc : 0xca62c1d6;
            const std::uint32_t next = std::rotl(a, 5) + f + e + k + w[t];
            e = d;
            d = c;
            c = std::rotl(b, 30);
            b = a;
            a = next;
        }
        h[0] += a;
        h[1] += b;
        h[2] += c;
        h[3] += d;
        h[4] += e;
    }
    std::array<unsigned char, 20> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<unsigned char>(h[i / 4] >> (24 - i % 4 * 8));
    return out;
}

}  // namespace

std::string uuid_urn(std::string_view name) {
    std::string message(book_namespace.begin(), book_namespace.end());
    auto digest = sha1(message.append(name));
    digest[6] = static_cast<unsigned char>((digest[6] & 0x0f) | 0x50);
    digest[8] = static_cast<unsigned char>((digest[8] & 0x3f) | 0x80);
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "urn:uuid:";
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += {digits[digest[i] >> 4], digits[digest[i] & 15]};
    }
    return out;
}

}  // namespace notes_export::archive
