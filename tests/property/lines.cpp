#include "property/lines.hpp"

#include <algorithm>
#include <utility>

namespace notes_export::property {

void append(Lines& out, const Lines& lines) {
    out.insert(out.end(), lines.begin(), lines.end());
}

Lines within(const Lines& lines, const std::string& first, const std::string& rest) {
    Lines out;
    const bool blank = rest.find_first_not_of(' ') == std::string::npos;
    for (const std::string& line : lines)
        out.push_back(out.empty() ? first + line : line.empty() && blank ? std::string() : rest + line);
    return out;
}

Lines surrounded(std::string before, const Lines& lines, std::string behind) {
    Lines out{std::move(before)};
    append(out, lines);
    out.push_back(std::move(behind));
    return out;
}

Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace notes_export::property
