#include "pdf/file_writer.hpp"

#include <array>

#include "notes_export/diagnostics.hpp"
#include "pdf/deflate.hpp"
#include "support/parallel.hpp"

namespace notes_export::pdf {
namespace {

/// A reader unpacks a whole object stream for one object of it.
constexpr std::size_t most_objects = 256;
constexpr std::size_t most_bytes = std::size_t{1} << 16;

/// Offsets take four bytes in the cross-reference.
constexpr std::uint64_t longest_file = UINT32_MAX;

std::span<const std::byte> as_bytes(std::string_view text) {
    return std::as_bytes(std::span(text));
}

/// Bytes of an entry: the predictor's tag, kind, where, index.
constexpr std::size_t entry_size = 1 + 1 + 4 + 2;

}  // namespace

FileWriter::FileWriter(Output& output, std::uint32_t count) : output_(output), places_(count) {
    // Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
    write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

void FileWriter::write(std::string_view bytes) {
    output_.write(as_bytes(bytes));
    offset_ += bytes.size();
}

ObjectId FileWriter::add() {
    places_.emplace_back();
    return {static_cast<std::uint32_t>(places_.size() - 1)};
}

void FileWriter::put_stream(ObjectId object, std::string_view entries, std::span<const std::byte> data) {
    if (offset_ > longest_file) throw Error("the PDF can't be made: it is larger than four gigabytes");
    places_[object.value] = {Place::Kind::at_offset, static_cast<std::uint32_t>(offset_), 0};
    std::string head;
    put_integer(head, object.value);
    head += " 0 obj\n<<";
    head += entries;
    head += "/Length ";
    put_integer(head, static_cast<std::int64_t>(data.size()));
    head += ">>\nstream\n";
    write(head);
    write(as_text(data));
    write("\nendstream\nendobj\n");
}

void FileWriter::put(ObjectId object, std::string_view text) {
    const bool full =
        batches_.empty() || batches_.back().objects.size() == most_objects || batches_.back().text.size() > most_bytes;
    if (full) batches_.emplace_back();
    Batch& batch = batches_.back();
    batch.objects.push_back(object);
    batch.offsets.push_back(batch.text.size());
    batch.text += text;
    batch.text += '\n';
}

void FileWriter::write_batches(unsigned jobs) {
    struct Packed {
        std::string entries;
        std::vector<std::byte> data;
    };
    std::vector<Packed> packed(batches_.size());
    parallel_for(jobs, batches_.size(), [&](std::size_t i) {
        Batch& batch = batches_[i];
        std::string text;
        for (std::size_t k = 0; k < batch.objects.size(); ++k) {
            put_integer(text, batch.objects[k].value);
            text += ' ';
            put_integer(text, static_cast<std::int64_t>(batch.offsets[k]));
            text += ' ';
        }
        std::string& entries = packed[i].entries;
        entries = "/Type/ObjStm/Filter/FlateDecode/N ";
        put_integer(entries, static_cast<std::int64_t>(batch.objects.size()));
        entries += "/First ";
        put_integer(entries, static_cast<std::int64_t>(text.size()));
        text += batch.text;
        batch.text = {};
        packed[i].data = deflate(as_bytes(text));
    });
    for (std::size_t i = 0; i < batches_.size(); ++i) {
        const ObjectId stream = add();
        put_stream(stream, packed[i].entries, packed[i].data);
        for (std::size_t k = 0; k < batches_[i].objects.size(); ++k)
            places_[batches_[i].objects[k].value] = {Place::Kind::packed, stream.value, static_cast<std::uint16_t>(k)};
    }
}

/// Each entry as its difference from the one above (PNG's filter "Up"), in which most bytes are zero.
std::vector<std::byte> FileWriter::packed_places() const {
    std::vector<std::byte> rows;
    rows.reserve(places_.size() * entry_size);
    std::array<std::uint8_t, entry_size - 1> above{};
    for (const Place& place : places_) {
        const std::array<std::uint8_t, entry_size - 1> row{
            static_cast<std::uint8_t>(place.kind),        static_cast<std::uint8_t>(place.where >> 24),
            static_cast<std::uint8_t>(place.where >> 16), static_cast<std::uint8_t>(place.where >> 8),
            static_cast<std::uint8_t>(place.where),       static_cast<std::uint8_t>(place.index >> 8),
            static_cast<std::uint8_t>(place.index)};
        constexpr std::byte up{2};
        rows.push_back(up);
        for (std::size_t i = 0; i < row.size(); ++i)
            rows.push_back(static_cast<std::byte>(static_cast<std::uint8_t>(row[i] - above[i])));
        above = row;
    }
    return deflate(rows);
}

void FileWriter::finish(std::string_view trailer, unsigned jobs) {
    write_batches(jobs);
    const ObjectId cross_reference = add();
    places_[cross_reference.value] = {Place::Kind::at_offset, static_cast<std::uint32_t>(offset_), 0};
    const std::uint64_t start = offset_;
    std::string entries = "/Type/XRef/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Size ";
    put_integer(entries, static_cast<std::int64_t>(places_.size()));
    entries += trailer;
    put_stream(cross_reference, entries, packed_places());
    std::string end = "startxref\n";
    put_integer(end, static_cast<std::int64_t>(start));
    write(end + "\n%%EOF\n");
}

}  // namespace notes_export::pdf
