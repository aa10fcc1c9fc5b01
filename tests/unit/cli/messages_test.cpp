#include "cli/messages.hpp"

#include <gtest/gtest.h>

#include "cli/listing.hpp"
#include "cli/terminal.hpp"

namespace notes_export::cli {
namespace {

std::vector<std::unique_ptr<const Source>> one_source() {
    auto source = std::make_unique<Source>();
    source->id = {0};
    source->path = "n.md";
    source->text = "# T\n\ntäxt ![x](gone.png)\n";
    std::vector<std::unique_ptr<const Source>> out;
    out.push_back(std::move(source));
    return out;
}

Diagnostics warnings(std::size_t count) {
    Diagnostics out;
    for (std::size_t i = 0; i < count; ++i) out.warn("dead-link", {0}, {11, 12}, "gone", i == 0 ? "mend it" : "");
    return out;
}

TEST(Messages, SayWhereWhatAndHowToMendIt) {
    EXPECT_EQ(shown(warnings(1), one_source(), {}), "n.md:3:6: warning: gone [dead-link]\n  hint: mend it\n");
}

TEST(Messages, NeedNoSource) {
    Diagnostics diagnostics;
    diagnostics.notice("drafts", "2 drafts left out");
    diagnostics.add({Severity::warning, "unreadable", {}, {}, "no", "", "a/b"});
    EXPECT_EQ(shown(diagnostics, {}, {}), "notice: 2 drafts left out [drafts]\na/b: warning: no [unreadable]\n");
}

TEST(Messages, CountWhatRepeats) {
    const std::string out = shown(warnings(1'254), one_source(), {});
    EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 22);
    EXPECT_NE(out.find("… and 1,234 more like this [dead-link]; -v shows all"), std::string::npos);
    const std::string all = shown(warnings(1'254), one_source(), {.all = true});
    EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 1'255);
}

TEST(Messages, AreAnObjectALineAsJson) {
    EXPECT_EQ(
        shown(warnings(1), one_source(), {.json = true}),
        R"({"path":"n.md","line":3,"column":6,"severity":"warning","id":"dead-link","message":"gone","hint":"mend it"})"
        "\n");
    EXPECT_EQ(json_string("a\"b\\\n\x1b\xFF"), "\"a\\\"b\\\\\\u000a\\u001b\xEF\xBF\xBD\"");
}

TEST(Messages, DoNotLetANoteCommandTheTerminal) {
    EXPECT_EQ(printable("a\x1b[31mb\nc\xC2\x9B"), "a\xEF\xBF\xBD[31mb c\xEF\xBF\xBD");
}

TEST(Messages, AreColouredWhenAsked) {
    EXPECT_NE(shown(warnings(1), one_source(), {.color = true}).find("\x1b[1;33mwarning:\x1b[0m"), std::string::npos);
}

TEST(Messages, GroupFigures) {
    EXPECT_EQ(grouped(7), "7");
    EXPECT_EQ(grouped(1'104), "1,104");
    EXPECT_EQ(grouped(1'234'567), "1,234,567");
    EXPECT_EQ(shown_size(132'400), "132 KB");
    EXPECT_EQ(shown_size(2'345'678), "2.3 MB");
}

TEST(Listing, IsATableForPeopleAndTabsForPrograms) {
    Archive archive;
    archive.sources = one_source();
    Note note;
    note.title = "日本";
    note.source = {0};
    note.words = 1'104;
    note.pictures = 2;
    using namespace std::chrono;
    note.date = Timestamp{local_days{2024y / February / 13} + 21h + 5min, true};
    archive.notes.push_back(note);
    EXPECT_EQ(listing(archive, false), "2024-02-13 21:05\t1104\t2\tn.md\t日本\n");
    EXPECT_EQ(listing(archive, true),
              "date              words  pictures  path  title\n"
              "2024-02-13 21:05  1,104         2  n.md  日本\n");
}

}  // namespace
}  // namespace notes_export::cli
