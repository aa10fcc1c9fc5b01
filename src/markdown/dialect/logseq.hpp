/// Logseq's outlines as Markdown: properties, drawers, macros and Org's blocks become what they mean.
///
/// `id:: uuid` of a block becomes `^uuid` at its end, other properties of the program vanish, those of the writer are
/// shown as "**key:** value". `{{embed …}}` becomes an embed, `{{video address}}` its address, a macro that only
/// Logseq can work out is shown as code. A drawer (`:LOGBOOK:` to `:END:`) is the program's own and vanishes.
#pragma once

#include "markdown/dialect/expanding.hpp"
#include "markdown/dialect/mapped_text.hpp"

namespace notes_export::markdown {

bool may_have_logseq_forms(std::string_view text);

MappedText expand_logseq(const MappedText& text, const Expanding& context);

}  // namespace notes_export::markdown
