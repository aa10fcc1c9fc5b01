#include "markdown/html/unite.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <deque>
#include <map>
#include <memory>

#include "markdown/html/attributes.hpp"
#include "markdown/html/elements.hpp"
#include "markdown/html/feed.hpp"
#include "markdown/html/preformatted.hpp"
#include "markdown/reference_definitions.hpp"

namespace notes_export::markdown {
namespace {

/// Memory for the parser's tree, given back at once: its own way to free a tree recurses.
class TreeMemory {
public:
    static void* take(void* self, std::size_t size) { return static_cast<TreeMemory*>(self)->allocate(size); }
    static void give(void*, void*) {}

private:
    void* allocate(std::size_t size) {
        constexpr std::size_t chunk = 64 * 1024;
        size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
        if (left_ < size) {
            left_ = std::max(chunk, size);
            chunks_.push_back(std::make_unique<std::byte[]>(left_));
            next_ = chunks_.back().get();
        }
        void* place = next_;
        next_ += size;
        left_ -= size;
        return place;
    }

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

const GumboVector* children_of(const GumboNode& node) {
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return &node.v.element.children;
    return nullptr;
}

Inline styled(Style style, SourceSpan span) {
    return {Styled{style, {}, {}}, span};
}

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

bool is_control(std::string_view kind) {
    static constexpr std::array<std::string_view, 7> controls{"input",    "button",   "select", "option",
                                                              "optgroup", "textarea", "legend"};
    return std::find(controls.begin(), controls.end(), kind) != controls.end();
}

class Walk {
public:
    Walk(const Reading& reading, const Events& events, Feed feed, Replay& replay, Builder& builder, Scope& scope)
        : reading_(reading),
          events_(events),
          feed_(std::move(feed)),
          replay_(replay),
          builder_(builder),
          scope_(scope) {}

    /// The tree's depth is no bound for the stack: it is walked in a loop.
    void walk() {
        TreeMemory memory;
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = TreeMemory::take;
        options.deallocator = TreeMemory::give;
        options.userdata = &memory;
        options.max_errors = 0;
        options.fragment_context = GUMBO_TAG_DIV;
        const GumboOutput* output = gumbo_parse_with_options(&options, feed_.html.data(), feed_.html.size());
        std::vector<Level> levels;
        levels.push_back({output->root, 0, {}});
        while (!levels.empty()) {
            Level& level = levels.back();
            const GumboVector* children = children_of(*level.node);
            if (!children || level.next >= children->length) {
                const Leave leave = level.leave;
                levels.pop_back();
                end(leave);
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(children->data[level.next++]);
            if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
                Leave leave;
                if (element(*child, leave)) levels.push_back({child, 0, leave});
            } else if (child->type != GUMBO_NODE_COMMENT) {
                text(child->v.text);
            }
        }
    }

private:
    /// What is to be done behind an element's children.
    struct Leave {
        enum class Kind { nothing, block, inline_, code, markdown, address } kind = Kind::nothing;
        std::uint32_t id = 0;
        std::string_view address;
    };
    struct Level {
        const GumboNode* node;
        unsigned next;
        Leave leave;
    };

    SourceSpan span_at(std::string_view piece) const {
        if (piece.empty() || piece.data() < feed_.html.data() || piece.data() >= feed_.html.data() + feed_.html.size())
            return {builder_.position(), builder_.position()};
        const std::uint32_t origin = feed_.origin(static_cast<std::size_t>(piece.data() - feed_.html.data()));
        return reading_.span(origin, origin);
    }

    static std::string_view view(GumboStringPiece piece) { return {piece.data, piece.length}; }

    void text(const GumboText& text) {
        std::string_view characters = text.text;
        SourceSpan span = span_at(view(text.original_text));
        if (span.begin != builder_.position())
            span.end = span.begin + static_cast<std::uint32_t>(text.original_text.length);
        builder_.add_folded_text(characters, span);
    }

