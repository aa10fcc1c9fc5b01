// No input makes the parser recurse, hang or lose text. Each of these would take minutes if the work were not linear;
// the runner's time limit is what they meet then.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "parsed.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Le;
using testing::parsed;
using testing::text_of;
using testing::warnings;

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

int depth(const Inlines& inlines) {
    int deepest = 0;
    for (const Inline& item : inlines)
        std::visit(
            [&](const auto& node) {
                if constexpr (requires { node.children; }) deepest = std::max(deepest, 1 + depth(node.children));
            },
            item.node);
    return deepest;
}

int depth(const Blocks& blocks) {
    int deepest = 0;
    for (const Block& block : blocks)
        std::visit(
            [&](const auto& node) {
                if constexpr (requires { node.blocks; }) deepest = std::max(deepest, depth(node.blocks));
                if constexpr (requires { node.numbering; })
                    for (const ListItem& item : node.items) deepest = std::max(deepest, depth(item.blocks));
                if constexpr (requires { node.head; })
                    for (const TableRow& row : node.body)
                        for (const TableCell& cell : row.cells) deepest = std::max(deepest, depth(cell.blocks));
            },
            block.node);
    return blocks.empty() ? 0 : deepest + 1;
}

TEST(Limits, DeepQuotesListsAndDivisionsAreCapped) {
    for (const std::string& deep :
         {repeated(">", 20'000) + " word", repeated("- ", 5'000) + "word",
          repeated("<div>", 50'000) + "word" + repeated("</div>", 50'000),
          repeated("<blockquote><ul><li>", 20'000) + "word", repeated("<table><tr><td>", 20'000) + "word"}) {
        const Document document = parsed(deep + "\n\nlast\n");
        EXPECT_THAT(depth(document.blocks), Le(max_depth));
        EXPECT_THAT(text_of(document), HasSubstr("word"));
        EXPECT_THAT(text_of(document), HasSubstr("last"));
    }
}

TEST(Limits, DeepStylesAreCapped) {
    for (const std::string& deep :
         {repeated("*a **b ", 5'000) + "word" + repeated("** *", 5'000),
          repeated("<b><i><span lang=de>", 20'000) + "word", repeated("==a ^b ", 5'000) + "word"}) {
        const Document document = parsed(deep);
        ASSERT_FALSE(document.blocks.empty());
        EXPECT_THAT(depth(std::get<Paragraph>(document.blocks.front().node).children), Le(max_depth));
        EXPECT_THAT(text_of(document), HasSubstr("word"));
    }
}

TEST(Limits, ManyMarksThatNothingCloses) {
    for (const std::string_view mark :
         {"[",  "![",     "[a](",     "`",        "``a`", "<",  "<a ", "<a href=\"", "<!--", "<!-- -- ", "<?",
          "&",  "*",      "_a ",      "~~",       "$a",   "$$", "[[",  "![[",        "==",   "%%",       "[^",
          "^[", "![](a)", "<script>", "<style>x", "</b>", "|",  "- ",  "\\",         "<b>",  "{{<"}) {
        const std::string text = repeated(mark, 100'000) + "\n\nlast\n";
        EXPECT_THAT(text_of(parsed(text)), HasSubstr("last")) << mark;
    }
}

TEST(Limits, ReferenceDefinitionsThatExpandWithoutEnd) {
    const std::string address = "https://x.org/" + repeated("a", 100'000);
    const Document document = parsed("[x]: " + address + "\n\n" + repeated("[x] ", 100'000) + "\n");
    EXPECT_THAT(warnings(document), Contains("link-definitions-expand"));
    EXPECT_EQ(std::ranges::count(text_of(document), 'x'), 100'002) << "the definition is text, too";
}

TEST(Limits, BytesThatAreNoCharacters) {
    constexpr char bytes[] = "a\0b \xFF\xC3( *\xE2\x82* \xF0\x9F <b \xFF=\xFE>c</b>\n";
    const std::string text(bytes, sizeof bytes - 1);
    const Document document = parsed(text);
    EXPECT_THAT(text_of(document), HasSubstr("a\uFFFDb"));
    EXPECT_THAT(text_of(document), HasSubstr("c"));
}

TEST(Limits, ATextOfNothing) {
    for (const char* text : {"", "\n", " \n\t\n", "<!-- -->", "<div></div>", "[a]: b\n", "\xEF\xBB\xBF"})
        EXPECT_LE(parsed(text).blocks.size(), 1u) << text;
}

}  // namespace
}  // namespace notes_export::markdown
