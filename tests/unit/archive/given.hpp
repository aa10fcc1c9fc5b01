/// Archives by hand: blocks as the parser would give them, from string literals.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "notes_export/archive.hpp"

namespace notes_export::archive {

inline Inline t(std::string_view text) {
    return {Text{text}, {}};
}
inline Inline soft_break() {
    return {SoftBreak{}, {}};
}
inline Inline link(std::string_view destination, std::string_view text = "link") {
    return {Link{{t(text)}, destination, {}, Reference::markdown, {}}, {}};
}
inline Inline wikilink(std::string_view destination) {
    return {Link{{t(destination)}, destination, {}, Reference::wikilink, {}}, {}};
}
inline Inline image(std::string_view destination) {
    Image picture;
    picture.destination = destination;
    return {picture, {}};
}
inline Inline footnote_reference(std::string_view label) {
    return {FootnoteReference{label, std::nullopt}, {}};
}
inline Block p(Inlines children) {
    return {Paragraph{std::move(children)}, {}, {}};
}
inline Block p(std::string_view text) {
    return p(Inlines{t(text)});
}
inline Block h(int level, std::string_view text) {
    Heading heading;
    heading.level = level;
    heading.children = {t(text)};
    return {heading, {}, {}};
}
inline Block embed(std::string_view destination) {
    Embed node;
    node.destination = destination;
    return {node, {}, {}};
}
inline Block named(Block block, std::string_view name) {
    block.anchors.push_back({name, {}});
    return block;
}

struct Given {
    SourceSet sources;
    std::vector<Document> documents;
    AssembleOptions options;
    Diagnostics diagnostics;

    using Fields = std::vector<std::pair<std::string, std::vector<std::string>>>;

    Document& note(std::string path, Blocks blocks, const Fields& front_matter = {}) {
        auto source = std::make_unique<Source>();
        source->id = {static_cast<std::uint32_t>(documents.size())};
        source->path = path;
        source->file = "/notes/" + path;
        for (const auto& [key, values] : front_matter) source->front_matter.fields.push_back({key, values, {}});
        Document document;
        document.source = std::move(source);
        document.blocks = std::move(blocks);
        documents.push_back(std::move(document));
        return documents.back();
    }

    Archive assembled() { return assemble(std::move(documents), sources, options, diagnostics); }

    std::vector<std::string> ids() const {
        std::vector<std::string> out;
        for (const Diagnostic& one : diagnostics.all()) out.push_back(one.id);
        return out;
    }
};

inline std::vector<std::string> titles(const Archive& archive) {
    std::vector<std::string> out;
    for (const Note& note : archive.notes) out.push_back(note.title);
    return out;
}

/// All text of the blocks, one line a paragraph or heading.
inline std::string text_of(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node)) out += plain_text(paragraph->children) + "\n";
        if (const auto* heading = std::get_if<Heading>(&block.node))
            out += std::to_string(heading->level) + " " + plain_text(heading->children) + "\n";
        if (const auto* inner = std::get_if<Embed>(&block.node)) out += "[" + text_of(inner->blocks) + "]\n";
        if (const auto* code = std::get_if<CodeBlock>(&block.node)) out += std::string(code->text);
    }
    return out;
}

/// Where the first link of a block leads: an anchor's id, an address, or "".
inline std::string target(const Archive& archive, const Block& block) {
    for (const Inline& item : std::get<Paragraph>(block.node).children)
        if (const auto* found = std::get_if<Link>(&item.node)) {
            if (const auto* anchor = std::get_if<AnchorId>(&found->target)) return archive.anchor(*anchor).id;
            if (const auto* url = std::get_if<ExternalUrl>(&found->target)) return url->url;
        }
    return {};
}

}  // namespace notes_export::archive
