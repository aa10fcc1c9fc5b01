/// Encodings from before Unicode, in which old notes still lie about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::source {

struct LegacyText {
    std::string text;      ///< UTF-8
    std::string encoding;  ///< IANA's name of the one it was in
};

/// The text of bytes that most likely are in such an encoding, as ICU's detector says: more of their bytes beyond ASCII
/// are no UTF-8 than make characters of it, there are at least a few of them, and nothing in them is a control
/// character. Nothing else: a UTF-8 file with a stray byte in it stays one.
std::optional<LegacyText> read_legacy_encoding(std::string_view bytes);

}  // namespace notes_export::source
