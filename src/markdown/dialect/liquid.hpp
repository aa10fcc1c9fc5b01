/// Jekyll's Liquid: `{% highlight ruby %}`, `{% raw %}`, `{{ site.baseurl }}`, and kramdown's `{: .class}`.
#pragma once

#include "markdown/dialect/expanding.hpp"

namespace notes_export::markdown {

/// Tags that choose or repeat leave what they enclose; includes leave their pictures and captions, with a warning;
/// what is worked out when a site is built shows as its expression.
MappedText expand_liquid(const MappedText& text, const Expanding& context);

}  // namespace notes_export::markdown
