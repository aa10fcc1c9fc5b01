/// Gzip, as .svgz files are packed.
#pragma once

#include <optional>
#include <string>

#include "image/bytes.hpp"

namespace notes_export::image {

/// Nothing when the bytes are not gzip, are damaged, or unpack to more than 64 MB.
std::optional<std::string> gunzip(Bytes file);

}  // namespace notes_export::image
