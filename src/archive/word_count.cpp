#include "archive/word_count.hpp"

#include "document/walk.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {

void count_words(std::vector<Draft>& drafts) {
    for (Draft& draft : drafts) {
        Note& note = draft.note;
        note.words = unicode::count_words(note.title);
        const auto count = [&](const Inlines& inlines) {
            for_each_inline(inlines, [&](const Inline& item) {
                if (const auto* text = std::get_if<Text>(&item.node)) note.words += unicode::count_words(text->text);
                if (const auto* code = std::get_if<Code>(&item.node)) note.words += unicode::count_words(code->text);
            });
        };
        for_each_block(note.blocks, [](const Block&) {}, count);
        for (const Footnote& footnote : note.footnotes) for_each_block(footnote.blocks, [](const Block&) {}, count);
    }
}

}  // namespace notes_export::archive
