/// Reading devices: the page of a PDF that is made for one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "notes_export/page_style.hpp"

namespace notes_export::cli {

/// The page of a screen, without what its reading program leaves at the edges.
struct Screen {
    double width = 0, height = 0;  ///< points
};

/// By its size ("6in", "10.3") or by a model's name ("kobo-clara", "Kobo Clara"); nothing when no such is known.
std::optional<Screen> find_device(std::string_view name);

/// What --device list prints.
std::string device_list();

/// The design with page, margins and size of type made for the screen. What it says about looks stays, and its size of
/// type counts in proportion: large print is large there too.
PageStyle made_for(const Screen& screen, PageStyle style);

}  // namespace notes_export::cli
