#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "markdown/dialect/attributes.hpp"
#include "markdown/dialect/callouts.hpp"

namespace notes_export::markdown {
namespace {

TEST(CalloutHead, HasKindFoldAndTitle) {
    const auto head = callout_head(" [!WARNING]- Mind *this* ");
    ASSERT_TRUE(head);
    EXPECT_EQ(head->kind, "warning");
    EXPECT_EQ(head->fold, '-');
    EXPECT_EQ(head->title, "Mind *this*");
    EXPECT_EQ(callout_head("[!note|right]+")->metadata, "right");
    EXPECT_EQ(callout_head("[!my-kind]")->title, "");
}

TEST(CalloutHead, IsNeitherLinkNorText) {
    for (const char* line : {"[!]", "[! ]", "[!a](b)", "[!a", "!a]", "[a]", "\\[!note]", "text [!note]"})
        EXPECT_FALSE(callout_head(line)) << line;
}

TEST(AdmonishFence, HasKindAndTitle) {
    EXPECT_EQ(admonish_fence("admonish")->kind, "note");
    EXPECT_EQ(admonish_fence("admonish warning")->kind, "warning");
    EXPECT_EQ(admonish_fence("admonish tip \"A title\"")->title, "A title");
    EXPECT_EQ(admonish_fence("admonish info title='A title', collapsible=true")->title, "A title");
    EXPECT_EQ(admonish_fence("admonish title=\"x\"")->kind, "note");
    EXPECT_FALSE(admonish_fence("admonishing"));
    EXPECT_FALSE(admonish_fence("rust"));
}

TEST(HeadingAttributes, StandAtTheEnd) {
    const auto attributes = heading_attributes("Title  {#id .class key=value}");
    ASSERT_TRUE(attributes);
    EXPECT_EQ(attributes->id, "id");
    EXPECT_EQ(attributes->begin, 5u);
    EXPECT_EQ(heading_attributes("Title {: #id }")->id, "id");
    EXPECT_EQ(heading_attributes("Title {.unnumbered} ##")->id, "");
    EXPECT_EQ(heading_attributes("{#only}")->begin, 0u);
}

TEST(HeadingAttributes, AreNotOtherBraces) {
    for (const char* text : {"Sets {1, 2}", "A {b}", "A \\{#id}", "A {#id} b", "A {}", "A }", "f() { x }", "{{#x}}"})
        EXPECT_FALSE(heading_attributes(text)) << text;
}

TEST(TaskState, IsOneCharacterInBrackets) {
    EXPECT_EQ(task_state("[-] a"), '-');
    EXPECT_EQ(task_state("[>] a"), '>');
    EXPECT_EQ(task_state("[x] a"), 'x');
    for (const char* item : {"[-](a)", "[ab] c", "[-]", "[^] a", "\\[-] a", "[\\] a", "(-) a"})
        EXPECT_FALSE(task_state(item)) << item;
}

TEST(PropertyLine, HasKeyAndValue) {
    EXPECT_EQ(property_line("author:: Ada Lovelace")->value, "Ada Lovelace");
    EXPECT_TRUE(property_line("id:: 64a")->technical);
    EXPECT_FALSE(property_line("std::vector"));
    EXPECT_FALSE(property_line("a b:: c"));
}

}  // namespace
}  // namespace notes_export::markdown
