#include "epub/container.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "epub/file_names.hpp"

namespace notes_export::epub {
namespace {

class Container : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("container-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string written(const std::vector<Entry>& entries, std::chrono::sys_seconds modified = {}) {
        const std::string path = (folder_ / "book.epub").string();
        Output output(path);
        write_container(entries, modified, output);
        output.commit();
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::string content(const std::string& name) {
        zip_t* const zip = zip_open((folder_ / "book.epub").c_str(), ZIP_CHECKCONS, nullptr);
        if (!zip) return "not a container";
        zip_file_t* const file = zip_fopen(zip, name.c_str(), 0);
        std::string text(1 << 20, '\0');
        text.resize(static_cast<std::size_t>(zip_fread(file, text.data(), text.size())));
        zip_fclose(file);
        zip_discard(zip);
        return text;
    }

    std::filesystem::path folder_;
};

std::vector<Entry> two_entries() {
    Entry mimetype;
    mimetype.path = "mimetype";
    mimetype.bytes = "application/epub+zip";
    mimetype.size = mimetype.bytes.size();
    return {mimetype, pack("EPUB/a.xhtml", std::string(5000, 'a'))};
}

TEST_F(Container, BeginsWithItsTypeInPlainLetters) {
    EXPECT_EQ(written(two_entries()).substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST_F(Container, HoldsWhatWasDeflatedElsewhere) {
    written(two_entries());
    EXPECT_EQ(content("EPUB/a.xhtml"), std::string(5000, 'a'));
}

TEST_F(Container, DependsOnNothingButItsEntriesAndTheirTime) {
    const std::chrono::sys_seconds then{std::chrono::seconds{1'700'000'000}};
    EXPECT_EQ(written(two_entries(), then), written(two_entries(), then));
}

TEST_F(Container, KeepsBytesThatDeflatingWouldNotMakeSmaller) {
    const Entry entry = pack("a", "x");
    EXPECT_FALSE(entry.deflated);
    EXPECT_EQ(entry.bytes, "x");
}

TEST_F(Container, FailsWhereTheFolderIsMissing) {
    EXPECT_THROW(Output((folder_ / "gone" / "book.epub").string()), std::runtime_error);
}

TEST(FileNames, AreGivenOutOnce) {
    FileNames names;
    EXPECT_EQ(names.claim("", "Über Würste!", "note", ".xhtml"), "uber-wurste.xhtml");
    EXPECT_EQ(names.claim("", "uber wurste", "note", ".xhtml"), "uber-wurste-2.xhtml");
    EXPECT_EQ(names.claim("pictures/", "uber wurste", "note", ".png"), "pictures/uber-wurste.png");
    EXPECT_EQ(names.claim("", "???", "note", ".xhtml"), "note.xhtml");
}

}  // namespace
}  // namespace notes_export::epub
