#include "support/output_target.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <system_error>
#include <vector>

#include "notes_export/diagnostics.hpp"

namespace notes_export {
namespace {

namespace fs = std::filesystem;

constexpr mode_t all_may = 0666;  // less the user's umask, which open(2) takes off

std::string reason(int error_number) {
    return std::generic_category().message(error_number);
}

/// The file that a chain of symbolic links ends in, whether it is there or not.
fs::path follow_links(fs::path path) {
    constexpr int kernel_limit = 40;  // path_resolution(7)
    for (int i = 0; i < kernel_limit; ++i) {
        std::error_code error;
        const fs::path next = fs::read_symlink(path, error);
        if (error) return path;
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    return path;
}

std::string folder_of(const std::string& path) {
    const fs::path parent = fs::path(path).parent_path();
    return parent.empty() ? "." : parent.string();
}

/// ".NAME.part", shortened where the file system's limit of 255 bytes asks for it.
std::string part_path(const std::string& path) {
    std::string name = fs::path(path).filename().string();
    constexpr std::size_t longest = 240;
    if (name.size() > longest) name = fmt::format("notes-export-{:016x}", std::hash<std::string>{}(name));
    return (fs::path(folder_of(path)) / ("." + name + ".part")).string();
}

/// Whether the file that is open still is what its path names: another run may have renamed it before we had the lock.
bool is_still_at(int descriptor, const std::string& path) {
    struct stat open_file{};
    struct stat named{};
    return ::fstat(descriptor, &open_file) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           open_file.st_ino == named.st_ino && open_file.st_dev == named.st_dev;
}

/// A file that someone else put there, or that has a second name, is not ours to write into.
bool is_ours(int descriptor) {
    struct stat info{};
    return ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == ::geteuid() && info.st_nlink == 1;
}

TemporaryFile named(FileDescriptor descriptor, std::string path) {
    TemporaryFile made;
    made.descriptor = std::move(descriptor);
    made.path = std::move(path);
    made.slot = register_unfinished(made.path);
    return made;
}

TemporaryFile open_random(const std::string& path, const std::string& shown) {
    std::string pattern = (fs::path(folder_of(path)) / ".notes-export-XXXXXX").string();
    FileDescriptor descriptor(::mkostemp(pattern.data(), O_CLOEXEC));
    if (!descriptor) fail_to_write(shown, errno);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor.number(), all_may & ~mask);
    return named(std::move(descriptor), std::move(pattern));
}

void sync_folder(const std::string& path) {
    // Some file systems can't sync a folder; the book is complete all the same.
    const FileDescriptor folder(::open(folder_of(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder) ::fsync(folder.number());
}

FileDescriptor open_stream(const OutputTarget& target) {
    if (target.path.empty()) return FileDescriptor(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3));
    return FileDescriptor(::open(target.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
}

void write_all(int descriptor, const char* bytes, std::size_t size, const std::string& shown) {
    while (size > 0) {
        const ssize_t written = ::write(descriptor, bytes, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail_to_write(shown, written < 0 ? errno : EIO);
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

}  // namespace

void fail_to_write(const std::string& shown, int error_number) {
    throw Error(fmt::format("cannot write {}: {}", shown, reason(error_number)));
}

OutputTarget find_output_target(const std::string& path) {
    if (path == "-") return {OutputTarget::Kind::stream, {}, 0};
    if (path.empty()) throw Error("cannot write a book without a file name: name a file, or - for stdout");
    struct stat info{};
    if (::stat(path.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode))
            throw Error(fmt::format("cannot write {}: it is a folder; name a file within it", path));
        if (!S_ISREG(info.st_mode)) return {OutputTarget::Kind::stream, path, 0};
        // /dev/stdout may lead to a regular file that the shell holds open: replacing it would write to nobody.
        if (fs::path(path).parent_path() == "/dev" || path.starts_with("/dev/fd/") || path.starts_with("/proc/"))
            return {OutputTarget::Kind::stream, path, 0};
        return {OutputTarget::Kind::file, follow_links(path).string(), info.st_mode & 07777};
    }
    if (errno == EACCES || errno == ELOOP || errno == ENAMETOOLONG) fail_to_write(path, errno);
    const std::string file = follow_links(path).string();
    if (!fs::is_directory(folder_of(file)))
        throw Error(fmt::format("cannot write {}: there is no folder {}; create it first", path, folder_of(file)));
    if (file.ends_with('/')) throw Error(fmt::format("cannot write {}: name a file, not a folder", path));
    return {OutputTarget::Kind::file, file, 0};
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : descriptor(std::move(other.descriptor)),
      path(std::exchange(other.path, {})),
      slot(std::exchange(other.slot, std::nullopt)) {}

TemporaryFile::~TemporaryFile() {
    if (!path.empty()) ::unlink(path.c_str());
    forget_unfinished(slot);
}

TemporaryFile open_beside(const OutputTarget& target, const std::string& shown) {
    const std::string path = part_path(target.path);
    for (;;) {
        FileDescriptor descriptor(
            ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, all_may));
        if (!descriptor && (errno == ELOOP || errno == EISDIR || errno == EACCES))
            return open_random(target.path, shown);
        if (!descriptor) fail_to_write(shown, errno);
        if (!is_ours(descriptor.number())) return open_random(target.path, shown);
        if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw Error(
                fmt::format("cannot write {}: another run is writing it; wait for it, or name another file", shown));
        if (!is_still_at(descriptor.number(), path)) continue;
        if (::ftruncate(descriptor.number(), 0) != 0) fail_to_write(shown, errno);
        return named(std::move(descriptor), path);
    }
}

TemporaryFile open_nameless(const std::string& shown) {
    std::error_code none;
    fs::path folder = fs::temp_directory_path(none);
    if (none) folder = "/tmp";
    std::string pattern = (folder / "notes-export-XXXXXX").string();
    TemporaryFile made;
    made.descriptor = FileDescriptor(::mkostemp(pattern.data(), O_CLOEXEC));
    if (!made.descriptor)
        throw Error(fmt::format("cannot write {}: no temporary file in {}: {}", shown, folder.string(), reason(errno)));
    ::unlink(pattern.c_str());
    return made;
}

void put_in_place(TemporaryFile& temporary, const OutputTarget& target, const std::string& shown) {
    if (target.mode != 0) ::fchmod(temporary.descriptor.number(), target.mode);
    if (::fsync(temporary.descriptor.number()) != 0 && errno != EINVAL) fail_to_write(shown, errno);
    if (::rename(temporary.path.c_str(), target.path.c_str()) != 0) fail_to_write(shown, errno);
    forget_unfinished(std::exchange(temporary.slot, std::nullopt));
    temporary.path.clear();
    sync_folder(target.path);
}

void send(const TemporaryFile& temporary, std::size_t size, const OutputTarget& target, const std::string& shown) {
    const FileDescriptor stream = open_stream(target);
    if (!stream) fail_to_write(shown, errno);
    std::vector<char> chunk(std::size_t{256} * 1024);
    for (std::size_t at = 0; at < size;) {
        const ssize_t got = ::pread(temporary.descriptor.number(), chunk.data(), std::min(chunk.size(), size - at),
                                    static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) fail_to_write(shown, got < 0 ? errno : EIO);
        write_all(stream.number(), chunk.data(), static_cast<std::size_t>(got), shown);
        at += static_cast<std::size_t>(got);
    }
}

}  // namespace notes_export
