/// Hugo's shortcodes: `{{< figure src="x.png" caption="…" >}}`, `{{% notice tip %}} … {{% /notice %}}`.
///
/// Those that Hugo or common themes have become Markdown; unknown ones leave the text they enclose and the words of
/// their parameters, with a warning. `{{</* x */>}}` shows a shortcode as text.
#pragma once

#include "markdown/dialect/expanding.hpp"

namespace notes_export::markdown {

MappedText expand_shortcodes(const MappedText& text, const Expanding& context);

}  // namespace notes_export::markdown
