/// Chance that is the same on every machine: the standard's distributions are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string_view>

namespace notes_export::property {

class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    /// A number below `bound`, which is not 0.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }
    bool one_in(std::size_t count) { return below(count) == 0; }
    std::string_view one_of(std::initializer_list<std::string_view> choices) {
        return choices.begin()[below(choices.size())];
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace notes_export::property
