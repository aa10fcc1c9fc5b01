#include "pdf/content.hpp"

#include <algorithm>
#include <optional>

#include "pdf/drawing.hpp"
#include "pdf/roles.hpp"
#include "pdf/show_text.hpp"

namespace notes_export::pdf {
namespace {

using layout::ElementId;

class PageWriter {
public:
    PageWriter(const layout::Page& page, const ContentInput& input)
        : page_(page), input_(input), text_(content_.operators, pen_, input.fonts, input.book.page_size.height) {}

    PageContent write() {
        for (const layout::PageItem& item : page_.items) std::visit([this](const auto& one) { add(one); }, item);
        end_marked();
        content_.fonts = std::move(text_.used_fonts);
        content_.undrawn = std::move(text_.undrawn);
        return std::move(content_);
    }

private:
    Points height() const { return input_.book.page_size.height; }

    /// Everything is either content of an element or an artifact (14.8.2.2).
    void begin_marked(ElementId element) {
        if (marked_ && *marked_ == element) return;
        end_marked();
        if (element.valid()) {
            out() += '/';
            out() += structure_type(input_.book.elements[element.value].role);
            out() += "<</MCID ";
            put_integer(out(), static_cast<std::int64_t>(content_.marked.size()));
            out() += ">>BDC\n";
            content_.marked.push_back(element);
        } else {
            out() += "/Artifact BMC\n";
        }
        marked_ = element;
    }

    void end_marked() {
        text_.close();
        if (marked_) out() += "EMC\n";
        marked_.reset();
    }

    void add(const layout::GlyphRun& run) {
        if (run.mark && !is_hyphen(run, input_.library)) return add_mark(run);
        begin_marked(run.mark ? ElementId{} : run.element);
        text_.show(run);
    }

    /// A mark of ours is drawn as a shape: nothing that reads text finds it.
    void add_mark(const layout::GlyphRun& run) {
        begin_marked({});
        text_.close();
        set_fill(out(), pen_, run.grey);
        for (const layout::PlacedGlyph& glyph : run.glyphs)
            draw_outline(out(), text::outline(input_.library, run.face, glyph.id),
                         {run.origin.x + glyph.x, run.origin.y + glyph.y}, run.size, height());
    }

    template <class Shape>
    void add(const Shape& shape) {
        begin_marked(shape.element);
        text_.close();
        draw(out(), pen_, shape, height());
    }

    void add(const layout::Picture& picture) {
        begin_marked(picture.element);
        text_.close();
        if (!input_.pictures.find(picture.resource).valid()) return draw_missing(out(), pen_, picture.rect, height());
        draw_picture(out(), picture.rect, picture.resource, height());
        if (std::ranges::find(content_.pictures, picture.resource) == content_.pictures.end())
            content_.pictures.push_back(picture.resource);
    }

    std::string& out() { return content_.operators; }

    const layout::Page& page_;
    const ContentInput& input_;
    PageContent content_;
    Pen pen_;
    TextWriter text_;
    std::optional<ElementId> marked_;  ///< what is open; not valid: an artifact
};

}  // namespace

PageContent page_content(const layout::Page& page, const ContentInput& input) {
    return PageWriter(page, input).write();
}

}  // namespace notes_export::pdf
