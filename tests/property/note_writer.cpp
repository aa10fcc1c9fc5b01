#include "property/note_writer.hpp"

namespace notes_export::property {

std::string NoteWriter::token(std::string_view kind) {
    return std::string(kind) + std::to_string(++count_) + "z";
}

Lines NoteWriter::block(int depth) {
    switch (random_.below(14)) {
        case 0:
            return heading();
        case 1:
        case 2:
            return list(depth);
        case 3:
            return quote(depth);
        case 4:
            return code();
        case 5:
            return table();
        case 6:
        case 7:
            return html_block(depth);
        case 8:
        case 9:
            return form(depth);
        case 10:
            return dialect_block(depth);
        default:
            return paragraph();
    }
}

Lines NoteWriter::blocks(int depth) {
    Lines out = block(depth);
    for (std::size_t i = random_.below(4); i > 0; --i) {
        out.emplace_back();
        append(out, block(depth));
    }
    return out;
}

Lines NoteWriter::front_matter() {
    switch (random_.below(5)) {
        case 0:
            return {"---", "title: " + word(), "tags: [" + word() + "]", "date: 2024-02-13", "---", ""};
        case 1:
            return {"+++", "title = \"" + word() + "\"", "date = 2024-02-13", "+++", ""};
        default:
            return {};
    }
}

std::string NoteWriter::note() {
    backticks_ = 0;
    Lines lines = front_matter();
    append(lines, blocks(3));
    while (!labels_.empty()) {
        const std::string label = labels_.back();
        labels_.pop_back();
        Lines body = paragraph();
        if (random_.one_in(3)) {
            body.emplace_back();
            append(body, blocks(1));
        }
        lines.emplace_back();
        append(lines, within(body, "[^" + label + "]: ", "    "));
    }
    std::string out;
    for (const std::string& line : lines) out += line + "\n";
    return out;
}

}  // namespace notes_export::property
