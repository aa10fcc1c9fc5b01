#include "pdf/roles.hpp"

namespace notes_export::pdf {

std::string_view structure_type(layout::Role role) {
    using enum layout::Role;
    switch (role) {
        case document:
            return "Document";
        case part:
            return "Part";
        case section:
            return "Sect";
        case division:
            return "Div";
        case title:
            return "Title";
        case h1:
            return "H1";
        case h2:
            return "H2";
        case h3:
            return "H3";
        case h4:
            return "H4";
        case h5:
            return "H5";
        case h6:
            return "H6";
        case paragraph:
            return "P";
        case list:
            return "L";
        case list_item:
            return "LI";
        case label:
            return "Lbl";
        case list_body:
            return "LBody";
        case table:
            return "Table";
        case table_head:
            return "THead";
        case table_body:
            return "TBody";
        case table_row:
            return "TR";
        case table_header:
            return "TH";
        case table_data:
            return "TD";
        case figure:
            return "Figure";
        case caption:
            return "Caption";
        case code:
            return "Code";
        case formula:
            return "Formula";
        case block_quote:
            return "BlockQuote";
        case note:
            return "Note";
        case reference:
            return "Reference";
        case link:
            return "Link";
        case contents:
            return "TOC";
        case contents_item:
            return "TOCI";
        case span:
            return "Span";
        case quote:
            return "Quote";
    }
    return "Span";
}

}  // namespace notes_export::pdf
