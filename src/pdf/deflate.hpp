/// Deflate, as the FlateDecode filter wants it (RFC 1950).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace notes_export::pdf {

std::vector<std::byte> deflate(std::span<const std::byte> bytes);

}  // namespace notes_export::pdf
