#include "layout/blocks/pictures.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "image/image.hpp"
#include "locale/words.hpp"
#include "support/parallel.hpp"

namespace notes_export::layout {
namespace {

constexpr double points_per_pixel = 72.0 / 96.0;

PictureSize measured(const Resource& resource) {
    const auto sized = [](std::span<const std::byte> bytes) -> PictureSize {
        const auto info = image::probe(bytes);
        if (const auto* failure = std::get_if<image::Failure>(&info)) return {{}, failure->reason};
        const auto& found = std::get<image::Info>(info);
        return {{{std::max(1, found.width) * points_per_pixel}, {std::max(1, found.height) * points_per_pixel}}, {}};
    };
    if (resource.file.empty()) return sized(std::as_bytes(std::span(resource.bytes)));
    const auto file = image::read_file(resource.file.string());
    if (const auto* failure = std::get_if<image::Failure>(&file)) return {{}, failure->reason};
    return sized(std::get<std::vector<std::byte>>(file));
}

}  // namespace

std::vector<PictureSize> measure_pictures(const Archive& archive, unsigned jobs, Diagnostics& diagnostics) {
    std::vector<PictureSize> sizes(archive.resources.size());
    parallel_for(jobs, sizes.size(), [&](std::size_t i) { sizes[i] = measured(archive.resources[i]); });
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i].reason.empty()) continue;
        Diagnostic diagnostic;
        diagnostic.id = "picture-unreadable";
        diagnostic.path = archive.resources[i].path;
        diagnostic.message = "picture " + sizes[i].reason + "; the book has its alternative text in its place";
        diagnostic.hint = "open the file in a picture viewer and save it again as PNG or JPEG";
        diagnostics.add(std::move(diagnostic));
    }
    return sizes;
}

std::string_view missing_words(const Compositor& compositor, const Image& image) {
    const std::string& language = compositor.note.language;
    if (std::holds_alternative<ExternalUrl>(image.target)) return locale::word("picture-remote", language);
    if (std::holds_alternative<ResourceId>(image.target)) return locale::word("picture-unreadable", language);
    return locale::word("picture-missing", language);
}

}  // namespace notes_export::layout
