/// The colours that the book's device values mean (ISO 32000-1, 14.11.5), as PDF/A asks: those of sRGB.
#pragma once

#include "pdf/document.hpp"

namespace notes_export::pdf {

/// The output intent, as an object of the document.
ObjectId add_output_intent(Document& document);

}  // namespace notes_export::pdf
