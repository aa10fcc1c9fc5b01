#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "layout/blocks/pictures.hpp"

namespace notes_export::layout {
namespace {

constexpr double most_shrunk = 0.2;  ///< of a picture's height, where it then stays on its page

struct LinkedImage {
    const Image* image = nullptr;
    const notes_export::Link* link = nullptr;
};

/// The images of inlines that hold nothing else but blanks and breaks; nothing when there is text among them.
bool only_images(const Inlines& inlines, const notes_export::Link* link, std::vector<LinkedImage>& images) {
    return std::ranges::all_of(inlines, [&](const Inline& item) {
        if (const auto* image = std::get_if<Image>(&item.node)) {
            images.push_back({image, link});
            return true;
        }
        if (const auto* around = std::get_if<notes_export::Link>(&item.node))
            return !around->children.empty() && only_images(around->children, around, images);
        if (const auto* text = std::get_if<Text>(&item.node))
            return text->text.find_first_not_of(" \t\n") == std::string_view::npos;
        return std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<LineBreak>(item.node) ||
               std::holds_alternative<AnchorPoint>(item.node);
    });
}

/// A picture in the middle of the measure.
void set_picture(Compositor& compositor, const LinkedImage& linked, ResourceId resource, const Frame& frame,
                 ElementId figure) {
    const Design& design = compositor.design();
    const Size size = size_of(compositor, *linked.image, resource, {frame.width, design.height * 0.8});
    Strip strip;
    const Rect rect{frame.x + (frame.width - size.width) / 2, {}, size.width, size.height};
    strip.height = size.height;
    strip.baseline = size.height;
    strip.items.push_back(Picture{rect, resource, figure});
    if (linked.link)
        if (const auto target = target_of(linked.link->target)) {
            // The figure stands in the link, so that the link has something that can be read out; a parent comes first.
            const ElementId element = compositor.element(Role::link, frame.parent);
            std::swap(compositor.elements[figure.value], compositor.elements[element.value]);
            compositor.elements[element.value].parent = figure;
            const LinkId link = compositor.link(*target, figure, alternative_of(compositor, *linked.image));
            std::get<Picture>(strip.items.back()).element = element;
            strip.links.push_back({rect, link});
        }
    strip.snap = true;
    strip.shrink = size.height * most_shrunk;
    compositor.add(std::move(strip));
}

/// A dashed frame with a small picture sign, what is missing, its alternative text and its path.
void set_missing(Compositor& compositor, const LinkedImage& linked, const Frame& frame, ElementId figure) {
    const Image& image = *linked.image;
    const Points padding = compositor.pt(9), sign = compositor.pt(11), grid = compositor.design().grid;
    Frame inner = indented(frame, padding * 2 + sign);
    inner.width -= padding;
    if (frame.mirrored()) inner.x += padding;
    inner.leading = compositor.pt(11);
    inner.flush = true;
    inner.setting = Setting::ragged;
    Galley galley = compositor.apart([&] {
        inner.text = label_style(frame, compositor.pt(8));
        inner.text.grey = {0.3};
        std::vector<Piece> first{words(std::string(missing_words(compositor, image)), inner.text, figure)};
        set_pieces(compositor, std::move(first), inner);
        const std::string_view alternative = image.alt.empty() ? image.title : image.alt;
        if (!alternative.empty()) set_pieces(compositor, {words(std::string(alternative), inner.text, figure)}, inner);
        TextStyle path = inner.text;
        path.font = {text::Family::mono, false, false};
        path.features.ligatures = false;
        path.size = compositor.pt(7);
        path.code = true;
        LinkId link;
        ElementId element = figure;
        if (const auto* url = std::get_if<ExternalUrl>(&image.target)) {
            element = compositor.element(Role::link, figure);
            link = compositor.link(*url, element, alternative_of(compositor, image));
        }
        if (!image.destination.empty()) {
            const std::string_view shortened = image.destination.substr(0, 400);
            set_pieces(compositor, {words(std::string(shortened), path, element, link)}, inner);
        }
    });
    Strip strip;
    const Strip text = joined(std::move(galley));
    const Points height = round_up(text.height + padding, grid);
    const Points line = compositor.pt(0.7);
    strip.height = height;
    strip.items.push_back(Stroke{{frame.x + line / 2, line / 2, frame.width - line, height - line},
                                 line,
                                 {0.45},
                                 compositor.pt(2),
                                 compositor.pt(2.2),
                                 {}});
    const Points x = frame.mirrored() ? frame.x + frame.width - padding - sign : frame.x + padding;
    const Points y = (height - sign * 0.8) / 2;
    strip.items.push_back(Stroke{{x, y, sign, sign * 0.8}, line, {0.4}, compositor.pt(1), {}, {}});
    const auto at = [&](double right, double down) { return Point{x + sign * right, y + sign * down}; };
    strip.items.push_back(Polyline{{at(0.08, 0.66), at(0.36, 0.36), at(0.58, 0.58), at(0.7, 0.46), at(0.92, 0.68)},
                                   line,
                                   {0.4},
                                   false,
                                   false,
                                   {}});
    add_strip(strip, text, {{}, (height - text.height) / 2});
    compositor.add(std::move(strip));
}

void set_caption(Compositor& compositor, const Inlines& caption, const Frame& frame, ElementId figure) {
    if (caption.empty()) return;
    const ElementId element = compositor.element(Role::caption, figure);
    Frame inner = frame;
    inner.leading = compositor.pt(11.4);
    inner.setting = Setting::centered;
    inner.text = label_style(frame, compositor.pt(8.4));
    inner.text.grey = {0.25};
    compositor.space(compositor.design().grid / 2);
    const std::size_t first = set_pieces(compositor, pieces_of(compositor, caption, inner, element), inner);
    auto& strips = compositor.galley().strips;
    for (std::size_t i = first; i < strips.size(); ++i)
        strips[i].break_cost = std::max(strips[i].break_cost, break_costs::widow);
    if (first < strips.size()) strips.back().snap = true;
}

}  // namespace

void set_block(Compositor& compositor, const Figure& figure, const Frame& frame) {
    compositor.space(compositor.design().grid);
    const bool below_heading = compositor.keeps_next();
    const std::size_t first = compositor.next();
    std::vector<LinkedImage> images;
    const bool pictures_alone = !figure.blocks.empty() && std::ranges::all_of(figure.blocks, [&](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.node);
        return paragraph && only_images(paragraph->children, nullptr, images);
    });
    const Inlines caption = caption_of(figure);
    ElementId last;
    if (pictures_alone && !images.empty()) {
        bool any_shown = false;
        for (const LinkedImage& linked : images) {
            last = compositor.element(Role::figure, frame.parent);
            std::string alternative = linked.image->alt.empty() ? plain_text(caption) : std::string(linked.image->alt);
            if (alternative.empty()) alternative = alternative_of(compositor, *linked.image);
            compositor.elements[last.value].alt = std::move(alternative);
            if (const auto resource = shown(compositor, *linked.image)) {
                any_shown = true;
                set_picture(compositor, linked, *resource, frame, last);
            } else {
                set_missing(compositor, linked, frame, last);
            }
            compositor.space(compositor.design().grid);
        }
        // A placeholder says the alternative text itself.
        if (any_shown || !figure.caption.empty()) set_caption(compositor, caption, frame, frame.parent);
        if (any_shown && !below_heading && frame.width == compositor.design().measure)
            for (std::size_t i = first; i < compositor.next(); ++i) compositor.galley().strips[i].flow = Flow::picture;
    } else {
        Frame inner = frame;
        inner.parent = compositor.element(Role::division, frame.parent);
        set_blocks(compositor, figure.blocks, inner);
        flush_run_in(compositor, inner);
        set_caption(compositor, figure.caption, frame, inner.parent);
    }
    compositor.space(compositor.design().grid);
}

}  // namespace notes_export::layout
