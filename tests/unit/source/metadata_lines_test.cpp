#include "source/metadata_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> fields(std::string_view text) {
    std::vector<std::string> out;
    for (const FrontMatterField& field : read_metadata_lines(text)) {
        out.push_back(field.key);
        for (const std::string& value : field.values) out.back() += "|" + value;
    }
    return out;
}

TEST(MetadataLines, AreTheFirstParagraph) {
    EXPECT_THAT(fields("Title: My post\nDate: 2024-02-13 10:20\nTags: a, b c\n\ntext\n"),
                ElementsAre("title|My post", "date|2024-02-13 10:20", "tags|a|b c"));
}

TEST(MetadataLines, MayStandBelowTheTitle) {
    EXPECT_THAT(fields("# Reading\n\nCreated: February 13, 2024 9:41 AM\nAuthor: of a book\n\ntext\n"),
                ElementsAre("created|February 13, 2024 9:41 AM"));
}

TEST(MetadataLines, AreNoProse) {
    for (const char* text : {"Note: this\nExample: that\n", "Title: alone\n\ntext", "Title: a\nand prose\n",
                             "Date: x\n- Tags: y\n", "text\n\nTitle: a\nDate: b\n", "", "# Title\n"})
        EXPECT_THAT(fields(text), IsEmpty()) << text;
}

}  // namespace
}  // namespace notes_export::source
