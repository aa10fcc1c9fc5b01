/// Text that may still grow.
///
/// Pieces that follow one another in memory stay a view, so that text goes from the source to the book without a copy.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notes_export/document.hpp"

namespace notes_export::markdown {

class RunningText {
public:
    bool empty() const { return empty_; }
    bool ends_in_blank() const { return joined_ ? copy_.ends_with(' ') : view_.ends_with(' '); }

    /// A text that lives as long as the document.
    void add(std::string_view text, SourceSpan span);
    void add_copy(std::string_view text, SourceSpan span);

    struct Taken {
        std::string_view text;  ///< lives as long as the document
        SourceSpan span;        ///< from the first piece to the end of the last
    };
    /// Nothing when there is no text; empty afterwards.
    std::optional<Taken> take(Arena& arena);

private:
    void append_to_copy(std::string_view text);

    bool empty_ = true;
    bool joined_ = false;    ///< `copy_` holds it, not `view_`
    std::string_view view_;  ///< one stretch of memory
    std::string copy_;
    SourceSpan span_;
};

}  // namespace notes_export::markdown
