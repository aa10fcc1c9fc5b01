/// What the file says about the book: the information dictionary, XMP, and the file's identifier. All of it comes
/// from the archive, so that the same archive gives the same bytes.
#pragma once

#include <string>

#include "notes_export/archive.hpp"
#include "pdf/document.hpp"

namespace notes_export::pdf {

ObjectId add_information(const Metadata& metadata, Document& document);
/// XMP (ISO 16684-1), with the claims of PDF/UA-1 and PDF/A-2b.
ObjectId add_xmp(const Metadata& metadata, Document& document);
/// 16 bytes that name the file (14.4), from the archive's identifier and its date.
std::string file_identifier(const Metadata& metadata);

}  // namespace notes_export::pdf
