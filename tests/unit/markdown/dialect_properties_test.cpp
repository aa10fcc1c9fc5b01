/// What holds for any note: nothing is lost, lengths stay, time is linear.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "dialect_found.hpp"
#include "markdown/dialect/expand.hpp"

namespace notes_export::markdown {
namespace {

constexpr Dialect dialects[] = {Dialect::plain, Dialect::obsidian, Dialect::mdbook,
                                Dialect::hugo,  Dialect::jekyll,   Dialect::logseq};

constexpr std::string_view pieces[] = {"word ",
                                       "über ",
                                       "\n",
                                       "\n\n",
                                       "> ",
                                       "- ",
                                       "    ",
                                       "\t",
                                       "1. ",
                                       "# ",
                                       "| a | b |\n|---|---|\n| ",
                                       " | ",
                                       "`",
                                       "```\n",
                                       "[[",
                                       "]]",
                                       "![[",
                                       "|",
                                       "[^1]",
                                       "[^1]: ",
                                       "^[",
                                       "]",
                                       "[",
                                       "](",
                                       ")",
                                       "(",
                                       "$",
                                       "$$",
                                       "%%",
                                       "==",
                                       "~",
                                       "^",
                                       "#tag ",
                                       " ^id",
                                       ":smile:",
                                       "\\",
                                       "<b>",
                                       "</b>",
                                       "<!--",
                                       "-->",
                                       "<details>\n",
                                       "http://a.b/#c ",
                                       "*",
                                       "_",
                                       "**",
                                       "~~",
                                       "!!! note \"x\"\n",
                                       ":::note\n",
                                       ":::\n",
                                       ": ",
                                       "{{#include a}}",
                                       "{{< x >}}",
                                       "{{",
                                       "}}",
                                       "{%",
                                       "%}",
                                       "{% raw %}",
                                       "key:: v\n",
                                       "---\n",
                                       "=\n",
                                       "日本語",
                                       "\xF0\x9F\x98\x80",
                                       "((",
                                       "))",
                                       "[ ] ",
                                       "&amp;",
                                       "\r",
                                       "\x01"};

std::string random_note(std::mt19937& random) {
    std::string note;
    const std::size_t count = 1 + random() % 60;
    for (std::size_t i = 0; i < count; ++i) note += pieces[random() % std::size(pieces)];
    if (random() % 2 == 0 && note.size() > 1) {
        note.erase(random() % (note.size() - 1), 1);  // may cut a character: then it is no UTF-8, and must do no harm
    }
    return note;
}

/// Bytes that a mark or a footnote's definition accounts for.
std::vector<bool> accounted(const testing::Found& found) {
    std::vector<bool> bytes(found.source.text.size(), false);
    const auto take = [&](SourceSpan span) { std::fill(bytes.begin() + span.begin, bytes.begin() + span.end, true); };
    for (const Mark& mark : found.marks.marks) take(mark.span);
    for (const auto& footnote : found.marks.footnotes) take(footnote.span);
    return bytes;
}

void expect_nothing_lost(const testing::Found& found) {
    const std::string& text = found.source.text;
    const std::string& masked = found.marks.masked;
    ASSERT_EQ(masked.size(), text.size());
    const std::vector<bool> by_mark = accounted(found);
    bool comment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool put_back = masked[i] == 'x';
        if (masked[i] == text[i] || by_mark[i] || put_back) {
            if (masked[i] != ' ') comment = false;
            continue;
        }
        comment = comment || text.compare(i, 2, "%%") == 0;
        const bool list_marker = std::string_view("-*+.)0123456789").find(text[i]) != std::string_view::npos;
        ASSERT_TRUE(comment || list_marker) << text << "\n---\n" << masked << "\nat " << i;
    }
}

void expect_excerpt(const testing::Found& found, const Excerpt& excerpt) {
    std::size_t size = 0;
    for (const SourceSpan line : excerpt.lines) size += line.end - line.begin + 1;
    ASSERT_EQ(excerpt.masked.size(), size) << found.source.text;
}

void expect_order(const testing::Found& found) {
    const auto& marks = found.marks.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        ASSERT_LE(marks[i].span.end, found.source.text.size());
        ASSERT_LE(marks[i > 0 ? i - 1 : 0].span.begin, marks[i].span.begin);
        if (const auto* delimiter = std::get_if<DelimiterMark>(&marks[i].node)) {
            const auto* partner = std::get_if<DelimiterMark>(&marks[delimiter->partner].node);
            ASSERT_TRUE(partner != nullptr && partner->partner == i && partner->opens != delimiter->opens)
                << found.source.text;
        }
        if (const auto* footnote = std::get_if<InlineFootnoteMark>(&marks[i].node))
            expect_excerpt(found, footnote->excerpt);
        if (const auto* link = std::get_if<WikilinkMark>(&marks[i].node)) expect_excerpt(found, link->excerpt);
    }
    for (const auto& footnote : found.marks.footnotes) expect_excerpt(found, footnote.body);
}

