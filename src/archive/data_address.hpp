/// `data:` addresses (RFC 2397).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::archive {

struct DataAddress {
    std::string media_type;
    std::string bytes;  ///< decoded
};

/// Nothing for an address of another kind.
std::optional<DataAddress> decode_data_address(std::string_view address);

}  // namespace notes_export::archive
