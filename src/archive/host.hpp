/// Hosts of addresses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::archive {

/// The host as a URL may hold it: a domain of letters, digits, `-` and `_` (RFC 1123, 2.1, with the underscore that is
/// in use; letters beyond ASCII by UTS #46), an IPv4 address or an IPv6 one in brackets (RFC 3986, 3.2.2). Nothing for
/// what is none, such as the `$HOST` or `*.example.org` of a manual.
std::optional<std::string> valid_host(std::string_view host);

}  // namespace notes_export::archive
