#include "document/authors.hpp"

namespace notes_export {

std::string authors_of(const Metadata& metadata) {
    std::string authors;
    for (const std::string& author : metadata.authors) authors += (authors.empty() ? "" : ", ") + author;
    return authors;
}

}  // namespace notes_export
