/// Well-formed XML, written as it is read: elements, attributes, text.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace tinyxml2 {
class XMLPrinter;
}

namespace notes_export::epub {

/// Writes one document, or pieces of one. Escapes what must be escaped; characters that XML 1.0 forbids (2.2) become
/// U+FFFD.
class XmlWriter {
public:
    using Attributes = std::initializer_list<std::pair<const char*, std::string_view>>;

    XmlWriter();
    ~XmlWriter();
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;

    void declaration();  ///< `<?xml version="1.0" encoding="UTF-8"?>`
    void doctype();      ///< HTML's
    void open(const char* name, Attributes attributes = {});
    /// Of the element opened last, before anything else is written into it.
    void attribute(const char* name, std::string_view value);
    /// A value with control characters in it, which are not for the reader: an address that is known late.
    void raw_attribute(const char* name, const std::string& value);
    void text(std::string_view text);
    void close();
    void close_empty();  ///< an element without content: `<br/>`
    /// The same at once.
    void empty(const char* name, Attributes attributes = {});
    void line_break();  ///< between elements, so that a diff of two books can be read

    /// What was written since the last call; elements may be open still.
    std::string take();

private:
    const char* terminated(std::string_view text);

    std::unique_ptr<tinyxml2::XMLPrinter> printer_;
    std::string scratch_;
};

/// An element for as long as the scope lasts.
class Element {
public:
    Element(XmlWriter& xml, const char* name, XmlWriter::Attributes attributes = {}) : xml_(xml) {
        xml_.open(name, attributes);
    }
    ~Element() { xml_.close(); }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;

private:
    XmlWriter& xml_;
};

/// An element with text only.
void text_element(XmlWriter& xml, const char* name, std::string_view text, XmlWriter::Attributes attributes = {});

}  // namespace notes_export::epub
