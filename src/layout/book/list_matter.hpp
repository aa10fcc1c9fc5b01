/// Lists that the book itself brings: the contents, the index of tags.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "layout/blocks/note_block.hpp"

namespace notes_export::layout {

/// A note that stands for a list: its title (a key of the book's words), the book's language and direction, no text.
Note list_note(const Archive& archive, std::string_view word);

/// Sets a list as notes are set.
SetNote set_list(const BookContext& book, const Note& note, const std::function<void(Compositor&, const Frame&)>& set);

/// The list's title, as a note's.
void set_list_title(Compositor& compositor, std::string title, const Frame& frame);

}  // namespace notes_export::layout
