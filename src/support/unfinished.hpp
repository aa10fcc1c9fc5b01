/// Files that must not outlive a run that a signal ends: temporary files of books that are being written.
///
/// The one piece of global state in the program, because a signal handler has nothing else to go by. The table is of
/// fixed size and is changed by atomic flags only, so the handler may read it at any moment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace notes_export {

/// A place in the table; nothing when the table is full or the path too long (then a signal leaves the file behind).
using UnfinishedSlot = std::optional<std::size_t>;

UnfinishedSlot register_unfinished(const std::string& path);
void forget_unfinished(UnfinishedSlot slot);

/// Removes every registered file. Async-signal-safe (signal-safety(7)): calls unlink(2) and nothing else.
void remove_unfinished() noexcept;

}  // namespace notes_export
