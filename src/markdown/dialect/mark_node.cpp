#include "markdown/dialect/mark_node.hpp"

#include <algorithm>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/emoji.hpp"

namespace notes_export::markdown {
namespace {

/// TeX over several lines, without the prefixes of the containers it stands in; empty where it has none.
std::string joined_tex(const MappedText& text, Range tex) {
    const std::string_view all = text.text;
    if (slice(all, tex).find('\n') == std::string_view::npos) return {};
    const Container container = container_of(all, tex.begin);
    std::string out;
    for (std::uint32_t at = tex.begin; at <= tex.end;) {
        const Range line = line_at(all, at);
        Range rest = at == tex.begin ? line : contained(all, line, container).rest;
        rest.end = std::min(rest.end, tex.end);
        if (at != tex.begin) out += '\n';
        if (rest.begin < rest.end) out += slice(all, rest);
        at = line.end + 1;
    }
    return out == slice(all, tex) ? std::string() : out;
}

decltype(Mark::node) to_node(const MappedText& text, const LocalMark& local, Excerpt excerpt) {
    using Kind = LocalMark::Kind;
    const SourceSpan first = text.to_source(local.first);
    switch (local.kind) {
        case Kind::wikilink:
            return WikilinkMark{first, text.to_source(local.second), std::move(excerpt)};
        case Kind::embed:
            return EmbedMark{first, text.to_source(local.second)};
        case Kind::math:
            return MathMark{first, false, joined_tex(text, local.first)};
        case Kind::display_math:
            return MathMark{first, true, joined_tex(text, local.first)};
        case Kind::footnote:
            return FootnoteReferenceMark{first};
        case Kind::inline_footnote:
            return InlineFootnoteMark{first, std::move(excerpt)};
        case Kind::tag:
            return TagMark{first};
        case Kind::block_id:
            return BlockIdMark{first};
        case Kind::emoji:
            return EmojiMark{std::string(emoji(slice(text.text, local.first)))};
        case Kind::address:
            return AddressMark{};
        case Kind::opening:
            return DelimiterMark{local.style, true, text.to_source(local.partner)};
        case Kind::closing:
            return DelimiterMark{local.style, false, text.to_source(local.partner)};
        case Kind::comment:
            break;
    }
    return CommentMark{};
}

}  // namespace

Mark to_mark(const MappedText& text, const LocalMark& local, Excerpt excerpt) {
    return {.span = text.to_source(local.span), .node = to_node(text, local, std::move(excerpt))};
}

void pair_delimiters(std::vector<Mark>& marks) {
    for (Mark& mark : marks) {
        auto* delimiter = std::get_if<DelimiterMark>(&mark.node);
        if (delimiter == nullptr) continue;
        const auto other = std::lower_bound(marks.begin(), marks.end(), delimiter->partner,
                                            [](const Mark& m, std::size_t at) { return m.span.begin < at; });
        delimiter->partner = static_cast<std::size_t>(other - marks.begin());
    }
}

}  // namespace notes_export::markdown
