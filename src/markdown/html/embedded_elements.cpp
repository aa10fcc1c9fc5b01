#include "markdown/html/embedded_elements.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "markdown/blank_inlines.hpp"
#include "markdown/html/attributes.hpp"
#include "markdown/html/drawing.hpp"
#include "markdown/html/inline_elements.hpp"
#include "markdown/html/tree.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::array<std::string_view, 7> controls{"input",    "button",   "select", "option",
                                                   "optgroup", "textarea", "legend"};
constexpr std::array<std::string_view, 5> players{"iframe", "video", "audio", "embed", "object"};

bool in(const auto& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// What a player plays: its own address, or the first of its sources'.
std::string_view address_of(const GumboElement& player) {
    for (const char* name : {"src", "data"})
        if (const std::string_view address = attribute(player, name); !address.empty()) return address;
    for (unsigned i = 0; i < player.children.length; ++i) {
        const GumboElement* child = as_element(*static_cast<const GumboNode*>(player.children.data[i]));
        if (!child || child->tag != GUMBO_TAG_MULTICOL) continue;
        if (const std::string_view address = attribute(*child, "src"); !address.empty()) return address;
    }
    return {};
}

/// A link to what a page would play, named by what stands in it or by its address.
Opened open_player(const GumboElement& player, SourceSpan span, Builder& builder, Scope& scope) {
    const std::string_view address = address_of(player);
    if (address.empty()) return {};
    Link link;
    link.destination = builder.keep(address);
    const std::string_view title = builder.keep(attribute(player, "title"));
    const std::uint32_t id = scope.take_ids(1);
    const std::string_view name = title.empty() ? link.destination : title;
    builder.open_inline(id, {std::move(link), span});
    return {Opened::Kind::address, id, name};
}

/// A part of a picture that leads somewhere.
void add_area(const GumboElement& area, SourceSpan span, Builder& builder, Scope& scope) {
    Link link;
    link.destination = builder.keep(attribute(area, "href"));
    std::string_view words = attribute(area, "alt");
    if (words.empty()) words = attribute(area, "title");
    const std::string_view name = words.empty() ? link.destination : builder.keep(words);
    if (link.destination.empty()) return builder.add_folded_text(name, span);
    const std::uint32_t id = scope.take_ids(1);
    builder.add_folded_text(" ", span);
    builder.open_inline(id, {std::move(link), span});
    builder.add_text(name, span);
    builder.close_inline(id);
}

void add_checkbox(bool checked, SourceSpan span, Builder& builder) {
    OpenBlock& frame = builder.innermost();
    if (frame.part == Part::item && is_blank(frame.inlines) && frame.blocks.empty()) {
        frame.item.task = checked ? 'x' : ' ';
    } else {
        builder.add_transient_text(checked ? "\u2611" : "\u2610", span);
    }
}

void add_input(const GumboElement& input, SourceSpan span, Builder& builder) {
    const std::string_view type = attribute(input, "type");
    if (type == "hidden") return;
    if (type == "checkbox") return add_checkbox(has_attribute(input, "checked"), span, builder);
    std::string_view words = attribute(input, "value");
    if (words.empty()) words = attribute(input, "placeholder");
    builder.add_folded_text(words, span);
}

void add_drawing(const GumboElement& placeholder, SourceSpan span, const Feed& feed, Builder& builder, Scope& scope) {
    const std::uint32_t drawing = number_attribute(placeholder, "i").value_or(0);
    if (drawing < feed.drawings.size())
        builder.add_inline({drawing_of(feed.drawings[drawing], scope.document.arena), span});
}

}  // namespace

Opened open_embedded_element(const GumboElement& placeholder, SourceSpan span, const Feed& feed, Builder& builder,
                             Scope& scope) {
    const std::string_view kind = attribute(placeholder, "k");
    if (kind == "svg") {
        add_drawing(placeholder, span, feed, builder, scope);
        return {};
    }
    name_inline(placeholder, span, builder);
    if (in(players, kind)) return open_player(placeholder, span, builder, scope);
    if (kind == "image") builder.add_inline({image_of(placeholder, builder), span});
    if (in(controls, kind)) builder.add_folded_text(" ", span);  // a page draws each in a box of its own
    if (kind == "input") add_input(placeholder, span, builder);
    if (kind == "area") add_area(placeholder, span, builder, scope);
    if (kind == "optgroup" || kind == "option") builder.add_folded_text(attribute(placeholder, "label"), span);
    return {};
}

}  // namespace notes_export::markdown
