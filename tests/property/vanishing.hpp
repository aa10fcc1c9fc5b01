/// What a note may lose by the rules of Markdown and of the dialects, read from the source without the parser's help.
///
/// Broad on purpose: it tells the words that some mark may take from those that nothing takes. Those are never lost.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notes_export/diagnostics.hpp"
#include "notes_export/source.hpp"

namespace notes_export::property {

class Vanishing {
public:
    /// Lines that a warning points at are told, so not lost in silence.
    Vanishing(const Source& source, const Diagnostics& diagnostics);

    /// Whether each occurrence of the token stands where words may vanish.
    bool takes(std::string_view token) const;

private:
    void between(std::string_view open, std::string_view close);
    void tags();
    void lines();
    void take(std::size_t begin, std::size_t end) { taken_.emplace_back(begin, end); }

    std::string_view text_;
    std::vector<std::pair<std::size_t, std::size_t>> taken_;
};

}  // namespace notes_export::property
