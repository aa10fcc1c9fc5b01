/// Direction of writing.
#pragma once

namespace notes_export {

enum class Direction { automatic, left_to_right, right_to_left };

}  // namespace notes_export
