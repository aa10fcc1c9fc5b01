#include "markdown/dialect/expand.hpp"

#include "markdown/dialect/block_forms/block_forms.hpp"
#include "markdown/dialect/includes.hpp"
#include "markdown/dialect/liquid.hpp"
#include "markdown/dialect/logseq.hpp"
#include "markdown/dialect/roam.hpp"
#include "markdown/dialect/shortcodes.hpp"

namespace notes_export::markdown {
namespace {

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

}  // namespace

std::optional<MappedText> expand(const Source& source, const IncludeResolver& resolve, Diagnostics& diagnostics) {
    const bool templates = may_have_templates(source);
    if (!templates && !may_have_block_forms(std::string_view(source.text).substr(source.body))) return std::nullopt;

    const Expanding context{.source = source, .resolve = resolve, .diagnostics = diagnostics};
    MappedText text{source.text.substr(source.body), {{0, source.body, false}}};
    if (templates && source.dialect == Dialect::mdbook) text = expand_includes(text, context);
    if (templates && source.dialect == Dialect::hugo) text = expand_shortcodes(text, context);
    if (templates && source.dialect == Dialect::jekyll) text = expand_liquid(text, context);
    if (templates && source.dialect == Dialect::logseq) text = expand_logseq(text, context);
    if (templates && (source.dialect == Dialect::plain || source.dialect == Dialect::obsidian))
        text = expand_roam(text);
    if (may_have_block_forms(text.text)) text = expand_block_forms(text);
    if (std::string_view(text.text) == std::string_view(source.text).substr(source.body)) return std::nullopt;
    return text;
}

}  // namespace notes_export::markdown
