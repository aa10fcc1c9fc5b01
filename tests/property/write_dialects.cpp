#include "property/note_writer.hpp"

namespace notes_export::property {

std::string NoteWriter::dialect_piece(int depth) {
    switch (dialect_) {
        case Dialect::obsidian:
            if (random_.one_in(2)) return "%%" + comment() + "%% " + word();
            return "![[" + word() + "#" + word() + "]]";
        case Dialect::hugo:
            switch (random_.below(4)) {
                case 0:
                    return "{{< " + hidden() + " >}}" + words(depth) + "{{< /" + hidden() + " >}}";
                case 1:
                    return "[" + word() + "]({{< ref \"" + hidden() + ".md\" >}})";
                case 2:
                    return "{{< " + hidden() + " \"" + word() + " " + word() + "\" >}}";
                default:
                    return "{{</* " + word() + " */>}}";
            }
        case Dialect::jekyll:
            switch (random_.below(5)) {
                case 0:
                    return "{{ " + word() + " }}";
                case 1:
                    return "{% raw %}{{ " + word() + " }}{% endraw %}";
                case 2:
                    return "{% comment %}" + comment() + "{% endcomment %}" + word();
                case 3:
                    return "![" + word() + "]({{ site.baseurl }}/" + hidden() + ".png){: ." + hidden() + "}";
                default:
                    return "{% if " + comment() + " %}" + word() + "{% endif %}";
            }
        case Dialect::logseq:
            switch (random_.below(4)) {
                case 0:
                    return "#[[" + word() + " " + word() + "]]";
                case 1:
                    return "{{" + word() + " " + word() + "}}";
                case 2:
                    return "{{cloze " + word() + "}}";
                default:
                    return "{{embed [[" + word() + "]]}}";
            }
        case Dialect::mdbook:
            return random_.one_in(2) ? "\\{{#include " + word() + "}}" : "{{#" + word() + " " + word() + "}}";
        case Dialect::plain:
            return "{{" + word() + "}}";
    }
    return word();
}

Lines NoteWriter::dialect_block(int depth) {
    const auto inner = [&] { return depth > 0 ? blocks(depth - 1) : paragraph(); };
    switch (dialect_) {
        case Dialect::mdbook: {
            if (random_.one_in(2)) return surrounded("```rust", {"# " + word() + ";", word() + "();"}, "```");
            return surrounded("```admonish warning title=\"" + word() + "\"", lines_of(words(1)), "```");
        }
        case Dialect::hugo:
            switch (random_.below(5)) {
                case 0:
                    return {"{{< figure src=\"" + hidden() + ".png\" caption=\"" + word() + "\" >}}"};
                case 1:
                    return surrounded("{{< highlight go >}}", {word() + " {}"}, "{{< /highlight >}}");
                case 2:
                    return surrounded("{{% notice note \"" + word() + "\" %}}", inner(), "{{% /notice %}}");
                case 3:
                    return surrounded("{{< tab \"" + word() + "\" >}}", paragraph(), "{{< /tab >}}");
                default:
                    return surrounded("{{< details \"" + word() + "\" >}}", inner(), "{{< /details >}}");
            }
        case Dialect::jekyll:
            if (random_.one_in(2))
                return surrounded("{% highlight ruby %}", {word() + " " + word()}, "{% endhighlight %}");
            return {"{% include figure.html src=\"" + hidden() + ".png\" caption=\"" + word() + "\" %}"};
        case Dialect::logseq:
            switch (random_.below(quotes_ > 0 ? 3 : 4)) {
                case 0:
                    return {"- " + word(), "  " + word() + ":: " + word(),
                            "  id:: 65d3f1a2-1234-4abc-9def-0123456789ab"};
                case 1:
                    return surrounded("#+BEGIN_QUOTE", lines_of(words()), "#+END_QUOTE");
                case 2:
                    return surrounded("#+BEGIN_SRC python", {word()}, "#+END_SRC");
                default:
                    return {"- TODO " + word(), "  :LOGBOOK:", "  CLOCK: " + comment(), "  :END:"};
            }
        case Dialect::obsidian:
        case Dialect::plain:
            break;
    }
    return paragraph();
}

}  // namespace notes_export::property
