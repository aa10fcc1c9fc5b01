/// Pictures of a book as PDF image objects, each once, whatever the number of its places.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "image/image.hpp"
#include "layout/page.hpp"
#include "notes_export/archive.hpp"
#include "pdf/document.hpp"

namespace notes_export::pdf {

/// An image dictionary (8.9.5) and its packed samples, without a mask.
struct ImageStream {
    std::string body;
    std::vector<std::byte> data;
};

struct EncodedPicture {
    ImageStream image;
    std::optional<ImageStream> mask;  ///< opacity
};

/// Samples of a raster, as small as they go without loss: grey, indexed or RGB, with PNG's row filters.
EncodedPicture encode_raster(const image::Raster& raster);

/// A picture for a place of this size: a JPEG goes in as it is unless it is turned, of CMYK, in colours of its own or
/// much finer than a screen or printer shows; all else is decoded, and scaled down to 300 pixels an inch.
/// In greys where `grayscale` asks for it.
std::variant<EncodedPicture, image::Failure> encode_picture(const Resource& resource, Size largest,
                                                            bool grayscale = false);

/// Image objects by `ResourceId`; not valid: the picture is not in the book, or can't be read.
struct PictureSet {
    std::vector<ObjectId> objects;

    ObjectId find(ResourceId resource) const {
        return resource.value < objects.size() ? objects[resource.value] : ObjectId{};
    }
};

/// Adds the image, and its mask if it has one.
ObjectId add_picture(EncodedPicture picture, Document& document);

/// Encodes all pictures that pages show. One that can't be read is warned about.
PictureSet embed_pictures(const layout::PagedBook& book, const Archive& archive, unsigned jobs, Document& document,
                          Diagnostics& diagnostics);

}  // namespace notes_export::pdf
