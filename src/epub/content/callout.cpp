#include <string>

#include "document/callout_kinds.hpp"
#include "epub/content/classes.hpp"
#include "epub/content/content_writer.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {

void ContentWriter::callout(const Callout& callout) {
    const CalloutKind* kind = find_callout_kind(callout.kind);
    const std::string name = class_name(callout.kind);
    const std::string word = kind ? std::string(locale::word(kind->word, note_.language)) : callout_word(callout.kind);
    open_block("div", {{"class", (kind && kind->warns ? "callout warns kind-" : "callout kind-") + name}});
    {
        const Element title(xml, "p", {{"class", "callout-title"}});
        text_element(xml, "span", word, {{"class", "callout-kind"}});
        if (!callout.title.empty() && !same_words(plain_text(callout.title), word)) {
            xml.text(" · ");
            inlines(callout.title);
        }
    }
    blocks(callout.blocks);
    xml.close();
}

}  // namespace notes_export::epub
