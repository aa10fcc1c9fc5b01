#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "notes_export/included_file.hpp"
#include "notes_export/source.hpp"

namespace notes_export {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class Read : public testing::Test {
protected:
    Read() {
        std::string pattern = (fs::temp_directory_path() / "notes-export-test-XXXXXX").string();
        folder = fs::canonical(::mkdtemp(pattern.data()));
    }
    ~Read() override { fs::remove_all(folder); }

    void write(const std::string& path, const std::string& text) {
        fs::create_directories((folder / path).parent_path());
        std::ofstream(folder / path, std::ios::binary) << text;
    }
    SourceSet read_all(std::vector<fs::path> inputs = {""}, std::vector<std::string> exclude = {}) {
        for (fs::path& input : inputs) input = folder / input;
        return read({.inputs = std::move(inputs), .exclude = std::move(exclude)}, diagnostics);
    }
    static std::vector<std::string> paths(const SourceSet& set) {
        std::vector<std::string> out;
        for (const auto& source : set.sources) out.push_back(source->path);
        return out;
    }

    fs::path folder;
    Diagnostics diagnostics;
};

TEST_F(Read, FindsNotesOfEveryEndingInTheOrderPeopleSort) {
    for (const char* path : {"10.md", "2.markdown", "a/b.MKD", "a/c.mdown", "d.mdx", "x.txt", "a/p.png", ".hidden/n.md",
                             ".n.md", "node_modules/x/README.md", "logseq/bak/pages/a.md"})
        write(path, "x");
    const SourceSet set = read_all();
    EXPECT_THAT(paths(set), ElementsAre("2.markdown", "10.md", "a/b.MKD", "a/c.mdown", "d.mdx"));
    EXPECT_THAT(set.files, ElementsAre("a/p.png", "x.txt"));
    EXPECT_EQ(set.root, folder);
    EXPECT_EQ(set.sources[2]->id.value, 2u);
}

TEST_F(Read, KnowsWhereASitesTextLiesAndItsFiles) {
    write("hugo.toml", "title = 'T'\n");
    write("layouts/shortcodes/a.html", "template");
    write("content/en/part/n.md", "x");
    write("content/en/shared/b.md", "shared");
    const SourceSet set = read_all();
    EXPECT_EQ(set.text_root, "content");
    const IncludedFiles files(set);
    const Source& note = *set.sources.front();
    ASSERT_EQ(note.path, "content/en/part/n.md");
    EXPECT_EQ(files(note, "../shared/b.md"), "shared");
    EXPECT_EQ(files(note, "/layouts/shortcodes/a.html"), "template");
    EXPECT_EQ(files(note, "/shared/b.md"), "shared");
    EXPECT_EQ(files(note, "/etc/passwd"), std::nullopt);
    EXPECT_EQ(files(note, "/../../../../../etc/passwd"), std::nullopt);
}

TEST_F(Read, FollowsSymbolicLinksOnce) {
    write("n/a.md", "a");
    write("outside/b.md", "b");
    fs::create_symlink(".", folder / "n/loop");
    fs::create_symlink("a.md", folder / "n/0-again.md");
    fs::create_symlink("../outside", folder / "n/linked");
    fs::create_symlink("nowhere", folder / "n/dead.md");
    EXPECT_THAT(paths(read_all({"n"})), ElementsAre("a.md", "linked/b.md"));
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].id, "unreadable");
}

TEST_F(Read, TakesAnyFileThatIsNamedAndRootsSeveralAtTheirCommonParent) {
    write("a/x.txt", "x");
    write("b/n.md", "n");
    write("b/p.png", "p");
    const SourceSet set = read_all({"a/x.txt", "b"});
    EXPECT_THAT(paths(set), ElementsAre("a/x.txt", "b/n.md"));
    EXPECT_EQ(set.root, folder);
    EXPECT_THAT(set.files, testing::Contains("b/p.png"));
}

TEST_F(Read, ReadsAFileOnceThoughItIsNamedTwice) {
    write("n/a.md", "a");
    EXPECT_THAT(paths(read_all({"n/a.md", "n", "n/a.md"})), ElementsAre("a.md"));
}

TEST_F(Read, KnowsThePicturesBesideANamedFile) {
    write("n/a.md", "a");
    write("n/b.md", "b");
    write("n/img/p.png", "p");
    const SourceSet set = read_all({"n/a.md"});
    EXPECT_THAT(paths(set), ElementsAre("a.md"));
    EXPECT_THAT(set.files, ElementsAre("img/p.png"));
}

TEST_F(Read, LeavesOutWhatIsExcluded) {
    write("a.md", "a");
    write("drafts/b.md", "b");
    EXPECT_THAT(paths(read_all({""}, {"drafts/**"})), ElementsAre("a.md"));
}

TEST_F(Read, EndsWhenThereIsNothingToRead) {
    EXPECT_THROW(read_all({"nowhere"}), Error);
    EXPECT_THROW(read_all(), Error);
}

