#include "notes_export/output.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>
#include <thread>

#include "notes_export/diagnostics.hpp"
#include "support/unfinished.hpp"

namespace notes_export {
namespace {

namespace fs = std::filesystem;

std::span<const std::byte> bytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string contents(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

class OutputFile : public testing::Test {
protected:
    OutputFile() {
        std::string pattern = (fs::temp_directory_path() / "notes-export-test-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    ~OutputFile() override { fs::remove_all(folder); }
    std::string path(const std::string& name) const { return (folder / name).string(); }
    std::size_t count_files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }

    fs::path folder;
};

TEST_F(OutputFile, AppearsWithCommitAndNotBefore) {
    Output output(path("a"));
    output.write(bytes("hello"));
    EXPECT_FALSE(fs::exists(path("a")));
    output.commit();
    EXPECT_EQ(contents(path("a")), "hello");
    EXPECT_EQ(count_files(), 1u);
}

TEST_F(OutputFile, LeavesTheOlderFileAndNothingElseWhenItIsDropped) {
    std::ofstream(path("a")) << "old";
    {
        Output output(path("a"));
        output.write(bytes("new"));
    }
    EXPECT_EQ(contents(path("a")), "old");
    EXPECT_EQ(count_files(), 1u);
}

TEST_F(OutputFile, IsWrittenAtAnyPlace) {
    Output output(path("a"));
    output.write(bytes("hello world"));
    output.seek(6);
    output.write(bytes("there"));
    EXPECT_EQ(output.position(), 11u);
    const std::string large(1'000'000, 'x');
    output.write(bytes(large));
    output.seek(0);
    output.write(bytes("H"));
    EXPECT_EQ(output.size(), 1'000'011u);
    output.commit();
    EXPECT_EQ(contents(path("a")), "Hello there" + large);
}

TEST_F(OutputFile, HonoursTheUmaskAndTheModeOfAnOlderFile) {
    const mode_t before = ::umask(027);
    Output(path("new")).commit();
    ::umask(before);
    EXPECT_EQ(fs::status(path("new")).permissions(), static_cast<fs::perms>(0640));
    std::ofstream(path("old")) << "old";
    ::chmod(path("old").c_str(), 0604);
    Output(path("old")).commit();
    EXPECT_EQ(fs::status(path("old")).permissions(), static_cast<fs::perms>(0604));
}

TEST_F(OutputFile, IsTheTargetOfALinkAndNotTheLink) {
    fs::create_directory(folder / "real");
    fs::create_symlink("real/a", path("link"));
    Output output(path("link"));
    output.write(bytes("x"));
    output.commit();
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(contents(folder / "real/a"), "x");
}

TEST_F(OutputFile, IsWrittenByOneRunAtATime) {
    Output first(path("a"));
    EXPECT_THROW(Output second(path("a")), Error);
    first.commit();
    Output third(path("a"));
    third.commit();
}

TEST_F(OutputFile, TakesOverWhatAKilledRunLeft) {
    std::ofstream(path(".a.part")) << "half a book, longer than the new one";
    Output output(path("a"));
    output.write(bytes("x"));
    output.commit();
    EXPECT_EQ(contents(path("a")), "x");
    EXPECT_EQ(count_files(), 1u);
}

TEST_F(OutputFile, IsNotWrittenThroughALinkThatStandsInItsWay) {
    std::ofstream(path("victim")) << "mine";
    fs::create_symlink(path("victim"), path(".a.part"));
    Output output(path("a"));
    output.write(bytes("x"));
    output.commit();
    EXPECT_EQ(contents(path("a")), "x");
    EXPECT_EQ(contents(path("victim")), "mine");
}

TEST_F(OutputFile, ThatCannotBeWrittenSaysWhy) {
    const auto reason = [](const std::string& file) {
        try {
            Output output(file);
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_NE(reason(path("no/a")).find("create it first"), std::string::npos);
    EXPECT_NE(reason(folder.string()).find("folder"), std::string::npos);
    EXPECT_NE(reason(""), "");
    EXPECT_NE(reason(path("a/")), "");
}

TEST_F(OutputFile, MayHaveALongName) {
    Output output(path(std::string(250, 'n')));
    output.commit();
    EXPECT_EQ(count_files(), 1u);
}

TEST_F(OutputFile, MayBeAPipe) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    std::string read;
    std::thread reader([&] { read = contents(path("pipe")); });
    Output output(path("pipe"));
    output.write(bytes("hello"));
    output.seek(0);
    output.write(bytes("J"));
    output.commit();
    reader.join();
    EXPECT_EQ(read, "Jello");
    EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

TEST_F(OutputFile, OnAFullDeviceIsAnError) {
    Output output("/dev/full");
    output.write(bytes("x"));
    EXPECT_THROW(output.commit(), Error);
}

TEST_F(OutputFile, IsRemovedWhenASignalEndsTheRun) {
    Output output(path("a"));
    EXPECT_EQ(count_files(), 1u);
    remove_unfinished();
    EXPECT_EQ(count_files(), 0u);
}

}  // namespace
}  // namespace notes_export
