/// Where what stands together is written.
#pragma once

#include "notes_export/document.hpp"

namespace notes_export::markdown {

/// From the first one's place to the last one's; of inlines or blocks, at least one.
template <class Nodes>
SourceSpan covering(const Nodes& nodes) {
    return {nodes.front().span.begin, nodes.back().span.end};
}

}  // namespace notes_export::markdown
