/// Notes that hold what other programs replace: the model is that of the replaced text, its places the note's own.
#include <gtest/gtest.h>

#include "document/walk.hpp"
#include "notes_export/markdown.hpp"

namespace notes_export {
namespace {

Document parsed(std::string text, Dialect dialect) {
    auto source = std::make_unique<Source>();
    source->text = std::move(text);
    source->dialect = dialect;
    source->id = {3};
    ParseOptions options;
    options.include = [](const Source&, std::string_view path) -> std::optional<std::string> {
        if (path == "listings/a.rs") return "one\n// ANCHOR: x\ntwo\n// ANCHOR_END: x\n";
        if (path == "part/b.md") return "*inner* {{#include c.md}}";
        if (path == "part/c.md") return "deepest";
        return std::nullopt;
    };
    return parse(std::move(source), options);
}

template <class Node>
const Node* first(const Document& document) {
    const Node* found = nullptr;
    for_each_block(
        document.blocks,
        [&](const Block& block) {
            if (const auto* node = std::get_if<Node>(&block.node); node && !found) found = node;
        },
        [](const Inlines&) {});
    return found;
}

TEST(ExpandedNote, HoldsWhatItIncludes) {
    const Document document = parsed("```rust\n{{#include listings/a.rs:x}}\n```\n", Dialect::mdbook);
    const auto* code = first<CodeBlock>(document);
    ASSERT_NE(code, nullptr);
    EXPECT_EQ(code->text, "two\n");
}

TEST(ExpandedNote, TakesIncludesOfIncludedFilesByTheirOwnPlace) {
    const Document document = parsed("{{#include part/b.md}}\n", Dialect::mdbook);
    const auto* paragraph = first<Paragraph>(document);
    ASSERT_NE(paragraph, nullptr);
    EXPECT_EQ(plain_text(paragraph->children), "inner deepest");
}

TEST(ExpandedNote, KnowsItsPlacesInTheSource) {
    const std::string text = "{{< highlight go >}}\nx\n{{< /highlight >}}\n\nA [^9] word.\n";
    const Document document = parsed(text, Dialect::hugo);
    ASSERT_EQ(document.blocks.size(), 2u);
    EXPECT_EQ(document.blocks[1].span.begin, text.find("A ["));
    ASSERT_EQ(document.diagnostics.all().size(), 1u);
    EXPECT_EQ(document.diagnostics.all()[0].span.begin, text.find("[^9]"));
    EXPECT_EQ(document.diagnostics.all()[0].source.value, 3u);
}

TEST(ExpandedNote, HasDefinitionListsInAnyDialect) {
    const Document document = parsed("Term\n: What it *means*\n", Dialect::plain);
    const auto* list = first<DefinitionList>(document);
    ASSERT_NE(list, nullptr);
    ASSERT_EQ(list->items.size(), 1u);
    EXPECT_EQ(plain_text(list->items[0].terms[0]), "Term");
}

TEST(Admonition, SaysWhereInTheNoteItsWarningsStand) {
    const std::string text = "word\n\n```admonish\nA [^7] word.\n```\n";
    const Document document = parsed(text, Dialect::mdbook);
    ASSERT_EQ(document.diagnostics.all().size(), 1u);
    EXPECT_EQ(document.diagnostics.all()[0].span.begin, text.find("[^7]"));
    EXPECT_EQ(document.diagnostics.all()[0].source.value, 3u);
}

}  // namespace
}  // namespace notes_export
