#include "image/colour.hpp"

#include <lcms2.h>

#include <cstring>
#include <memory>
#include <type_traits>

namespace notes_export::image {
namespace {

struct Free {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, Free>;

struct FreeTransform {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Transform = std::unique_ptr<void, FreeTransform>;

Profile open(Bytes bytes) {
    if (bytes.empty() || bytes.size() > (std::size_t{16} << 20)) return nullptr;
    return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

bool is_srgb(cmsHPROFILE profile) {
    char text[128] = {};
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text, sizeof text - 1);
    return std::strstr(text, "sRGB") != nullptr;
}

Profile grey_as_srgb() {
    // IEC 61966-2-1: the tone curve of sRGB as lcms's parametric type 4.
    const cmsFloat64Number curve[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve* tone = cmsBuildParametricToneCurve(nullptr, 4, curve);
    Profile grey(cmsCreateGrayProfile(cmsD50_xyY(), tone));
    cmsFreeToneCurve(tone);
    return grey;
}

/// Pixels that one call of lcms takes: its counts are 32 bit.
constexpr std::size_t stretch = std::size_t{1} << 20;

void apply(const Transform& transform, const std::byte* from, std::size_t from_channels, std::byte* to,
           std::size_t to_channels, std::size_t pixels) {
    for (std::size_t at = 0; at < pixels; at += stretch)
        cmsDoTransform(transform.get(), from + at * from_channels, to + at * to_channels,
                       static_cast<cmsUInt32Number>(std::min(stretch, pixels - at)));
}

}  // namespace

void to_srgb(std::vector<std::byte>& pixels, int channels, Bytes bytes) {
    const Profile profile = open(bytes);
    const cmsColorSpaceSignature space = channels == 3 ? cmsSigRgbData : cmsSigGrayData;
    if (!profile || cmsGetColorSpace(profile.get()) != space || is_srgb(profile.get())) return;
    const Profile target = channels == 3 ? Profile(cmsCreate_sRGBProfile()) : grey_as_srgb();
    const cmsUInt32Number format = channels == 3 ? TYPE_RGB_8 : TYPE_GRAY_8;
    const Transform transform(
        cmsCreateTransform(profile.get(), format, target.get(), format, INTENT_PERCEPTUAL, cmsFLAGS_NOCACHE));
    if (!transform) return;
    const auto count = static_cast<std::size_t>(channels);
    apply(transform, pixels.data(), count, pixels.data(), count, pixels.size() / count);
}

std::vector<std::byte> cmyk_to_srgb(const std::vector<std::byte>& cmyk, Bytes bytes) {
    const std::size_t count = cmyk.size() / 4;
    std::vector<std::byte> rgb(count * 3);
    const Profile profile = open(bytes);
    if (profile && cmsGetColorSpace(profile.get()) == cmsSigCmykData) {
        const Profile target(cmsCreate_sRGBProfile());
        const Transform transform(cmsCreateTransform(profile.get(), TYPE_CMYK_8, target.get(), TYPE_RGB_8,
                                                     INTENT_PERCEPTUAL, cmsFLAGS_NOCACHE));
        if (transform) {
            apply(transform, cmyk.data(), 4, rgb.data(), 3, count);
            return rgb;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        const int white = 255 - std::to_integer<int>(cmyk[i * 4 + 3]);
        for (std::size_t c = 0; c < 3; ++c)
            rgb[i * 3 + c] = static_cast<std::byte>((255 - std::to_integer<int>(cmyk[i * 4 + c])) * white / 255);
    }
    return rgb;
}

std::vector<std::byte> srgb_profile() {
    const Profile profile(cmsCreate_sRGBProfile());
    // Version 4 has the tone curve as a formula. In version 2 it is a table, which poppler inverts for every page of a
    // PDF.
    cmsSetProfileVersion(profile.get(), 4.2);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::vector<std::byte> bytes(size);
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return {};
    // lcms dates a profile by the clock (bytes 24 to 35: year, month, day, hours, minutes, seconds).
    constexpr unsigned char new_year_2000[12] = {0x07, 0xd0, 0, 1, 0, 1};
    std::memcpy(bytes.data() + 24, new_year_2000, sizeof new_year_2000);
    return bytes;
}

}  // namespace notes_export::image
