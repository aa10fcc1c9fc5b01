#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace notes_export::pdf {

std::vector<std::byte> deflate(std::span<const std::byte> bytes) {
    struct Free {
        void operator()(libdeflate_compressor* packer) const { libdeflate_free_compressor(packer); }
    };
    // One a thread: making one costs more than packing a page.
    thread_local const std::unique_ptr<libdeflate_compressor, Free> packer(libdeflate_alloc_compressor(6));
    if (!packer) throw std::bad_alloc();
    std::vector<std::byte> out(libdeflate_zlib_compress_bound(packer.get(), bytes.size()));
    out.resize(libdeflate_zlib_compress(packer.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    out.shrink_to_fit();
    return out;
}

}  // namespace notes_export::pdf
