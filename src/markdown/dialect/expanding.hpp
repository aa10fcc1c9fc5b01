/// What the steps of an expansion share.
#pragma once

#include "markdown/dialect/expand.hpp"

namespace notes_export::markdown {

struct Expanding {
    const Source& source;
    const IncludeResolver& resolve;
    Diagnostics& diagnostics;
    std::size_t& left_to_include;  ///< bytes

    /// Whether the note may grow by so many bytes of files and templates, which they count as then.
    bool includes(std::size_t bytes) const {
        const bool fits = bytes <= left_to_include;
        left_to_include = fits ? left_to_include - bytes : 0;
        return fits;
    }

    void warn(const MappedText& text, Range range, std::string id, std::string message, std::string hint = {}) const {
        diagnostics.warn(std::move(id), source.id, text.to_source(range), std::move(message), std::move(hint));
    }
};

}  // namespace notes_export::markdown
