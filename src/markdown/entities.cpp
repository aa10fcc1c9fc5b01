#include "markdown/entities.hpp"

#include <gumbo.h>

#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

/// Those that make up nearly all of what people write; the others are asked of the HTML parser, which has the table.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> frequent{{
    {"amp", "&"},        {"lt", "<"},          {"gt", ">"},         {"quot", "\""},       {"nbsp", "\u00A0"},
    {"apos", "'"},       {"copy", "\u00A9"},   {"reg", "\u00AE"},   {"hellip", "\u2026"}, {"mdash", "\u2014"},
    {"ndash", "\u2013"}, {"lsquo", "\u2018"},  {"rsquo", "\u2019"}, {"ldquo", "\u201C"},  {"rdquo", "\u201D"},
    {"times", "\u00D7"}, {"rarr", "\u2192"},   {"larr", "\u2190"},  {"bull", "\u2022"},   {"middot", "\u00B7"},
    {"deg", "\u00B0"},   {"eacute", "\u00E9"}, {"ensp", "\u2002"},  {"emsp", "\u2003"},
}};

/// The parser must consume the whole of it: of `&copyfoo;` it knows only the first letters.
bool append_named(std::string& out, std::string_view entity) {
    const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
        gumbo_parse_with_options(&options, entity.data(), entity.size()), destroy);
    const GumboVector& children = parsed->root->v.element.children;
    if (children.length != 1) return false;
    const auto* node = static_cast<const GumboNode*>(children.data[0]);
    if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE) return false;
    const std::string_view text = node->v.text.text;
    if (text.empty() || text.ends_with(';')) return false;
    out += text;
    return true;
}

bool append_numeric(std::string& out, std::string_view digits) {
    int base = 10;
    if (digits.starts_with('x') || digits.starts_with('X')) {
        base = 16;
        digits.remove_prefix(1);
    }
    std::uint32_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (read.ptr != digits.data() + digits.size()) return false;
    const bool control = (value < 0x20 && value != '\t' && value != '\n' && value != '\r') || value == 0x7F;
    const bool valid = read.ec == std::errc() && !control && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    unicode::append(out, valid ? static_cast<char32_t>(value) : U'\uFFFD');
    return true;
}

}  // namespace

void append_entity(std::string& out, std::string_view entity) {
    if (entity.size() >= 3) {
        const std::string_view name = entity.substr(1, entity.size() - 2);
        if (name.starts_with('#')) {
            if (append_numeric(out, name.substr(1))) return;
        } else {
            for (const auto& [known, text] : frequent) {
                if (known != name) continue;
                out += text;
                return;
            }
            if (append_named(out, entity)) return;
        }
    }
    out += entity;
}

}  // namespace notes_export::markdown
