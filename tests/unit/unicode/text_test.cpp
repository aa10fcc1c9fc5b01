#include "unicode/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace notes_export::unicode {
namespace {

TEST(Decode, GivesTheReplacementCharacterForEachInvalidByte) {
    const std::string text = "a\xC3\xBC\xFF\xE2\x82";
    std::u32string decoded;
    for (std::size_t i = 0; i < text.size();) decoded += decode(text, i);
    EXPECT_EQ(decoded, U"aü\uFFFD\uFFFD\uFFFD");
}

TEST(Decode, RefusesSurrogatesAndOverlongForms) {
    for (const std::string text : {"\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80"}) {
        std::size_t i = 0;
        EXPECT_EQ(decode(text, i), char32_t{0xFFFD});
        EXPECT_EQ(i, 1u);
    }
}

TEST(Append, IsTheInverseOfDecode) {
    for (const char32_t character : U"aü€😀") {
        if (character == 0) continue;
        std::string text;
        append(text, character);
        std::size_t i = 0;
        EXPECT_EQ(decode(text, i), character);
        EXPECT_EQ(i, text.size());
    }
}

TEST(GithubSlug, DropsPunctuationAndKeepsLetters) {
    EXPECT_EQ(github_slug("What are the efficiency gains?"), "what-are-the-efficiency-gains");
    EXPECT_EQ(github_slug("How data (5.6.1)"), "how-data-561");
    EXPECT_EQ(github_slug("Größe & Maß_1"), "größe--maß_1");
    EXPECT_EQ(github_slug("نکته‌ها"), "نکتهها");
}

TEST(AsciiSlug, WritesAnyScriptInLatinLetters) {
    EXPECT_EQ(ascii_slug("Würstchen"), "wurstchen");
    EXPECT_EQ(ascii_slug("a  b/c.md"), "a-b-c-md");
    EXPECT_FALSE(ascii_slug("日本語").empty());
}

TEST(MatchKey, FoldsCaseAndCompatibility) {
    EXPECT_EQ(match_key("ÉCOLE"), match_key("e\u0301cole"));
    EXPECT_EQ(match_key("ﬁle"), "file");
}

TEST(CountWords, CountsByWordBoundaries) {
    EXPECT_EQ(count_words("It's 3.14, no?"), 3u);
    EXPECT_EQ(count_words("für Größe"), 2u);
    EXPECT_EQ(count_words(""), 0u);
}

TEST(NaturalLess, ComparesDigitsByValue) {
    std::vector<std::string> names{"a10", "a2", "A1", "b", "a/z", "a-b"};
    std::sort(names.begin(), names.end(), natural_less);
    EXPECT_EQ(names, (std::vector<std::string>{"a/z", "a-b", "A1", "a2", "a10", "b"}));
}

TEST(FirstStrong, SkipsWhatHasNoDirection) {
    EXPECT_EQ(first_strong("123 – سلام abc"), Direction::right_to_left);
    EXPECT_EQ(first_strong("… abc سلام"), Direction::left_to_right);
    EXPECT_EQ(first_strong("123"), Direction::automatic);
}

TEST(DetectLanguage, TellsTheLanguageOfProse) {
    EXPECT_EQ(detect_language("Die Programmiersprache Rust hilft dir, schnellere und zuverlässigere Software zu "
                              "schreiben. Ergonomie auf hoher Ebene und Kontrolle auf niedriger Ebene."),
              "de");
    EXPECT_EQ(detect_language("short"), "");
}

TEST(IsRightToLeft, KnowsTheLanguages) {
    EXPECT_TRUE(is_right_to_left("fa"));
    EXPECT_TRUE(is_right_to_left("ar-EG"));
    EXPECT_FALSE(is_right_to_left("arn"));
    EXPECT_FALSE(is_right_to_left("en"));
}

}  // namespace
}  // namespace notes_export::unicode
