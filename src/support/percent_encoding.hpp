/// Percent-encoding (RFC 3986, 2.1).
#pragma once

#include <string>
#include <string_view>

namespace notes_export {

/// Whether an encoded byte (`%41`) stands at `at`.
bool is_percent_encoded(std::string_view text, std::size_t at);

/// Undoes `%41`; what is no such thing stays as it is.
std::string percent_decoded(std::string_view text);

void append_percent_encoded(std::string& out, char byte);

}  // namespace notes_export
