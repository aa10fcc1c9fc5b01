#include "cli/options.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "cli/command_line.hpp"
#include "cli/configuration.hpp"
#include "cli/page_size.hpp"
#include "cli/usage_error.hpp"

namespace notes_export::cli {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class ConfigurationFile : public testing::Test {
protected:
    ConfigurationFile() {
        std::string pattern = (fs::temp_directory_path() / "notes-export-test-XXXXXX").string();
        folder = fs::canonical(::mkdtemp(pattern.data()));
        fs::create_directories(folder / "notes/deep");
    }
    ~ConfigurationFile() override { fs::remove_all(folder); }

    Configuration read(const std::string& text) {
        std::ofstream(folder / "notes-export.toml") << text;
        return read_configuration(folder / "notes-export.toml", diagnostics);
    }

    fs::path folder;
    Diagnostics diagnostics;
};

/// What a wrong command line is told.
template <class Work>
std::string complaint(const Work& work) {
    try {
        work();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "(none)";
}

Options options(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--epub", "a.epub"});
    const CommandLine line = read_command_line(arguments);
    return make_options(line.settings, line.inputs);
}

TEST(CommandLine, TakesInputsAndOptionsInAnyOrder) {
    const CommandLine line = read_command_line({"a.md", "--author", "X", "-", "--author=Y", "b", "-q"});
    EXPECT_THAT(line.inputs, ElementsAre("a.md", "-", "b"));
    EXPECT_THAT(line.settings.at("author").values, ElementsAre("X", "Y"));
    EXPECT_TRUE(line.settings.contains("quiet"));
    EXPECT_FALSE(line.settings.contains("list"));
    EXPECT_THAT(read_command_line({"--", "--odd.md"}).inputs, ElementsAre("--odd.md"));
}

TEST(CommandLine, TakesAValueThatBeginsWithADash) {
    EXPECT_EQ(options({"--sort", "-date"}).load.assemble.sort, Sort::date_descending);
    EXPECT_EQ(read_command_line({"--epub", "-"}).settings.at("epub").values.back(), "-");
}

TEST(CommandLine, TakesTheLastOfAnOptionGivenTwice) {
    EXPECT_EQ(options({"--title", "A", "--title", "B"}).load.assemble.title, "B");
}

TEST(CommandLine, SuggestsTheOptionThatWasMeant) {
    EXPECT_THAT(complaint([] { read_command_line({"--epbu", "x"}); }), HasSubstr("did you mean --epub?"));
    EXPECT_THAT(complaint([] { read_command_line({"--page_size=A5"}); }), HasSubstr("--page-size"));
    EXPECT_THAT(complaint([] { read_command_line({"--zzzzzzzzzzz"}); }), HasSubstr("--help"));
    EXPECT_NE(complaint([] { read_command_line({"--title"}); }), "(none)");
}

TEST(CommandLine, HasEveryOptionOfHelpInItsManual) {
    const std::string help = *read_command_line({"--help"}).answer;
    std::ifstream file(NOTES_EXPORT_MANUAL);
    std::string manual(std::istreambuf_iterator<char>(file), {});
    for (std::size_t at; (at = manual.find("\\-")) != std::string::npos;) manual.erase(at, 1);
    for (const Setting& setting : all_settings()) {
        EXPECT_THAT(help, HasSubstr("--" + std::string(setting.name)));
        const std::regex entry("^\\.BI? .*--" + std::string(setting.name) + "\\b|^\\.BR -. .*--" +
                               std::string(setting.name));
        bool found = false;
        for (std::size_t begin = 0; begin < manual.size() && !found;) {
            const std::size_t end = std::min(manual.find('\n', begin), manual.size());
            found = std::regex_search(manual.substr(begin, end - begin), entry);
            begin = end + 1;
        }
        EXPECT_TRUE(found) << setting.name;
    }
}

TEST(Options, WithoutABookThereIsNothingToDo) {
    EXPECT_THAT(complaint([] { make_options({}, {}); }), HasSubstr("--epub"));
}

TEST(Options, OneThingAtMostGoesToStdout) {
    const auto both = [](std::string epub, std::string pdf) {
        return complaint([&] { make_options({{"epub", {{epub}, "--epub"}}, {"pdf", {{pdf}, "--pdf"}}}, {}); });
    };
    EXPECT_THAT(both("-", "-"), HasSubstr("stdout"));
    EXPECT_THAT(both("a", "./a"), HasSubstr("both"));
    EXPECT_EQ(both("a", "b"), "(none)");
    EXPECT_EQ(both("a", "-"), "(none)");
}

TEST_F(ConfigurationFile, GivesWayToTheCommandLine) {
    std::ofstream(folder / "own.toml") << "title = \"file\"\nlanguage = \"de\"\nepub = \"a.epub\"\n";
    const Request request =
        read_request({"--config", (folder / "own.toml").string(), "--title", "line", "x.md"}, diagnostics);
    EXPECT_EQ(request.options.load.assemble.title, "line");
    EXPECT_EQ(request.options.load.assemble.language, "de");
    EXPECT_EQ(request.options.epub, (folder / "a.epub").string());  // a file that is named is trusted
    EXPECT_THAT(request.options.load.read.inputs, ElementsAre("x.md"));
}

TEST_F(ConfigurationFile, MayNotTakeANoteForAnOutput) {
    std::ofstream(folder / "n.md") << "dear";
    std::ofstream(folder / "n.txt") << "dear";
    const auto write_to = [&](const char* name, std::vector<fs::path> inputs) {
        return complaint([&] { make_options({{"epub", {{(folder / name).string()}, "--epub"}}}, inputs); });
    };
    EXPECT_THAT(write_to("n.md", {"x"}), HasSubstr("is a note"));
    std::ofstream(folder / "N.MD") << "dear";
    EXPECT_THAT(write_to("N.MD", {"x"}), HasSubstr("is a note"));
    EXPECT_THAT(write_to("n.txt", {folder / "n.txt"}), HasSubstr("is a note"));
    EXPECT_EQ(write_to("n.txt", {folder}), "(none)");
}

TEST(Options, SayWhatTheyMayBe) {
    EXPECT_THAT(complaint([] { options({"--sort", "size"}); }), HasSubstr("date, -date, path, title"));
    EXPECT_THAT(complaint([] { options({"--jobs", "0"}); }), HasSubstr("from 1 to"));
    EXPECT_THAT(complaint([] { options({"--toc-depth", "two"}); }), HasSubstr("--toc-depth"));
    EXPECT_THAT(complaint([] { options({"--page-size", "1x1mm"}); }), HasSubstr("4 cm"));
    EXPECT_THAT(complaint([] { options({"--language", "english please"}); }), HasSubstr("en or pt-BR"));
    EXPECT_THAT(complaint([] { options({"--font-size", "nan"}); }), HasSubstr("--font-size"));
    EXPECT_DOUBLE_EQ(options({"--font-size", "10.5pt"}).pdf_options.font_size, 10.5);
    EXPECT_EQ(options({"--language", "zh-Hans-CN"}).load.assemble.language, "zh-Hans-CN");
}

TEST(PageSize, IsANameOrTwoLengths) {
    EXPECT_NEAR(page_size("a5")->width.value, 419.53, 0.01);
    EXPECT_NEAR(page_size("Letter")->height.value, 792, 0.01);
    EXPECT_NEAR(page_size("6x9in")->width.value, 432, 0.01);
    EXPECT_NEAR(page_size("110mm x 18cm")->height.value, 510.24, 0.01);
    EXPECT_NEAR(page_size("300×400pt")->width.value, 300, 0.01);
    for (const char* wrong : {"", "A", "6x9", "x9in", "-6x9in", "6x9px", "6x9in2", "infxinfmm"})
        EXPECT_FALSE(page_size(wrong)) << wrong;
}

TEST_F(ConfigurationFile, GivesInputsAndOptionsRelativeToItself) {
    const Configuration out = read(
        "inputs = [\"notes\", \"-\"]\nepub = \"a.epub\"\nauthor = \"X\"\ntoc-depth = 2\nfont-size = 10.5\nstrict = "
        "true\n");
    EXPECT_THAT(out.inputs, ElementsAre(folder / "notes", "-"));
    const Options all = make_options(out.settings, out.inputs);
    EXPECT_EQ(all.epub, (folder / "a.epub").string());
    EXPECT_THAT(all.load.assemble.authors, ElementsAre("X"));
    EXPECT_EQ(all.pdf_options.contents_depth, 2);
    EXPECT_DOUBLE_EQ(all.pdf_options.font_size, 10.5);
    EXPECT_TRUE(all.strict);
    EXPECT_TRUE(diagnostics.empty());
}

TEST_F(ConfigurationFile, IsFoundAboveTheFolder) {
    EXPECT_EQ(find_configuration(folder / "notes"), std::nullopt);
    read("");
    EXPECT_EQ(find_configuration(folder / "notes/deep"), fs::path("../../notes-export.toml"));
}

TEST_F(ConfigurationFile, SaysWhereAValueIsWrong) {
    const std::string file = (folder / "notes-export.toml").string();
    EXPECT_THAT(complaint([&] { read("title = \"x\"\nsort = 3\n"); }), HasSubstr(file + ":2:8: sort must be a text"));
    EXPECT_THAT(complaint([&] { read("title = \n"); }), HasSubstr(file + ":1:"));
    EXPECT_THAT(complaint([&] { make_options(read("epub = \"a\"\n\nsort = \"x\"\n").settings, {}); }),
                HasSubstr(file + ":3:8: sort must be one of"));
    EXPECT_THAT(complaint([&] { read_configuration(folder / "no.toml", diagnostics); }), HasSubstr("no.toml"));
}

TEST_F(ConfigurationFile, ReportsAnUnknownKeyWithTheNearestOne) {
    read("tilte = \"x\"\n");
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_THAT(diagnostics.all()[0].path, testing::EndsWith("notes-export.toml:1:1"));
    EXPECT_THAT(diagnostics.all()[0].hint, HasSubstr("\"title\""));
}

TEST_F(ConfigurationFile, MayNotSayWhereToWriteWhenItLiesWithinAnInput) {
    Configuration inside = read("epub = \"a.epub\"\ntitle = \"T\"\n");
    Configuration outside = inside;
    distrust_if_inside(inside, {folder}, diagnostics);
    EXPECT_FALSE(inside.settings.contains("epub"));
    EXPECT_TRUE(inside.settings.contains("title"));
    EXPECT_EQ(diagnostics.all().size(), 1u);
    distrust_if_inside(outside, {folder / "notes", "-"}, diagnostics);
    EXPECT_TRUE(outside.settings.contains("epub"));
}

}  // namespace
}  // namespace notes_export::cli