TEST_F(Read, SplitsFrontMatterOffAndReportsOddBytesOnce) {
    write("a.md", "---\r\ntitle: T\r\n---\r\ncaf\xE9 \xE9\r\n");
    const SourceSet set = read_all();
    const Source& note = *set.sources[0];
    EXPECT_EQ(note.front_matter.value("title"), "T");
    EXPECT_EQ(note.text.substr(note.body), "caf\xEF\xBF\xBD \xEF\xBF\xBD\n");
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].id, "invalid-characters");
    EXPECT_EQ(line_column(note.text, diagnostics.all()[0].span.begin).column, 4u);
}

TEST_F(Read, TakesTheContentsOfAnMdBook) {
    write("book.toml",
          "[book]\ntitle = \"B\"\nauthors = [\"X\", \"Y\"]\nlanguage = \"de\"\n"
          "[output.html]\ngit-repository-url = \"https://github.com/o/n/\"\n"
          "[output.html.redirect]\n\"/old.html\" = \"sub/two.html\"\n");
    write("src/SUMMARY.md", "# S\n\n- [One](one.md)\n  - [Two](sub/two.md)\n- [Gone](gone.md)\n");
    write("src/one.md", "1");
    write("src/sub/two.md", "2");
    const SourceSet set = read_all();
    EXPECT_EQ(set.dialect, Dialect::mdbook);
    EXPECT_EQ(set.title, "B");
    EXPECT_THAT(set.authors, ElementsAre("X", "Y"));
    EXPECT_EQ(set.language, "de");
    EXPECT_EQ(set.repository, "https://github.com/o/n");
    ASSERT_EQ(set.redirects.size(), 1u);
    EXPECT_EQ(set.redirects[0].from, "/old.html");
    EXPECT_EQ(set.redirects[0].to, "sub/two.html");
    EXPECT_THAT(paths(set), ElementsAre("src/one.md", "src/sub/two.md"));
    ASSERT_EQ(set.summary.size(), 2u);
    EXPECT_EQ(set.summary[0].children[0].path, "src/sub/two.md");
    EXPECT_EQ(set.summary[1].title, "Gone");
    EXPECT_EQ(set.summary[1].path, "");
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].id, "summary-link");
}

TEST_F(Read, KeepsASummaryThatSaysMoreThanItsEntries) {
    write("SUMMARY.md", "# S\n\nprose\n\n- [One](one.md)\n");
    write("one.md", "1");
    const SourceSet set = read_all();
    EXPECT_THAT(paths(set), ElementsAre("one.md", "SUMMARY.md"));
    EXPECT_EQ(set.summary.size(), 1u);
}

TEST_F(Read, DoesNotTakeANoteCalledSummaryForContents) {
    write("SUMMARY.md", "# What I learnt\n\n- milk\n- [web](https://example.org)\n");
    const SourceSet set = read_all();
    EXPECT_THAT(set.summary, IsEmpty());
    EXPECT_THAT(paths(set), ElementsAre("SUMMARY.md"));
}

TEST_F(Read, TellsWhoseFolderItIs) {
    write("vault/.obsidian/app.json", "{}");
    write("vault/deep/a.md", "a");
    EXPECT_EQ(read_all({"vault/deep"}).dialect, Dialect::obsidian);
    write("log/logseq/config.edn", "");
    write("log/pages/a.md", "a");
    EXPECT_EQ(read_all({"log"}).dialect, Dialect::logseq);
    write("blog/_config.yml", "title: Blog\nlang: fr\nrepository: o/n\n");
    write("blog/_posts/2024-02-13-a.md", "---\n---\na");
    const SourceSet blog = read_all({"blog"});
    EXPECT_EQ(blog.dialect, Dialect::jekyll);
    EXPECT_EQ(blog.title, "Blog");
    EXPECT_EQ(blog.repository, "https://github.com/o/n");
    EXPECT_EQ(blog.sources[0]->body, 8u);
    write("hugo/hugo.toml", "title = 'H'\nlanguageCode = 'en-us'\n");
    write("hugo/content/a.md", "a");
    EXPECT_EQ(read_all({"hugo"}).dialect, Dialect::hugo);
    EXPECT_EQ(read_all({"hugo/content"}).title, "H");
}

TEST(LineColumn, CountsCharactersFromOne) {
    EXPECT_EQ(line_column("aü\nüb", 6).line, 2u);
    EXPECT_EQ(line_column("aü\nüb", 6).column, 2u);
    EXPECT_EQ(line_column("", 9).line, 1u);
}

TEST_F(Read, ReadsNotesThatLinkByNameAsAVaultsWhereNoFolderSaysSo) {
    write("a.md", "See [[b]].");
    write("b.md", "See [[a|that]].");
    write("c.md", "text");
    const SourceSet set = read_all();
    EXPECT_EQ(set.dialect, Dialect::obsidian);
    EXPECT_EQ(set.sources[2]->dialect, Dialect::obsidian);
    write("b.md", "A single link is no vault.");
    EXPECT_EQ(read_all().dialect, Dialect::plain);
}

}  // namespace
}  // namespace notes_export
