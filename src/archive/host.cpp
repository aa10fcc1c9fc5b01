#include "archive/host.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "support/percent_encoding.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

constexpr std::string_view digits = "0123456789";

bool is_ipv6(std::string_view host) {
    return host.size() >= 4 && host.front() == '[' && host.back() == ']' &&
           std::count(host.begin(), host.end(), ':') >= 2 &&
           host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

bool is_ipv4_part(std::string_view part) {
    return is_number(part) && (part.size() < 3 || (part.size() == 3 && part <= "255"));
}

bool is_label(std::string_view label) {
    constexpr std::size_t longest = 63;
    return !label.empty() && label.size() <= longest && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '_'; });
}

/// Calls for the labels between the dots.
template <class Each>
void for_each_label(std::string_view domain, const Each& each) {
    for (std::size_t at = 0; at <= domain.size();) {
        const std::size_t dot = std::min(domain.find('.', at), domain.size());
        each(domain.substr(at, dot - at));
        at = dot + 1;
    }
}

bool is_domain_or_ipv4(std::string_view domain) {
    std::size_t labels = 0, ipv4_parts = 0;
    bool valid = true;
    std::string_view last;
    for_each_label(domain, [&](std::string_view label) {
        ++labels;
        ipv4_parts += is_ipv4_part(label) ? 1 : 0;
        valid = valid && is_label(label);
        last = label;
    });
    // A host whose last label is a number must be an IPv4 address (WHATWG URL, "ends in a number").
    if (is_number(last)) return labels == 4 && ipv4_parts == 4;
    return valid && (labels == 1 || digits.find(last.front()) == std::string_view::npos);
}

}  // namespace

std::optional<std::string> valid_host(std::string_view host) {
    if (is_ipv6(host)) return std::string(host);
    std::string domain = percent_decoded(host);
    if (std::ranges::any_of(domain, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        auto ascii = unicode::ascii_domain(domain);
        if (!ascii) return std::nullopt;
        domain = std::move(*ascii);
    }
    const bool rooted = domain.ends_with('.');
    if (!is_domain_or_ipv4(std::string_view(domain).substr(0, domain.size() - (rooted ? 1 : 0)))) return std::nullopt;
    return domain;
}

}  // namespace notes_export::archive
