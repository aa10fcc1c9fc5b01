#include "source/vault_signs.hpp"

#include <gtest/gtest.h>

namespace notes_export::source {
namespace {

TEST(VaultSigns, AreLinksByName) {
    for (const char* text : {"a [[Note]] b", "[[folder/Note|words]]", "![[picture.png]]", "`x` [[Übung#Teil]]"})
        EXPECT_TRUE(has_wikilink(text)) << text;
}

TEST(VaultSigns, AreNotProgramsNorLists) {
    for (const char* text : {"[[ -f x ]]", "`[[a]]`", "```\n[[a]]\n```\n", "[[1, 2], [3, 4]]", "[[1]](a.md)",
                             "[[name]]: /address", "[[\"a\"]]", "[[$x]]", "[[open"})
        EXPECT_FALSE(has_wikilink(text)) << text;
}

}  // namespace
}  // namespace notes_export::source
