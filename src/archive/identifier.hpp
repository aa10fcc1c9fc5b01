/// Identifiers that stay the same for the same archive.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::archive {

/// `urn:uuid:` and a UUID of version 5 (RFC 9562, 5.5) made of the name.
std::string uuid_urn(std::string_view name);

}  // namespace notes_export::archive
