/// What the steps of an expansion share.
#pragma once

#include "markdown/dialect/expand.hpp"

namespace notes_export::markdown {

struct Expanding {
    const Source& source;
    const IncludeResolver& resolve;
    Diagnostics& diagnostics;

    void warn(const MappedText& text, Range range, std::string id, std::string message, std::string hint = {}) const {
        diagnostics.warn(std::move(id), source.id, text.to_source(range), std::move(message), std::move(hint));
    }
};

}  // namespace notes_export::markdown
