/// A PDF file as libharu holds it: objects, pages, and writing them out.
///
/// libharu keeps the page tree, the catalog and the numbers of objects. Every other object is a dictionary of libharu
/// whose body we keep and write ourselves: libharu's own entries cost over 130 bytes of memory each, and a book has
/// hundreds of thousands. One document is used by one thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "notes_export/output.hpp"
#include "pdf/syntax.hpp"

namespace notes_export::pdf {

class Document {
public:
    /// `pages`: how many there will be; the page tree is made for that.
    explicit Document(std::size_t pages);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// A number for an object whose body comes later. Every reserved object must get one.
    ObjectId reserve();
    /// `body` is what stands between `<<` and `>>`.
    void set(ObjectId object, std::string body);
    /// Data as the filter named in `body` has packed it; `/Length` is added.
    void set_stream(ObjectId object, std::string body, std::vector<std::byte> data);
    ObjectId add(std::string body);
    ObjectId add_stream(std::string body, std::vector<std::byte> data);

    /// Appends a page with its deflated content. `set_page` gives it what its dictionary says beyond its place in the
    /// tree.
    ObjectId add_page(std::vector<std::byte> content);
    void set_page(ObjectId page, std::string body);

    void set_catalog(std::string body);
    /// Writes the file, packing on up to `jobs` threads. `id` are 16 bytes that name the file. The bodies are used up.
    /// Throws `Error`.
    void save(Output& output, ObjectId info, std::string_view id, unsigned jobs);

    bool grayscale = false;  ///< pictures are put in without colour

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace notes_export::pdf
