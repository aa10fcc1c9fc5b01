#include "archive/address.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "archive/host.hpp"
#include "support/ascii.hpp"
#include "support/percent_encoding.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

using ascii::is_alphanumeric;

/// Encodes what RFC 3986 allows nowhere, and of what it allows all but `allowed`.
void append_encoded(std::string& out, std::string_view text, std::string_view allowed) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_alphanumeric(c) || is_percent_encoded(text, i) || allowed.find(c) != std::string_view::npos) {
            out += c;
        } else {
            append_percent_encoded(out, c);
        }
    }
}

constexpr std::string_view path_characters = "-._~!$&'()*+,;=:@/";
constexpr std::string_view query_characters = "-._~!$&'()*+,;=:@/?";

/// Path, query and fragment.
void append_rest(std::string& out, std::string_view rest) {
    const std::size_t hash = std::min(rest.find('#'), rest.size());
    const std::size_t query = std::min(rest.find('?'), hash);
    append_encoded(out, rest.substr(0, query), path_characters);
    if (query < hash) {
        out += '?';
        append_encoded(out, rest.substr(query + 1, hash - query - 1), query_characters);
    }
    if (hash < rest.size()) {
        out += '#';
        append_encoded(out, rest.substr(hash + 1), query_characters);
    }
}

bool append_authority(std::string& out, std::string_view authority) {
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        append_encoded(out, authority.substr(0, at), "-._~!$&'()*+,;=:");
        out += '@';
        authority.remove_prefix(at + 1);
    }
    std::size_t colon = authority.rfind(':');
    const std::size_t bracket = authority.rfind(']');
    if (colon != std::string_view::npos && bracket != std::string_view::npos && colon < bracket)
        colon = std::string_view::npos;
    const std::string_view port = colon == std::string_view::npos ? std::string_view{} : authority.substr(colon + 1);
    const auto host = valid_host(authority.substr(0, colon));
    if (!host) return false;
    out += *host;
    if (port.find_first_not_of("0123456789") != std::string_view::npos || port.size() > 5) return false;
    if (port.size() == 5 && port > "65535") return false;
    if (!port.empty()) (out += ':') += port;
    return true;
}

}  // namespace

std::string_view scheme_of(std::string_view address) {
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos || colon < 2 || colon > 32 || !ascii::is_letter(address[0])) return {};
    for (const char c : address.substr(0, colon))
        if (!is_alphanumeric(c) && c != '+' && c != '-' && c != '.') return {};
    return address.substr(0, colon);
}

bool is_linked_id(std::string_view name) {
    return name.size() == 32 && std::all_of(name.begin(), name.end(), ascii::is_hex_digit);
}

std::string_view linked_id(std::string_view address) {
    const bool linked = address.starts_with(":/") && is_linked_id(address.substr(2));
    return linked ? address.substr(2) : std::string_view();
}

bool is_safe_scheme(std::string_view scheme) {
    static constexpr std::array<std::string_view, 9> safe{"http", "https", "mailto", "tel", "ftp",
                                                          "sms",  "geo",   "xmpp",   "news"};
    const std::string folded = unicode::lower(scheme);
    return std::find(safe.begin(), safe.end(), folded) != safe.end();
}

std::optional<std::string> valid_url(std::string_view address) {
    while (!address.empty() && static_cast<unsigned char>(address.front()) <= ' ') address.remove_prefix(1);
    while (!address.empty() && static_cast<unsigned char>(address.back()) <= ' ') address.remove_suffix(1);
    const std::string_view scheme = scheme_of(address);
    if (scheme.empty()) return std::nullopt;
    std::string out = unicode::lower(scheme) + ':';
    std::string_view rest = address.substr(scheme.size() + 1);
    const bool has_host = out == "http:" || out == "https:" || out == "ftp:";
    if (!has_host) {
        if (rest.empty()) return std::nullopt;
        if (out == "tel:" || out == "sms:") {
            for (const char c : rest)
                if (c != ' ') append_encoded(out, std::string_view(&c, 1), path_characters);
            return out;
        }
        append_rest(out, rest);
        return out;
    }
    if (!rest.starts_with("//")) return std::nullopt;
    rest.remove_prefix(2);
    out += "//";
    const std::size_t end = std::min(rest.find_first_of("/?#\\"), rest.size());
    if (!append_authority(out, rest.substr(0, end))) return std::nullopt;
    append_rest(out, rest.substr(end));
    return out;
}

LocalAddress split_address(std::string_view address) {
    // Pelican's `{filename}note.md` and `{static}picture.png` say what kind of file is meant.
    if (const std::size_t brace = address.find('}'); address.starts_with('{') && brace < address.find('/'))
        address.remove_prefix(brace + 1);
    const std::size_t hash = std::min(address.find('#'), address.size());
    const std::size_t query = std::min(address.find('?'), hash);
    LocalAddress out;
    out.path = percent_decoded(address.substr(0, query));
    if (hash < address.size()) out.fragment = percent_decoded(address.substr(hash + 1));
    std::replace(out.path.begin(), out.path.end(), '\\', '/');
    return out;
}

}  // namespace notes_export::archive
