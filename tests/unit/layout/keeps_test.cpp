// What stays together at the ends of pages, each rule with the smallest note that shows it, at every place of the page.
#include <gtest/gtest.h>

#include <functional>

#include "unit/layout/geometry.hpp"
#include "unit/layout/small_archive.hpp"

namespace notes_export::layout {
namespace {

/// Sets what `follows` behind prose of more and more words, so that it comes to stand everywhere on the page.
void at_every_place(const std::function<Blocks(SmallArchive&)>& follows,
                    const std::function<void(const PagedBook&, int words)>& expect) {
    for (int words = 200; words < 460; words += 6) {
        SmallArchive small;
        small.note("Title", {});
        Blocks blocks{paragraph(small.prose(words))};
        for (Block& item : follows(small)) blocks.push_back(std::move(item));
        blocks.push_back(paragraph(small.prose(80, 5)));
        small.archive.notes.back().blocks = std::move(blocks);
        expect(small.lay_out(), words);
    }
}

/// Lines named by their run and their place in it: "q2r1".
std::string name(int run, int line) {
    return "q" + std::to_string(run) + "r" + std::to_string(line);
}

Block code_of(SmallArchive& small, const std::vector<int>& runs) {
    std::string text;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        if (run > 0) text += '\n';
        for (int line = 0; line < runs[run]; ++line) text += "    " + name(static_cast<int>(run), line) + ";\n";
    }
    CodeBlock code;
    code.text = small.keep(std::move(text));
    return block(std::move(code));
}

TEST(Keeps, CodeLeavesThreeLinesOnEitherSide) {
    at_every_place([](SmallArchive& small) { return Blocks{code_of(small, {1, 1, 8, 1, 1})}; },
                   [](const PagedBook& book, int words) {
                       EXPECT_EQ(page_with(book, name(0, 0), 2), page_with(book, name(2, 0), 2)) << words;
                       EXPECT_EQ(page_with(book, name(2, 7), 2), page_with(book, name(4, 0), 2)) << words;
                   });
}

TEST(Keeps, TheLineThatOpensABlockOfCodeIsRatherBelowTheBreak) {
    int parted = 0;
    at_every_place(
        [](SmallArchive&) {
            CodeBlock code;
            code.text = "first {\n  a;\n  b;\n}\nsecond {\n  c;\n  d;\n  e;\n}\n";
            return Blocks{block(std::move(code))};
        },
        [&](const PagedBook& book, int) { parted += page_with(book, "second", 2) != page_with(book, "c;", 2); });
    EXPECT_EQ(parted, 0);
}

TEST(Keeps, EightNotesThatLinkToOneStandOnOnePage) {
    for (int words = 200; words < 460; words += 6) {
        SmallArchive small;
        small.note("Title", {paragraph(small.prose(words))});
        for (int i = 0; i < 8; ++i) {
            const NoteId other = small.note("Other" + std::to_string(i), {paragraph(small.prose(80))}).id;
            small.archive.notes.front().linked_from.push_back(other);
        }
        const PagedBook book = small.lay_out();
        EXPECT_EQ(page_with(book, "Linked from", 2), page_with(book, "Other7", 2)) << words;
    }
}

TEST(Keeps, NoLineOfCodeStandsAloneBesideABlankOne) {
    const std::vector<int> runs(8, 5);
    at_every_place([&](SmallArchive& small) { return Blocks{code_of(small, runs)}; },
                   [](const PagedBook& book, int words) {
                       for (int run = 0; run < 8; ++run) {
                           EXPECT_EQ(page_with(book, name(run, 0), 2), page_with(book, name(run, 1), 2)) << words;
                           EXPECT_EQ(page_with(book, name(run, 3), 2), page_with(book, name(run, 4), 2)) << words;
                       }
                   });
}

TEST(Keeps, ADrawingStaysWhole) {
    int parted = 0;
    at_every_place(
        [](SmallArchive&) {
            CodeBlock code;
            code.text =
                "+-----+\n| top |\n+-----+\n   |\n   |\n+-----+\n| mid |\n+-----+\n   |\n   |\n+-----+\n| end "
                "|\n+-----+\n";
            return Blocks{block(std::move(code))};
        },
        [&](const PagedBook& book, int) { parted += page_with(book, "| top", 2) != page_with(book, "| end", 2); });
    EXPECT_EQ(parted, 0);
}

TEST(Keeps, CodeIsDividedAtABlankLineFirst) {
    at_every_place([](SmallArchive& small) { return Blocks{code_of(small, {5, 4, 5, 4, 5})}; },
                   [](const PagedBook& book, int words) {
                       for (int run = 0; run < 5; ++run)
                           EXPECT_EQ(page_with(book, name(run, 0), 2), page_with(book, name(run, run % 2 ? 3 : 4), 2))
                               << words;
                   });
}

TEST(Keeps, TheNameOfAFileStandsOnThePageOfItsCode) {
    at_every_place([](SmallArchive& small) { return Blocks{paragraph("Filename: main.cpp"), code_of(small, {6})}; },
                   [](const PagedBook& book, int words) {
                       EXPECT_EQ(page_with(book, "Filename:", 2), page_with(book, name(0, 0), 2)) << words;
                   });
}

TEST(Keeps, TheWordsOfAnItemStandOnThePageOfTheListWithinIt) {
    int parted = 0;
    at_every_place(
        [](SmallArchive& small) {
            List inner;
            for (int i = 0; i < 12; ++i) {
                ListItem item;
                item.blocks.push_back(paragraph(small.keep("inner" + std::to_string(i) + "x")));
                inner.items.push_back(std::move(item));
            }
            ListItem item;
            item.blocks = {paragraph("Leading words that end as sentences do."), block(std::move(inner))};
            List list;
            list.items.push_back(std::move(item));
            return Blocks{block(std::move(list))};
        },
        [&](const PagedBook& book, int) { parted += page_with(book, "Leading", 2) != page_with(book, "inner0x", 2); });
    EXPECT_EQ(parted, 0);
}

TEST(Keeps, ALineThatAnnouncesAListStandsOnItsPage) {
    int parted = 0;
    at_every_place(
        [](SmallArchive& small) {
            List list;
            for (int i = 0; i < 12; ++i) {
                ListItem item;
                item.blocks.push_back(
                    paragraph(small.keep("item" + std::to_string(i) + "x " + std::string(small.prose(40)))));
                list.items.push_back(std::move(item));
            }
            return Blocks{paragraph(small.keep(std::string(small.prose(24)) + " announcing:")), block(std::move(list))};
        },
        [&](const PagedBook& book, int) {
            parted += page_with(book, "announcing:", 2) != page_with(book, "item0x", 2);
        });
    EXPECT_EQ(parted, 0);
}

TEST(Keeps, AListItemStaysWhole) {
    at_every_place(
        [](SmallArchive& small) {
            List list;
            for (int i = 0; i < 12; ++i) {
                ListItem item;
                item.blocks.push_back(
                    paragraph(small.keep("head" + std::to_string(i) + "x " + std::string(small.prose(30, i)) + " tail" +
                                         std::to_string(i) + "x")));
                list.items.push_back(std::move(item));
            }
            return Blocks{block(std::move(list))};
        },
        [](const PagedBook& book, int words) {
            for (int i = 0; i < 12; ++i)
                EXPECT_EQ(page_with(book, "head" + std::to_string(i) + "x", 2),
                          page_with(book, "tail" + std::to_string(i) + "x", 2))
                    << words;
        });
}

TEST(Keeps, ACalloutOfAFewLinesStaysWhole) {
    at_every_place(
        [](SmallArchive& small) {
            Callout callout;
            callout.title = said("Mind this");
            callout.blocks.push_back(paragraph(small.keep(std::string(small.prose(60)) + " calloutend")));
            return Blocks{block(std::move(callout))};
        },
        [](const PagedBook& book, int words) {
            EXPECT_EQ(page_with(book, "Mind this", 2), page_with(book, "calloutend", 2)) << words;
        });
}

TEST(Keeps, ARowOfATableStaysWholeAndNoneStandsAlone) {
    at_every_place(
        [](SmallArchive& small) {
            Table table;
            table.columns = {Alignment::none, Alignment::none};
            table.head.push_back({{cell("Name", true), cell("Meaning", true)}});
            for (int i = 0; i < 14; ++i) {
                const std::string number = std::to_string(i);
                table.body.push_back({{cell(small.keep("row" + number + "x")),
                                       cell(small.keep(std::string(small.prose(25, i)) + " rowend" + number + "x"))}});
            }
            return Blocks{block(std::move(table))};
        },
        [](const PagedBook& book, int words) {
            const auto page = [&](const std::string& text) { return page_with(book, text, 2); };
            for (int i = 0; i < 14; ++i) {
                const std::string number = std::to_string(i);
                EXPECT_EQ(page("row" + number + "x"), page("rowend" + number + "x")) << words;
            }
            EXPECT_EQ(page("Name"), page("row0x")) << words;
            EXPECT_EQ(page("row0x"), page("row1x")) << words;
            EXPECT_EQ(page("row12x"), page("row13x")) << words;
        });
}

TEST(Keeps, ALineOfAParagraphNeverStandsAlone) {
    at_every_place([](SmallArchive& small) { return Blocks{paragraph(small.prose(70, 3))}; },
                   [](const PagedBook& book, int words) {
                       // Paragraphs are parted by more than the leading. The first page begins with the title.
                       for (std::size_t p = 2; p < book.pages.size(); ++p) {
                           const std::vector<double> lines = baselines(book.pages[p]);
                           ASSERT_GE(lines.size(), 3U) << words;
                           const double first = lines[1] - lines[0];
                           const double last = lines[lines.size() - 1] - lines[lines.size() - 2];
                           EXPECT_TRUE(p == 2 || first < 15) << words << ": a widow";
                           EXPECT_LT(last, 15) << words << ": an orphan";
                       }
                   });
}

}  // namespace
}  // namespace notes_export::layout
