#include "property/model_words.hpp"

#include "document/walk.hpp"

namespace notes_export::property {
namespace {

void put(std::string& out, std::string_view text) {
    out += text;
    out += '\n';
}

struct Texts {
    std::string shown;
    std::string hidden;

    void block(const Block& block) {
        for (const AnchorPoint& point : block.anchors) put(hidden, point.name);
        if (const auto* code = std::get_if<CodeBlock>(&block.node)) {
            put(shown, code->text);
            put(hidden, code->info);
        }
        if (const auto* math = std::get_if<MathBlock>(&block.node)) put(shown, math->tex);
        if (const auto* heading = std::get_if<Heading>(&block.node)) put(hidden, heading->explicit_id);
        if (const auto* callout = std::get_if<Callout>(&block.node)) put(shown, callout->kind);
        if (const auto* figure = std::get_if<Figure>(&block.node)) put(shown, plain_text(caption_of(*figure)));
        if (const auto* embed = std::get_if<Embed>(&block.node)) {
            put(shown, embed->title);
            put(hidden, embed->destination);
        }
    }

    void inline_(const Inline& item) {
        if (const auto* text = std::get_if<Text>(&item.node)) put(shown, text->text);
        if (const auto* code = std::get_if<Code>(&item.node)) put(shown, code->text);
        if (const auto* math = std::get_if<MathSpan>(&item.node)) put(shown, math->tex);
        if (const auto* tag = std::get_if<Tag>(&item.node)) put(shown, tag->name);
        if (const auto* styled = std::get_if<Styled>(&item.node)) put(hidden, styled->title);
        if (const auto* point = std::get_if<AnchorPoint>(&item.node)) put(hidden, point->name);
        if (const auto* reference = std::get_if<FootnoteReference>(&item.node))
            put(reference->index ? hidden : shown, reference->label);
        if (const auto* passage = std::get_if<Passage>(&item.node)) put(hidden, passage->language);
        if (const auto* link = std::get_if<Link>(&item.node)) {
            put(hidden, link->destination);
            put(hidden, link->title);
        }
        if (const auto* image = std::get_if<Image>(&item.node)) {
            put(shown, image->alt);
            put(hidden, image->destination);
            put(hidden, image->title);
        }
    }

    void inlines(const Inlines& all) {
        for_each_inline(all, [&](const Inline& item) { inline_(item); });
    }

    void blocks(const Blocks& all) {
        for_each_block(all, [&](const Block& one) { block(one); }, [&](const Inlines& some) { inlines(some); });
    }
};

Texts texts_of(const Archive& archive) {
    Texts out;
    put(out.shown, archive.metadata.title);
    for (const TagEntry& tag : archive.tags) put(out.shown, tag.name);
    for (const Note& note : archive.notes) {
        put(out.shown, note.title);
        for (const std::string& tag : note.tags) put(out.shown, tag);
        out.inlines(note.title_inlines);
        out.blocks(note.blocks);
        for (const Footnote& footnote : note.footnotes) {
            put(out.hidden, footnote.label);
            out.blocks(footnote.blocks);
        }
    }
    return out;
}

}  // namespace

std::string shown_text(const Archive& archive) {
    return texts_of(archive).shown;
}

std::string hidden_text(const Archive& archive) {
    return texts_of(archive).hidden;
}

}  // namespace notes_export::property