TEST(AnyNote, LosesNothing) {
    std::mt19937 random(20240213);
    for (int i = 0; i < 20000; ++i) {
        const auto found = testing::find(random_note(random), dialects[random() % std::size(dialects)]);
        expect_nothing_lost(found);
        expect_order(found);
        if (::testing::Test::HasFatalFailure()) return;
    }
}

TEST(AnyNote, SurvivesExpansion) {
    std::mt19937 random(42);
    const IncludeResolver resolve = [](std::string_view path) -> std::optional<std::string> {
        return path == "a" ? std::optional<std::string>("x\ny\n") : std::nullopt;
    };
    for (int i = 0; i < 20000; ++i) {
        Source source;
        source.text = random_note(random);
        source.dialect = dialects[random() % std::size(dialects)];
        Diagnostics diagnostics;
        const auto text = expand(source, resolve, diagnostics);
        if (!text) continue;
        for (std::uint32_t at = 0; at < text->text.size(); ++at)
            ASSERT_LE(text->to_source(Range{at, at + 1}).end, source.text.size()) << source.text;
        const auto words = [](std::string_view all) {
            int count = 0;
            for (std::size_t at = all.find("word"); at != all.npos; at = all.find("word", at + 1)) ++count;
            return count;
        };
        ASSERT_GE(words(text->text), words(source.text)) << source.text << "\n---\n" << text->text;
    }
}

// Quadratic work would run into the test runner's time limit.
TEST(AnyNote, OfMarksAloneIsRead) {
    constexpr std::string_view patterns[] = {"[[",
                                             "[[a|b ",
                                             "[[a|[x ",
                                             "![[",
                                             "$",
                                             "$a ",
                                             "$$ ",
                                             "==",
                                             "==a ",
                                             "[^",
                                             "[^a",
                                             "[^1]: ",
                                             "[^1]: a\n",
                                             "%%",
                                             "%% a ",
                                             "%%\n\n",
                                             "^",
                                             "^[",
                                             "^[a b",
                                             "a~",
                                             "#",
                                             ":",
                                             "\\",
                                             "{{",
                                             "{{<",
                                             "{{%",
                                             "{{#",
                                             "{%",
                                             "{% raw %}",
                                             "{:",
                                             "{{ x",
                                             "!!! a\n",
                                             "!!! a \"b\"\n    ",
                                             ":::note\n",
                                             "a\n: b\n",
                                             "| a\n",
                                             "((",
                                             "> ",
                                             "^^a ",
                                             "#a b ",
                                             "++a ",
                                             "::a b:: ",
                                             "++a b++ ",
                                             "\tDate:\ta\n",
                                             "[a]: b\n",
                                             "\"http://a)",
                                             "http://a\" ",
                                             ")",
                                             "[TOC]\n\n",
                                             "<aside>\na\n",
                                             "```ad-a\n",
                                             "- {{[[TODO",
                                             "--8<-- \"a\"\n",
                                             "*[a]: b\n",
                                             "import a from 'b'\n\n",
                                             "<Tabs>",
                                             "<Tabs a={",
                                             "=== \"a\"\n",
                                             "{: .a ",
                                             "[a]{.b ",
                                             "]{.a}",
                                             "[a]{.b}",
                                             "> a\n> b\n::: c\n",
                                             "){:width 1",
                                             "```a title=\"b\"\n",
                                             "|a|b|c|\n"};
    for (const std::string_view pattern : patterns) {
        std::string text;
        while (text.size() < 300'000) text += pattern;
        if (pattern == ")") text.insert(0, "\"http://a");
        if (pattern.starts_with("|a")) text.insert(0, "|a|b|\n|---|---|\n");
        for (const Dialect dialect :
             {Dialect::plain, Dialect::obsidian, Dialect::hugo, Dialect::jekyll, Dialect::mdbook, Dialect::logseq}) {
            const auto found = testing::find(text, dialect);
            Diagnostics diagnostics;
            expand(found.source, [](std::string_view) { return std::nullopt; }, diagnostics);
        }
    }
}

}  // namespace
}  // namespace notes_export::markdown
