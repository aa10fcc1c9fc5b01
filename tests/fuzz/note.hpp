/// A note of arbitrary bytes, as the source part would hand it on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "notes_export/source.hpp"
#include "unicode/text.hpp"

namespace notes_export::fuzz {

inline std::unique_ptr<const Source> note_of(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto source = std::make_unique<Source>();
    source->id = {0};
    source->path = "note.md";
    for (std::size_t i = 0; i < bytes.size();) {
        char32_t character = unicode::decode(bytes, i);
        if (character < 0x20 && character != '\n' && character != '\t') character = 0xFFFD;
        unicode::append(source->text, character);
    }
    // The first byte also chooses the dialect, so that all of them are reached.
    if (size > 0) source->dialect = static_cast<Dialect>(data[0] % 6);
    return source;
}

}  // namespace notes_export::fuzz
