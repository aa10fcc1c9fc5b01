#include <gif_lib.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "image/decoders.hpp"

namespace notes_export::image {
namespace {

struct Source {
    Bytes file;
    std::size_t at = 0;
};

int supply(GifFileType* gif, GifByteType* to, int size) {
    auto* source = static_cast<Source*>(gif->UserData);
    const std::size_t given = std::min(static_cast<std::size_t>(size), source->file.size() - source->at);
    std::memcpy(to, source->file.data() + source->at, given);
    source->at += given;
    return static_cast<int>(given);
}

struct Close {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, Close>;

/// Reads records up to the first frame. Gives the index of its transparent colour, or -1; -2 when there is no frame.
int find_first_frame(GifFileType* gif) {
    int transparent = -1;
    for (;;) {
        GifRecordType record = UNDEFINED_RECORD_TYPE;
        if (DGifGetRecordType(gif, &record) == GIF_ERROR) return -2;
        if (record == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif) == GIF_ERROR ? -2 : transparent;
        if (record != EXTENSION_RECORD_TYPE) return -2;
        int code = 0;
        GifByteType* block = nullptr;
        if (DGifGetExtension(gif, &code, &block) == GIF_ERROR) return -2;
        if (code == GRAPHICS_EXT_FUNC_CODE && block && block[0] >= 4 && (block[1] & 1)) transparent = block[4];
        while (block)
            if (DGifGetExtensionNext(gif, &block) == GIF_ERROR) return -2;
    }
}

/// The order in which an interlaced frame stores its rows (GIF89a, appendix E).
std::vector<int> row_order(int height, bool interlaced) {
    std::vector<int> rows;
    if (!interlaced) {
        for (int y = 0; y < height; ++y) rows.push_back(y);
        return rows;
    }
    constexpr int starts[] = {0, 4, 2, 1};
    constexpr int steps[] = {8, 8, 4, 2};
    for (int pass = 0; pass < 4; ++pass)
        for (int y = starts[pass]; y < height; y += steps[pass]) rows.push_back(y);
    return rows;
}

}  // namespace

std::variant<Raster, Failure> decode_gif(Bytes file) {
    Source source{file, 0};
    int error = 0;
    const Gif gif(DGifOpen(&source, supply, &error));
    if (!gif) return Failure{"is damaged: its header can't be read"};
    const int transparent = find_first_frame(gif.get());
    if (transparent == -2) return Failure{"is damaged: it holds no frame"};

    const GifImageDesc frame = gif->Image;
    const int width = gif->SWidth > 0 ? gif->SWidth : frame.Width;
    const int height = gif->SHeight > 0 ? gif->SHeight : frame.Height;
    if (static_cast<std::int64_t>(width) * height > most_pixels || frame.Width <= 0 || frame.Height <= 0)
        return Failure{"is damaged: its frame has no sensible size"};
    const ColorMapObject* colours = frame.ColorMap ? frame.ColorMap : gif->SColorMap;
    if (!colours) return Failure{"is damaged: it has no colours"};

    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    Raster raster{width, height, 3, std::vector<std::byte>(count * 3, std::byte{255}), std::vector<std::byte>(count)};
    std::vector<GifPixelType> line(static_cast<std::size_t>(frame.Width));
    bool any = false;
    for (const int row : row_order(frame.Height, frame.Interlace)) {
        if (DGifGetLine(gif.get(), line.data(), frame.Width) == GIF_ERROR) break;
        any = true;
        const int y = frame.Top + row;
        if (y < 0 || y >= height) continue;
        for (int i = 0; i < frame.Width; ++i) {
            const int x = frame.Left + i;
            const int colour = line[static_cast<std::size_t>(i)];
            if (x < 0 || x >= width || colour == transparent || colour >= colours->ColorCount) continue;
            const std::size_t at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            raster.pixels[at * 3] = std::byte{colours->Colors[colour].Red};
            raster.pixels[at * 3 + 1] = std::byte{colours->Colors[colour].Green};
            raster.pixels[at * 3 + 2] = std::byte{colours->Colors[colour].Blue};
            raster.alpha[at] = std::byte{255};
        }
    }
    if (!any) return Failure{"is damaged: its frame can't be read"};
    return raster;
}

}  // namespace notes_export::image
