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
    const fs::path real = fs::canonical(note.file.parent_path() / fs::path(path), failed);
    if (failed || !fs::is_regular_file(real, failed) || fs::file_size(real, failed) > largest_file || failed)
        return std::nullopt;
    if (std::none_of(roots_.begin(), roots_.end(), [&](const fs::path& root) { return source::is_within(real, root); }))
        return std::nullopt;
    source::FileBytes bytes = source::read_file_bytes(real);
    if (!bytes.failure.empty()) return std::nullopt;
    return source::decode(std::move(bytes.bytes)).text;
}

}  // namespace notes_export
