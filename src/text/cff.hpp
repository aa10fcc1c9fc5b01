/// The little of a CFF table (Adobe Technical Note 5176) that embedding has to read: whether it is CID-keyed, and
/// which CID each glyph has. Private to this part.
#pragma once

#include <hb.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace notes_export::text {

/// Whether the face's CFF table has the ROS operator.
bool is_cid_keyed(hb_face_t* face);

/// CIDs by glyph id, from the charset of a CID-keyed CFF table; glyph ids themselves where it can't be read.
std::vector<std::uint32_t> cids_of_glyphs(std::span<const std::byte> cff, std::size_t glyphs);

}  // namespace notes_export::text
