/// From a file's bytes to text: UTF-8 with LF line ends, whatever the file held.
#pragma once

#include <cstddef>
#include <string>

namespace notes_export::source {

struct Decoded {
    std::string text;          ///< valid UTF-8 without control characters other than tab and LF
    std::size_t replaced = 0;  ///< characters and bytes that became U+FFFD
    std::size_t first = 0;     ///< offset in `text` of the first of them
    std::string encoding{};    ///< that the file was in, if not in one of Unicode's
};

/// Decodes by the byte order mark (UTF-8, UTF-16 LE and BE), else as UTF-8, or as an older encoding where the bytes are
/// plainly no UTF-8. CRLF and CR become LF; form feed and
/// vertical tab become a blank; other control characters (C0, DEL, C1), noncharacters that XML forbids and bytes that
/// are not UTF-8 become U+FFFD.
Decoded decode(std::string bytes);

}  // namespace notes_export::source
