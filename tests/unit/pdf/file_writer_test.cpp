#include "pdf/file_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace notes_export::pdf {
namespace {

using testing::HasSubstr;

/// A file of so many small objects behind a catalog, one of them with data.
std::string file_of(std::uint32_t objects, unsigned jobs) {
    std::string path = (std::filesystem::path(testing::TempDir()) / "file-writer-XXXXXX").string();
    ::close(::mkstemp(path.data()));
    Output output(path);
    FileWriter file(output, objects + 4);
    file.put({1}, "<</Type/Catalog/Pages 2 0 R>>");
    file.put({2}, "<</Type/Pages/Kids[]/Count 0>>");
    file.put_stream({3}, "/Kind/Data", std::as_bytes(std::span("abc", 3)));
    for (std::uint32_t i = 0; i < objects; ++i) file.put({i + 4}, "<</Number " + std::to_string(i) + ">>");
    file.finish("/Root 1 0 R", jobs);
    output.commit();
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(path);
    return bytes;
}

TEST(FileWriter, PacksWhatHasNoDataAndLeavesTheRestReadable) {
    const std::string file = file_of(1000, 1);
    EXPECT_THAT(file, HasSubstr("3 0 obj\n<</Kind/Data/Length 3>>\nstream\nabc\nendstream\nendobj\n"));
    EXPECT_EQ(file.find("/Number"), std::string::npos);
    EXPECT_LT(file.size(), 8000U);
}

TEST(FileWriter, WritesTheSameBytesOnAnyNumberOfThreads) {
    EXPECT_EQ(file_of(5000, 1), file_of(5000, 4));
}

TEST(FileWriter, EndsWithThePlaceOfItsCrossReference) {
    const std::string file = file_of(10, 1);
    const std::size_t start = file.rfind("startxref\n");
    ASSERT_NE(start, std::string::npos);
    const auto place = static_cast<std::size_t>(std::strtoull(file.c_str() + start + 10, nullptr, 10));
    EXPECT_THAT(file.substr(place, 60), HasSubstr("0 obj\n<</Type/XRef"));
    EXPECT_TRUE(file.ends_with("\n%%EOF\n"));
}

}  // namespace
}  // namespace notes_export::pdf
