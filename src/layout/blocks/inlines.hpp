/// Inline content of the model as pieces of a paragraph: what each style looks like, links, references, pictures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/blocks/compositor.hpp"

namespace notes_export::layout {

/// Pieces of the inlines, in the frame's text style. `parent` is the element of their block.
std::vector<Piece> pieces_of(Compositor& compositor, const Inlines& inlines, const Frame& frame, ElementId parent);

/// A piece of words that are ours.
Piece words(std::string text, const TextStyle& style, ElementId element, LinkId link = {});

/// A link's target for pages; nothing when it has none. `origin` is shown by links that fail.
std::optional<decltype(Link::target)> target_of(const LinkTarget& target);

/// " (p. 12)" behind a link to another note, for readers on paper.
void add_page_of(Compositor& compositor, std::vector<Piece>& pieces, AnchorId anchor, const Frame& frame,
                 ElementId element, LinkId link);

/// Whether the writer broke lines on purpose in these inlines.
bool has_kept_breaks(const Inlines& inlines);

/// Text of pictures for those who don't see them: alternative text, title, or path.
std::string alternative_of(const Compositor& compositor, const Image& image);

/// The picture's index when it is in the archive and can be shown.
std::optional<ResourceId> shown(const Compositor& compositor, const Image& image);

/// Size in points as the note asks for it, or its own, within the limits; never enlarged to fit.
Size size_of(const Compositor& compositor, const Image& image, ResourceId resource, Size limits);

/// Direction of a paragraph in the frame: in a right-to-left note any right-to-left letter makes it so, for such
/// paragraphs often begin with a Latin name.
Direction direction_of(const std::vector<Piece>& pieces, const Frame& frame);

}  // namespace notes_export::layout
