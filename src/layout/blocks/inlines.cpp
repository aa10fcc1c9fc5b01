#include "layout/blocks/inlines.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "document/walk.hpp"
#include "layout/blocks/pictures.hpp"
#include "locale/figures.hpp"
#include "locale/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {
namespace {

/// How inlines look where the walk is now.
struct Look {
    TextStyle style;
    ElementId element;
    LinkId link;
};

class Collector {
public:
    Collector(Compositor& compositor, const Frame& frame) : compositor_(compositor), frame_(frame) {}

    void collect(const Inlines& inlines, const Look& look) {
        for (const Inline& item : inlines) std::visit([&](const auto& node) { add(node, look); }, item.node);
    }

    std::vector<Piece> take() { return std::move(pieces_); }

private:
    void text(std::string_view characters, const Look& look) {
        if (characters.empty()) return;
        settle_break(characters);
        if (!pieces_.empty())
            if (auto* last = std::get_if<TextPiece>(&pieces_.back());
                last && last->element == look.element && last->link == look.link && last->style == look.style) {
                last->text += characters;
                return;
            }
        pieces_.push_back(TextPiece{std::string(characters), look.style, look.element, look.link});
    }

    /// A joined line end is a space in the style of the text that it stands in, not of the code or key that follows;
    /// between two ideographs it is nothing.
    void settle_break(std::string_view next) {
        const std::optional<Look> look = std::exchange(soft_break_, std::nullopt);
        if (!look) return;
        std::size_t offset = 0;
        const bool before = ends_in_cjk();
        if (before && unicode::is_cjk(unicode::decode(next, offset))) return;
        text(" ", *look);
    }

    bool ends_in_cjk() const {
        if (pieces_.empty()) return false;
        const auto* last = std::get_if<TextPiece>(&pieces_.back());
        if (!last || last->text.empty()) return false;
        std::size_t offset = last->text.size() - 1;
        while (offset > 0 && (static_cast<unsigned char>(last->text[offset]) & 0xC0) == 0x80) --offset;
        return unicode::is_cjk(unicode::decode(last->text, offset));
    }

    void atom(Piece piece) {
        if (const auto look = std::exchange(soft_break_, std::nullopt)) text(" ", *look);
        pieces_.push_back(std::move(piece));
    }

    void add(const Text& node, const Look& look) { text(node.text, look); }

    void add(const SoftBreak& node, const Look& look) {
        if (node.kept)
            add(LineBreak{}, look);
        else
            soft_break_ = look;
    }

    void add(const LineBreak&, const Look&) {
        soft_break_.reset();
        pieces_.push_back(BreakPiece{});
    }

    void add(const Styled& node, const Look& look) {
        Look inner = look;
        TextStyle& style = inner.style;
        switch (node.style) {
            case Style::emphasis:
            case Style::citation:
            case Style::definition:
            case Style::variable:
                style.font.italic = !style.font.italic;
                break;
            case Style::strong:
                style.font.bold = true;
                break;
            case Style::strike:
                style.strike = true;
                break;
            case Style::insertion:
            case Style::underline:
                style.underline = Underline::plain;
                break;
            case Style::highlight:
                style.highlight = true;
                break;
            case Style::superscript:
                style.baseline_shift += style.size * 0.33;
                style.size = style.size * 0.72;
                break;
            case Style::subscript:
                style.baseline_shift -= style.size * 0.14;
                style.size = style.size * 0.72;
                break;
            case Style::small:
                style.size = style.size * 0.86;
                break;
            case Style::keyboard:
                if (style.font.family != text::Family::mono) style = code_style(style, 0.8);
                style.frame = true;
                break;
            case Style::sample:
                if (style.font.family != text::Family::mono) style = code_style(style, 0.86);
                break;
            case Style::quotation:
                text("\u201c", look);
                break;
            case Style::abbreviation:
                break;
        }
        collect(node.children, inner);
        if (node.style == Style::quotation) text("\u201d", look);
    }

    static TextStyle code_style(TextStyle style, double size) {
        style.font.family = text::Family::mono;
        style.size = style.size * size;
        style.features = {};
        style.features.ligatures = false;
        style.code = true;
        style.hyphenate = false;
        return style;
    }

    void add(const Passage& node, const Look& look) {
        Look inner = look;
        if (!node.language.empty() && node.language != look.style.language) {
            inner.style.language = std::string(node.language);
            inner.element = compositor_.element(Role::span, look.element);
            compositor_.elements[inner.element.value].language = inner.style.language;
        }
        collect(node.children, inner);
    }

    void add(const Code& node, const Look& look) {
        Look inner = look;
        if (look.style.font.family != text::Family::mono) inner.style = code_style(look.style, 0.86);
        inner.element = compositor_.element(Role::code, look.element);
        text(node.text, inner);
    }

    void add(const MathSpan& node, const Look& look) {
        Look inner = look;
        inner.style = code_style(look.style, 0.86);
        inner.element = compositor_.element(Role::formula, look.element);
        compositor_.elements[inner.element.value].alt = std::string(node.tex);
        text_with_breaks(node.tex, inner);
    }

