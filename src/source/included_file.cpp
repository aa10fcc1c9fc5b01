#include "notes_export/included_file.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "source/decode.hpp"
#include "source/file_bytes.hpp"
#include "source/site.hpp"

namespace notes_export {
namespace {

namespace fs = std::filesystem;

/// No listing is as large; a file behind a mistaken path may be.
constexpr std::uintmax_t largest_file = std::uintmax_t{4} * 1024 * 1024;

/// Where `path` may lie. One that begins with `/` begins at the top of the archive or of the site, or else at a folder
/// between there and the note: the top of what a site shows is one of them.
std::vector<fs::path> candidates(const std::vector<fs::path>& roots, const fs::path& folder, const fs::path& path) {
    if (!path.has_root_directory()) return {folder / path};
    std::vector<fs::path> out;
    for (const fs::path& root : roots) {
        out.push_back(root / path.relative_path());
        fs::path at = root;
        for (const fs::path& part : folder.lexically_relative(root)) {
            if (part == ".." || part == ".") break;
            out.push_back((at /= part) / path.relative_path());
        }
    }
    return out;
}

}  // namespace

IncludedFiles::IncludedFiles(const SourceSet& sources) {
    if (sources.root.empty()) return;
    std::error_code failed;
    for (const fs::path& folder : {sources.root, source::detect_site(sources.root).root}) {
        if (folder.empty()) continue;
        fs::path real = fs::canonical(folder, failed);
        if (!failed) roots_.push_back(std::move(real));
    }
}

std::optional<std::string> IncludedFiles::operator()(const Source& note, std::string_view path) const {
    if (note.file.empty() || path.empty()) return std::nullopt;
    std::error_code failed;
    const fs::path folder = fs::canonical(note.file.parent_path(), failed);
    if (failed) return std::nullopt;
    for (const fs::path& candidate : candidates(roots_, folder, fs::path(path)))
        if (auto text = text_of(candidate)) return text;
    return std::nullopt;
}

std::optional<std::string> IncludedFiles::text_of(const fs::path& file) const {
    std::error_code failed;
    const fs::path real = fs::canonical(file, failed);
    if (failed || !fs::is_regular_file(real, failed) || fs::file_size(real, failed) > largest_file || failed)
        return std::nullopt;
    if (std::none_of(roots_.begin(), roots_.end(), [&](const fs::path& root) { return source::is_within(real, root); }))
        return std::nullopt;
    source::FileBytes bytes = source::read_file_bytes(real);
    if (!bytes.failure.empty()) return std::nullopt;
    return source::decode(std::move(bytes.bytes)).text;
}

}  // namespace notes_export
