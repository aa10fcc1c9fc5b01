#include "text/cff.hpp"

#include <numeric>

#include "text/harfbuzz.hpp"

namespace notes_export::text {

namespace {

/// Reads big-endian numbers; beyond the end all is 0.
struct Reader {
    std::span<const std::byte> bytes;
    std::size_t at = 0;

    unsigned byte() { return at < bytes.size() ? static_cast<unsigned>(bytes[at++]) : (++at, 0U); }
    unsigned number(unsigned size) {
        unsigned value = 0;
        while (size-- > 0) value = value << 8 | byte();
        return value;
    }
    /// Moves behind an INDEX; gives the range of its first entry.
    std::span<const std::byte> index() {
        const unsigned count = number(2);
        if (count == 0) return {};
        const unsigned size = byte();
        if (size < 1 || size > 4) return {};
        const std::size_t offsets = at, data = at + std::size_t{size} * (count + 1) - 1;
        const unsigned first = number(size), second = number(size);
        at = offsets + std::size_t{size} * count;
        at = data + number(size);
        if (first > second || data + second > bytes.size()) return {};
        return bytes.subspan(data + first, second - first);
    }
};

struct TopDict {
    bool cid_keyed = false;
    unsigned charset = 0;
};

TopDict read_top_dict(std::span<const std::byte> cff) {
    Reader reader{cff};
    if (cff.size() < 4) return {};
    reader.at = static_cast<std::size_t>(cff[2]);  // size of the header
    reader.index();                                // names
    Reader dict{reader.index()};
    TopDict top;
    unsigned operand = 0;
    while (dict.at < dict.bytes.size()) {
        const unsigned b = dict.byte();
        if (b == 12) {
            if (dict.byte() == 30) top.cid_keyed = true;
        } else if (b == 15) {
            top.charset = operand;
        } else if (b == 28) {
            operand = dict.number(2);
        } else if (b == 29) {
            operand = dict.number(4);
        } else if (b == 30) {
            while (dict.at < dict.bytes.size() && (dict.byte() & 0xFU) != 0xFU) {
            }
        } else if (b >= 32 && b <= 246) {
            operand = b - 139;
        } else if (b >= 247 && b <= 250) {
            operand = (b - 247) * 256 + dict.byte() + 108;
        } else if (b >= 251 && b <= 254) {
            dict.byte();
        }
    }
    return top;
}

}  // namespace

bool is_cid_keyed(hb_face_t* face) {
    const Blob table(hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' ')));
    unsigned length = 0;
    const char* data = hb_blob_get_data(table.get(), &length);
    return read_top_dict({reinterpret_cast<const std::byte*>(data), length}).cid_keyed;
}

std::vector<std::uint32_t> cids_of_glyphs(std::span<const std::byte> cff, std::size_t glyphs) {
    std::vector<std::uint32_t> cids(glyphs);
    std::iota(cids.begin(), cids.end(), 0U);
    const TopDict top = read_top_dict(cff);
    if (top.charset <= 2) return cids;
    Reader reader{cff, top.charset};
    const unsigned format = reader.byte();
    for (std::size_t glyph = 1; glyph < glyphs && reader.at < cff.size();) {
        unsigned cid = reader.number(2);
        unsigned more = format == 0 ? 0 : reader.number(format == 1 ? 1 : 2);
        for (; glyph < glyphs; ++glyph, ++cid) {
            cids[glyph] = cid;
            if (more-- == 0) {
                ++glyph;
                break;
            }
        }
    }
    return cids;
}

}  // namespace notes_export::text
