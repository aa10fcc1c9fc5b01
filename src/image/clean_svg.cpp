#include <tinyxml2.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "image/decoders.hpp"
#include "image/gunzip.hpp"
#include "image/svg_references.hpp"
#include "image/svg_text.hpp"

namespace notes_export::image {
namespace {

using tinyxml2::XMLAttribute;
using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";
constexpr std::string_view xlink_namespace = "http://www.w3.org/1999/xlink";

/// Prefixes in scope; the empty one is the default namespace.
using Prefixes = std::map<std::string, std::string>;

struct Name {
    std::string prefix, local;
};

Name split(std::string_view name) {
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return {"", std::string(name)};
    return {std::string(name.substr(0, colon)), std::string(name.substr(colon + 1))};
}

/// Elements that run, that embed another kind of document, or that only an editor reads.
bool unwanted(std::string_view element) {
    for (const std::string_view name :
         {"script", "metadata", "iframe", "embed", "object", "audio", "video", "canvas", "handler", "listener"})
        if (element == name) return true;
    return false;
}

/// Elements that show nothing without what they refer to.
bool needs_reference(std::string_view element) {
    return element == "use" || element == "image" || element == "feImage";
}

class Cleaner {
public:
    /// Cleans an element and all below it. False when the element itself has to go.
    bool clean(XMLElement& element, Prefixes prefixes) {
        declare(element, prefixes);
        const Name name = split(element.Name());
        const auto space = prefixes.find(name.prefix);
        if (space == prefixes.end() || space->second != svg_namespace || unwanted(name.local)) return false;
        element.SetName(name.local.c_str());
        clean_attributes(element, prefixes);
        if (needs_reference(name.local) && !element.Attribute("href") && !element.Attribute("xlink:href")) return false;
        if (animates_reference(element)) return false;
        if (name.local == "foreignObject") return as_text(element);
        if (name.local == "a") group(element);
        if (name.local == "style") clean_style(element);
        clean_children(element, prefixes);
        return true;
    }

    bool uses_xlink() const { return uses_xlink_; }

private:
    static void declare(const XMLElement& element, Prefixes& prefixes) {
        for (const XMLAttribute* a = element.FirstAttribute(); a; a = a->Next()) {
            const std::string_view name = a->Name();
            if (name == "xmlns") prefixes[""] = a->Value();
            if (name.starts_with("xmlns:")) prefixes[std::string(name.substr(6))] = a->Value();
        }
    }

    void clean_attributes(XMLElement& element, const Prefixes& prefixes) {
        std::vector<std::pair<std::string, std::string>> kept;
        std::set<std::string> names;
        while (const XMLAttribute* attribute = element.FirstAttribute()) {
            auto [name, value] = cleaned(attribute->Name(), attribute->Value(), prefixes);
            element.DeleteAttribute(attribute->Name());
            if (name.empty() || !names.insert(name).second) continue;
            if (name == "id" && !ids_.insert(value).second) continue;
            kept.emplace_back(std::move(name), std::move(value));
        }
        for (const auto& [name, value] : kept) {
            uses_xlink_ = uses_xlink_ || name.starts_with("xlink:");
            element.SetAttribute(name.c_str(), value.c_str());
        }
    }

    /// An attribute as it may stay; without a name when it may not.
    static std::pair<std::string, std::string> cleaned(std::string_view full, std::string value,
                                                       const Prefixes& prefixes) {
        Name name = split(full);
        if (full == "xmlns" || name.prefix == "xmlns" || full == "xml:base") return {};
        if (!name.prefix.empty() && name.prefix != "xml") {
            const auto space = prefixes.find(name.prefix);
            const bool link = space == prefixes.end() ? name.prefix == "xlink" : space->second == xlink_namespace;
            if (!link) return {};
            name.prefix = "xlink";
        }
        if (name.prefix.empty() && name.local.size() > 2 && name.local.starts_with("on")) return {};
        if (name.local == "href") value = local_reference(value);
        if (name.local == "href" && value.empty()) return {};
        if (name.local == "id") value = xml_id(value);
        if (name.local != "href") value = local_css(value);
        if (value.find("javascript:") != std::string::npos) return {};
        return {name.prefix.empty() ? name.local : name.prefix + ":" + name.local, std::move(value)};
    }

    static bool animates_reference(const XMLElement& element) {
        const char* target = element.Attribute("attributeName");
        return target && std::string_view(target).ends_with("href");
    }

    static void clean_style(XMLElement& element) {
        std::string css;
        for (const XMLNode* child = element.FirstChild(); child; child = child->NextSibling())
            if (const tinyxml2::XMLText* text = child->ToText()) css += text->Value();
        element.DeleteChildren();
        element.SetText(local_css(css).c_str());
    }

