#include "property/note_writer.hpp"

#include <utility>

namespace notes_export::property {
namespace {

using Lines = std::vector<std::string>;

void append(Lines& out, const Lines& lines) {
    out.insert(out.end(), lines.begin(), lines.end());
}

/// The first line behind `first`, the others behind `rest`; blank lines stay blank where `rest` is.
Lines within(const Lines& lines, const std::string& first, const std::string& rest) {
    Lines out;
    const bool blank = rest.find_first_not_of(' ') == std::string::npos;
    for (const std::string& line : lines)
        out.push_back(out.empty() ? first + line : line.empty() && blank ? std::string() : rest + line);
    return out;
}

Lines surrounded(std::string before, const Lines& lines, std::string behind) {
    Lines out{std::move(before)};
    append(out, lines);
    out.push_back(std::move(behind));
    return out;
}

Lines lines_of(const std::string& text) {
    Lines lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace

std::string NoteWriter::token(std::string_view kind) {
    return std::string(kind) + std::to_string(++count_) + "z";
}

// ---- inline

std::string NoteWriter::words(int depth) {
    std::string out = word();
    for (std::size_t i = random_.below(4); i > 0; --i) {
        out += random_.one_of({" ", " ", " ", ", ", " (", ") ", ": ", ". ", "-", " – ", " ‘", "’ "});
        out += piece(depth);
    }
    return out;
}

std::string NoteWriter::piece(int depth) {
    if (depth == 0) return word();
    switch (random_.below(6)) {
        case 0:
            return word();
        case 1:
            return html_piece(depth - 1);
        case 2:
            return literal_piece();
        case 3:
            return dialect_piece(depth - 1);
        default:
            return common_piece(depth - 1);
    }
}

std::string NoteWriter::common_piece(int depth) {
    switch (random_.below(22)) {
        case 0:
            return "*" + words(depth) + "*";
        case 1:
            return "**" + words(depth) + "**";
        case 2:
            return "_" + words(depth) + "_";
        case 3:
            return "~~" + words(depth) + "~~";
        case 4:
            return "==" + words(depth) + "==";
        case 5:
            return word() + "~" + word() + "~";
        case 6:
            return word() + "^" + word() + "^";
        case 7:
            return "`" + word() + " [[" + word() + "]] " + word() + "`";
        case 8:
            return "``" + word() + " ` " + word() + "``";
        case 9:
            return "[" + words(depth) + "](" + hidden() + ".md)";
        case 10:
            return "[" + words(depth) + "](https://example.org/" + hidden() + " \"" + hidden() + "\")";
        case 11:
            return "![" + word() + " " + word() + "](" + hidden() + ".png)";
        case 12:
            return "[" + word() + "][" + word() + "]";
        case 13:
            return "[[" + word() + "]]";
        case 14:
            return "[[" + hidden() + "#" + hidden() + "|" + word() + " *" + word() + "* <b>" + word() + "</b>]]";
        case 15:
            return "![[" + hidden() + ".png|300]]";
        case 16: {
            labels_.push_back(hidden());
            return word() + "[^" + labels_.back() + "]";
        }
        case 17:
            return word() + "^[" + word() + " " + words(depth) + "]";
        case 18:
            return "$" + word() + "_1 * " + word() + "$";
        case 19:
            return "#" + word();
        case 20:
            return "https://example.org/" + word() + " " + word();
        default:
            return word() + "\\\n" + word();
    }
}

std::string NoteWriter::html_piece(int depth) {
    switch (random_.below(16)) {
        case 0:
            return "<b>" + words(depth) + "</b>";
        case 1:
            return "<kbd>" + word() + "</kbd>";
        case 2:
            return "<span title=\"" + comment() + "\">" + words(depth) + "</span>";
        case 3:
            return word() + "<br>" + word();
        case 4:
            return "<ruby>" + word() + "<rt>" + word() + "</rt></ruby>";
        case 5:
            return "<a href=\"" + hidden() + "\">" + words(depth) + "</a>";
        case 6:
            return "<img src=\"" + hidden() + ".png\" alt=\"" + word() + "\">";
        case 7:
            return "<!-- " + comment() + " -->" + word();
        case 8:
            return "<abbr title='" + hidden() + "'>" + word() + "</abbr>";
        case 9:
            return word() + "<sub>" + word() + "</sub>";
        case 10:
            return "<u>" + words(depth) + "</u>";
        case 11:
            return "<code>" + word() + "</code>";
        case 12:
            return "<button>" + word() + "</button>";
        case 13:
            return "<font color=red>" + words(depth) + "</font>";
        case 14:
            return "<mark>" + words(depth) + "</mark>";
        default:
            return "<b>" + word();
    }
}

std::string NoteWriter::literal_piece() {
    switch (random_.below(24)) {
        case 0:
            return "\\*" + word() + "\\*";
        case 1:
            return "\\[[" + word() + "]]";
        case 2:
            return "\\#" + word();
        case 3:
            return "\\==" + word() + "\\==";
        case 4:
            return "\\$" + word();
        case 5:
            return "$5 " + word() + " $6";
        case 6:
            return "**" + word();
        case 7:
            return "[" + word();
        case 8:
            return word() + "]";
        case 9:
            return "==" + word();
        case 10:
            return "[[" + word();
        case 11:
            return "&amp;" + word() + "&copy;";
        case 12:
            return word() + " < " + word() + " > " + word();
        case 13:
            return word() + std::string(5 + backticks_++, '`') + word();
        case 14:
            return "<" + word() + ">";
        case 15:
            return ":tada:" + word();
        case 16:
            return word() + " == " + word();
        case 17:
            return "[^" + word() + "]";
        case 18:
            return word() + "@example.org";
        case 19:
            return "((" + word() + "))";
        case 20:
            return "{" + word() + "}";
        case 21:
            return "<" + word();
        case 22:
            return "] (" + word();
        default:
            return "这是**" + word() + "。**后面";
    }
}

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

// ---- blocks

NoteWriter::Lines NoteWriter::paragraph() {
    std::string text = words();
    for (std::size_t i = random_.below(3); i > 0; --i) text += std::string(random_.one_of({"\n", "  \n"})) + words();
    Lines lines = lines_of(text);
    if (random_.one_in(8)) lines.back() += " ^" + hidden();
    return lines;
}

NoteWriter::Lines NoteWriter::heading() {
    if (random_.one_in(5)) return {word() + " " + word(), std::string(random_.one_of({"===", "---"}))};
    std::string line = std::string(1 + random_.below(6), '#') + " " + word() + " " + piece(1);
    for (char& c : line)
        if (c == '\n') c = ' ';
    if (random_.one_in(4)) line += " {#" + hidden() + " ." + hidden() + "}";
    if (random_.one_in(6)) line += " ##";
    return {line};
}

NoteWriter::Lines NoteWriter::list(int depth) {
    Lines out;
    const std::string marker(random_.one_of({"- ", "* ", "+ ", "1. ", "1) "}));
    const bool loose = random_.one_in(3);
    for (std::size_t i = 1 + random_.below(3); i > 0; --i) {
        const std::string task(random_.one_in(4) ? random_.one_of({"[ ] ", "[x] ", "[-] ", "[/] ", "[>] "}) : "");
        Lines inner = paragraph();
        inner.front().insert(0, task);
        if (depth > 0 && random_.one_in(2)) {
            if (random_.one_in(2)) inner.emplace_back();
            append(inner, block(depth - 1));
        }
        append(out, within(inner, marker, std::string(marker.size(), ' ')));
        if (loose) out.emplace_back();
    }
    return out;
}

NoteWriter::Lines NoteWriter::quote(int depth) {
    Lines inner;
    if (random_.one_in(2)) {
        inner.push_back("[!" + std::string(random_.one_of({"note", "WARNING", "tip|x", "my-own"})) + "]" +
                        std::string(random_.one_of({"", "-", "+"})) +
                        (random_.one_in(2) ? " " + word() + " *" + word() + "*" : ""));
    }
    ++quotes_;
    append(inner, depth > 0 ? blocks(depth - 1) : paragraph());
    --quotes_;
    return within(inner, "> ", "> ");
}

NoteWriter::Lines NoteWriter::code() {
    if (random_.one_in(4)) return within({word() + " <" + word() + ">", "", word()}, "    ", "    ");
    const std::string fence(random_.one_of({"```", "~~~~", "````"}));
    const Lines inner{"# " + word(), word() + " [[" + word() + "]] {{" + word() + "}} %%" + word() + "%%", "",
                      "[^1]: " + word(), "  $" + word() + "$"};
    return surrounded(fence + std::string(random_.one_of({"", "rust", "python title=\"x\"", "text"})), inner, fence);
}

std::string NoteWriter::cell() {
    switch (random_.below(9)) {
        case 0:
            return "[[" + hidden() + "\\|" + word() + "]]";
        case 1:
            return "`" + word() + "`";
        case 2:
            return word() + "<br>" + word();
        case 3:
            return "==" + word() + "==";
        case 4:
            return "[[" + hidden() + "|" + word() + "]]";
        case 5:
            return "$" + word() + "$";
        case 6:
            return "**" + word();
        case 7:
            return "`" + word() + "\\|" + word() + "`";
        default:
            return word();
    }
}

NoteWriter::Lines NoteWriter::table() {
    const std::size_t columns = 1 + random_.below(3);
    const auto row = [&](auto text) {
        std::string line = "|";
        for (std::size_t i = 0; i < columns; ++i) line += " " + text() + " |";
        return line;
    };
    Lines out{row([&] { return word(); }),
              row([&] { return std::string(random_.one_of({"---", ":--:", "--:", ":-"})); })};
    for (std::size_t i = random_.below(4); i > 0; --i) out.push_back(row([&] { return cell(); }));
    return out;
}

NoteWriter::Lines NoteWriter::html_block(int depth) {
    const auto with_markdown = [&](std::string open, std::string close) {
        Lines inner{""};
        append(inner, depth > 0 ? blocks(depth - 1) : paragraph());
        inner.emplace_back();
        return surrounded(std::move(open), inner, std::move(close));
    };
    switch (random_.below(14)) {
        case 0:
            return with_markdown("<div class=\"" + comment() + "\">", "</div>");
        case 1:
            return with_markdown("<details><summary>" + word() + "</summary>", "</details>");
        case 2:
            return {"<table><tr><th>" + word() + "<td>" + word() + "</tr><tr><td colspan=2>" + word() + "</table>"};
        case 3:
            return {"<p align=center>" + word() + "<br/>" + word() + "</p>"};
        case 4:
            return {"<pre>" + word(), "", word() + "</pre>"};
        case 5:
            return {"<ul><li>" + word() + "<li>" + word() + "</ul>"};
        case 6:
            return {"<dl><dt>" + word() + "<dd>" + word() + "</dl>"};
        case 7:
            return {"<!-- " + comment(), "", comment() + " -->"};
        case 8:
            return {"<style>", "." + comment() + " {}", "</style>"};
        case 9:
            return {"<figure><img src=" + hidden() + ".png><figcaption>" + word() + "</figcaption></figure>"};
        case 10:
            return {"<div>" + word() + "</div> " + word()};
        case 11:
            return with_markdown("<div>", "");
        case 12:
            return {"<iframe src=\"https://example.org/" + hidden() + "\"></iframe>" + word()};
        default:
            return {"<select><option>" + word() + "<option>" + word() + "</select>"};
    }
}

NoteWriter::Lines NoteWriter::form(int depth) {
    const auto inner = [&] { return depth > 0 ? blocks(depth - 1) : paragraph(); };
    // Forms of whole lines are read in lists and in each other, not in quotes.
    switch (random_.below(quotes_ > 0 ? 8 : 11)) {
        case 0:
            return surrounded("$$", {word() + " \\\\ " + word()}, "$$");
        case 1: {
            Lines out{word()};
            append(out, within(lines_of(words()), ": ", "  "));
            append(out, within(lines_of(words()), ": ", "  "));
            return out;
        }
        case 2:
            return {"| " + word(), "|   " + word(), "| " + word()};
        case 3:
            return {"---"};
        case 4:
            return {"[" + hidden() + "]: https://example.org/" + hidden() + " \"" + hidden() + "\""};
        case 5:
            return {"![[" + hidden() + "]]"};
        case 6:
            return surrounded("%%", {comment(), "", comment()}, "%%");
        case 7:
            return {"*[" + word() + "]: " + word()};
        case 8: {
            Lines out{std::string(random_.one_of({"!!! note", "??? tip", "???+ warning"})) + " \"" + word() + "\""};
            append(out, within(inner(), "    ", "    "));
            return out;
        }
        case 9:
            return surrounded(":::" + std::string(random_.one_of({"tip ", " warning ", "other "})) + word(), inner(),
                              ":::");
        default: {
            Lines out{"=== \"" + word() + "\"", ""};
            append(out, within(inner(), "    ", "    "));
            return out;
        }
    }
}

NoteWriter::Lines NoteWriter::dialect_block(int depth) {
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

NoteWriter::Lines NoteWriter::block(int depth) {
    switch (random_.below(14)) {
        case 0:
            return heading();
        case 1:
        case 2:
            return list(depth);
        case 3:
            return quote(depth);
        case 4:
            return code();
        case 5:
            return table();
        case 6:
        case 7:
            return html_block(depth);
        case 8:
        case 9:
            return form(depth);
        case 10:
            return dialect_block(depth);
        default:
            return paragraph();
    }
}

NoteWriter::Lines NoteWriter::blocks(int depth) {
    Lines out = block(depth);
    for (std::size_t i = random_.below(4); i > 0; --i) {
        out.emplace_back();
        append(out, block(depth));
    }
    return out;
}

NoteWriter::Lines NoteWriter::front_matter() {
    switch (random_.below(5)) {
        case 0:
            return {"---", "title: " + word(), "tags: [" + word() + "]", "date: 2024-02-13", "---", ""};
        case 1:
            return {"+++", "title = \"" + word() + "\"", "date = 2024-02-13", "+++", ""};
        default:
            return {};
    }
}

std::string NoteWriter::note() {
    backticks_ = 0;
    Lines lines = front_matter();
    append(lines, blocks(3));
    while (!labels_.empty()) {
        const std::string label = labels_.back();
        labels_.pop_back();
        Lines body = paragraph();
        if (random_.one_in(3)) {
            body.emplace_back();
            append(body, blocks(1));
        }
        lines.emplace_back();
        append(lines, within(body, "[^" + label + "]: ", "    "));
    }
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

}  // namespace notes_export::property