    /// TeX may go over lines of the source.
    void text_with_breaks(std::string_view characters, const Look& look) {
        std::string line(characters);
        std::ranges::replace(line, '\n', ' ');
        text(line, look);
    }

    void add(const notes_export::Link& node, const Look& look) {
        const auto target = target_of(node.target);
        if (!target || look.link.valid()) {
            shown_text(node, look);
            return;
        }
        Look inner = look;
        inner.element = compositor_.element(Role::link, look.element);
        std::string description = node.title.empty() ? plain_text(node.children) : std::string(node.title);
        if (description.empty()) description = std::string(node.destination);
        inner.link = compositor_.link(*target, inner.element, std::move(description));
        inner.style.underline = Underline::link;
        shown_text(node, inner);
        if (const auto* anchor = std::get_if<AnchorId>(&*target);
            anchor && compositor_.book.archive.anchor(*anchor).note != compositor_.note.id)
            add_page_of(compositor_, pieces_, *anchor, frame_, inner.element, inner.link);
    }

    void shown_text(const notes_export::Link& node, const Look& look) {
        Look inner = look;
        if (is_address(node)) {
            inner.style.size = inner.style.size * 0.94;
            inner.style.code = true;
            inner.style.hyphenate = false;
            inner.style.features.old_style_figures = false;
        }
        if (node.children.empty())
            text(node.destination, inner);
        else
            collect(node.children, inner);
    }

    /// The text of the link is its address (an autolink): it breaks as addresses do.
    static bool is_address(const notes_export::Link& node) {
        if (node.children.empty()) return true;
        if (node.children.size() != 1) return false;
        const auto* only = std::get_if<Text>(&node.children.front().node);
        return only && (only->text.find("://") != std::string_view::npos || only->text == node.destination) &&
               only->text.find(' ') == std::string_view::npos;
    }

    void add(const notes_export::Image& node, const Look& look) {
        if (const auto resource = shown(compositor_, node)) {
            const Size limits{frame_.width, compositor_.design().height * 0.4};
            const ElementId figure = compositor_.element(Role::figure, look.element);
            compositor_.elements[figure.value].alt = alternative_of(compositor_, node);
            atom(PicturePiece{*resource, size_of(compositor_, node, *resource, limits), figure, look.link, look.style});
            return;
        }
        Look inner = look;
        inner.style.font = {text::Family::sans, look.style.font.bold, false};
        inner.style.size = look.style.size * 0.86;
        inner.style.features = {};
        if (std::holds_alternative<ExternalUrl>(node.target)) {
            text("[", inner);
            remote_picture(node, inner);
            text("]", inner);
            return;
        }
        std::string placeholder = "[" + std::string(missing_words(compositor_, node));
        if (!node.alt.empty()) placeholder += ": " + std::string(node.alt);
        text(placeholder + " ", inner);
        Look path = inner;
        path.style = code_style(inner.style, 0.94);
        text(node.destination, path);
        text("]", inner);
    }

    /// What a picture on the web says, among words; they lead to it.
    void remote_picture(const notes_export::Image& node, const Look& look) {
        Look inner = look;
        if (!look.link.valid()) {
            inner.element = compositor_.element(Role::link, look.element);
            inner.link =
                compositor_.link(std::get<ExternalUrl>(node.target), inner.element, alternative_of(compositor_, node));
        }
        inner.style.underline = Underline::link;
        const std::string_view words = node.alt.empty() ? node.title : node.alt;
        text(words.empty() ? missing_words(compositor_, node) : words, inner);
    }

    /// A hair of space before a raised figure, and in the text a blank: without it a word and its figure would be one
    /// word to everybody who searches.
    void part_from_figure(const Look& look) {
        const auto* before = pieces_.empty() ? nullptr : std::get_if<TextPiece>(&pieces_.back());
        if (!before || before->text.empty() || before->text.back() == ' ') return;
        Look hair = look;
        hair.style.size = look.style.size * 0.3;
        pieces_.push_back(TextPiece{"\u00A0", hair.style, look.element, look.link});
    }

    void add(const FootnoteReference& node, const Look& look) {
        if (!node.index || *node.index >= compositor_.note.footnotes.size()) {
            text("[^" + std::string(node.label) + "]", look);
            return;
        }
        const std::uint32_t index = *node.index;
        part_from_figure(look);
        if (compositor_.reference_places[index] == UINT32_MAX) {
            compositor_.reference_places[index] = compositor_.place();
            pieces_.push_back(PlacePiece{compositor_.reference_places[index]});
        }
        Look inner = look;
        inner.style.features.old_style_figures = false;
        inner.style.font.italic = false;
        inner.style.baseline_shift += look.style.size * 0.34;
        inner.style.size = look.style.size * 0.68;
        inner.style.font.bold = true;
        const ElementId reference = compositor_.element(Role::reference, look.element);
        inner.element = compositor_.element(Role::link, reference);
        const std::string& language = compositor_.note.language;
        const std::string number = locale::digits(compositor_.note.footnotes[index].number, language);
        inner.link = look.link.valid()
                         ? look.link
                         : compositor_.link(compositor_.footnote_places[index], inner.element,
                                            std::string(locale::word("footnote", language)) + " " + number);
        soft_break_.reset();
        pieces_.push_back(TextPiece{number, inner.style, inner.element, inner.link});
        pieces_.push_back(FootnotePiece{index});
    }

