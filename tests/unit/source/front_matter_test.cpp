#include "source/front_matter.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Front matter of a text; the block must be there.
FrontMatterReading reading(std::string_view text, Dialect dialect = Dialect::plain) {
    const auto block = find_front_matter(text, dialect);
    EXPECT_TRUE(block.has_value()) << text;
    return block ? read_front_matter(text, *block) : FrontMatterReading{};
}

std::vector<std::string> values(const FrontMatter& matter, std::string_view key) {
    const FrontMatterField* field = matter.find(key);
    return field ? field->values : std::vector<std::string>{"(none)"};
}

TEST(FrontMatterBlock, EndsBehindItsSecondFence) {
    const std::string text = "---\ntitle: A\n---\nbody\n";
    const auto block = find_front_matter(text, Dialect::plain);
    ASSERT_TRUE(block);
    EXPECT_EQ(text.substr(block->whole.end), "body\n");
    EXPECT_TRUE(find_front_matter("---  \ntitle: A\n...\n", Dialect::plain));
    EXPECT_TRUE(find_front_matter("---\ntitle: A\n---", Dialect::plain));
}

TEST(FrontMatterBlock, IsNotWhatMerelyBeginsWithARule) {
    for (const std::string text :
         {"---\n\njust a rule\n\n---\n", "---\nFoo\n---\nBar\n---\n", "---\n---\n", "---\n# Heading\n\nprose\n---\n",
          "---\ntitle: never closed\n", "text\n---\ntitle: A\n---\n", " ---\ntitle: A\n---\n", "----\ntitle: A\n----\n",
          "---\n\nNote: said he\n\n---\n", "---\nHe said this and that: go home\nand went\n---\n", "---\n- item\n---\n",
          "---\nhttps://example.org\n---\n", "---\n    key: in code\n---\n", "+++\nprose\n+++\n", "{{#include x}}\n",
          "{ \"a\": 1 } is how it begins\n"})
        EXPECT_FALSE(find_front_matter(text, Dialect::plain)) << text;
}

TEST(FrontMatterBlock, MayHaveBlankLinesAroundTheKeysOfAProgram) {
    EXPECT_TRUE(find_front_matter("---\n\nkanban-plugin: basic\n\n---\n\n## Todo\n", Dialect::plain));
    EXPECT_TRUE(find_front_matter("---\n\nexcalidraw-plugin: parsed\ntags: [drawing]\n\n---\n", Dialect::plain));
    EXPECT_TRUE(find_front_matter("---\n\ntags:\n- a\n  - b\n---\n", Dialect::plain));
}

TEST(FrontMatterBlock, MayBeginWithBlankLinesOnASite) {
    EXPECT_EQ(values(reading("---\n\ntitle: A\n\n---\ntext", Dialect::hugo).front_matter, "title"),
              (std::vector<std::string>{"A"}));
    EXPECT_FALSE(find_front_matter("---\n\nSaid he\n\n---\n", Dialect::jekyll));
}

TEST(FrontMatterBlock, MayBeEmptyOnASite) {
    EXPECT_TRUE(find_front_matter("---\n---\ntext", Dialect::jekyll));
}

TEST(FrontMatter, ReadsScalarsListsAndNestedMaps) {
    const auto out = reading("---\nTitle: \"A: b\"\ndate: 2024-02-13\ntags: [x, y]\naliases:\n  - one\n- two\n---\n");
    EXPECT_TRUE(out.front_matter.broken);  // "- two" stands where no key is open
    const auto good = reading(
                          "---\nTitle: \"A: b\"\ndate: 2024-02-13\ntags: [x, y]\naliases:\n- one\n- two\n"
                          "author:\n  name: N\nempty:\nnothing: ~\ntext: |\n  a\n  b\n---\n")
                          .front_matter;
    EXPECT_FALSE(good.broken);
    EXPECT_EQ(good.value("title"), "A: b");
    EXPECT_EQ(good.value("date"), "2024-02-13");
    EXPECT_THAT(values(good, "tags"), ElementsAre("x", "y"));
    EXPECT_THAT(values(good, "aliases"), ElementsAre("one", "two"));
    EXPECT_THAT(values(good, "author.name"), ElementsAre("N"));
    EXPECT_THAT(values(good, "empty"), IsEmpty());
    EXPECT_THAT(values(good, "nothing"), IsEmpty());
    EXPECT_EQ(good.value("text"), "a\nb\n");
}

