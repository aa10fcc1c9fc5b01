#include "markdown/md4c_kinds.hpp"

namespace notes_export::markdown {

Alignment alignment_of(MD_ALIGN align) {
    switch (align) {
        case MD_ALIGN_LEFT:
            return Alignment::left;
        case MD_ALIGN_CENTER:
            return Alignment::center;
        case MD_ALIGN_RIGHT:
            return Alignment::right;
        default:
            return Alignment::none;
    }
}

Node node_of(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return Node::quote;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            return Node::list;
        case MD_BLOCK_LI:
            return Node::item;
        case MD_BLOCK_HR:
            return Node::rule;
        case MD_BLOCK_H:
            return Node::heading;
        case MD_BLOCK_CODE:
            return Node::code_block;
        case MD_BLOCK_HTML:
            return Node::html_block;
        case MD_BLOCK_TABLE:
            return Node::table;
        case MD_BLOCK_THEAD:
            return Node::table_head;
        case MD_BLOCK_TBODY:
            return Node::table_body;
        case MD_BLOCK_TR:
            return Node::row;
        case MD_BLOCK_TH:
            return Node::header_cell;
        case MD_BLOCK_TD:
            return Node::cell;
        default:
            return Node::paragraph;
    }
}

Node node_of(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_STRONG:
            return Node::strong;
        case MD_SPAN_DEL:
            return Node::strike;
        case MD_SPAN_A:
            return Node::link;
        case MD_SPAN_IMG:
            return Node::image;
        case MD_SPAN_CODE:
            return Node::code;
        default:
            return Node::emphasis;
    }
}

Node node_of(MD_TEXTTYPE type) {
    switch (type) {
        case MD_TEXT_NULLCHAR:
            return Node::null;
        case MD_TEXT_BR:
            return Node::line_break;
        case MD_TEXT_SOFTBR:
            return Node::soft_break;
        case MD_TEXT_ENTITY:
            return Node::entity;
        case MD_TEXT_CODE:
            return Node::code_text;
        case MD_TEXT_HTML:
            return Node::html;
        default:
            return Node::text;
    }
}

}  // namespace notes_export::markdown
