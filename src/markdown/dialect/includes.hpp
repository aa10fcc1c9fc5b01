/// mdBook's directives: `{{#include file:10:20}}`, `{{#include file:anchor}}`, `{{#rustdoc_include}}`,
/// `{{#playground file}}`, `{{#title}}`, its plugins' `{{#template file key=value}}` and `{{#tab name="Title"}}`, and
/// hidden lines of Rust code.
#pragma once

#include <string>
#include <string_view>

#include "markdown/dialect/expanding.hpp"

namespace notes_export::markdown {

MappedText expand_includes(const MappedText& text, const Expanding& context);

/// The lines of `file` that `selection` asks for ("10", "10:20", ":20", "10:", "name" of an anchor, or empty for
/// all), without the lines that only name anchors. Lines are counted from 1.
std::string select_lines(std::string_view file, std::string_view selection);

/// A listing as mdBook shows it: lines that begin with `# ` are hidden, `##` stands for one `#`.
std::string with_hidden_lines(std::string_view rust);

}  // namespace notes_export::markdown
