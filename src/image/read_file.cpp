#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "image/image.hpp"
#include "support/file_descriptor.hpp"

namespace notes_export::image {

std::variant<std::vector<std::byte>, Failure> read_file(const std::string& path) {
    // O_NONBLOCK: a named pipe in an archive must not keep the run waiting.
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) return Failure{std::string("can't be read: ") + std::strerror(errno)};
    struct stat status{};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return Failure{"is no file"};
    constexpr off_t most = off_t{512} << 20;
    if (status.st_size > most) return Failure{"is too large: over 512 MB"};
    std::vector<std::byte> bytes(static_cast<std::size_t>(status.st_size));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return Failure{std::string("can't be read: ") + std::strerror(errno)};
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace notes_export::image
