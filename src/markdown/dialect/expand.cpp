#include "markdown/dialect/expand.hpp"

#include "markdown/dialect/attribute_lists.hpp"
#include "markdown/dialect/block_forms/block_forms.hpp"
#include "markdown/dialect/includes.hpp"
#include "markdown/dialect/keys.hpp"
#include "markdown/dialect/liquid.hpp"
#include "markdown/dialect/logseq.hpp"
#include "markdown/dialect/mdx.hpp"
#include "markdown/dialect/roam.hpp"
#include "markdown/dialect/shortcodes.hpp"
#include "markdown/dialect/snippets.hpp"
#include "markdown/dialect/table_heads.hpp"

namespace notes_export::markdown {
namespace {

/// Bytes that a note may become by including; past it what asks for more stays as text.
constexpr std::size_t most_included = 16 * 1024 * 1024;

bool may_have_templates(const Source& source) {
    const std::string_view body = std::string_view(source.text).substr(source.body);
    switch (source.dialect) {
        case Dialect::mdbook:
            return body.find("{{#") != std::string_view::npos;
        case Dialect::hugo:
            return body.find("{{<") != std::string_view::npos || body.find("{{%") != std::string_view::npos;
        case Dialect::jekyll:
            return body.find('{') != std::string_view::npos;
        case Dialect::logseq:
            return may_have_logseq_forms(body);
        case Dialect::plain:
        case Dialect::obsidian:  // what links as `[[name]]` is read so
            return may_have_roam_components(body);
    }
    return false;
}

MappedText expand_templates(const MappedText& text, const Expanding& context) {
    switch (context.source.dialect) {
        case Dialect::mdbook:
            return expand_includes(text, context);
        case Dialect::hugo:
            return expand_shortcodes(text, context);
        case Dialect::jekyll:
            return expand_liquid(text, context);
        case Dialect::logseq:
            return expand_logseq(text, context);
        case Dialect::plain:
        case Dialect::obsidian:
            return expand_roam(text);
    }
    return text;
}

}  // namespace

std::optional<MappedText> expand(const Source& source, const IncludeResolver& resolve, Diagnostics& diagnostics) {
    const std::string_view body = std::string_view(source.text).substr(source.body);
    const bool templates = may_have_templates(source);
    const bool mdx = is_mdx(source.path, body);
    const bool tables = source.dialect == Dialect::hugo && body.find("--") != std::string_view::npos;
    if (!templates && !mdx && !tables && !may_have_snippets(body) && !may_have_block_forms(body) &&
        !may_have_attribute_lists(body) && !may_have_keys(body))
        return std::nullopt;

    std::size_t left_to_include = most_included;
    const Expanding context{
        .source = source, .resolve = resolve, .diagnostics = diagnostics, .left_to_include = left_to_include};
    MappedText text{std::string(body), {{0, source.body, false}}};
    if (may_have_snippets(text.text)) text = expand_snippets(text, context);
    if (templates) text = expand_templates(text, context);
    if (tables) text = fill_table_heads(text);
    if (mdx) text = expand_mdx(text);
    if (may_have_block_forms(text.text)) text = expand_block_forms(text);
    if (may_have_attribute_lists(text.text)) text = expand_attribute_lists(text);
    if (may_have_keys(text.text)) text = expand_keys(text);
    if (text.text == body) return std::nullopt;
    return text;
}

}  // namespace notes_export::markdown
