#include "archive/pictures.hpp"

#include "archive/address.hpp"
#include "archive/data_address.hpp"
#include "archive/paths.hpp"
#include "archive/walk_note.hpp"
#include "support/percent_encoding.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {

void Pictures::resolve(Draft& draft, Diagnostics& diagnostics) {
    for_each_node(
        draft.note, [](Block&) {},
        [&](Inline& item) {
            auto* image = std::get_if<Image>(&item.node);
            if (!image) return;
            ++draft.note.pictures;
            image->target = target_of(*image, draft, item.span, diagnostics);
        });
}

ImageTarget Pictures::target_of(const Image& image, const Draft& draft, SourceSpan span, Diagnostics& diagnostics) {
    std::string_view destination = image.destination;
    const std::string_view folder = folder_of(draft.origin->path);
    const auto missing = [&](std::string message) -> ImageTarget {
        diagnostics.warn("missing-picture", draft.note.source, span, std::move(message),
                         "put the file beside the note, or mend its path");
        return Unresolved{};
    };
    if (destination.empty()) return missing("the picture names no file: a placeholder stands for it");
    if (auto data = decode_data_address(destination)) {
        if (!data->bytes.empty()) return resource_of_data(destination, data->media_type, std::move(data->bytes));
        return missing("the picture's data: address holds nothing: a placeholder stands for it");
    }
    std::string web;
    if (destination.starts_with("//")) destination = web = "https:" + std::string(destination);
    if (const std::string_view scheme = scheme_of(destination); is_safe_scheme(scheme)) {
        if (auto url = valid_url(destination)) return ExternalUrl{std::move(*url)};
        return missing("the picture's address is not valid: a placeholder stands for it");
    }
    const std::string path = split_address(destination).path;
    auto file = names_.find(folder, path);
    if (!file) file = names_.find(folder, destination);  // `#`, `?` and `%` may belong to the name
    if (!file) file = names_.find(folder, percent_decoded(destination));
    if (file) return resource_of_file(*file);
    return missing("the picture \"" + std::string(destination.substr(0, 200)) +
                   "\" was not found: a placeholder stands for it");
}

ResourceId Pictures::resource_of_file(std::size_t file) {
    const auto [place, added] = of_file_.emplace(file, ResourceId{static_cast<std::uint32_t>(resources_.size())});
    if (added) resources_.push_back({root_ / std::filesystem::path(files_[file]), files_[file], {}});
    return place->second;
}

ResourceId Pictures::resource_of_data(std::string_view address, std::string_view media_type, std::string bytes) {
    const auto [place, added] = of_data_.emplace(address, ResourceId{static_cast<std::uint32_t>(resources_.size())});
    if (added) resources_.push_back({{}, "data:" + std::string(media_type), std::move(bytes)});
    return place->second;
}

}  // namespace notes_export::archive
