/// What a shortcode of the site's own makes of what it encloses, as far as its template tells without being run.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace notes_export::markdown {

struct ShortcodeTemplate {
    enum class Kind {
        unclear,
        code,   ///< shows what it encloses as a listing
        file,   ///< shows a file that a parameter names
        fixed,  ///< always shows the same text
    };
    Kind kind = Kind::unclear;
    std::string text;  ///< of a fixed one
};

/// Reads a template (`layouts/shortcodes/NAME.html`).
ShortcodeTemplate read_shortcode_template(std::string_view text);

}  // namespace notes_export::markdown