    void end(const Leave& leave) {
        switch (leave.kind) {
            case Leave::Kind::nothing:
                break;
            case Leave::Kind::block:
                builder_.close_block(leave.id);
                break;
            case Leave::Kind::inline_:
                builder_.close_inline(leave.id);
                break;
            case Leave::Kind::code:
                builder_.end_code();
                break;
            case Leave::Kind::markdown:
                replay_.leave(leave.id);
                break;
            case Leave::Kind::address:
                // What a page would play is a link to it, named by what stands in it or by its address.
                if (builder_.is_empty_inline(leave.id))
                    builder_.add_text(leave.address, {builder_.position(), builder_.position()});
                builder_.close_inline(leave.id);
                break;
        }
    }

    Leave open_inline(Inline node) {
        const std::uint32_t id = scope_.take_ids(1);
        builder_.open_inline(id, std::move(node));
        return {Leave::Kind::inline_, id, {}};
    }

    OpenBlock& open_block(Part part, Block block, Leave& leave, const GumboElement& element) {
        const std::uint32_t id = scope_.take_ids(1);
        leave = {Leave::Kind::block, id, {}};
        if (const std::string_view name = name_of(element); !name.empty())
            block.anchors.push_back({builder_.keep(name), {}});
        return builder_.open_block(part, id, std::move(block));
    }

    static std::string_view name_of(const GumboElement& element) {
        const std::string_view id = attribute(element, "id");
        return id.empty() ? attribute(element, "name") : id;
    }

    /// Opens what the element becomes; false when its children are not to be walked.
    bool element(const GumboNode& node, Leave& leave) {
        const GumboElement& element = node.v.element;
        const SourceSpan span = span_at(view(element.original_tag));
        switch (element.tag) {
            case GUMBO_TAG_SPACER: {
                replay_.run(number_attribute(element, "i").value_or(0), number_attribute(element, "j").value_or(0));
                return true;  // what gumbo put into it by mistake is not lost
            }
            case GUMBO_TAG_HGROUP:
            case GUMBO_TAG_BLINK:
                return markdown(element, leave);
            case GUMBO_TAG_MULTICOL:
                return generic(element, span, leave);
            case GUMBO_TAG_PRE:
                return preformatted_element(node, span, leave);
            default:
                break;
        }
        if (const auto style = style_of(element.tag)) {
            name_inline(element, span);
            Inline inner = styled(*style, span);
            std::get<Styled>(inner.node).title = builder_.keep(attribute(element, "title"));
            leave = open_inline(std::move(inner));
            return true;
        }
        return block_element(node, span, leave) || inline_element(element, span, leave);
    }

    bool markdown(const GumboElement& element, Leave& leave) {
        const auto begin = number_attribute(element, "i");
        const auto end = number_attribute(element, "j");
        if (!begin || !end || *begin >= events_.events.size()) return true;
        // The parser opens no such element twice, but nothing must depend on it.
        if (*end > *begin + 1) {
            replay_.run(*begin, *end);
            return true;
        }
        replay_.enter(*begin);
        leave = {Leave::Kind::markdown, *begin, {}};
        return true;
    }

    void name_inline(const GumboElement& element, SourceSpan span) {
        if (const std::string_view name = name_of(element); !name.empty())
            builder_.add_inline({AnchorPoint{builder_.keep(name), {}}, span});
    }

    bool division(const GumboElement& element, SourceSpan span, Leave& leave, Alignment alignment) {
        Division division;
        division.alignment = alignment;
        division.language = builder_.keep(attribute(element, "lang"));
        division.direction = direction_of(element);
        open_block(Part::division, {std::move(division), span, {}}, leave, element);
        return true;
    }

