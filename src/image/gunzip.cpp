#include "image/gunzip.hpp"

#include <libdeflate.h>

#include <memory>

namespace notes_export::image {

std::optional<std::string> gunzip(Bytes file) {
    if (!has(file, 0, "\x1f\x8b\x08")) return std::nullopt;
    constexpr std::size_t most = std::size_t{64} << 20;
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> unpacker(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (!unpacker) return std::nullopt;
    // The last four bytes give the size modulo 2^32 (RFC 1952, 2.3.1); a file may lie.
    std::string text(std::min(most, std::size_t{le32(file, file.size() - 4)}), '\0');
    std::size_t size = 0;
    if (libdeflate_gzip_decompress(unpacker.get(), file.data(), file.size(), text.data(), text.size(), &size) !=
        LIBDEFLATE_SUCCESS)
        return std::nullopt;
    text.resize(size);
    return text;
}

}  // namespace notes_export::image
