/// Bytes of a file or a stream.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace notes_export::source {

struct FileBytes {
    std::string bytes;
    std::optional<std::chrono::sys_seconds> modified;
    std::string failure;  ///< why it could not be read; empty when it was
};

/// Reads a whole file in as few calls as possible. Streams (pipes) are read to their end.
FileBytes read_file_bytes(const std::filesystem::path& file);
FileBytes read_standard_input();

}  // namespace notes_export::source
