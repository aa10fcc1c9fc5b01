/// Dates of notes.
#pragma once

#include <chrono>
#include <compare>

namespace notes_export {

/// A note's date, in the writer's own time; `has_time` says whether the time of day is known.
struct Timestamp {
    std::chrono::local_seconds at{};
    bool has_time = false;
    auto operator<=>(const Timestamp&) const = default;
};

}  // namespace notes_export
