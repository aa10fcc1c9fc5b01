/// Quotation marks of a language, by CLDR.
#pragma once

#include <string>
#include <string_view>

namespace notes_export::locale {

/// UTF-8; French ones with their no-break spaces.
struct QuotationMarks {
    std::string open, close;
    std::string inner_open, inner_close;
};

QuotationMarks quotation_marks(std::string_view language);

}  // namespace notes_export::locale
