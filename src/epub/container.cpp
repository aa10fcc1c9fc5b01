#include "epub/container.hpp"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <span>

#include "notes_export/diagnostics.hpp"

namespace notes_export::epub {
namespace {

constexpr int level = 6;

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

libdeflate_compressor* compressor() {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> own(libdeflate_alloc_compressor(level));
    return own.get();
}

// ---- the container's own bytes, from libzip onto an Output

/// libzip reports by numbers; what the output said is kept to be thrown again.
struct Sink {
    Output& output;
    std::exception_ptr failure;
    zip_error_t error;

    explicit Sink(Output& to) : output(to) { zip_error_init(&error); }
    ~Sink() { zip_error_fini(&error); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    template <class Work>
    zip_int64_t attempt(int kind, const Work& work) {
        try {
            return work();
        } catch (...) {
            if (!failure) failure = std::current_exception();
            zip_error_set(&error, kind, EIO);
            return -1;
        }
    }

    zip_int64_t write(const void* data, zip_uint64_t length) {
        return attempt(ZIP_ER_WRITE, [&] {
            output.write({static_cast<const std::byte*>(data), static_cast<std::size_t>(length)});
            return static_cast<zip_int64_t>(length);
        });
    }

    zip_int64_t seek(const void* data, zip_uint64_t length) {
        return attempt(ZIP_ER_SEEK, [&]() -> zip_int64_t {
            const zip_int64_t to = zip_source_seek_compute_offset(output.position(), output.size(),
                                                                  const_cast<void*>(data), length, &error);
            if (to < 0) return -1;
            output.seek(static_cast<std::size_t>(to));
            return 0;
        });
    }

    zip_int64_t call(void* data, zip_uint64_t length, zip_source_cmd_t command) {
        switch (command) {
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(
                    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
                    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_WRITE,
                    ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
                    ZIP_SOURCE_REMOVE, -1);
            case ZIP_SOURCE_STAT:  // there is no container yet
                zip_error_set(&error, ZIP_ER_READ, ENOENT);
                return -1;
            case ZIP_SOURCE_WRITE:
                return write(data, length);
            case ZIP_SOURCE_SEEK_WRITE:
                return seek(data, length);
            case ZIP_SOURCE_TELL_WRITE:
                return static_cast<zip_int64_t>(output.position());
            case ZIP_SOURCE_ERROR:
                return zip_error_to_data(&error, data, length);
            case ZIP_SOURCE_BEGIN_WRITE:
            case ZIP_SOURCE_COMMIT_WRITE:
            case ZIP_SOURCE_ROLLBACK_WRITE:
            case ZIP_SOURCE_REMOVE:
            case ZIP_SOURCE_FREE:
            case ZIP_SOURCE_CLOSE:
                return 0;
            default:
                zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0);
                return -1;
        }
    }

    static zip_int64_t callback(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        return static_cast<Sink*>(self)->call(data, length, command);
    }
};

// ---- an entry that is deflated already

struct Reading {
    const Entry* entry = nullptr;
    std::size_t position = 0;

    zip_int64_t read(void* data, zip_uint64_t length) {
        const std::size_t count = std::min(static_cast<std::size_t>(length), entry->bytes.size() - position);
        std::memcpy(data, entry->bytes.data() + position, count);
        position += count;
        return static_cast<zip_int64_t>(count);
    }

    /// libzip takes the bytes for what they are: compressed, of this size and checksum.
    zip_int64_t describe(void* data) const {
        auto* about = static_cast<zip_stat_t*>(data);
        zip_stat_init(about);
        about->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
        about->size = entry->size;
        about->comp_size = entry->bytes.size();
        about->crc = entry->checksum;
        about->comp_method = entry->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
        return sizeof(zip_stat_t);
    }

    static zip_int64_t callback(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) {
        auto& reading = *static_cast<Reading*>(self);
        switch (command) {
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                      ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
            case ZIP_SOURCE_OPEN:
                reading.position = 0;
                return 0;
            case ZIP_SOURCE_READ:
                return reading.read(data, length);
            case ZIP_SOURCE_STAT:
                return reading.describe(data);
            case ZIP_SOURCE_ERROR: {
                zip_error_t none;
                zip_error_init(&none);
                return zip_error_to_data(&none, data, length);
            }
            default:
                return 0;
        }
    }
};

/// Time as FAT has it (APPNOTE 4.4.6).
struct DosTime {
    zip_uint16_t time = 0, date = 0;
};

DosTime dos_time(std::chrono::sys_seconds when) {
    using namespace std::chrono;
    const auto day = floor<days>(when);
    const year_month_day date(day);
    const hh_mm_ss time(when - day);
    const int year = std::clamp(static_cast<int>(date.year()), 1980, 2107);
    return {static_cast<zip_uint16_t>(time.hours().count() << 11 | time.minutes().count() << 5 |
                                      time.seconds().count() / 2),
            static_cast<zip_uint16_t>((year - 1980) << 9 | static_cast<int>(static_cast<unsigned>(date.month())) << 5 |
                                      static_cast<int>(static_cast<unsigned>(date.day())))};
}

[[noreturn]] void fail(const Output& output, const Sink& sink, const char* reason) {
    if (sink.failure) std::rethrow_exception(sink.failure);
    throw Error("cannot write " + output.path() + ": " + reason);
}

}  // namespace

Entry pack(std::string path, std::string bytes) {
    Entry entry;
    entry.path = std::move(path);
    entry.size = bytes.size();
    entry.checksum = libdeflate_crc32(0, bytes.data(), bytes.size());
    if (libdeflate_compressor* const packer = compressor(); packer && !bytes.empty()) {
        std::string packed(bytes.size(), '\0');  // no room to become larger
        const std::size_t size =
            libdeflate_deflate_compress(packer, bytes.data(), bytes.size(), packed.data(), packed.size());
        if (size > 0 && size < bytes.size()) {
            packed.resize(size);
            packed.shrink_to_fit();
            entry.bytes = std::move(packed);
            entry.deflated = true;
            return entry;
        }
    }
    entry.bytes = std::move(bytes);
    return entry;
}

void write_container(const std::vector<Entry>& entries, std::chrono::sys_seconds modified, Output& output) {
    Sink sink(output);
    std::vector<Reading> readings(entries.size());
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const target = zip_source_function_create(&Sink::callback, &sink, &error);
    zip_t* const zip = target ? zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
    if (!zip) fail(output, sink, zip_error_strerror(&error));
    zip_error_fini(&error);
    std::unique_ptr<zip_t, decltype(&zip_discard)> discarding(zip, &zip_discard);

    const DosTime time = dos_time(modified);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        readings[i].entry = &entries[i];
        zip_source_t* const source = zip_source_function(zip, &Reading::callback, &readings[i]);
        const zip_int64_t index = source ? zip_file_add(zip, entries[i].path.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) fail(output, sink, zip_strerror(zip));
        const auto at = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(zip, at, entries[i].deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
        zip_file_set_dostime(zip, at, time.time, time.date, 0);
    }
    if (zip_close(zip) != 0) fail(output, sink, zip_strerror(zip));
    static_cast<void>(discarding.release());  // zip_close freed it
}

}  // namespace notes_export::epub
