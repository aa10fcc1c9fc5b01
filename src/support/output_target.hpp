/// Where an output's bytes end up, and the temporary file that holds them until then.
#pragma once

#include <sys/types.h>

#include <string>

#include "support/file_descriptor.hpp"
#include "support/unfinished.hpp"

namespace notes_export {

/// What a path given for an output means.
struct OutputTarget {
    enum class Kind {
        file,    ///< a regular file, there or not yet: replaced by rename
        stream,  ///< stdout, a pipe, a device: everything is sent at the end
    };
    Kind kind = Kind::file;
    std::string path;  ///< of the file itself, symbolic links followed; of the stream; empty: stdout
    mode_t mode = 0;   ///< permissions of the file that is there; 0: none is
};

/// Throws `Error` when nothing can be written there (a folder, a folder that is missing).
OutputTarget find_output_target(const std::string& path);

/// The file that is written until the book is whole. Removed when it goes out of scope, unless it was put in place.
struct TemporaryFile {
    FileDescriptor descriptor;
    std::string path;  ///< empty: it has no name, the system removes it
    UnfinishedSlot slot;

    TemporaryFile() = default;
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&&) = delete;
    ~TemporaryFile();
};

/// Opens ".NAME.part" beside the target, under a lock: two runs never write the same book. What a killed run left
/// there is taken over. Throws `Error` when another run holds it or the folder is not writable.
TemporaryFile open_beside(const OutputTarget& target, const std::string& shown);

/// Opens a file without a name in the system's folder for temporary files.
TemporaryFile open_nameless(const std::string& shown);

/// Makes the bytes durable and renames the file to its target's path.
void put_in_place(TemporaryFile& temporary, const OutputTarget& target, const std::string& shown);

/// Sends the first `size` bytes of the file to the stream.
void send(const TemporaryFile& temporary, std::size_t size, const OutputTarget& target, const std::string& shown);

/// Throws an `Error`: "cannot write PATH: REASON of errno".
[[noreturn]] void fail_to_write(const std::string& shown, int error_number);

}  // namespace notes_export
