#include "property/note_writer.hpp"

namespace notes_export::property {

std::string NoteWriter::html_piece(int depth) {
    switch (random_.below(16)) {
        case 0:
            return "<b>" + words(depth) + "</b>";
        case 1:
            return "<kbd>" + word() + "</kbd>";
        case 2:
            return "<span title=\"" + comment() + "\">" + words(depth) + "</span>";
        case 3:
            return word() + "<br>" + word();
        case 4:
            return "<ruby>" + word() + "<rt>" + word() + "</rt></ruby>";
        case 5:
            return "<a href=\"" + hidden() + "\">" + words(depth) + "</a>";
        case 6:
            return "<img src=\"" + hidden() + ".png\" alt=\"" + word() + "\">";
        case 7:
            return "<!-- " + comment() + " -->" + word();
        case 8:
            return "<abbr title='" + hidden() + "'>" + word() + "</abbr>";
        case 9:
            return word() + "<sub>" + word() + "</sub>";
        case 10:
            return "<u>" + words(depth) + "</u>";
        case 11:
            return "<code>" + word() + "</code>";
        case 12:
            return "<button>" + word() + "</button>";
        case 13:
            return "<font color=red>" + words(depth) + "</font>";
        case 14:
            return "<mark>" + words(depth) + "</mark>";
        default:
            return "<b>" + word();
    }
}

Lines NoteWriter::html_block(int depth) {
    const auto with_markdown = [&](std::string open, std::string close) {
        Lines inner{""};
        append(inner, depth > 0 ? blocks(depth - 1) : paragraph());
        inner.emplace_back();
        return surrounded(std::move(open), inner, std::move(close));
    };
    switch (random_.below(14)) {
        case 0:
            return with_markdown("<div class=\"" + comment() + "\">", "</div>");
        case 1:
            return with_markdown("<details><summary>" + word() + "</summary>", "</details>");
        case 2:
            return {"<table><tr><th>" + word() + "<td>" + word() + "</tr><tr><td colspan=2>" + word() + "</table>"};
        case 3:
            return {"<p align=center>" + word() + "<br/>" + word() + "</p>"};
        case 4:
            return {"<pre>" + word(), "", word() + "</pre>"};
        case 5:
            return {"<ul><li>" + word() + "<li>" + word() + "</ul>"};
        case 6:
            return {"<dl><dt>" + word() + "<dd>" + word() + "</dl>"};
        case 7:
            return {"<!-- " + comment(), "", comment() + " -->"};
        case 8:
            return {"<style>", "." + comment() + " {}", "</style>"};
        case 9:
            return {"<figure><img src=" + hidden() + ".png><figcaption>" + word() + "</figcaption></figure>"};
        case 10:
            return {"<div>" + word() + "</div> " + word()};
        case 11:
            return with_markdown("<div>", "");
        case 12:
            return {"<iframe src=\"https://example.org/" + hidden() + "\"></iframe>" + word()};
        default:
            return {"<select><option>" + word() + "<option>" + word() + "</select>"};
    }
}

}  // namespace notes_export::property
