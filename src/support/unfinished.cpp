#include "support/unfinished.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <climits>

namespace notes_export {
namespace {

struct Slot {
    std::atomic<int> state{0};  ///< 0 free, 1 being filled, 2 holds a path
    std::array<char, PATH_MAX> path{};
};

/// A run writes two books; a program that uses the library may write a few more at a time.
std::array<Slot, 8> slots;

}  // namespace

UnfinishedSlot register_unfinished(const std::string& path) {
    if (path.size() >= PATH_MAX) return std::nullopt;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        int free = 0;
        if (!slots[i].state.compare_exchange_strong(free, 1)) continue;
        std::copy(path.begin(), path.end(), slots[i].path.begin());
        slots[i].path[path.size()] = '\0';
        slots[i].state.store(2);
        return i;
    }
    return std::nullopt;
}

void forget_unfinished(UnfinishedSlot slot) {
    if (slot) slots[*slot].state.store(0);
}

void remove_unfinished() noexcept {
    for (Slot& slot : slots)
        if (slot.state.load() == 2) ::unlink(slot.path.data());
}

}  // namespace notes_export
