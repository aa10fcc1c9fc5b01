/// Addresses: schemes, URLs that a book may hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::archive {

/// The scheme of an address, without its colon; empty when it has none (a path; `C:\` has none either).
std::string_view scheme_of(std::string_view address);

/// Is it a scheme that a reader may follow safely?
bool is_safe_scheme(std::string_view scheme);

/// The address as RFC 3986 wants it; nothing when it can't be made valid (no host, or what is none).
std::optional<std::string> valid_url(std::string_view address);

/// The id in an address `:/0123456789abcdef0123456789abcdef`, by which Joplin links notes and files; else empty.
std::string_view linked_id(std::string_view address);
/// Whether the name is such an id.
bool is_linked_id(std::string_view name);

/// An address within the archive.
struct LocalAddress {
    std::string path;      ///< decoded; empty: the same note
    std::string fragment;  ///< decoded, without its `#`
};
LocalAddress split_address(std::string_view address);

}  // namespace notes_export::archive
