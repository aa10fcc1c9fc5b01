/// Parting a block that is too large for one file.
#pragma once

#include <cstddef>

#include "notes_export/document.hpp"

namespace notes_export::epub {

/// The block in two of its kind, or the blocks of a group one by one, when it is estimated at more than `most` bytes of
/// XHTML: a list between items (numbers go on), a table between rows (its head said again), code between lines, a
/// paragraph between its words. Anchors stay with the first part. Empty when the block is smaller, or can't be parted.
Blocks parted(const Block& block, std::size_t most);

}  // namespace notes_export::epub
