#include "archive/paths.hpp"

#include <algorithm>
#include <vector>

namespace notes_export::archive {

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view file_name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem_of(std::string_view path) {
    const std::string_view name = file_name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string joined_path(std::string_view folder, std::string_view path) {
    std::vector<std::string_view> parts;
    const auto add = [&](std::string_view some) {
        for (std::size_t at = 0; at < some.size();) {
            const std::size_t slash = std::min(some.find('/', at), some.size());
            const std::string_view part = some.substr(at, slash - at);
            at = slash + 1;
            if (part.empty() || part == ".") continue;
            if (part != "..")
                parts.push_back(part);
            else if (!parts.empty())
                parts.pop_back();
        }
    };
    if (!path.starts_with('/')) add(folder);
    add(path);
    std::string out;
    for (const std::string_view part : parts) {
        if (!out.empty()) out += '/';
        out += part;
    }
    return out;
}

}  // namespace notes_export::archive
