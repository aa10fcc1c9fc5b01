#include "markdown/html/unite.hpp"

#include <utility>
#include <vector>

#include "markdown/html/attributes.hpp"
#include "markdown/html/block_elements.hpp"
#include "markdown/html/embedded_elements.hpp"
#include "markdown/html/feed.hpp"
#include "markdown/html/inline_elements.hpp"
#include "markdown/html/preformatted.hpp"
#include "markdown/html/tree.hpp"
#include "markdown/reference_definitions.hpp"

namespace notes_export::markdown {
namespace {

/// Reads the parser's tree into a builder; where a placeholder stands, the events that it names.
class Walk {
public:
    Walk(const Reading& reading, const Events& events, Replay& replay, Builder& builder, Scope& scope)
        : reading_(reading),
          events_(events),
          feed_(feed_of(reading, events, first_shown(reading, events))),
          replay_(replay),
          builder_(builder),
          scope_(scope) {}

    /// The tree's depth is no bound for the stack: it is walked in a loop.
    void walk() {
        const Tree tree(feed_.html);
        std::vector<Level> levels{{as_element(tree.root()), 0, {}}};
        while (!levels.empty()) {
            Level& level = levels.back();
            if (level.next >= level.element->children.length) {
                const Opened opened = level.opened;
                levels.pop_back();
                close(opened);
                continue;
            }
            const auto& child = *static_cast<const GumboNode*>(level.element->children.data[level.next++]);
            if (const GumboElement* element = as_element(child)) {
                if (const Opened opened = open(child, *element); opened.has_children)
                    levels.push_back({element, 0, opened});
            } else if (child.type != GUMBO_NODE_COMMENT) {
                text(child.v.text);
            }
        }
    }

private:
    struct Level {
        const GumboElement* element;
        unsigned next;
        Opened opened;
    };

    /// Where a piece of the feed comes from; the last known place for what the parser made up.
    SourceSpan span_at(std::string_view piece) const {
        const char* begin = feed_.html.data();
        if (piece.empty() || piece.data() < begin || piece.data() >= begin + feed_.html.size())
            return {builder_.position(), builder_.position()};
        const std::uint32_t origin = feed_.origins.of_piece(static_cast<std::size_t>(piece.data() - begin));
        return {origin, origin};
    }

    void text(const GumboText& text) {
        SourceSpan span = span_at(view(text.original_text));
        if (span.begin != builder_.position())
            span.end = span.begin + static_cast<std::uint32_t>(text.original_text.length);
        builder_.add_folded_text(text.text, span);
    }

    Opened open(const GumboNode& node, const GumboElement& element) {
        const SourceSpan span = span_at(view(element.original_tag));
        switch (element.tag) {
            case GUMBO_TAG_SPACER:
                replay_.run(number_attribute(element, "i").value_or(0), number_attribute(element, "j").value_or(0));
                return {};  // what gumbo put into it by mistake is not lost
            case GUMBO_TAG_HGROUP:
            case GUMBO_TAG_BLINK:
                return open_markdown(element);
            case GUMBO_TAG_MULTICOL:
                return open_embedded_element(element, span, feed_, builder_, scope_);
            case GUMBO_TAG_PRE:
                return open_preformatted(node, span);
            default:
                break;
        }
        if (const auto block = open_block_element(element, span, builder_, scope_)) return *block;
        return open_inline_element(element, span, builder_, scope_);
    }

    Opened open_markdown(const GumboElement& placeholder) {
        const auto begin = number_attribute(placeholder, "i");
        const auto end = number_attribute(placeholder, "j");
        if (!begin || !end || *begin >= events_.events.size()) return {};
        // The parser opens no such element twice, but nothing must depend on it.
        if (*end > *begin + 1) {
            replay_.run(*begin, *end);
            return {};
        }
        replay_.enter(*begin);
        return {Opened::Kind::markdown, *begin};
    }

    Opened open_preformatted(const GumboNode& node, SourceSpan span) {
        const GumboElement& element = node.v.element;
        const auto code = preformatted(node, reading_, events_);
        if (!code) return open_division(element, span, Alignment::none, builder_, scope_);
        CodeBlock block;
        block.text = builder_.keep(code->text);
        block.language = block.info = builder_.keep(code->language);
        std::vector<AnchorPoint> anchors;
        if (const std::string_view name = name_of(element); !name.empty()) anchors.push_back({builder_.keep(name), {}});
        if (!code->text.empty()) builder_.add_block({block, span, std::move(anchors)});
        return childless;
    }

    void close(const Opened& opened) {
        switch (opened.kind) {
            case Opened::Kind::nothing:
                break;
            case Opened::Kind::block:
                builder_.close_block(opened.id);
                break;
            case Opened::Kind::inline_:
                builder_.close_inline(opened.id);
                break;
            case Opened::Kind::code:
                builder_.end_code();
                break;
            case Opened::Kind::address:
                if (builder_.is_empty_inline(opened.id))
                    builder_.add_text(opened.address, {builder_.position(), builder_.position()});
                builder_.close_inline(opened.id);
                break;
            case Opened::Kind::markdown:
                replay_.leave(opened.id);
                break;
        }
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
    Walk(reading, events, replay, builder, scope).walk();
}

}  // namespace notes_export::markdown
