// Page designs: what a file may say, and what the pages become.
#include "notes_export/page_style.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/design.hpp"
#include "notes_export/diagnostics.hpp"

namespace notes_export {
namespace {

using testing::HasSubstr;

std::string complaint(std::string_view text) {
    try {
        read_page_style(text, "own.toml");
    } catch (const Error& error) {
        return error.what();
    }
    return "(none)";
}

TEST(PageStyle, TheDefaultDesignSaysWhatTheProgramHasWithoutIt) {
    const auto book = page_style("book");
    ASSERT_TRUE(book);
    const PageStyle none;
    EXPECT_DOUBLE_EQ(book->size, none.size);
    EXPECT_DOUBLE_EQ(book->margin_side, none.margin_side);
    EXPECT_DOUBLE_EQ(book->code_leading, none.code_leading);
    EXPECT_EQ(book->text_font, "Literata");
}

TEST(PageStyle, EveryDesignOfTheProgramCanBeRead) {
    for (const std::string& name : page_styles()) EXPECT_TRUE(page_style(name)) << name;
    EXPECT_FALSE(page_style("nothing"));
}

TEST(PageStyle, WhatAFileLeavesOutStays) {
    const PageStyle style = read_page_style("[text]\nsize = 12\n[notes]\nstart = \"flow\"\n", "own.toml");
    EXPECT_DOUBLE_EQ(style.size, 12);
    EXPECT_EQ(style.note_start, NoteStart::flow);
    EXPECT_DOUBLE_EQ(style.title_size, 17);
}

TEST(PageStyle, AWrongValueIsToldWithItsPlace) {
    EXPECT_THAT(complaint("[text]\nsize = 2\n"), HasSubstr("own.toml:2:8: size must be a number from 4 to 48"));
    EXPECT_THAT(complaint("[text]\nsice = 9\n"), HasSubstr("own.toml:2:1: [text] has no \"sice\"; it has size"));
    EXPECT_THAT(complaint("[test]\n"), HasSubstr("own.toml:1:2: there is no [test]"));
    EXPECT_THAT(complaint("text = 1\n"), HasSubstr("own.toml:1:8: text must be a table"));
    EXPECT_THAT(complaint("[notes]\nstart = \"never\"\n"), HasSubstr("own.toml:2:9: start must be"));
    EXPECT_THAT(complaint("[text\n"), HasSubstr("own.toml:1:"));
    EXPECT_THAT(complaint("[page]\nmargin-side = 200\n"), HasSubstr("no room for text"));
    EXPECT_THAT(complaint("[text]\nsize = nan\n"), HasSubstr("must be a number"));
}

TEST(PageStyle, AnotherPageKeepsTheProportions) {
    PdfOptions options;
    const layout::Design a5 = layout::design_for(options);
    EXPECT_NEAR(a5.measure.value, 324, 0.1);
    options.page_width = options.style.page_width * 1.1;
    options.page_height = options.style.page_height * 1.1;
    options.font_size = options.style.size * 1.1;
    const layout::Design larger = layout::design_for(options);
    EXPECT_NEAR(larger.measure.value, a5.measure.value * 1.1, 0.1);
    EXPECT_NEAR(larger.leading.value, 14 * 1.1, 1e-6);
    EXPECT_NEAR(larger.title_size.value, 17 * 1.1, 1e-6);
    EXPECT_NEAR(larger.top.value, 48 * 1.1, 0.1);
}

}  // namespace
}  // namespace notes_export