    void clean_children(XMLElement& element, const Prefixes& prefixes) {
        for (XMLNode* child = element.FirstChild(); child;) {
            XMLNode* next = child->NextSibling();
            XMLElement* inner = child->ToElement();
            if (inner ? !clean(*inner, prefixes) : !child->ToText()) element.DeleteChild(child);
            child = next;
        }
    }

    /// A picture in a book can't be clicked, and a link without a title is none for who hears it: what it holds stays.
    static void group(XMLElement& link) {
        const XMLElement* parent = link.Parent() ? link.Parent()->ToElement() : nullptr;
        const std::string_view around = parent ? parent->Name() : "";
        link.SetName(around == "text" || around == "tspan" || around == "textPath" ? "tspan" : "g");
        for (const char* attribute : {"href", "xlink:href", "xlink:title", "xlink:type", "xlink:show", "target"})
            link.DeleteAttribute(attribute);
    }

    /// HTML in a drawing becomes a label in the middle of its box, unless a fallback stands beside it. False when
    /// nothing is left of it.
    static bool as_text(XMLElement& element) {
        const XMLElement* parent = element.Parent() ? element.Parent()->ToElement() : nullptr;
        if (parent && std::string_view(parent->Name()) == "switch") return false;
        std::string words;
        collect(element, words);
        while (words.ends_with(' ')) words.pop_back();
        if (words.empty()) return false;
        const double x = element.DoubleAttribute("x") + element.DoubleAttribute("width") / 2;
        const double y = element.DoubleAttribute("y") + element.DoubleAttribute("height") / 2;
        const char* transform = element.Attribute("transform");
        const std::string kept = transform ? transform : "";
        while (const XMLAttribute* attribute = element.FirstAttribute()) element.DeleteAttribute(attribute->Name());
        element.DeleteChildren();
        element.SetName("text");
        element.SetAttribute("x", x);
        element.SetAttribute("y", y);
        element.SetAttribute("text-anchor", "middle");
        element.SetAttribute("dy", "0.35em");
        if (!kept.empty()) element.SetAttribute("transform", kept.c_str());
        element.SetText(words.c_str());
        return true;
    }

    static void collect(const XMLNode& node, std::string& words) {
        for (const XMLNode* child = node.FirstChild(); child; child = child->NextSibling()) {
            if (const tinyxml2::XMLText* text = child->ToText()) {
                for (const char c : std::string_view(text->Value())) {
                    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
                    if (!blank) words += c;
                    if (blank && !words.empty() && words.back() != ' ') words += ' ';
                }
            } else if (child->ToElement()) {
                if (!words.empty() && words.back() != ' ') words += ' ';
                collect(*child, words);
            }
        }
    }

    std::set<std::string> ids_;
    bool uses_xlink_ = false;
};

/// Without a view box a picture can't be scaled: its own size serves.
void ensure_view_box(XMLElement& root, Bytes svg) {
    if (root.Attribute("viewBox")) return;
    const std::variant<Info, Failure> probed = probe_svg(svg);
    const Info* info = std::get_if<Info>(&probed);
    if (!info) return;
    const std::string box = "0 0 " + std::to_string(info->width) + " " + std::to_string(info->height);
    root.SetAttribute("viewBox", box.c_str());
}

}  // namespace

std::variant<std::string, Failure> clean_svg(std::string_view svg) {
    if (const std::optional<std::string> unpacked = gunzip(std::as_bytes(std::span(svg)))) return clean_svg(*unpacked);
    const std::optional<std::string> text = self_contained(svg);
    if (!text) return Failure{"is no SVG"};
    tinyxml2::XMLDocument document;
    document.Parse(text->data(), text->size());
    XMLElement* root = document.RootElement();
    if (document.Error() || !root) return Failure{"is an SVG that is not well-formed"};

    Cleaner cleaner;
    const std::string own_prefix = split(root->Name()).prefix;
    if (!cleaner.clean(*root, {{own_prefix, std::string(svg_namespace)}})) return Failure{"is no SVG"};
    root->SetAttribute("xmlns", std::string(svg_namespace).c_str());
    if (cleaner.uses_xlink()) root->SetAttribute("xmlns:xlink", std::string(xlink_namespace).c_str());
    ensure_view_box(*root, std::as_bytes(std::span(*text)));

    tinyxml2::XMLPrinter printer(nullptr, true);
    printer.PushHeader(false, true);
    root->Accept(&printer);
    return std::string(printer.CStr());
}

}  // namespace notes_export::image
