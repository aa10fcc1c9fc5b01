/// Whether notes are written as a vault of Obsidian's is, where no `.obsidian` folder says so: published vaults often
/// leave it out.
#pragma once

#include <string_view>

namespace notes_export::source {

/// Whether a note links to another as `[[name]]` or `[[name|words]]`, outside of code.
bool has_wikilink(std::string_view text);

}  // namespace notes_export::source
