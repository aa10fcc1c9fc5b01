/// States of tasks: the character between a task's brackets, as Obsidian's themes and plugins read it.
#pragma once

#include <string_view>

namespace notes_export {

/// Key of the state's word in `styles/strings`; a character that nobody has a meaning for is an open task's.
constexpr std::string_view task_word(char state) {
    switch (state) {
        case 'x':
        case 'X':
            return "done";
        case '-':
            return "cancelled";
        case '/':
            return "in-progress";
        case '>':
        case '<':
            return "deferred";
        default:
            return "open";
    }
}

}  // namespace notes_export
