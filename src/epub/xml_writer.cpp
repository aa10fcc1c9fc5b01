#include "epub/xml_writer.hpp"

#include <tinyxml2.h>

#include <algorithm>

namespace notes_export::epub {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_forbidden_control(unsigned char byte) {
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
}

/// U+FFFE and U+FFFF.
bool is_noncharacter(std::string_view text, std::size_t i) {
    return i + 2 < text.size() && text[i] == '\xEF' && text[i + 1] == '\xBF' &&
           (text[i + 2] == '\xBE' || text[i + 2] == '\xBF');
}

bool is_clean(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x20 ? is_forbidden_control(byte) : byte == 0xEF && is_noncharacter(text, i)) return false;
    }
    return true;
}

void append_clean(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_forbidden_control(static_cast<unsigned char>(text[i]))) {
            out += replacement;
        } else if (is_noncharacter(text, i)) {
            out += replacement;
            i += 2;
        } else {
            out += text[i];
        }
    }
}

}  // namespace

XmlWriter::XmlWriter() : printer_(std::make_unique<tinyxml2::XMLPrinter>(nullptr, true)) {}
XmlWriter::~XmlWriter() = default;

/// tinyxml2 takes C strings.
const char* XmlWriter::terminated(std::string_view text) {
    scratch_.clear();
    if (is_clean(text))
        scratch_ = text;
    else
        append_clean(scratch_, text);
    return scratch_.c_str();
}

void XmlWriter::declaration() {
    printer_->PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
    line_break();
}

void XmlWriter::doctype() {
    printer_->PushUnknown("DOCTYPE html");
    line_break();
}

void XmlWriter::open(const char* name, Attributes attributes) {
    printer_->OpenElement(name, true);
    for (const auto& [key, value] : attributes) attribute(key, value);
}

void XmlWriter::attribute(const char* name, std::string_view value) {
    printer_->PushAttribute(name, terminated(value));
}

void XmlWriter::raw_attribute(const char* name, const std::string& value) {
    printer_->PushAttribute(name, value.c_str());
}

void XmlWriter::text(std::string_view text) {
    printer_->PushText(terminated(text));
}

void XmlWriter::close() {
    // Readers that parse XHTML as HTML take `<span/>` for a start tag: an empty text seals it.
    printer_->PushText("");
    printer_->CloseElement(true);
}

void XmlWriter::close_empty() {
    printer_->CloseElement(true);
}

void XmlWriter::empty(const char* name, Attributes attributes) {
    open(name, attributes);
    close_empty();
}

void XmlWriter::line_break() {
    printer_->PushText("\n");
}

std::string XmlWriter::take() {
    printer_->PushText("");
    std::string written(printer_->CStr(), static_cast<std::size_t>(printer_->CStrSize() - 1));
    printer_->ClearBuffer(false);
    return written;
}

void text_element(XmlWriter& xml, const char* name, std::string_view text, XmlWriter::Attributes attributes) {
    const Element element(xml, name, attributes);
    xml.text(text);
}

}  // namespace notes_export::epub
