#include "support/percent_encoding.hpp"

#include <gtest/gtest.h>

namespace notes_export {
namespace {

TEST(PercentDecoding, LeavesWhatIsMalformed) {
    EXPECT_EQ(percent_decoded("a%20b%2"), "a b%2");
    EXPECT_EQ(percent_decoded("100%zz%"), "100%zz%");
}

TEST(PercentEncoding, IsUndoneByDecoding) {
    std::string text;
    for (const char byte : {'\0', ' ', '%', '\xC3', '\xFF'}) append_percent_encoded(text, byte);
    EXPECT_EQ(text, "%00%20%25%C3%FF");
    EXPECT_EQ(percent_decoded(text), std::string("\0 %\xC3\xFF", 5));
}

}  // namespace
}  // namespace notes_export
