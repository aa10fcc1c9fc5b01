#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/dialect/expand.hpp"
#include "markdown/dialect/includes.hpp"
#include "markdown/dialect/shortcode_template.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Expanded {
    Source source;
    std::optional<MappedText> text;
    Diagnostics diagnostics;

    std::string str() const { return text ? text->text : source.text; }
    std::vector<std::string> warnings() const {
        std::vector<std::string> out;
        for (const Diagnostic& diagnostic : diagnostics.all()) out.push_back(diagnostic.id);
        return out;
    }
};

Expanded expanded(std::string text, Dialect dialect = Dialect::plain) {
    Expanded out;
    out.source.text = std::move(text);
    out.source.dialect = dialect;
    out.source.front_matter.fields.push_back({.key = "title", .values = {"The Title"}, .span = {}});
    const auto resolve = [](std::string_view path) -> std::optional<std::string> {
        if (path == "/layouts/shortcodes/own-code.html") return "<pre>{{ .Inner }}</pre>";
        if (path == "/layouts/shortcodes/own-book.html") return std::string(1 << 20, 'x');
        if (path == "/layouts/shortcodes/own-words.html") return "Always.\n";
        if (path == "/layouts/shortcodes/own-file.html") return "{{ .Get \"file\" | readFile }}";
        if (path == "sections.md") return "A\n<!-- --8<-- [start:b] -->\nB\n<!-- --8<-- [end:b] -->\n";
        if (path == "greeting.md") return "Hello [[#name]] from [[#place here]]\n";
        if (path != "a.rs" && path != "/a.rs") return std::nullopt;
        return "one\n// ANCHOR: x\ntwo\n// ANCHOR_END: x\nthree\n";
    };
    out.text = expand(out.source, resolve, out.diagnostics);
    return out;
}

TEST(Includes, TakeLinesOrAnchors) {
    EXPECT_EQ(expanded("```\n{{#include a.rs}}\n```\n", Dialect::mdbook).str(), "```\none\ntwo\nthree\n```\n");
    EXPECT_EQ(expanded("{{#rustdoc_include a.rs:x}}", Dialect::mdbook).str(), "two");
    EXPECT_EQ(expanded("{{#playground a.rs editable}}", Dialect::mdbook).str(), "~~~~~~rust\none\ntwo\nthree\n~~~~~~");
    EXPECT_EQ(expanded("```\n{{#playground a.rs}}\n```", Dialect::mdbook).str(), "```\none\ntwo\nthree\n```");
    EXPECT_EQ(expanded("{{#template greeting.md name=Ada}}\n", Dialect::mdbook).str(), "Hello Ada from here\n");
    EXPECT_EQ(expanded("{{#tabs }}\n{{#tab name=\"A b\" }}\nc\n{{#endtab }}\n{{#endtabs }}\n", Dialect::mdbook).str(),
              "\n**A b**\n\nc\n\n\n");
    EXPECT_EQ(select_lines("a\nb\nc\nd\n", "2:3"), "b\nc\n");
    EXPECT_EQ(select_lines("a\nb\nc\nd\n", ":2"), "a\nb\n");
    EXPECT_EQ(select_lines("a\nb\nc\nd\n", "3:"), "c\nd\n");
    EXPECT_EQ(select_lines("a\nb\nc\nd\n", "3"), "c\n");
}

TEST(Includes, ThatAreMissingLeaveTheirPath) {
    const auto out = expanded("a {{#include ../b.rs:3}} c \\{{#include d}}", Dialect::mdbook);
    EXPECT_EQ(out.str(), "a ../b.rs c {{#include d}}");
    EXPECT_THAT(out.warnings(), ElementsAre("include-missing"));
}

TEST(Includes, ThatExplainThemselvesStay) {
    const auto out = expanded("Write `{{#include [file:tag]}}` or `{{#include a.rs:x}}`", Dialect::mdbook);
    EXPECT_EQ(out.str(), "Write `{{#include [file:tag]}}` or `two`");
    EXPECT_THAT(out.warnings(), IsEmpty());
}

