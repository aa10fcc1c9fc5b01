#include "archive/word_count.hpp"

#include "document/walk.hpp"
#include "support/parallel.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {

namespace {

std::size_t words_of(const Note& note) {
    std::size_t words = unicode::count_words(note.title);
    const auto count = [&](const Inlines& inlines) {
        for_each_inline(inlines, [&](const Inline& item) {
            if (const auto* text = std::get_if<Text>(&item.node)) words += unicode::count_words(text->text);
            if (const auto* code = std::get_if<Code>(&item.node)) words += unicode::count_words(code->text);
        });
    };
    for_each_block(note.blocks, [](const Block&) {}, count);
    for (const Footnote& footnote : note.footnotes) for_each_block(footnote.blocks, [](const Block&) {}, count);
    return words;
}

}  // namespace

void count_words(std::vector<Draft>& drafts, unsigned jobs) {
    parallel_for(jobs, drafts.size(), [&](std::size_t i) { drafts[i].note.words = words_of(drafts[i].note); });
}

}  // namespace notes_export::archive
