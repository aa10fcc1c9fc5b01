/// Documents parsed from a string.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "document/dump.hpp"
#include "document/walk.hpp"
#include "notes_export/markdown.hpp"

namespace notes_export::markdown::testing {

inline Document parsed(std::string text, LineBreaks line_breaks = LineBreaks::join, Dialect dialect = Dialect::plain) {
    auto source = std::make_unique<Source>();
    source->path = "n.md";
    source->text = std::move(text);
    source->dialect = dialect;
    return parse(std::move(source), {.line_breaks = line_breaks, .include = {}});
}

/// The model, one line a node; begins with a line end, so that it can be compared with a raw string.
inline std::string model(std::string text) {
    return "\n" + dump(parsed(std::move(text)).blocks);
}

/// What the source says where each node of kind `T` among the inlines stands.
template <class T>
std::vector<std::string> written(const Document& document) {
    std::vector<std::string> out;
    for_each_block(
        document.blocks, [](const Block&) {},
        [&](const Inlines& inlines) {
            for_each_inline(inlines, [&](const Inline& item) {
                if (std::holds_alternative<T>(item.node))
                    out.push_back(document.source->text.substr(item.span.begin, item.span.end - item.span.begin));
            });
        });
    return out;
}

inline std::vector<std::string> warnings(const Document& document) {
    std::vector<std::string> out;
    for (const Diagnostic& one : document.diagnostics.all()) out.push_back(one.id);
    return out;
}

/// All characters of the model in their order, blocks ended by LF.
inline std::string text_of(const Document& document) {
    std::string out;
    for_each_block(
        document.blocks,
        [&](const Block& block) {
            if (const auto* code = std::get_if<CodeBlock>(&block.node)) out += code->text;
        },
        [&](const Inlines& inlines) {
            if (!inlines.empty()) out += plain_text(inlines) + "\n";
        });
    return out;
}

}  // namespace notes_export::markdown::testing
