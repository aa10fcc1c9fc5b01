#include "markdown/html/inline_elements.hpp"

#include <optional>
#include <utility>

#include "markdown/html/attributes.hpp"

namespace notes_export::markdown {
namespace {

std::optional<Style> style_of(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_B:
        case GUMBO_TAG_STRONG:
            return Style::strong;
        case GUMBO_TAG_I:
        case GUMBO_TAG_EM:
            return Style::emphasis;
        case GUMBO_TAG_U:
            return Style::underline;
        case GUMBO_TAG_S:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_DEL:
            return Style::strike;
        case GUMBO_TAG_INS:
            return Style::insertion;
        case GUMBO_TAG_MARK:
            return Style::highlight;
        case GUMBO_TAG_SMALL:
            return Style::small;
        case GUMBO_TAG_SUB:
            return Style::subscript;
        case GUMBO_TAG_SUP:
            return Style::superscript;
        case GUMBO_TAG_KBD:
            return Style::keyboard;
        case GUMBO_TAG_SAMP:
            return Style::sample;
        case GUMBO_TAG_VAR:
            return Style::variable;
        case GUMBO_TAG_CITE:
            return Style::citation;
        case GUMBO_TAG_Q:
            return Style::quotation;
        case GUMBO_TAG_ABBR:
        case GUMBO_TAG_ACRONYM:
            return Style::abbreviation;
        case GUMBO_TAG_DFN:
            return Style::definition;
        default:
            return {};
    }
}

Opened open(Inline node, Builder& builder, Scope& scope) {
    const std::uint32_t id = scope.take_ids(1);
    builder.open_inline(id, std::move(node));
    return {Opened::Kind::inline_, id};
}

Opened open_link(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope) {
    if (!has_attribute(element, "href")) return {};
    Link link;
    link.destination = builder.keep(attribute(element, "href"));
    link.title = builder.keep(attribute(element, "title"));
    return open({std::move(link), span}, builder, scope);
}

Opened open_passage(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope) {
    const std::string_view language = attribute(element, "lang");
    const Direction direction = direction_of(element);
    if (language.empty() && direction == Direction::automatic) return {};
    return open({Passage{{}, builder.keep(language), direction}, span}, builder, scope);
}

}  // namespace

void name_inline(const GumboElement& element, SourceSpan span, Builder& builder) {
    if (const std::string_view name = name_of(element); !name.empty())
        builder.add_inline({AnchorPoint{builder.keep(name), {}}, span});
}

Opened open_inline_element(const GumboElement& element, SourceSpan span, Builder& builder, Scope& scope) {
    if (const auto style = style_of(element.tag)) {
        name_inline(element, span, builder);
        return open({Styled{*style, {}, builder.keep(attribute(element, "title"))}, span}, builder, scope);
    }
    switch (element.tag) {
        case GUMBO_TAG_BR:
            builder.add_inline({LineBreak{}, span});
            return {};
        case GUMBO_TAG_IMG:
            name_inline(element, span, builder);
            builder.add_inline({image_of(element, builder), span});
            return {};
        case GUMBO_TAG_A:
            name_inline(element, span, builder);
            return open_link(element, span, builder, scope);
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_TT:
            name_inline(element, span, builder);
            builder.begin_code();
            return {Opened::Kind::code};
        case GUMBO_TAG_RUBY:
            return open({Ruby{}, span}, builder, scope);
        case GUMBO_TAG_RT: {
            const std::uint32_t id = scope.take_ids(1);
            builder.open_annotation(id, span);
            return {Opened::Kind::inline_, id};
        }
        case GUMBO_TAG_RP:
            return childless;  // parentheses for a browser that knows no ruby
        default:
            name_inline(element, span, builder);
            return open_passage(element, span, builder, scope);
    }
}

}  // namespace notes_export::markdown
