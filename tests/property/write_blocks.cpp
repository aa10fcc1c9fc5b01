#include "property/note_writer.hpp"

namespace notes_export::property {

Lines NoteWriter::paragraph() {
    std::string text = words();
    for (std::size_t i = random_.below(3); i > 0; --i) text += std::string(random_.one_of({"\n", "  \n"})) + words();
    Lines lines = lines_of(text);
    if (random_.one_in(8)) lines.back() += " ^" + hidden();
    return lines;
}

Lines NoteWriter::heading() {
    if (random_.one_in(5)) return {word() + " " + word(), std::string(random_.one_of({"===", "---"}))};
    std::string line = std::string(1 + random_.below(6), '#') + " " + word() + " " + piece(1);
    for (char& c : line)
        if (c == '\n') c = ' ';
    if (random_.one_in(4)) line += " {#" + hidden() + " ." + hidden() + "}";
    if (random_.one_in(6)) line += " ##";
    return {line};
}

Lines NoteWriter::list(int depth) {
    Lines out;
    const std::string marker(random_.one_of({"- ", "* ", "+ ", "1. ", "1) "}));
    const bool loose = random_.one_in(3);
    for (std::size_t i = 1 + random_.below(3); i > 0; --i) {
        const std::string task(random_.one_in(4) ? random_.one_of({"[ ] ", "[x] ", "[-] ", "[/] ", "[>] "}) : "");
        Lines inner = paragraph();
        inner.front().insert(0, task);
        if (depth > 0 && random_.one_in(2)) {
            if (random_.one_in(2)) inner.emplace_back();
            append(inner, block(depth - 1));
        }
        append(out, within(inner, marker, std::string(marker.size(), ' ')));
        if (loose) out.emplace_back();
    }
    return out;
}

Lines NoteWriter::quote(int depth) {
    Lines inner;
    if (random_.one_in(2)) {
        inner.push_back("[!" + std::string(random_.one_of({"note", "WARNING", "tip|x", "my-own"})) + "]" +
                        std::string(random_.one_of({"", "-", "+"})) +
                        (random_.one_in(2) ? " " + word() + " *" + word() + "*" : ""));
    }
    ++quotes_;
    append(inner, depth > 0 ? blocks(depth - 1) : paragraph());
    --quotes_;
    return within(inner, "> ", "> ");
}

Lines NoteWriter::code() {
    if (random_.one_in(4)) return within({word() + " <" + word() + ">", "", word()}, "    ", "    ");
    const std::string fence(random_.one_of({"```", "~~~~", "````"}));
    const Lines inner{"# " + word(), word() + " [[" + word() + "]] {{" + word() + "}} %%" + word() + "%%", "",
                      "[^1]: " + word(), "  $" + word() + "$"};
    return surrounded(fence + std::string(random_.one_of({"", "rust", "python title=\"x\"", "text"})), inner, fence);
}

std::string NoteWriter::cell() {
    switch (random_.below(9)) {
        case 0:
            return "[[" + hidden() + "\\|" + word() + "]]";
        case 1:
            return "`" + word() + "`";
        case 2:
            return word() + "<br>" + word();
        case 3:
            return "==" + word() + "==";
        case 4:
            return "[[" + hidden() + "|" + word() + "]]";
        case 5:
            return "$" + word() + "$";
        case 6:
            return "**" + word();
        case 7:
            return "`" + word() + "\\|" + word() + "`";
        default:
            return word();
    }
}

Lines NoteWriter::table() {
    const std::size_t columns = 1 + random_.below(3);
    const auto row = [&](auto text, std::size_t cells) {
        std::string line = "|";
        for (std::size_t i = 0; i < cells; ++i) line += " " + text() + " |";
        return line;
    };
    Lines out{row([&] { return word(); }, columns),
              row([&] { return std::string(random_.one_of({"---", ":--:", "--:", ":-"})); }, columns)};
    for (std::size_t i = random_.below(4); i > 0; --i)
        out.push_back(row([&] { return cell(); }, columns + (random_.below(4) == 0 ? 1 : 0)));
    return out;
}

Lines NoteWriter::form(int depth) {
    const auto inner = [&] { return depth > 0 ? blocks(depth - 1) : paragraph(); };
    // Forms of whole lines are read in lists and in each other, not in quotes.
    switch (random_.below(quotes_ > 0 ? 8 : 11)) {
        case 0:
            return surrounded("$$", {word() + " \\\\ " + word()}, "$$");
        case 1: {
            Lines out{word()};
            append(out, within(lines_of(words()), ": ", "  "));
            append(out, within(lines_of(words()), ": ", "  "));
            return out;
        }
        case 2:
            return {"| " + word(), "|   " + word(), "| " + word()};
        case 3:
            return {"---"};
        case 4:
            return {"[" + hidden() + "]: https://example.org/" + hidden() + " \"" + hidden() + "\""};
        case 5:
            return {"![[" + hidden() + "]]"};
        case 6:
            return surrounded("%%", {comment(), "", comment()}, "%%");
        case 7:
            return {"*[" + word() + "]: " + word()};
        case 8: {
            Lines out{std::string(random_.one_of({"!!! note", "??? tip", "???+ warning"})) + " \"" + word() + "\""};
            append(out, within(inner(), "    ", "    "));
            return out;
        }
        case 9:
            return surrounded(":::" + std::string(random_.one_of({"tip ", " warning ", "other "})) + word(), inner(),
                              ":::");
        default: {
            Lines out{"=== \"" + word() + "\"", ""};
            append(out, within(inner(), "    ", "    "));
            return out;
        }
    }
}

}  // namespace notes_export::property
