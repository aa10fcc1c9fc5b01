#include "text/outline.hpp"

#include <hb.h>

#include "text/library.hpp"

namespace notes_export::text {

namespace {

struct Drawing {
    std::vector<PathStep> steps;
    double em = 1000;

    void add(PathStep::Kind kind, std::array<double, 6> points) {
        for (double& value : points) value /= em;
        steps.push_back({kind, points});
    }
};

Drawing& drawing(void* data) {
    return *static_cast<Drawing*>(data);
}

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    drawing(data).add(PathStep::Kind::move, {x, y});
}

void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    drawing(data).add(PathStep::Kind::line, {x, y});
}

void cubic_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
              void*) {
    drawing(data).add(PathStep::Kind::cubic, {x1, y1, x2, y2, x, y});
}

void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    drawing(data).steps.push_back({PathStep::Kind::close, {}});
}

using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, Destroy<hb_draw_funcs_destroy>>;

/// HarfBuzz turns quadratic curves into cubic ones where no function takes them.
DrawFunctions draw_functions() {
    DrawFunctions functions(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions.get(), close_path, nullptr, nullptr);
    return functions;
}

}  // namespace

std::vector<PathStep> outline(const FontLibrary& fonts, FaceId id, std::uint32_t glyph) {
    const Face& face = fonts.impl().face(id);
    Drawing result{{}, static_cast<double>(face.info.units_per_em)};
    const DrawFunctions functions = draw_functions();
    hb_font_get_glyph_shape(face.font.get(), glyph, functions.get(), &result);
    return std::move(result.steps);
}

}  // namespace notes_export::text