TEST(Includes, TellOfDirectivesThatNobodyKnows) {
    const auto out = expanded("{{#quiz a.toml}} {{#quiz b}} `{{#if x}}`\n\n```\n{{#each}}\n```\n", Dialect::mdbook);
    EXPECT_EQ(out.str(), out.source.text);
    EXPECT_THAT(out.warnings(), ElementsAre("directive-unknown"));
}

TEST(Includes, KnowWhereTheRestStands) {
    const auto out = expanded("a {{#include a.rs:x}} b", Dialect::mdbook);
    const auto at = static_cast<std::uint32_t>(out.text->text.find('b'));
    EXPECT_EQ(out.text->to_source(at), 22u);
    EXPECT_EQ(out.text->to_source(Range{3, 4}), (SourceSpan{2, 3}));
}

TEST(HiddenLines, OfRust) {
    EXPECT_EQ(with_hidden_lines("# use x;\nfn a() {}\n#\n    # b\n## c\n#[derive]\n"),
              "use x;\nfn a() {}\n\n    b\n# c\n#[derive]\n");
}

TEST(Logseq, HasIdsPropertiesAndMacros) {
    const auto logseq = [](std::string text) { return expanded(std::move(text), Dialect::logseq).str(); };
    const std::string uuid = "65d3f1a2-1234-4abc-9def-0123456789ab";
    EXPECT_EQ(logseq("- a\n  id:: " + uuid + "\n  more\n\t- b\n"), "- a\n  more\n  ^" + uuid + "\n\t- b\n");
    EXPECT_EQ(logseq("- a\n  id:: " + uuid + "\n\nb\n"), "- a\n\n  ^" + uuid + "\n\nb\n");
    EXPECT_EQ(logseq("- a\n  author:: b c\n"), "- a\\\n  **author:** b c\n");
    EXPECT_EQ(logseq("- {{embed ((" + uuid + "))}}\n"), "- ![[" + uuid + "]]\n");
    EXPECT_EQ(logseq("- {{embed [[a b]]}} {{video https://a.b}}\n"), "- ![[a b]] <https://a.b>\n");
    EXPECT_EQ(logseq("- [c](((" + uuid + "))) `{{x}}`\n"), "- [[" + uuid + "|c]] `{{x}}`\n");
    EXPECT_EQ(logseq("- a\n  :LOGBOOK:\n  CLOCK: x\n  :END:\n- b\n"), "- a\n- b\n");
    EXPECT_EQ(logseq("- #+BEGIN_QUOTE\n  a\n  #+END_QUOTE\n"), "- > a\n  \n");
    EXPECT_EQ(logseq("#+BEGIN_NOTE\na\n#+END_NOTE\n"), "> [!note]\n> a\n\n");
    EXPECT_EQ(logseq("```\na:: b\n{{c}}\n```\n"), "```\na:: b\n{{c}}\n```\n");
    const auto out = expanded("{{query (todo)}}\n{{query x}}\n", Dialect::logseq);
    EXPECT_EQ(out.str(), "`{{query (todo)}}`\n`{{query x}}`\n");
    EXPECT_THAT(out.warnings(), ElementsAre("logseq-macro"));
}

TEST(Logseq, GivesPicturesTheirSizes) {
    EXPECT_EQ(expanded("- ![a](b.png){:height 100, :width 200} c\n", Dialect::logseq).str().find("{:"),
              std::string::npos);
    EXPECT_EQ(expanded("- a {:x 1}\n", Dialect::logseq).str(), "- a {:x 1}\n");
}

TEST(Shortcodes, BecomeMarkdown) {
    const auto hugo = [](std::string text) { return expanded(std::move(text), Dialect::hugo).str(); };
    EXPECT_EQ(hugo("{{< figure src=\"a b.png\" alt=\"c\" caption=\"d\" >}}"), "![c](<a b.png> \"d\")");
    EXPECT_EQ(hugo("{{< param Title >}}"), "The Title");
    EXPECT_EQ(hugo("{{< youtube abc >}}"), "<https://www.youtube.com/watch?v=abc>");
    EXPECT_EQ(hugo("[x]({{< ref \"posts/a b.md#c\" >}})"), "[x](posts/a%20b.md#c)");
    EXPECT_EQ(hugo("{{< highlight go \"linenos=1\" >}}\nx\n{{< /highlight >}}"), "~~~~~~go\nx\n~~~~~~");
    EXPECT_EQ(hugo("{{%/* note */%}}"), "{{< note >}}");
    EXPECT_EQ(hugo("{{< hint warning >}}\nCareful.\n{{< /hint >}}\n"), "> [!warning] \n> Careful.\n\n");
}

