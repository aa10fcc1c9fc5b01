/// The container: files into one zip archive (EPUB Open Container Format 3.3, 4).
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "notes_export/output.hpp"

namespace notes_export::epub {

/// A file of the container, ready to be written.
struct Entry {
    std::string path;
    std::string bytes;           ///< deflated, or as they are
    std::size_t size = 0;        ///< of the file itself
    std::uint32_t checksum = 0;  ///< CRC-32 of the file itself
    bool deflated = false;
};

/// Deflates a file where that makes it smaller. May be called from any thread.
Entry pack(std::string path, std::string bytes);

/// Writes the container, "mimetype" first and stored; all entries bear `modified` in UTC, so that the bytes depend on
/// nothing else. Throws `Error`. Does not commit.
void write_container(const std::vector<Entry>& entries, std::chrono::sys_seconds modified, Output& output);

}  // namespace notes_export::epub
