/// A PDF file of objects that are at hand: those without data of their own packed together into object streams
/// (ISO 32000-1, 7.5.7), a cross-reference stream at the end (7.5.8). A tagged book has dozens of small objects a page,
/// which take less than half the bytes so; libharu's own writer knows tables only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "notes_export/output.hpp"
#include "pdf/syntax.hpp"

namespace notes_export::pdf {

class FileWriter {
public:
    /// Writes the header. Objects have numbers below `count`; those that are never put are free.
    FileWriter(Output& output, std::uint32_t count);

    /// An object with data, written at once; `entries` is what stands between `<<` and `>>`, without `/Length`.
    void put_stream(ObjectId object, std::string_view entries, std::span<const std::byte> data);
    /// Any other object, to be packed.
    void put(ObjectId object, std::string_view text);
    /// Packs what was put, on up to `jobs` threads, and writes the cross-reference; `trailer` are its entries beyond
    /// those that tell its form. Nothing may be put after it.
    void finish(std::string_view trailer, unsigned jobs);

private:
    /// Where an object is found: a cross-reference stream's entry.
    struct Place {
        enum class Kind : std::uint8_t { free, at_offset, packed };
        Kind kind = Kind::free;
        std::uint32_t where = 0;      ///< offset in the file, or number of the object stream
        std::uint16_t index = 65535;  ///< within the object stream
    };
    struct Batch {
        std::vector<ObjectId> objects;
        std::vector<std::size_t> offsets;  ///< in `text`
        std::string text;
    };

    void write(std::string_view bytes);
    /// The number of a new object.
    ObjectId add();
    void write_batches(unsigned jobs);
    std::vector<std::byte> packed_places() const;

    Output& output_;
    std::uint64_t offset_ = 0;
    std::vector<Place> places_;  ///< by object number
    std::vector<Batch> batches_;
};

}  // namespace notes_export::pdf
