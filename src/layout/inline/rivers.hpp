/// Rivers: wide blanks below one another in lines in a row, which lead the eye down through a paragraph instead of
/// along its lines. The choice of breaks doesn't see them, for it looks at a line and the one before it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "layout/inline/breaks.hpp"
#include "layout/inline/total_fit.hpp"

namespace notes_export::layout {

/// Lines in the middle of rivers, as indexes into `ends`: above and below each is a wide blank at the place of one of
/// its own. Lines that are not loose have no wide blanks.
std::vector<std::size_t> rivers_in(std::span<const Break> breaks, const std::vector<std::size_t>& ends,
                                   const Fitting& fitting);

/// `total_fit`, and once more where that has rivers, with a price on the breaks that make them. The other way is taken
/// when it has fewer.
std::vector<std::size_t> fit_without_rivers(std::span<const Break> breaks, const Fitting& fitting);

}  // namespace notes_export::layout
