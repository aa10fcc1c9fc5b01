#include "document/dump.hpp"

#include <array>
#include <charconv>

namespace notes_export {
namespace {

class Dumper {
public:
    std::string take() { return std::move(out_); }

    void blocks(const Blocks& all) {
        for (const Block& block : all) {
            std::visit([&](const auto& node) { this->block(node, block); }, block.node);
        }
    }

    void inlines(const Inlines& all) {
        for (const Inline& item : all) std::visit([&](const auto& node) { this->node(node); }, item.node);
    }

    void footnote(const Footnote& footnote) {
        begin("footnote");
        quoted(footnote.label);
        end();
        inner([&] { blocks(footnote.blocks); });
    }
    void tag(std::string_view name) {
        begin("tag");
        quoted(name);
        end();
    }

private:
    void begin(std::string_view name) {
        out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
        out_ += name;
    }
    void end() { out_ += '\n'; }
    void end(const Block& block) {
        for (const AnchorPoint& anchor : block.anchors) {
            out_ += " @";
            out_ += anchor.name;
        }
        end();
    }
    template <class Inside>
    void inner(const Inside& inside) {
        ++depth_;
        inside();
        --depth_;
    }
    void quoted(std::string_view text) {
        out_ += " \"";
        for (const char c : text) {
            if (c == '\n') {
                out_ += "\\n";
            } else if (c == '"' || c == '\\') {
                out_ += {'\\', c};
            } else {
                out_ += c;
            }
        }
        out_ += '"';
    }
    void word(std::string_view name) {
        out_ += ' ';
        out_ += name;
    }
    void value(std::string_view name, std::string_view text) {
        if (text.empty()) return;
        word(name);
        out_ += '=';
        out_ += text;
    }
    void value(std::string_view name, double number) {
        std::array<char, 32> digits{};
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        value(name, std::string_view(digits.data(), static_cast<std::size_t>(written.ptr - digits.data())));
    }
    void alignment(Alignment alignment) {
        static constexpr std::array<std::string_view, 4> names{"", "left", "center", "right"};
        if (alignment != Alignment::none) word(names[static_cast<std::size_t>(alignment)]);
    }
    void direction(Direction direction) {
        if (direction == Direction::left_to_right) word("ltr");
        if (direction == Direction::right_to_left) word("rtl");
    }
    void part(std::string_view name, const Inlines& children) {
        if (children.empty()) return;
        begin(name);
        end();
        inner([&] { inlines(children); });
    }

    // ---- blocks

    void block(const Paragraph& paragraph, const Block& block) {
        begin("paragraph");
        alignment(paragraph.alignment);
        end(block);
        inner([&] { inlines(paragraph.children); });
    }
    void block(const Heading& heading, const Block& block) {
        begin("heading");
        value("level", heading.level);
        value("id", heading.explicit_id);
        end(block);
        inner([&] { inlines(heading.children); });
    }
    void block(const List& list, const Block& block) {
        static constexpr std::array<std::string_view, 6> names{"bullet", "1", "a", "A", "i", "I"};
        begin("list");
        word(names[static_cast<std::size_t>(list.numbering)]);
        if (list.numbering != Numbering::bullet) {
            value("start", list.start);
            word(std::string_view(&list.delimiter, 1));
        }
        word(list.tight ? "tight" : "loose");
        if (list.reversed) word("reversed");
        end(block);
        inner([&] {
            for (const ListItem& item : list.items) {
                begin("item");
                if (item.task) {
                    word("[");
                    out_.back() = '[';
                    out_ += *item.task;
                    out_ += ']';
                }
                if (item.value) value("value", *item.value);
                end();
                inner([&] { blocks(item.blocks); });
            }
        });
    }
    void block(const CodeBlock& code, const Block& block) {
        begin("code");
        value("language", code.language);
        if (code.info != code.language) quoted(code.info);
        quoted(code.text);
        end(block);
    }
    void block(const Quote& quote, const Block& block) {
        begin("quote");
        end(block);
        inner([&] { blocks(quote.blocks); });
    }
    void block(const Callout& callout, const Block& block) {
        begin("callout");
        word(callout.kind);
        end(block);
        inner([&] {
            part("title", callout.title);
            blocks(callout.blocks);
        });
    }
    void rows(std::string_view name, const std::vector<TableRow>& all) {
        for (const TableRow& row : all) {
            begin(name);
            end();
            inner([&] {
                for (const TableCell& cell : row.cells) {
                    begin(cell.header ? "header" : "cell");
                    alignment(cell.alignment);
                    if (cell.columns != 1) value("columns", cell.columns);
                    if (cell.rows != 1) value("rows", cell.rows);
                    end();
                    inner([&] { blocks(cell.blocks); });
                }
            });
        }
    }
    void block(const Table& table, const Block& block) {
        begin("table");
        value("columns", static_cast<double>(table.columns.size()));
        end(block);
        inner([&] {
            part("caption", table.caption);
            rows("head", table.head);
            rows("row", table.body);
        });
    }
    void block(const Rule&, const Block& block) {
        begin("rule");
        end(block);
    }
    void block(const Figure& figure, const Block& block) {
        begin("figure");
        end(block);
        inner([&] {
            blocks(figure.blocks);
            part("caption", figure.caption);
        });
    }
    void block(const DefinitionList& list, const Block& block) {
        begin("definitions");
        end(block);
        inner([&] {
            for (const DefinitionItem& item : list.items) {
                for (const Inlines& term : item.terms) part("term", term);
                for (const Blocks& definition : item.definitions) {
                    begin("definition");
                    end();
                    inner([&] { blocks(definition); });
                }
            }
        });
    }
    void block(const Details& details, const Block& block) {
        begin("details");
        end(block);
        inner([&] {
            part("summary", details.summary);
            blocks(details.blocks);
        });
    }
    void block(const Division& division, const Block& block) {
        begin("division");
        alignment(division.alignment);
        value("language", division.language);
        direction(division.direction);
        end(block);
        inner([&] { blocks(division.blocks); });
    }
    void block(const MathBlock& math, const Block& block) {
        begin("math");
        quoted(math.tex);
        end(block);
    }
    void block(const Embed& embed, const Block& block) {
        begin("embed");
        quoted(embed.destination);
        end(block);
        inner([&] { blocks(embed.blocks); });
    }

