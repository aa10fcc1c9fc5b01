#include "image/svg_references.hpp"

#include <algorithm>

#include "support/ascii.hpp"
#include "support/trimmed.hpp"

namespace notes_export::image {
namespace {

bool name_start(unsigned char c) {
    return ascii::is_letter(c) || c == '_' || c >= 0x80;
}
bool name_part(unsigned char c) {
    return name_start(c) || ascii::is_digit(c) || c == '-' || c == '.';
}

}  // namespace

std::string xml_id(std::string_view id) {
    std::string out(trimmed(id, " \t\r\n"));
    std::ranges::replace_if(out, [](char c) { return !name_part(static_cast<unsigned char>(c)); }, '_');
    if (out.empty() || !name_start(static_cast<unsigned char>(out.front()))) out.insert(0, "i");
    return out;
}

std::string local_reference(std::string_view reference) {
    const std::string_view value = trimmed(reference, " \t\r\n");
    if (value.starts_with('#')) return value.size() > 1 ? "#" + xml_id(value.substr(1)) : std::string();
    const std::string start = ascii::lower(value.substr(0, 20));
    for (const std::string_view kind :
         {"data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"})
        if (start.starts_with(kind)) return std::string(value);
    return {};
}

std::string local_css(std::string_view css) {
    const std::string folded = ascii::lower(css);
    std::string out;
    for (std::size_t at = 0; at < css.size();) {
        const std::size_t import = folded.find("@import", at);
        const std::size_t url = folded.find("url(", at);
        if (import < url) {
            out += css.substr(at, import - at);
            const std::size_t end = css.find(';', import);
            at = end == std::string_view::npos ? css.size() : end + 1;
            continue;
        }
        out += css.substr(at, std::min(url, css.size()) - at);
        if (url == std::string::npos) break;
        const std::size_t close = css.find(')', url);
        if (close == std::string_view::npos) break;
        const std::string kept = local_reference(trimmed(css.substr(url + 4, close - url - 4), " \t\r\n\"'"));
        out += kept.empty() ? "none" : "url(" + kept + ")";
        at = close + 1;
    }
    return out;
}

}  // namespace notes_export::image