    /// True when the element is a block's and is open now.
    bool block_element(const GumboNode& node, SourceSpan span, Leave& leave) {
        const GumboElement& element = node.v.element;
        switch (element.tag) {
            case GUMBO_TAG_P:
                if (has_attribute(element, "lang") || direction_of(element) != Direction::automatic)
                    return division(element, span, leave, alignment_of(element));
                open_block(Part::paragraph, {Paragraph{{}, alignment_of(element)}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_H1:
            case GUMBO_TAG_H2:
            case GUMBO_TAG_H3:
            case GUMBO_TAG_H4:
            case GUMBO_TAG_H5:
            case GUMBO_TAG_H6: {
                Heading heading;
                heading.level = static_cast<int>(element.tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
                open_block(Part::heading, {std::move(heading), span, {}}, leave, element);
                return true;
            }
            case GUMBO_TAG_UL:
            case GUMBO_TAG_OL:
            case GUMBO_TAG_MENU:
            case GUMBO_TAG_DIR:
                open_block(Part::list, {list_of(element, element.tag == GUMBO_TAG_OL), span, {}}, leave, element);
                return true;
            case GUMBO_TAG_LI: {
                OpenBlock& frame = open_block(Part::item, {{}, span, {}}, leave, element);
                if (const auto value = number_attribute(element, "value"))
                    frame.item.value = static_cast<std::int32_t>(std::min<std::uint32_t>(*value, 999'999'999));
                return true;
            }
            case GUMBO_TAG_DL:
                open_block(Part::definitions, {DefinitionList{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_DT:
                open_block(Part::term, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_DD:
                open_block(Part::definition, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_BLOCKQUOTE:
                open_block(Part::quote, {Quote{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_DETAILS:
                open_block(Part::details, {Details{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_SUMMARY:
                open_block(Part::summary, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_FIGURE:
                open_block(Part::figure, {Figure{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_FIGCAPTION:
                open_block(Part::figure_caption, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_TABLE:
                open_block(Part::table, {Table{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_CAPTION:
                open_block(Part::caption, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_THEAD:
                open_block(Part::table_head, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_TR:
                open_block(Part::row, {{}, span, {}}, leave, element);
                return true;
            case GUMBO_TAG_TD:
            case GUMBO_TAG_TH:
                cell(element, span, leave);
                return true;
            case GUMBO_TAG_HR:
                builder_.add_block({Rule{}, span, {}});
                return true;
            case GUMBO_TAG_CENTER:
                return division(element, span, leave, Alignment::center);
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
                return division(element, span, leave, alignment_of(element));
            default:
                return false;
        }
    }

    bool preformatted_element(const GumboNode& node, SourceSpan span, Leave& leave) {
        if (auto code = preformatted(node, events_, replay_)) {
            CodeBlock block;
            block.text = builder_.keep(code->text);
            block.language = block.info = builder_.keep(code->language);
            const std::string_view name = name_of(node.v.element);
            std::vector<AnchorPoint> anchors;
            if (!name.empty()) anchors.push_back({builder_.keep(name), {}});
            if (!code->text.empty()) builder_.add_block({block, span, std::move(anchors)});
            return false;
        }
        return division(node.v.element, span, leave, Alignment::none);
    }

    void cell(const GumboElement& element, SourceSpan span, Leave& leave) {
        OpenBlock& frame = open_block(Part::cell, {{}, span, {}}, leave, element);
        frame.cell.header = element.tag == GUMBO_TAG_TH;
        frame.cell.alignment = alignment_of(element);
        // HTML's own bounds (4.9.11).
        frame.cell.columns = std::clamp<std::uint32_t>(number_attribute(element, "colspan").value_or(1), 1, 1000);
        frame.cell.rows = std::clamp<std::uint32_t>(number_attribute(element, "rowspan").value_or(1), 1, 65534);
    }

    bool inline_element(const GumboElement& element, SourceSpan span, Leave& leave) {
        switch (element.tag) {
            case GUMBO_TAG_BR:
                builder_.add_inline({LineBreak{}, span});
                return true;
            case GUMBO_TAG_IMG:
                name_inline(element, span);
                builder_.add_inline({image_of(element, builder_), span});
                return true;
            case GUMBO_TAG_RP:
                return false;
            case GUMBO_TAG_A: {
                name_inline(element, span);
                if (!has_attribute(element, "href")) return true;
                Link link;
                link.destination = builder_.keep(attribute(element, "href"));
                link.title = builder_.keep(attribute(element, "title"));
                leave = open_inline({std::move(link), span});
                return true;
            }
            case GUMBO_TAG_CODE:
            case GUMBO_TAG_TT:
                name_inline(element, span);
                builder_.begin_code();
                leave.kind = Leave::Kind::code;
                return true;
            case GUMBO_TAG_RUBY:
                leave = open_inline({Ruby{}, span});
                return true;
            case GUMBO_TAG_RT: {
                leave = {Leave::Kind::inline_, scope_.take_ids(1), {}};
                builder_.open_annotation(leave.id, span);
                return true;
            }
            default:
                break;
        }
        name_inline(element, span);
        const std::string_view language = attribute(element, "lang");
        const Direction direction = direction_of(element);
        if (!language.empty() || direction != Direction::automatic)
            leave = open_inline({Passage{{}, builder_.keep(language), direction}, span});
        return true;
    }

    bool generic(const GumboElement& element, SourceSpan span, Leave& leave) {
        const std::string_view kind = attribute(element, "k");
        if (kind == "svg") {
            const std::uint32_t drawing = number_attribute(element, "i").value_or(0);
            if (drawing < feed_.drawings.size())
                builder_.add_inline({drawing_of(feed_.drawings[drawing], builder_), span});
            return true;
        }
        name_inline(element, span);
        if (kind == "iframe" || kind == "video" || kind == "audio" || kind == "embed" || kind == "object")
            return played(element, span, leave);
        if (kind == "image") {
            builder_.add_inline({image_of(element, builder_), span});
        } else if (is_control(kind)) {
            // A page draws each in a box of its own.
            builder_.add_folded_text(" ", span);
            if (kind == "input") input(element, span);
        }
        return true;
    }

    bool played(const GumboElement& element, SourceSpan span, Leave& leave) {
        std::string_view address = attribute(element, "src");
        if (address.empty()) address = attribute(element, "data");
        for (unsigned i = 0; address.empty() && i < element.children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_MULTICOL)
                address = attribute(child->v.element, "src");
        }
        if (address.empty()) return true;
        Link link;
        link.destination = builder_.keep(address);
        const std::string_view title = builder_.keep(attribute(element, "title"));
        leave = open_inline({Link{link}, span});
        leave.kind = Leave::Kind::address;
        leave.address = title.empty() ? link.destination : title;
        return true;
    }

    void input(const GumboElement& element, SourceSpan span) {
        const std::string_view type = attribute(element, "type");
        if (type == "hidden") return;
        if (type == "checkbox") {
            const bool checked = has_attribute(element, "checked");
            OpenBlock& frame = builder_.innermost();
            if (frame.part == Part::item && is_blank(frame.inlines) && frame.blocks.empty()) {
                frame.item.task = checked ? 'x' : ' ';
            } else {
                builder_.add_transient_text(checked ? "\u2611" : "\u2610", span);
            }
            return;
        }
        std::string_view words = attribute(element, "value");
        if (words.empty()) words = attribute(element, "placeholder");
        builder_.add_folded_text(words, span);
    }

    const Reading& reading_;
    const Events& events_;
    const Feed feed_;
    Replay& replay_;
    Builder& builder_;
    Scope& scope_;
};

}  // namespace

void unite_html(const Reading& reading, const Events& events, Replay& replay, Builder& builder, Scope& scope) {
    Walk(reading, events, feed_of(reading, events, first_shown(reading, events)), replay, builder, scope).walk();
}

}  // namespace notes_export::markdown