    // ---- inlines

    void line(std::string_view name) {
        begin(name);
        end();
    }
    void line(std::string_view name, std::string_view text) {
        begin(name);
        quoted(text);
        end();
    }
    void node(const Text& text) { line("text", text.text); }
    void node(const SoftBreak& soft) { line(soft.kept ? "kept break" : "soft break"); }
    void node(const LineBreak&) { line("line break"); }
    void node(const Styled& styled) {
        static constexpr std::array<std::string_view, 16> names{
            "emphasis", "strong",   "strike", "insertion", "underline", "highlight", "superscript",  "subscript",
            "small",    "keyboard", "sample", "variable",  "citation",  "quotation", "abbreviation", "definition"};
        begin(names[static_cast<std::size_t>(styled.style)]);
        if (!styled.title.empty()) quoted(styled.title);
        end();
        inner([&] { inlines(styled.children); });
    }
    void node(const Passage& passage) {
        begin("passage");
        value("language", passage.language);
        direction(passage.direction);
        end();
        inner([&] { inlines(passage.children); });
    }
    void node(const Code& code) { line("code", code.text); }
    void node(const MathSpan& math) { line(math.display ? "display math" : "math", math.tex); }
    void node(const Link& link) {
        begin(link.reference == Reference::wikilink ? "wikilink" : "link");
        quoted(link.destination);
        if (!link.title.empty()) quoted(link.title);
        end();
        inner([&] { inlines(link.children); });
    }
    void node(const Image& image) {
        begin(image.reference == Reference::wikilink ? "embedded image" : "image");
        quoted(image.destination);
        quoted(image.alt);
        if (!image.title.empty()) quoted(image.title);
        if (image.width) value("width", *image.width);
        if (image.width_percent) value("percent", *image.width_percent);
        if (image.height) value("height", *image.height);
        end();
    }
    void node(const FootnoteReference& reference) {
        begin("footnote reference");
        quoted(reference.label);
        if (reference.index) value("index", *reference.index);
        end();
    }
    void node(const AnchorPoint& anchor) { line("anchor", anchor.name); }
    void node(const Ruby& ruby) {
        line("ruby");
        inner([&] {
            part("base", ruby.base);
            part("annotation", ruby.annotation);
        });
    }
    void node(const Tag& tag) { line("tag", tag.name); }

    std::string out_;
    int depth_ = 0;
};

}  // namespace

std::string dump(const Blocks& blocks) {
    Dumper dumper;
    dumper.blocks(blocks);
    return dumper.take();
}

std::string dump(const Inlines& inlines) {
    Dumper dumper;
    dumper.inlines(inlines);
    return dumper.take();
}

std::string dump(const Document& document) {
    Dumper dumper;
    dumper.blocks(document.blocks);
    for (const Footnote& footnote : document.footnotes) dumper.footnote(footnote);
    for (const std::string_view tag : document.tags) dumper.tag(tag);
    return dumper.take();
}

}  // namespace notes_export
