#include "pdf/pictures.hpp"

#include <algorithm>
#include <cmath>

#include "image/raster.hpp"
#include "pdf/deflate.hpp"
#include "support/parallel.hpp"

namespace notes_export::pdf {
namespace {

/// Finer than e-ink (300) and screens at arm's length show.
constexpr double most_pixels_an_inch = 300;
/// A JPEG goes in as it is up to this much finer: encoding it again costs quality.
constexpr double tolerance = 1.5;

image::DecodeLimits limits_for(Size place) {
    const auto pixels = [](Points length) {
        return std::clamp(static_cast<int>(std::ceil(length.value / 72 * most_pixels_an_inch)), 1, 8192);
    };
    return {pixels(place.width), pixels(place.height), false};
}

bool has_own_colours(std::string_view jpeg) {
    const std::string_view head = jpeg.substr(0, std::size_t{64} << 10);
    return head.find("ICC_PROFILE") != std::string_view::npos && head.find("sRGB") == std::string_view::npos;
}

/// Components by the frame header, which `probe` has already found whole.
int components(std::span<const std::byte> jpeg) {
    const auto byte = [&](std::size_t at) { return at < jpeg.size() ? std::to_integer<unsigned>(jpeg[at]) : 0U; };
    for (std::size_t at = 2; at + 9 < jpeg.size();) {
        const unsigned marker = byte(at + 1);
        if (byte(at) != 0xff || marker == 0xff || marker < 0xc0) {
            ++at;
            continue;
        }
        if (marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) return static_cast<int>(byte(at + 9));
        at += (marker >= 0xd0 && marker <= 0xd8) ? std::size_t{2} : 2 + (byte(at + 2) << 8 | byte(at + 3));
    }
    return 3;
}

EncodedPicture as_jpeg(std::vector<std::byte> file, int width, int height, int channels) {
    std::string body = "/Type/XObject/Subtype/Image/Width ";
    put_integer(body, width);
    body += "/Height ";
    put_integer(body, height);
    body += "/BitsPerComponent 8/ColorSpace";
    body += channels == 1 ? "/DeviceGray" : "/DeviceRGB";
    body += "/Filter/DCTDecode";
    return {{std::move(body), std::move(file)}, std::nullopt};
}

bool fits_as_it_is(const image::Info& info, std::span<const std::byte> file, image::DecodeLimits limits) {
    return info.format == image::Format::jpeg && !info.cmyk && info.orientation == 1 &&
           info.width <= limits.max_width * tolerance && info.height <= limits.max_height * tolerance &&
           !has_own_colours(as_text(file)) && (components(file) == 1 || components(file) == 3);
}

/// Photographs, whose pixels hardly repeat, are kept as such; drawings stay exact.
bool is_photograph(const image::Info& info, const image::Raster& raster) {
    if (info.format == image::Format::jpeg) return true;
    if (info.format != image::Format::webp || !raster.alpha.empty()) return false;
    constexpr std::size_t hundred_kilobytes = 100'000;
    return deflate(raster.pixels).size() > hundred_kilobytes;
}

std::variant<std::vector<std::byte>, image::Failure> bytes_of(const Resource& resource) {
    if (resource.file.empty()) {
        const auto bytes = std::as_bytes(std::span(resource.bytes));
        return std::vector<std::byte>(bytes.begin(), bytes.end());
    }
    return image::read_file(resource.file.string());
}

struct Wanted {
    bool used = false;
    Size largest;  ///< of all its places
};

std::vector<Wanted> wanted_pictures(const layout::PagedBook& book, std::size_t resources) {
    std::vector<Wanted> wanted(resources);
    for (const layout::Page& page : book.pages)
        for (const layout::PageItem& item : page.items) {
            const auto* picture = std::get_if<layout::Picture>(&item);
            if (!picture || picture->resource.value >= resources) continue;
            Wanted& entry = wanted[picture->resource.value];
            entry.used = true;
            entry.largest.width = std::max(entry.largest.width, picture->rect.width);
            entry.largest.height = std::max(entry.largest.height, picture->rect.height);
        }
    return wanted;
}

}  // namespace

std::variant<EncodedPicture, image::Failure> encode_picture(const Resource& resource, Size largest, bool grayscale) {
    auto read = bytes_of(resource);
    if (const auto* failure = std::get_if<image::Failure>(&read)) return *failure;
    std::vector<std::byte>& file = std::get<0>(read);
    const auto probed = image::probe(file);
    if (const auto* failure = std::get_if<image::Failure>(&probed)) return *failure;
    const image::Info& info = std::get<image::Info>(probed);
    const image::DecodeLimits limits = limits_for(largest);
    if (fits_as_it_is(info, file, limits) && (!grayscale || components(file) == 1)) {
        const int channels = components(file);
        return as_jpeg(std::move(file), info.width, info.height, channels);
    }
    auto decoded = image::decode(file, limits);
    if (const auto* failure = std::get_if<image::Failure>(&decoded)) return *failure;
    auto& raster = std::get<image::Raster>(decoded);
    if (grayscale) raster = image::without_colour(std::move(raster));
    if (is_photograph(info, raster))
        return as_jpeg(image::encode_jpeg(raster), raster.width, raster.height, raster.channels);
    return encode_raster(raster);
}

ObjectId add_picture(EncodedPicture picture, Document& document) {
    std::string body = std::move(picture.image.body);
    if (picture.mask) {
        body += "/SMask ";
        put_reference(body, document.add_stream(std::move(picture.mask->body), std::move(picture.mask->data)));
    }
    return document.add_stream(std::move(body), std::move(picture.image.data));
}

PictureSet embed_pictures(const layout::PagedBook& book, const Archive& archive, unsigned jobs, Document& document,
                          Diagnostics& diagnostics) {
    const std::vector<Wanted> wanted = wanted_pictures(book, archive.resources.size());
    std::vector<std::optional<std::variant<EncodedPicture, image::Failure>>> encoded(wanted.size());
    parallel_for(jobs, wanted.size(), [&](std::size_t i) {
        if (wanted[i].used) encoded[i] = encode_picture(archive.resources[i], wanted[i].largest, book.grayscale);
    });
    PictureSet set;
    set.objects.resize(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!encoded[i]) continue;
        if (auto* picture = std::get_if<EncodedPicture>(&*encoded[i])) {
            set.objects[i] = add_picture(std::move(*picture), document);
            continue;
        }
        Diagnostic diagnostic;
        diagnostic.id = "unreadable-picture";
        diagnostic.path = archive.resources[i].path;
        diagnostic.message = "picture " + std::get<image::Failure>(*encoded[i]).reason + "; a frame is shown instead";
        diagnostic.hint = "save it again as PNG or JPEG";
        diagnostics.add(std::move(diagnostic));
    }
    return set;
}

}  // namespace notes_export::pdf