    void add(const AnchorPoint& node, const Look&) {
        if (frame_.anchors && node.anchor.valid()) pieces_.push_back(PlacePiece{node.anchor});
    }

    void add(const Ruby& node, const Look& look) {
        collect(node.base, look);
        if (node.annotation.empty()) return;
        Look inner = look;
        inner.style.size = look.style.size * 0.72;
        text("(", inner);
        collect(node.annotation, inner);
        text(")", inner);
    }

    void add(const Tag& node, const Look& look) {
        Look inner = look;
        inner.style.font = {text::Family::sans, look.style.font.bold, false};
        inner.style.size = look.style.size * 0.9;
        inner.style.features = {};
        inner.style.hyphenate = false;
        text("#" + std::string(node.name), inner);
    }

    Compositor& compositor_;
    const Frame& frame_;
    std::vector<Piece> pieces_;
    std::optional<Look> soft_break_;  ///< how the text looks that the last line end stands in
};

bool is_right_to_left_letter(char32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

}  // namespace

std::vector<Piece> pieces_of(Compositor& compositor, const Inlines& inlines, const Frame& frame, ElementId parent) {
    Collector collector(compositor, frame);
    collector.collect(inlines, {frame.text, parent, {}});
    return collector.take();
}

Piece words(std::string text, const TextStyle& style, ElementId element, LinkId link) {
    return TextPiece{std::move(text), style, element, link};
}

std::optional<decltype(Link::target)> target_of(const LinkTarget& target) {
    if (const auto* url = std::get_if<ExternalUrl>(&target)) return *url;
    if (const auto* anchor = std::get_if<AnchorId>(&target))
        if (anchor->valid()) return *anchor;
    return std::nullopt;
}

void add_page_of(Compositor& compositor, std::vector<Piece>& pieces, AnchorId anchor, const Frame& frame,
                 ElementId element, LinkId link) {
    if (!compositor.design().link_pages) return;
    PageNumberPiece number;
    number.target = anchor;
    number.digits = compositor.book.digits_of(anchor);
    number.before = " (" + std::string(locale::word("page-abbreviation", compositor.note.language)) + "\u00a0";
    number.after = ")";
    number.style = label_style(frame, frame.text.size * 0.78);
    number.style.grey = {0.35};
    number.style.features.tabular_figures = true;
    number.element = element;
    number.link = link;
    pieces.push_back(std::move(number));
}

bool has_kept_breaks(const Inlines& inlines) {
    bool found = false;
    for_each_inline(inlines, [&](const Inline& item) {
        if (std::holds_alternative<LineBreak>(item.node)) found = true;
        if (const auto* soft = std::get_if<SoftBreak>(&item.node)) found = found || soft->kept;
    });
    return found;
}

std::string alternative_of(const Compositor& compositor, const Image& image) {
    if (!image.alt.empty()) return std::string(image.alt);
    if (!image.title.empty()) return std::string(image.title);
    if (!image.destination.empty()) return std::string(image.destination.substr(0, 200));
    return std::string(locale::word("picture", compositor.note.language));
}

std::optional<ResourceId> shown(const Compositor& compositor, const Image& image) {
    const auto* resource = std::get_if<ResourceId>(&image.target);
    if (!resource || !resource->valid() || !compositor.book.pictures[resource->value].reason.empty())
        return std::nullopt;
    return *resource;
}

Size size_of(const Compositor& compositor, const Image& image, ResourceId resource, Size limits) {
    constexpr double points_per_pixel = 72.0 / 96.0;
    Size size = compositor.book.pictures[resource.value].natural;
    const double aspect = size.width.value > 0 ? size.height / size.width : 1;
    if (image.width_percent && *image.width_percent > 0) {
        size.width = limits.width * std::min(1.0, *image.width_percent / 100);
        size.height = size.width * aspect;
    } else if (image.width && *image.width > 0) {
        size.width = {*image.width * points_per_pixel};
        size.height =
            image.height && *image.height > 0 ? Points{*image.height * points_per_pixel} : size.width * aspect;
    } else if (image.height && *image.height > 0) {
        size.height = {*image.height * points_per_pixel};
        size.width = aspect > 0 ? size.height / aspect : size.width;
    }
    const double fit = std::min({1.0, limits.width / size.width, limits.height / size.height});
    size.width = std::max(size.width * fit, Points{1});
    size.height = std::max(size.height * fit, Points{1});
    return size;
}

Direction direction_of(const std::vector<Piece>& pieces, const Frame& frame) {
    if (!frame.mirrored()) return Direction::automatic;
    for (const Piece& piece : pieces) {
        const auto* text = std::get_if<TextPiece>(&piece);
        if (!text) continue;
        for (std::size_t offset = 0; offset < text->text.size();)
            if (is_right_to_left_letter(unicode::decode(text->text, offset))) return Direction::right_to_left;
    }
    return Direction::automatic;
}

}  // namespace notes_export::layout