TEST(FrontMatter, KnowsWhereAFieldStands) {
    const std::string text = "---\na: ü\ntags:\n  - x\n  - y\nb: 1\n---\n";
    const FrontMatter matter = reading(text).front_matter;
    const SourceSpan span = matter.find("tags")->span;
    EXPECT_EQ(text.substr(span.begin, span.end - span.begin), "tags:\n  - x\n  - y");
}

TEST(FrontMatter, IsReadKeyByKeyWhenItIsBroken) {
    const auto out = reading("---\ntitle: Foo: bar\ntags: [a, b]\nkey: [broken\nquote: \"it's\"\n---\n");
    EXPECT_TRUE(out.front_matter.broken);
    EXPECT_EQ(out.front_matter.value("title"), "Foo: bar");
    EXPECT_THAT(values(out.front_matter, "tags"), ElementsAre("a", "b"));
    EXPECT_EQ(out.front_matter.value("key"), "[broken");
    EXPECT_EQ(out.front_matter.value("quote"), "it's");
    ASSERT_EQ(out.problems.size(), 1u);
    EXPECT_EQ(out.problems[0].kind, FrontMatterProblem::Kind::broken);
}

TEST(FrontMatter, TakesTheLastOfTwoKeysAndSaysSo) {
    const auto out = reading("---\ntitle: A\ntitle: B\n---\n");
    EXPECT_EQ(out.front_matter.value("title"), "B");
    ASSERT_EQ(out.problems.size(), 1u);
    EXPECT_EQ(out.problems[0].kind, FrontMatterProblem::Kind::duplicate_key);
}

TEST(FrontMatter, FollowsAliasesWithoutEnd) {
    EXPECT_THAT(values(reading("---\na: &x [1, 2]\nb: *x\n---\n").front_matter, "b"), ElementsAre("1", "2"));
    std::string bomb = "---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 9; ++j) bomb += (j ? ", *a" : "*a") + std::to_string(i - 1);
        bomb += "]\n";
    }
    const auto out = reading(bomb + "---\n");
    ASSERT_FALSE(out.problems.empty());
    EXPECT_EQ(out.problems[0].kind, FrontMatterProblem::Kind::too_large);
    EXPECT_EQ(reading("---\na: &a [*a]\n---\n").front_matter.fields.size(), 1u);
}

TEST(FrontMatter, EndsSoonOnBracketsWithoutEnd) {
    const auto out = reading("---\ntitle: T\na: " + std::string(100'000, '[') + "\n---\n");
    EXPECT_TRUE(out.front_matter.broken);
    EXPECT_EQ(out.front_matter.value("title"), "T");
}

TEST(FrontMatter, ReadsToml) {
    const auto out =
        reading("+++\ntitle = \"A\"\ndate = 2024-02-13T21:25:00Z\ntags = [\"x\", \"y\"]\n[extra]\nweight = 3\n+++\nx");
    EXPECT_FALSE(out.front_matter.broken);
    EXPECT_EQ(out.front_matter.value("title"), "A");
    EXPECT_EQ(out.front_matter.value("date"), "2024-02-13T21:25:00Z");
    EXPECT_THAT(values(out.front_matter, "tags"), ElementsAre("x", "y"));
    EXPECT_EQ(out.front_matter.value("extra.weight"), "3");
    const auto broken = reading("+++\ntitle = A\ntags = [\"x\"]\n+++\n");
    EXPECT_TRUE(broken.front_matter.broken);
    EXPECT_EQ(broken.front_matter.value("title"), "A");
}

TEST(FrontMatter, ReadsJson) {
    const std::string text = "{\n  \"title\": \"A\",\n  \"tags\": [\"x\"]\n}\nbody";
    const auto out = reading(text);
    EXPECT_EQ(out.front_matter.value("title"), "A");
    EXPECT_EQ(text.substr(out.front_matter.span.end), "body");
    EXPECT_EQ(reading("{ \"title\": \"A\" }\n", Dialect::hugo).front_matter.value("title"), "A");
}

}  // namespace
}  // namespace notes_export::source