TEST(Shortcodes, OfListingsBecomeFences) {
    const auto hugo = [](std::string text) { return expanded(std::move(text), Dialect::hugo).str(); };
    EXPECT_EQ(hugo("{{< code file=\"a/b.toml\" >}}\n[[x]]\n{{< /code >}}\n"),
              "**a/b.toml**\n\n~~~~~~toml\n[[x]]\n~~~~~~\n");
    EXPECT_EQ(hugo("- {{< code lang=go >}}x{{< /code >}}"), "- \n\n~~~~~~go\nx\n~~~~~~");
    EXPECT_EQ(hugo("{{< codeblock config=\"a\" />}}\n# b\n"), "\n# b\n");
}

TEST(Shortcodes, InListingsStayAsTheyAreWritten) {
    const auto hugo = [](std::string text) { return expanded(std::move(text), Dialect::hugo).str(); };
    EXPECT_EQ(hugo("{{< code >}}\n{{% note %}}\n{{< own-file file=\"a.rs\" >}}\n{{< /code >}} -->\n"),
              "~~~~~~\n{{% note %}}\none\n// ANCHOR: x\ntwo\n// ANCHOR_END: x\nthree\n~~~~~~\n -->\n");
}

TEST(Shortcodes, OfListingsMayBeClosedByAnothersName) {
    const auto hugo = [](std::string text) { return expanded(std::move(text), Dialect::hugo).str(); };
    EXPECT_EQ(hugo("{{< codeblock >}}\na\n{{< /code >}}\n*b* {{< codeblock >}}{{< /codeblock >}}\n"),
              "~~~~~~\na\n~~~~~~\n*b* \n\n~~~~~~\n\n~~~~~~\n");
    EXPECT_EQ(hugo("{{< code >}}\n{{< prism >}}\n{{< /prism >}}\n{{< /code >}}\n"),
              "~~~~~~\n{{< prism >}}\n{{< /prism >}}\n~~~~~~\n");
}

TEST(Shortcodes, FollowTheTemplatesOfTheirSite) {
    const auto kind = [](std::string_view text) { return read_shortcode_template(text).kind; };
    using Kind = ShortcodeTemplate::Kind;
    EXPECT_EQ(kind("<pre class=a>{{- .Inner -}}</pre>"), Kind::code);
    EXPECT_EQ(kind("{{ $x := trim .Inner \"\\n\" }}{{ highlight $x \"go\" \"\" }}"), Kind::code);
    EXPECT_EQ(kind("<pre></pre><div>{{ .Inner | markdownify }}</div>"), Kind::unclear);
    EXPECT_EQ(kind("{{ .Get \"file\" | readFile | safeHTML }}"), Kind::file);
    EXPECT_EQ(read_shortcode_template("{{/* says */}}\nAlways *this*.\n").text, "Always *this*.");
    const auto hugo = [](std::string text) { return expanded(std::move(text), Dialect::hugo).str(); };
    EXPECT_EQ(hugo("{{% own-code %}}\n*x*\n{{% /own-code %}}\n"), "~~~~~~\n*x*\n~~~~~~\n");
    EXPECT_EQ(hugo("a {{% own-words %}} b"), "a Always. b");
    EXPECT_EQ(hugo("{{< own-file file=\"a.rs\" >}}"), "one\n// ANCHOR: x\ntwo\n// ANCHOR_END: x\nthree");
    EXPECT_EQ(hugo("{{< own-file file=\"b.rs\" >}}"), "b.rs");
}

TEST(Shortcodes, InRunningTextLeaveTheirWords) {
    EXPECT_EQ(expanded("See {{< gh 2143 >}} by {{< gh \"@a\" \"b/c\" >}}.", Dialect::hugo).str(),
              "See 2143 by @a b/c.");
}

