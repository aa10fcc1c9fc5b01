#include "epub/content/classes.hpp"

#include "support/ascii.hpp"

namespace notes_export::epub {

std::string class_name(std::string_view name) {
    std::string cleaned;
    for (const char c : name) {
        if (ascii::is_alphanumeric(c))
            cleaned += ascii::lower(c);
        else if (!cleaned.empty() && cleaned.back() != '-')
            cleaned += '-';
    }
    return cleaned;
}

const char* alignment_class(Alignment alignment) {
    switch (alignment) {
        case Alignment::left:
            return "align-left";
        case Alignment::center:
            return "align-center";
        case Alignment::right:
            return "align-right";
        case Alignment::none:
            return nullptr;
    }
    return nullptr;
}

}  // namespace notes_export::epub
