#include "cover/time_strip.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace notes_export::cover {

std::vector<double> time_strip(const Archive& archive) {
    using namespace std::chrono;
    std::vector<std::pair<local_days, double>> written;
    for (const Note& note : archive.notes)
        if (note.date) written.emplace_back(floor<days>(note.date->at), static_cast<double>(note.words));
    if (written.size() < 2) return {};
    const auto [first, last] = std::ranges::minmax(written, {}, [](const auto& day) { return day.first; });
    const local_days begin = first.first;
    const auto span = (last.first - begin).count() + 1;
    // Days, weeks, months of thirty days, years; then as many days a bar as sixty bars need.
    constexpr long long most_bars = 60;
    long long step = (span + most_bars - 1) / most_bars;
    for (const long long natural : {1LL, 7LL, 30LL, 365LL})
        if (span <= natural * most_bars) {
            step = natural;
            break;
        }
    std::vector<double> bars(static_cast<std::size_t>((span + step - 1) / step));
    for (const auto& [day, words] : written) bars[static_cast<std::size_t>((day - begin).count() / step)] += words;
    return bars;
}

}  // namespace notes_export::cover
