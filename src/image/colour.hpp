/// Colour profiles (ICC) and what pixels mean without one.
#pragma once

#include <vector>

#include "image/bytes.hpp"

namespace notes_export::image {

/// Converts pixels of a profile's own colours to sRGB (3 channels) or to grey with sRGB's tone curve (1 channel), in
/// place. Leaves them as they are when the profile is sRGB already, is damaged or is for other channels.
void to_srgb(std::vector<std::byte>& pixels, int channels, Bytes profile);

/// CMYK (0 is no ink) to sRGB, by the profile, or by plain multiplication where there is none that fits.
std::vector<std::byte> cmyk_to_srgb(const std::vector<std::byte>& cmyk, Bytes profile);

/// A profile of sRGB (ISO 15076-1, version 4.2), the same bytes each time.
std::vector<std::byte> srgb_profile();

}  // namespace notes_export::image
