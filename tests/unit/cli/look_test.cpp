// Styles and devices from the command line.
#include "cli/look.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/command_line.hpp"
#include "cli/devices.hpp"
#include "cli/options.hpp"
#include "cli/usage_error.hpp"

namespace notes_export::cli {
namespace {

using testing::HasSubstr;

class Styles : public testing::Test {
protected:
    Styles() {
        std::string pattern = (std::filesystem::temp_directory_path() / "notes-export-test-XXXXXX").string();
        folder = std::filesystem::canonical(::mkdtemp(pattern.data()));
    }
    ~Styles() override { std::filesystem::remove_all(folder); }

    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name) << text;
        return (folder / name).string();
    }

    std::filesystem::path folder;
};

std::string complaint(const std::vector<std::string>& styles) {
    try {
        read_look(styles);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "(none)";
}

Options options(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--pdf", "a.pdf"});
    const CommandLine line = read_command_line(arguments);
    return make_options(line.settings, line.inputs);
}

TEST_F(Styles, AreNamesDesignsOrStyleSheets) {
    EXPECT_DOUBLE_EQ(read_look({}).pages.size, 9.8);
    EXPECT_DOUBLE_EQ(read_look({"large-print"}).pages.size, 16);
    const std::string css = file("own.css", "p { margin: 0 }"), toml = file("own.toml", "[text]\nsize = 11\n");
    const Look both = read_look({toml, css});
    EXPECT_DOUBLE_EQ(both.pages.size, 11);
    EXPECT_EQ(both.style_sheet, "p { margin: 0 }");
}

TEST_F(Styles, ThatAreWrongAreToldWithTheirPlace) {
    EXPECT_THAT(complaint({"bok"}), HasSubstr("book, compact, large-print, plain"));
    const std::string toml = file("own.toml", "[text]\nsize = 1\n");
    EXPECT_THAT(complaint({toml}), HasSubstr(toml + ":2:8: size must be"));
}

TEST(Devices, AreFoundBySizeOrModel) {
    EXPECT_NEAR(find_device("6in")->width, 257.3, 0.1);
    EXPECT_NEAR(find_device("10.3")->width, 446, 0.5);
    EXPECT_NEAR(find_device("Kobo Clara")->height, 347.5, 0.1);
    EXPECT_NEAR(find_device("remarkable-2")->width, 446, 0.5);
    EXPECT_FALSE(find_device("toaster"));
    EXPECT_FALSE(find_device(""));
    EXPECT_THAT(device_list(), HasSubstr("kobo-libra"));
}

TEST(Devices, MakeThePageForTheScreen) {
    const PageStyle style = options({"--device", "6in"}).pdf_options.style;
    EXPECT_NEAR(style.page_width, 257.3, 0.1);
    EXPECT_DOUBLE_EQ(style.size, 10);
    EXPECT_FALSE(style.running_heads);
    // At least 45 characters of about half an em, and 24 lines.
    EXPECT_GE((style.page_width - 2 * style.margin_side) / (style.size * 0.5), 45);
    EXPECT_GE((style.page_height - style.margin_top - style.margin_bottom) / style.leading, 23.5);
    EXPECT_GT(options({"--device", "6in", "--style", "large-print"}).pdf_options.style.size, 15);
    EXPECT_EQ(options({"--device", "6in", "--note-start", "page"}).pdf_options.style.note_start, NoteStart::page);
    EXPECT_THROW(options({"--device", "toaster"}), UsageError);
}

}  // namespace
}  // namespace notes_export::cli
