#include "markdown/html/block_elements.hpp"

#include <algorithm>
#include <utility>

#include "markdown/html/attributes.hpp"

namespace notes_export::markdown {
namespace {

/// The part that an element with no more to say opens as it is.
struct PlainElement {
    Part part = Part::transparent;
    Block block = {};
};

std::optional<PlainElement> plain(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_DL:
            return PlainElement{Part::definitions, {DefinitionList{}, {}, {}}};
        case GUMBO_TAG_DT:
            return PlainElement{Part::term};
        case GUMBO_TAG_DD:
            return PlainElement{Part::definition};
        case GUMBO_TAG_BLOCKQUOTE:
            return PlainElement{Part::quote, {Quote{}, {}, {}}};
        case GUMBO_TAG_DETAILS:
            return PlainElement{Part::details, {Details{}, {}, {}}};
        case GUMBO_TAG_SUMMARY:
            return PlainElement{Part::summary};
        case GUMBO_TAG_FIGURE:
            return PlainElement{Part::figure, {Figure{}, {}, {}}};
        case GUMBO_TAG_FIGCAPTION:
            return PlainElement{Part::figure_caption};
        case GUMBO_TAG_TABLE:
            return PlainElement{Part::table, {Table{}, {}, {}}};
        case GUMBO_TAG_CAPTION:
            return PlainElement{Part::caption};
        case GUMBO_TAG_THEAD:
            return PlainElement{Part::table_head};
        case GUMBO_TAG_TR:
            return PlainElement{Part::row};
        default:
            return {};
    }
}

bool is_division(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_FIELDSET:
            return true;
        default:
            return false;
    }
}

class Opener {
public:
    Opener(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope)
        : element_(element), span_(span), builder_(builder), scope_(scope) {}

    std::optional<Opened> open() {
        if (auto known = plain(element_.tag)) return open(known->part, std::move(known->block));
        if (is_division(element_.tag)) return division(alignment_of(element_));
        switch (element_.tag) {
            case GUMBO_TAG_CENTER:
                return division(Alignment::center);
            case GUMBO_TAG_P:
                if (has_attribute(element_, "lang") || direction_of(element_) != Direction::automatic)
                    return division(alignment_of(element_));
                return open(Part::paragraph, {Paragraph{{}, alignment_of(element_)}, {}, {}});
            case GUMBO_TAG_H1:
            case GUMBO_TAG_H2:
            case GUMBO_TAG_H3:
            case GUMBO_TAG_H4:
            case GUMBO_TAG_H5:
            case GUMBO_TAG_H6:
                return open(Part::heading, {Heading{element_.tag - GUMBO_TAG_H1 + 1, {}, {}, {}}, {}, {}});
            case GUMBO_TAG_UL:
            case GUMBO_TAG_OL:
            case GUMBO_TAG_MENU:
            case GUMBO_TAG_DIR:
                return open(Part::list, {list_of(element_), {}, {}});
            case GUMBO_TAG_LI:
                return item();
            case GUMBO_TAG_TD:
            case GUMBO_TAG_TH:
                return cell();
            case GUMBO_TAG_HR:
                builder_.add_block({Rule{}, span_, {}});
                return Opened{};
            default:
                return {};
        }
    }

    Opened division(Alignment alignment) {
        Division division;
        division.alignment = alignment;
        division.language = builder_.keep(attribute(element_, "lang"));
        division.direction = direction_of(element_);
        return open(Part::division, {std::move(division), {}, {}});
    }

private:
    OpenBlock& open_frame(Part part, std::uint32_t id, Block block = {}) {
        block.span = span_;
        if (const std::string_view name = name_of(element_); !name.empty())
            block.anchors.push_back({builder_.keep(name), {}});
        return builder_.open_block(part, id, std::move(block));
    }

    Opened open(Part part, Block block) {
        const std::uint32_t id = scope_.take_ids(1);
        open_frame(part, id, std::move(block));
        return {Opened::Kind::block, id};
    }

    Opened item() {
        const std::uint32_t id = scope_.take_ids(1);
        OpenBlock& frame = open_frame(Part::item, id);
        if (const auto value = number_attribute(element_, "value"))
            frame.item.value = static_cast<std::int32_t>(std::min<std::uint32_t>(*value, 999'999'999));
        return {Opened::Kind::block, id};
    }

    Opened cell() {
        const std::uint32_t id = scope_.take_ids(1);
        OpenBlock& frame = open_frame(Part::cell, id);
        frame.cell.header = element_.tag == GUMBO_TAG_TH;
        frame.cell.alignment = alignment_of(element_);
        // HTML's own bounds (4.9.11).
        frame.cell.columns = std::clamp<std::uint32_t>(number_attribute(element_, "colspan").value_or(1), 1, 1000);
        frame.cell.rows = std::clamp<std::uint32_t>(number_attribute(element_, "rowspan").value_or(1), 1, 65534);
        return {Opened::Kind::block, id};
    }

    const GumboElement& element_;
    SourceSpan span_;
    Builder& builder_;
    Scope& scope_;
};

}  // namespace

std::optional<Opened> open_block_element(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope) {
    return Opener(element, span, builder, scope).open();
}

Opened open_division(const GumboElement& element, SourceSpan span, Alignment alignment, Builder& builder,
                     Scope& scope) {
    return Opener(element, span, builder, scope).division(alignment);
}

}  // namespace notes_export::markdown
