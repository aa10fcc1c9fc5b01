#include "source/decode.hpp"

#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

TEST(Decode, KeepsUtf8AsItIs) {
    const Decoded out = decode("größe 日本語 \xF0\x9F\x98\x80\ttab\nline \xEF\xBF\xBD\n");
    EXPECT_EQ(out.text, "größe 日本語 \xF0\x9F\x98\x80\ttab\nline \xEF\xBF\xBD\n");
    EXPECT_EQ(out.replaced, 0u);
}

TEST(Decode, DropsAByteOrderMarkAndMakesEveryLineEndOne) {
    EXPECT_EQ(decode("\xEF\xBB\xBF"
                     "a\r\nb\rc\n\r\n")
                  .text,
              "a\nb\nc\n\n");
}

TEST(Decode, ReadsUtf16OfEitherOrder) {
    EXPECT_EQ(decode(std::string("\xFF\xFE"
                                 "a\0\xFC\0\r\0\n\0\x3D\xD8\x00\xDE",
                                 14))
                  .text,
              "aü\n\xF0\x9F\x98\x80");
    EXPECT_EQ(decode(std::string("\xFE\xFF\0a\xD8\x3D", 6)).text, "a\xEF\xBF\xBD");
}

TEST(Decode, ReplacesWhatIsNotTextAndSaysWhereItBegan) {
    const Decoded out = decode("ab\x08 caf\xE9 \xFF\x7F\n");
    EXPECT_EQ(out.text, "ab\xEF\xBF\xBD caf\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\n");
    EXPECT_EQ(out.replaced, 4u);
    EXPECT_EQ(out.first, 2u);
    EXPECT_EQ(decode(std::string("a\0b", 3)).text,
              "a\xEF\xBF\xBD"
              "b");
}

TEST(Decode, ReadsEncodingsFromBeforeUnicode) {
    const Decoded french = decode("# Caf\xE9\n\nUn r\xE9sum\xE9 tr\xE8s court, \x93vraiment\x94.\n");
    EXPECT_EQ(french.text, "# Café\n\nUn résumé très court, “vraiment”.\n");
    EXPECT_EQ(french.encoding, "windows-1252");
    EXPECT_EQ(french.replaced, 0u);
    const Decoded japanese = decode(
        "\x82\xB1\x82\xEA\x82\xCD\x93\x56\x8B\x43\x82\xC6\x96\x7B\x82\xC9\x82\xC2\x82\xA2\x82\xC4\x82\xCC\x92\x5A\x82"
        "\xA2\x83\x81\x83\x82\x82\xC5\x82\xB7\x81\x42\r\n");
    EXPECT_EQ(japanese.text, "これは天気と本についての短いメモです。\n");
    EXPECT_EQ(japanese.encoding, "Shift_JIS");
}

TEST(Decode, TakesAStrayByteForNoEncoding) {
    EXPECT_EQ(decode("größe, süß, schön, caf\xE9 caf\xE9 caf\xE9\n").replaced, 3u);
    EXPECT_EQ(decode("caf\xE9 and tea\n").replaced, 1u);
    EXPECT_EQ(decode(std::string("\xE9\xE9\xE9\x01\xE9", 5)).replaced, 5u);
}

TEST(Decode, MakesFormFeedsBlanks) {
    EXPECT_EQ(decode("a\fb\vc").text, "a b c");
}

TEST(Decode, LooksAtEveryByteOfALongLine) {
    for (std::size_t at = 0; at < 40; ++at) {
        std::string text(40, 'x');
        text[at] = '\x1b';
        EXPECT_EQ(decode(text).first, at);
        EXPECT_EQ(decode(text).replaced, 1u);
    }
}

}  // namespace
}  // namespace notes_export::source
