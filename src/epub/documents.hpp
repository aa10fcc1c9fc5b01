/// The book's XHTML files.
#pragma once

#include <string>
#include <vector>

#include "epub/shelves.hpp"
#include "epub/xml_writer.hpp"
#include "notes_export/archive.hpp"

namespace notes_export::epub {

struct Book {
    const Archive& archive;
    const std::vector<RenderedNote>& notes;
    const Shelves& shelves;
    int contents_depth = 3;
    bool neighbours = true;
};

/// A file of the spine with all its addresses.
std::string write_file(const Book& book, std::uint32_t file);
/// The slices of the index of tags that a file holds; the first file lists all tags above them.
void write_tags(XmlWriter& xml, const Book& book, const BookFile& file, bool first);
/// The page of the cover image, whose words `alternative` says.
std::string write_cover_page(const Archive& archive, const std::string& image, const std::string& alternative);
/// The navigation document (EPUB 3.3, 7): contents and landmarks.
std::string write_navigation(const Book& book);
/// The NCX, for readers of EPUB 2 (OPF 2.0.1, 2.4.1): two levels, which is what they show.
std::string write_ncx(const Book& book);

}  // namespace notes_export::epub
