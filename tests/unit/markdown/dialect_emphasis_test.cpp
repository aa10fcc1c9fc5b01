#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/walk.hpp"
#include "notes_export/markdown.hpp"

namespace notes_export::markdown {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// What stands in strong emphasis, in order.
std::vector<std::string> strong(std::string text) {
    auto source = std::make_unique<Source>();
    source->text = std::move(text);
    const Document document = parse(std::move(source));
    std::vector<std::string> out;
    for_each_block(
        document.blocks, [](const Block&) {},
        [&](const Inlines& inlines) {
            for_each_inline(inlines, [&](const Inline& item) {
                if (const auto* styled = std::get_if<Styled>(&item.node); styled && styled->style == Style::strong)
                    out.push_back(plain_text(styled->children));
            });
        });
    return out;
}

TEST(EmphasisInChinese, MayEndWithPunctuation) {
    EXPECT_THAT(strong("这是**重点。**后面"), ElementsAre("重点。"));
    EXPECT_THAT(strong("**テスト（test）**は"), ElementsAre("テスト（test）"));
    EXPECT_THAT(strong("**테스트(test)**는"), ElementsAre("테스트(test)"));
}

TEST(EmphasisInChinese, MayBeginWithAQuotationMark) {
    EXPECT_THAT(strong("我说**「好」**吧，**另外**。"), ElementsAre("「好」", "另外"));
    EXPECT_THAT(strong("你好，**世界**。（**甲**）"), ElementsAre("世界", "甲"));
}

TEST(EmphasisInChinese, StaysTextWhereItIsEscapedOrCode) {
    EXPECT_THAT(strong("\\*\\*重点。\\*\\*后面 `**重点。**后`"), IsEmpty());
}

TEST(EmphasisBesideLettersBeyondAscii, MayTouchThem) {
    EXPECT_THAT(strong("**💡 ध्यान:**यदि **Важно:**текст"), ElementsAre("💡 ध्यान:", "Важно:"));
    EXPECT_THAT(strong("**نکته:**این"), ElementsAre("نکته:"));
    EXPECT_THAT(strong("см.,**первое** и,**второе**"), ElementsAre("первое", "второе"));
}

TEST(Emphasis, InLatinFollowsCommonMark) {
    EXPECT_THAT(strong("a**\"foo\"**b"), IsEmpty());
}

TEST(Emphasis, BehindALinkIsNotTakenForItsAddress) {
    EXPECT_THAT(strong("[x](https://a.b/c)，**d**e"), ElementsAre("d"));
    EXPECT_THAT(strong("[x](http://www.a.b).**d** [y](<mailto:a@b.c>).**e**"), ElementsAre("d", "e"));
}

}  // namespace
}  // namespace notes_export::markdown
