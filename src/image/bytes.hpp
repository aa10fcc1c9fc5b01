/// Reading numbers out of a file's bytes. Beyond the end every byte reads as 0, so that headers of damaged files need
/// no check before each field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace notes_export::image {

using Bytes = std::span<const std::byte>;

inline std::uint32_t u8(Bytes bytes, std::size_t at) {
    return at < bytes.size() ? std::to_integer<std::uint32_t>(bytes[at]) : 0;
}
inline std::uint32_t be16(Bytes bytes, std::size_t at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
}
inline std::uint32_t be32(Bytes bytes, std::size_t at) {
    return be16(bytes, at) << 16 | be16(bytes, at + 2);
}
inline std::uint32_t le16(Bytes bytes, std::size_t at) {
    return u8(bytes, at) | u8(bytes, at + 1) << 8;
}
inline std::uint32_t le32(Bytes bytes, std::size_t at) {
    return le16(bytes, at) | le16(bytes, at + 2) << 16;
}

inline std::string_view as_text(Bytes bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}
inline bool has(Bytes bytes, std::size_t at, std::string_view text) {
    return as_text(bytes).substr(at < bytes.size() ? at : bytes.size()).starts_with(text);
}

}  // namespace notes_export::image
