/// Pages of the index of tags.
#pragma once

#include "epub/book.hpp"
#include "epub/xml_writer.hpp"

namespace notes_export::epub {

/// The slices of the index of tags that a file holds; the first file lists all tags above them.
void write_tags(XmlWriter& xml, const Book& book, const BookFile& file, bool first);

}  // namespace notes_export::epub
