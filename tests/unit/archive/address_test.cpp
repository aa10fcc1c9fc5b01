#include "archive/address.hpp"
#include "archive/data_address.hpp"
#include "archive/paths.hpp"

#include <gtest/gtest.h>

namespace notes_export::archive {
namespace {

TEST(Url, IsEncodedAsRfc3986Wants) {
    EXPECT_EQ(valid_url("https://example.org/a b|c\\d^e`{}\"<>"),
              "https://example.org/a%20b%7Cc%5Cd%5Ee%60%7B%7D%22%3C%3E");
    EXPECT_EQ(valid_url("https://de.wikipedia.org/wiki/Würstchen"), "https://de.wikipedia.org/wiki/W%C3%BCrstchen");
    EXPECT_EQ(valid_url("http://a.org/?q=[x]&r=100%#a#b"), "http://a.org/?q=%5Bx%5D&r=100%25#a%23b");
    EXPECT_EQ(valid_url("HTTP://a.org/%41"), "http://a.org/%41");
    EXPECT_EQ(valid_url("http://[::1]:8080/x"), "http://[::1]:8080/x");
    EXPECT_EQ(valid_url("mailto:a b@c.org"), "mailto:a%20b@c.org");
    EXPECT_EQ(valid_url("tel:+49 30 1234"), "tel:+49301234");
}

TEST(Url, HasTheHostInAscii) {
    EXPECT_EQ(valid_url("http://münchen.de/ö"), "http://xn--mnchen-3ya.de/%C3%B6");
    EXPECT_EQ(valid_url("http://m%C3%BCnchen.de"), "http://xn--mnchen-3ya.de");
    EXPECT_EQ(valid_url("http://例え.テスト/"), "http://xn--r8jz45g.xn--zckzah/");
    EXPECT_EQ(valid_url("http://a_b.example.org.:80/"), "http://a_b.example.org.:80/");
}

TEST(Url, ThatCannotBeMendedIsNone) {
    for (const char* text :
         {"http://", "http:// foo", "http://[", "http://a b/", "https:foo", "http://a:port/", "http://1.2.3/",
          "http://256.1.1.1", "http://a..b/", "mailto:", "http:///x", "http://a:99999", "http://(host)/",
          "http://$HOST:80/", "http://*.example.org", "http://-a.org", "http://a.b-/", "http://a.1b/"})
        EXPECT_EQ(valid_url(text), std::nullopt) << text;
}

TEST(Url, SchemesAreNotDriveLettersOrProse) {
    EXPECT_EQ(scheme_of("C:\\Users"), "");
    EXPECT_EQ(scheme_of("a note: b.md"), "");
    EXPECT_EQ(scheme_of("https://x"), "https");
}

TEST(Path, IsJoinedWithinTheRoot) {
    EXPECT_EQ(joined_path("a/b", "../c.md"), "a/c.md");
    EXPECT_EQ(joined_path("a", "./c.md"), "a/c.md");
    EXPECT_EQ(joined_path("a", "/c.md"), "c.md");
    EXPECT_EQ(joined_path("a", "../../../c.md"), "c.md");
}

TEST(DataAddress, IsDecoded) {
    const auto data = decode_data_address("data:image/png;base64,aGVsbG8=");
    ASSERT_TRUE(data);
    EXPECT_EQ(data->media_type, "image/png");
    EXPECT_EQ(data->bytes, "hello");
    EXPECT_EQ(decode_data_address("data:image/svg+xml,%3Csvg/%3E")->bytes, "<svg/>");
}

}  // namespace
}  // namespace notes_export::archive
