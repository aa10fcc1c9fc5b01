#include "source/file_bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

#include "support/file_descriptor.hpp"

namespace notes_export::source {
namespace {

/// Spans are 32 bits wide, and a replacement character is three times as long as the byte it stands for.
constexpr std::size_t longest_file = UINT32_MAX / 3;

std::string reason() {
    return std::generic_category().message(errno);
}

void read_all(int descriptor, std::size_t expected, FileBytes& out) {
    std::size_t size = 0;
    out.bytes.resize(expected + 1);  // one more: the end is seen without another round
    for (;;) {
        if (size == out.bytes.size()) out.bytes.resize(std::max<std::size_t>(size * 2, std::size_t{64} * 1024));
        const ssize_t got = ::read(descriptor, out.bytes.data() + size, out.bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) out.failure = reason();
        if (got <= 0) break;
        size += static_cast<std::size_t>(got);
        if (size > longest_file) {
            out.failure = "larger than 1.4 GB";
            break;
        }
    }
    out.bytes.resize(out.failure.empty() ? size : 0);
}

}  // namespace

FileBytes read_file_bytes(const std::filesystem::path& file) {
    FileBytes out;
    const FileDescriptor open_file(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    struct stat info{};
    if (!open_file || ::fstat(open_file.number(), &info) != 0) {
        out.failure = reason();
        return out;
    }
    const bool regular = S_ISREG(info.st_mode);
    if (regular && static_cast<std::uintmax_t>(info.st_size) > longest_file) {
        out.failure = "larger than 1.4 GB";
        return out;
    }
    read_all(open_file.number(), regular ? static_cast<std::size_t>(info.st_size) : std::size_t{64} * 1024, out);
    if (regular) out.modified = std::chrono::sys_seconds(std::chrono::seconds(info.st_mtim.tv_sec));
    return out;
}

FileBytes read_standard_input() {
    FileBytes out;
    read_all(STDIN_FILENO, std::size_t{64} * 1024, out);
    return out;
}

}  // namespace notes_export::source
