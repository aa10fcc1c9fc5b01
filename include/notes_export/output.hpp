/// Where a book is written to: a file that appears whole or not at all, or a stream.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace notes_export {

/// A sink for one file's bytes, with random access as the EPUB container needs it.
///
/// A path is written through a temporary file in the same folder; `commit` makes it durable and puts it in the
/// path's place. Dropped without `commit`, it leaves nothing behind and an older file untouched. "-" is stdout.
/// Every member throws `Error` when the system refuses.
class Output {
public:
    explicit Output(const std::string& path);
    ~Output();
    Output(Output&&) noexcept;
    Output& operator=(Output&&) noexcept;

    void write(std::span<const std::byte> bytes);
    std::size_t position() const;  ///< bytes from the start
    void seek(std::size_t position);
    std::size_t size() const;  ///< bytes of the whole
    /// Flushes to the disk and renames into place; for a stream, sends everything.
    void commit();
    const std::string& path() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace notes_export