TEST(Shortcodes, StayInTheirContainer) {
    EXPECT_EQ(expanded("> {{< details \"T\" >}}\n> a\n> {{< /details >}}\n", Dialect::hugo).str(),
              "> <details><summary>T</summary>\n> \n> \n> a\n> \n> \n> </details>\n> \n> \n");
    EXPECT_EQ(expanded("- a\n  {{< highlight go >}}\n  x\n  {{< /highlight >}}\n", Dialect::hugo).str(),
              "- a\n  ~~~~~~go\n  x\n  ~~~~~~\n");
}

TEST(Shortcodes, ThatNobodyKnowsLeaveTheirText) {
    const auto out = expanded("{{< tab name=\"One\" >}}a{{< /tab >}} {{< tab >}}b{{< /tab >}}", Dialect::hugo);
    EXPECT_EQ(out.str(), "**One**a b");
    EXPECT_THAT(out.warnings(), ElementsAre("shortcode-unknown"));
    EXPECT_EQ(expanded("{{< x", Dialect::hugo).str(), "{{< x");
    EXPECT_EQ(expanded("{{< tab \"First\" >}}a{{< /tab >}}", Dialect::hugo).str(), "**First**a");
    EXPECT_EQ(expanded("{{< z \"a/b.html\" 12 true >}}", Dialect::hugo).str(), "");
}

TEST(Tables, OfHugoHaveTheirHeadsFilled) {
    const auto hugo = [](std::string text) { return expanded(std::move(text), Dialect::hugo).str(); };
    EXPECT_EQ(hugo("||a|b\n:---|:---|---|---\nc|d|e|f\n"), "||a|b | |\n:---|:---|---|---\nc|d|e|f\n");
    EXPECT_EQ(hugo("| a |\n|---|---|\n"), "| a | |\n|---|---|\n");
    for (const char* text : {"a\n---\n", "a|b\n---|---\n", "```\na|b\n---|---|---\n```\n", "a|b|c\n---|---\n"})
        EXPECT_EQ(hugo(text), text);
    EXPECT_EQ(expanded("a|b\n---|---|---\n").str(), "a|b\n---|---|---\n");
}

TEST(Liquid, IsReplaced) {
    const auto jekyll = [](std::string text) { return expanded(std::move(text), Dialect::jekyll).str(); };
    EXPECT_EQ(jekyll("![a]({{ site.baseurl }}/a.png)"), "![a](/a.png)");
    EXPECT_EQ(jekyll("{% raw %}{{ x }}{% endraw %} {{ page.title }}"), "{{ x }} The Title");
    EXPECT_EQ(jekyll("{% highlight ruby %}\nx\n{% endhighlight %}"), "~~~~~~ruby\nx\n~~~~~~");
    EXPECT_EQ(jekyll("{% if x %}a{% endif %}{% comment %}b{% endcomment %}c"), "ac");
    EXPECT_EQ(jekyll("a\n{: .class}\n# H {: #id}\n"), "a\n\n# H {: #id}\n");
    EXPECT_EQ(jekyll("{% include figure.html url=\"a.png\" caption=\"b\" %}"), "![b](a.png \"b\")");
    EXPECT_EQ(jekyll("{{ site.x }} {% a { {{"), "`site.x` {% a { {{");
    EXPECT_EQ(jekyll("a ` b {{ site.x }}"), "a ` b `` site.x ``");
}

TEST(Snippets, TakeFilesIn) {
    EXPECT_EQ(expanded("  --8<-- \"a.rs:1\"\n{!a.rs!}\n").str(),
              "  one\none\n// ANCHOR: x\ntwo\n// ANCHOR_END: x\nthree\n");
    EXPECT_EQ(expanded("-8<- 'sections.md:b'\n").str(), "B\n");
    EXPECT_EQ(expanded("--8<-- \"sections.md\"\n").str(), "A\nB\n");
    const auto missing = expanded("--8<-- \"no.md\"\n\n```\n--8<-- \"no.md\"\n```\n\n{! x !} --8<-- words\n");
    EXPECT_EQ(missing.str(), missing.source.text);
    EXPECT_THAT(missing.warnings(), ElementsAre("include-missing"));
}

