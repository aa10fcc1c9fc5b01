#include <string>

#include "epub/content/content_writer.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {

void ContentWriter::footnote(const Footnote& footnote) {
    const Element aside(xml, "aside", {{"epub:type", "footnote"}, {"role", "doc-footnote"}});
    xml.attribute("id", footnote_id(note_, footnote.number));
    const std::string number = std::to_string(footnote.number);
    // The way back stands first: at the end, several notes run together on Kindles.
    const auto back = [&] {
        if (footnote.references > 0) {
            text_element(xml, "a", number,
                         {{"class", "back"},
                          {"href", "#" + reference_id(note_, footnote.number)},
                          {"role", "doc-backlink"},
                          {"title", locale::word("back-to-text", note_.language)}});
        } else {
            text_element(xml, "span", number, {{"class", "back"}});
        }
        xml.text(" ");
    };
    const auto* paragraph = footnote.blocks.empty() ? nullptr : std::get_if<Paragraph>(&footnote.blocks.front().node);
    std::size_t first = 0;
    {
        const Element opening(xml, "p");
        back();
        if (paragraph) {
            inlines(paragraph->children);
            first = 1;
        }
    }
    for (std::size_t i = first; i < footnote.blocks.size(); ++i) block(footnote.blocks[i]);
}

}  // namespace notes_export::epub
