#include "epub/xhtml_frame.hpp"

namespace notes_export::epub {

void open_document(XmlWriter& xml, std::string_view title, std::string_view language, Direction direction) {
    xml.declaration();
    xml.doctype();
    xml.open("html", {{"xmlns", "http://www.w3.org/1999/xhtml"},
                      {"xmlns:epub", "http://www.idpf.org/2007/ops"},
                      {"lang", language},
                      {"xml:lang", language},
                      {"dir", direction_name(direction)}});
    xml.line_break();
    {
        const Element head(xml, "head");
        text_element(xml, "title", title);
        xml.empty("link", {{"rel", "stylesheet"}, {"type", "text/css"}, {"href", "style.css"}});
    }
    xml.line_break();
    xml.open("body");
    xml.line_break();
}

}  // namespace notes_export::epub