TEST(EntryHeads, GiveEntriesTheirHeadings) {
    EXPECT_EQ(expanded("\tDate:\t2 May 2024 at 10:11:12 CEST\n\tWeather:\t5°C\n\tLocation:\tA, B\n\nc\n").str(),
              "## 2 May 2024 at 10:11:12 CEST\n\nWeather: 5°C\\\nLocation: A, B\n\n\nc\n");
    for (const char* text : {"a\n\tDate:\t2 May 2024\n", "    Date:\t2 May 2024\n", "\tDate:\t\n"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(Includes, HaveABound) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "{{< own-book >}}\n";
    const std::string made = expanded(std::move(text), Dialect::hugo).str();
    EXPECT_LT(made.size(), std::size_t{17} << 20);
    EXPECT_TRUE(made.ends_with("{{< own-book >}}\n"));
}

TEST(AttributeLists, AreNotForReaders) {
    EXPECT_EQ(expanded("[a](b){:target=\"_blank\"} [c](d){ .x #y } ![e](f){.g}").str(), "[a](b) [c](d) ![e](f)");
    EXPECT_EQ(expanded("a\n{: .b }\n\n1. c\n{ .d }\n`e`{ .f } *g*{: #h}\n").str(), "a\n\n\n1. c\n\n`e` *g*\n");
    for (const char* text : {"a {b} `{: .c }` {d=e}", "```\n{: .a }\n```\n", "f(x){ return }", "f(x){ .y }",
                             "# H {: #id }\n", "# [a](b){: #id }\n", "[a](b){ c d }", "{: .a"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(AttributeLists, BelongToWordsInBrackets) {
    EXPECT_EQ(expanded("[a *b*]{.c} [d]{.mark} [e]{#f .ul} [g]{.underline}").str(),
              "a *b* <mark>d</mark> <u>e</u> <u>g</u>");
    EXPECT_EQ(expanded("[a]{.b} [c][a]{d=e} [f]{lang=fr}\n\n[a]: g").str(), "[a] [c][a] f\n\n[a]: g");
    for (const char* text : {"a[i]{.b}", "\\x[a]{b=c}", "[a]{b}", "[a]{}", "[^a]{.b}", "\\[a\\]{.b}", "`[a]{.b}`"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(AttributeLists, GivePicturesAndLinksATitle) {
    EXPECT_EQ(expanded("![a](b.png){title=\"c d\" width=3}").str(), "![a\\|3](b.png \"c d\")");
    EXPECT_EQ(expanded("[a](b \"c\"){title=\"d\"}").str(), "[a](b \"c\")");
}

TEST(AttributeLists, OfKramdownReferToOthers) {
    EXPECT_EQ(expanded("{:toc}\na\n").str(), "\na\n");
}

TEST(AttributeLists, GivePicturesTheirSize) {
    EXPECT_EQ(expanded("![a [b]](c.png){ width=300 }").str(), "![a [b]\\|300](c.png)");
    EXPECT_EQ(expanded("![](c.png \"t\"){: width=\"300px\" height=\"20\"}").str(), "![\\|300x20](c.png \"t\")");
    EXPECT_EQ(expanded("[![a](b.png){ width=50% }](c){ width=3 }").str(), "[![a](b.png)](c)");
}

TEST(Keys, AreKnownByTheirNames) {
    EXPECT_EQ(expanded("++ctrl+alt+del++, ++page-up++ and ++f5++").str(),
              "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>Del</kbd>, <kbd>Page Up</kbd> and <kbd>F5</kbd>");
    for (const char* text :
         {"i++ + j++", "C++ and D++", "++a++", "++ctrl+nothing++", "`++ctrl+a++`", "++", "x++ctrl++"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(Fences, HaveTheirTitlesAboveThem) {
    EXPECT_EQ(expanded("a\n```js title=\"b.js\" {1}\n# c\n```\nd\n").str(),
              "a\n\n**b.js**\n\n```js title=\"b.js\" {1}\n# c\n```\nd\n");
    EXPECT_EQ(expanded("- ~~~sh [npm]\n  a\n  ~~~\n\n  ~~~sh [yarn]\n  a").str(),
              "- ~~~sh [npm]\n  a\n  ~~~\n\n  **yarn**\n  \n  ~~~sh [yarn]\n  a");
    EXPECT_EQ(expanded("```py:src/__init__.py\nx\n```\n").str(), "**src/\\_\\_init\\_\\_.py**\n\n```py\nx\n```\n");
    for (const char* fence : {"```js title=b.js", "```js {1} filename='b.js'", "```{.js #c caption=\"b.js\"}",
                              "```js b.js", "~~~js [b.js]"})
        EXPECT_THAT(expanded(std::string(fence) + "\nx\n").str(), HasSubstr("**b.js**\n\n" + std::string(fence)));
    EXPECT_THAT(expanded("```print one two three\nx\n```\n").str(), HasSubstr("**one two three**\n\n"));
    for (const char* text : {"```js linenos {1,2}\n```\n", "```rust,ignore\n```\n", "```js showLines wrap\n```\n",
                             "```{r, a=1, b=2}\n```\n", "```py 3.8\n```\n", "```c++:x\n```\n"})
        EXPECT_EQ(expanded(text).str(), text);
    for (const char* text : {"```js\n``` title=\"a\"\n```\n", "    ```js title=\"b\"\n", "```x [a] [b]\n```\n",
                             "```x title=\"\"\n```\n", "```x a[1]\n```\n"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(Abbreviations, AreExplainedWhereTheyAreDefined) {
    EXPECT_EQ(expanded("a\n*[HTML]: Hyper *Text*\n").str(),
              "a\n\n<dl>\n<dt>\n\nHTML\n\n</dt>\n<dd>\n\nHyper *Text*\n\n</dd>\n</dl>\n\n");
    for (const char* text : {"*[a](b): c*\n", "*[a]: \n", "```\n*[a]: b\n```\n"}) EXPECT_EQ(expanded(text).str(), text);
}

/// What becomes of a text behind an import and before a component, without blank lines beyond one.
std::string mdx(std::string text) {
    const std::string all = expanded("import A from './a';\n\n" + std::move(text) + "\n<A/>").str();
    std::string out;
    for (const char c : all)
        if (c != '\n' || (!out.empty() && !out.ends_with("\n\n"))) out += c;
    return out.substr(0, out.find_last_not_of('\n') + 1);
}

TEST(Mdx, LeavesTheProgramOut) {
    EXPECT_EQ(mdx("# T"), "# T");
    EXPECT_EQ(mdx("export const x = {\n\n  a: 1\n};\n\nb"), "b");
    EXPECT_EQ(mdx("a {/* b */}\n{/* c\n\nd */}\ne"), "a {/* b */}\n\ne");
    EXPECT_EQ(mdx("<B x={{y: '}'}} label=\"c\" {...z}>d</B>"), "<B  label=\"c\" >\n\nd\n\n</B>");
    EXPECT_EQ(mdx("<img src={f('/a.png')} style={{b: 1}} /> <p>c</p>"), "<img src=\"/a.png\"  /> <p>c</p>");
    EXPECT_EQ(mdx("<B>a <C d={e}>b</C> `<C>` c</B>"), "a b `<C>` c");
}

TEST(Mdx, KnowsNoIndentedCode) {
    EXPECT_EQ(mdx("<B>\n    <C d=\"e\">\n    a\n      b\n    </C>\n</B>"), "<C d=\"e\">\n\na\n  b\n\n</C>");
    EXPECT_EQ(mdx("<B>\n    ```\n    {/* a */}\n    ```\n</B>"), "```\n{/* a */}\n```");
}

TEST(Mdx, IsKnownByWhatItImports) {
    for (const char* text : {"import a from 'b'\n", "import a from 'b'\nmore words <C/>\n", "<A> import of goods\n",
                             "```\nimport A from 'b'\n```\n<A/>\n", "We\nimport A from 'b'\n\n<A/>\n"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(Admonitions, OfMkDocsBecomeCallouts) {
    EXPECT_EQ(expanded("!!! note \"A title\"\n    One.\n\n    - two\n\nRest\n").str(),
              "> [!note] A title\n> One.\n> \n> - two\n\n\n\nRest\n");
    EXPECT_EQ(expanded("??? tip\n    a\n").str(), "> [!tip]- \n> a\n\n\n");
    EXPECT_EQ(expanded("!!! note inline end \"T\"\n    a\n").str(), "> [!note] T\n> a\n\n\n");
    EXPECT_EQ(expanded("!!! note More words\n    a\n").str(), "> [!note] More words\n> a\n\n\n");
    EXPECT_EQ(expanded("!!! note \"T\" more\n    a\n").str(), "!!! note \"T\" more\n    a\n");
    EXPECT_EQ(expanded("!!! a\n    !!! b\n        c\n").str(), "> [!a] \n> > [!b] \n> > c\n\n> \n\n\n");
}

TEST(Admonitions, StandInListsAndQuotes) {
    EXPECT_EQ(expanded("1. a\n\n    !!! tip\n        b\n").str(), "1. a\n\n    > [!tip] \n    > b\n\n\n");
    EXPECT_EQ(expanded("> !!! tip\n>     b\n").str(), "> > [!tip] \n> > b\n\n> \n");
    EXPECT_EQ(expanded("- a\n\n      !!! tip\n          code\n").str(), "- a\n\n      !!! tip\n          code\n");
}

TEST(Admonitions, OfMdBooksFences) {
    EXPECT_EQ(expanded("```admonish info title=\"T\"\na\n```\nb\n").str(), "> [!info] T\n> a\n\n\nb\n");
    EXPECT_EQ(expanded("- ```\n  ```admonish\n").str(), "- ```\n  ```admonish\n");
    EXPECT_EQ(expanded("````admonish\n```admonish tip\na\n```\n````\n").str(),
              "> [!note] \n> > [!tip] \n> > a\n\n> \n\n\n");
}

TEST(Admonitions, OfTheAdmonitionPluginsFences) {
    EXPECT_EQ(expanded("```ad-tip\ntitle: T\ncollapse: open\nicon: x\n\na\n```\n").str(), "> [!tip] T\n> \n> a\n\n\n");
    EXPECT_EQ(expanded("```ad-note\na: b\n```\n").str(), "> [!note] \n> a: b\n\n\n");
    EXPECT_EQ(expanded("```ad-hoc query\na\n```\n").str(), "```ad-hoc query\na\n```\n");
}

TEST(Asides, OfNotionAreQuotesOfMarkdown) {
    EXPECT_EQ(expanded("<aside>\n**a**\n\nb\n</aside>\nc\n").str(), "> **a**\n> \n> b\n\n\nc\n");
    EXPECT_EQ(expanded("<aside>\nnever closed\n").str(), "<aside>\nnever closed\n");
}

TEST(ContentsMarks, AreLeftOut) {
    EXPECT_EQ(expanded("# a\n\n[TOC]\n\n[[_TOC_]]\n\nb\n").str(), "# a\n\n\n\nb\n");
    EXPECT_EQ(expanded("* TOC\n{:toc}\n\nb\n", Dialect::jekyll).str(), "\nb\n");
    for (const char* text : {"a [TOC] b\n", "a\n[TOC]\n", "[TOC]\n\n[TOC]: /a\n", "```\n\n[TOC]\n```\n"})
        EXPECT_EQ(expanded(text).str(), text);
}

TEST(Mdx, LosesNoWordToWhatOnlyLooksLikeAProgram) {
    Source source;
    source.path = "a.MDX";
    Diagnostics diagnostics;
    const auto read = [&](std::string text) {
        source.text = std::move(text);
        const auto out = expand(source, [](std::string_view) { return std::nullopt; }, diagnostics);
        return out ? out->text : source.text;
    };
    EXPECT_EQ(read("export const sad = \":(\";\n\nword\n"), "\nword\n");
    EXPECT_EQ(read("export const open = (\n\nword\n"), "\nword\n");
    EXPECT_EQ(read("{/* no */}\nword\n"), "\nword\n");
    EXPECT_EQ(read("``<Foo>`` and \\<Bar>\n"), "``<Foo>`` and \\<Bar>\n");
}

TEST(Roam, HasTasksAndMedia) {
    EXPECT_EQ(expanded("- {{[[TODO]]}} a\n    - {{DONE}} b {{TODO}}\n").str(), "- [ ] a\n    - [x] b {{TODO}}\n");
    EXPECT_EQ(expanded("{{[[video]]: https://a.b/c}} {{[[table]]}}\n").str(), "<https://a.b/c> {{[[table]]}}\n");
    EXPECT_EQ(expanded("```\n- {{[[TODO]]}}\n```\n").str(), "```\n- {{[[TODO]]}}\n```\n");
}

TEST(Tabs, AreTheirTitlesAndWhatStandsBelowThem) {
    EXPECT_EQ(expanded("=== \"C\"\n\n    a\n\n=== \"Rust\"\n\n    b\n").str(),
              "**C**\n\n\na\n\n\n\n**Rust**\n\n\nb\n\n\n");
    EXPECT_EQ(expanded("Title\n===\n").str(), "Title\n===\n");
}

TEST(Admonitions, OfFencedDivisions) {
    EXPECT_EQ(expanded(":::tip[Do]\na\n:::\nb\n").str(), "> [!tip] Do\n> a\n\nb\n");
    EXPECT_EQ(expanded("::: {.columns}\na\n:::\n").str(), "a\n");
    EXPECT_EQ(expanded("::: other Words\na\n:::\n").str(), "**Words**\n\na\n");
    EXPECT_EQ(expanded("::: {.callout-tip title=\"T\"}\na\n:::\n").str(), "> [!tip] T\n> a\n\n");
    EXPECT_EQ(expanded(":::: {#b .c}\na\n::: {.note} :::\nd\n:::\n::::\n").str(), "a\n> [!note] \n> d\n\n");
    EXPECT_EQ(expanded("::: details More\na\n:::\n").str(),
              "<details><summary>More</summary>\n\na\n\n\n</details>\n\n");
}

TEST(DefinitionLists, BecomeHtml) {
    EXPECT_EQ(
        expanded("Term\n: text\n\nNext\n\n:   a\n\n    b\n\nEnd\n").str(),
        "<dl>\n<dt>\n\nTerm\n\n\n</dt>\n<dd>\n\ntext\n\n\n</dd>\n<dt>\n\nNext\n\n\n</dt>\n<dd>\n\na\n\nb\n\n\n</dd>\n"
        "</dl>\n\nEnd\n");
}

TEST(Poems, KeepTheirLines) {
    EXPECT_EQ(expanded("| Roses are\n|   red\n|\n| Violets\n").str(), "Roses are\\\n\u00A0\u00A0red\n\nViolets\n");
}

TEST(Tables, MayHaveShortDelimiters) {
    EXPECT_EQ(expanded("| a | b |\n|-|:-:|\n| c | d |\n").str(), "| a | b |\n|---|:---:|\n| c | d |\n");
    EXPECT_EQ(expanded("> a | b\n> --|-\n").str(), "> a | b\n> ---|---\n");
    EXPECT_EQ(expanded("```\na | b\n-|-\n```\n").str(), "```\na | b\n-|-\n```\n");
}

TEST(BlockForms, LeaveEverythingElseAlone) {
    for (const char* text : {"a: b\n", "Really!!! note\n", "```\n!!! note\n    x\n```\n", "    !!! note\n        x\n",
                             "| a | b |\n|---|---|\n| c | d |\n", "| a | b\n|---|---\n| c | d\n", ":smile: hi\n",
                             ":::\na\n", "- item\n: x\n", "what??? yes\n", "", "\n", ":", "|", "!!! note\n"})
        EXPECT_EQ(expanded(text).str(), text);
    for (const char* text : {"{{#include a.rs}}", "{{< figure >}}", "{% raw %}"}) EXPECT_EQ(expanded(text).str(), text);
}

}  // namespace
}  // namespace notes_export::markdown
