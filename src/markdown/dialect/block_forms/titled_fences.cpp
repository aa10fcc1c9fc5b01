#include <algorithm>

#include "markdown/dialect/block_forms/fence.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// A value of an attribute: in quotation marks, or one word.
std::string_view value_of(std::string_view text) {
    const bool quoted = text.starts_with('"') || text.starts_with('\'');
    if (!quoted) return text.substr(0, text.find_first_of(" \t,}"));
    const std::size_t close = text.find(text.front(), 1);
    return close == none ? std::string_view() : trimmed(text.substr(1, close - 1));
}

/// `title="…"` of Docusaurus and Material for MkDocs, and what other programs call it.
std::string_view title_among(std::string_view attributes) {
    for (const std::string_view key : {"title=", "caption=", "fig.cap=", "filename=", "file="})
        for (std::size_t at = attributes.find(key); at != none; at = attributes.find(key, at + 1))
            if (at > 0 && std::string_view(" \t,{").find(attributes[at - 1]) != none)
                return value_of(attributes.substr(at + key.size()));
    return {};
}

/// `src/main.rs`, `a.js`
bool is_file_name(std::string_view word) {
    if (word.find_first_of("{}[]()<>=\"'`,:;|") != none) return false;
    for (std::size_t at = 1; at + 1 < word.size(); ++at)
        if ((word[at] == '.' || word[at] == '/') && is_letter(word[at + 1])) return true;
    return false;
}

/// What a fence says of its listing besides the language: a title, the file's name, or a sentence, which may be code
/// that was begun in the fence's line by mistake. Empty where it only has a language and switches.
std::string_view title_of(std::string_view fence) {
    const std::string_view info = trimmed(fence.substr(std::min(fence.find_first_not_of("`~"), fence.size())));
    if (const auto title = title_among(info); !title.empty()) return title;
    const std::string_view language = info.substr(0, info.find_first_of(" \t"));
    const std::string_view rest = trimmed(info.substr(language.size()));
    if (const std::size_t colon = language.find(':'); colon != none && colon > 0 && rest.empty())
        return is_file_name(language.substr(colon + 1)) ? language.substr(colon + 1) : std::string_view();
    if (rest.starts_with('[') && rest.find_first_of("[]", 1) == rest.size() - 1)  // VitePress
        return trimmed(rest.substr(1, rest.size() - 2));
    if (rest.find_first_of("={}[]") != none || language.starts_with('{')) return {};
    const auto blanks = std::count(rest.begin(), rest.end(), ' ');
    return blanks >= 2 || (blanks == 0 && is_file_name(rest)) ? rest : std::string_view();
}

/// Of `js:src/a.js` the language alone stays with the listing.
void write_opening(FormWriter& out, std::size_t i, const Enclosure& around, Range title) {
    const Range line = out.content(i, around);
    if (out.text()[title.begin - 1] != ':') return out.write_line(i, line, around.prefix);
    out.put(around.prefix, line.begin);
    out.keep({line.begin, title.begin - 1});
    out.write_line(i, {title.end, line.end}, {});
}

}  // namespace

bool is_titled_fence(std::string_view line) {
    line = trimmed(line);
    return (line.starts_with("```") || line.starts_with("~~~")) && !title_of(line).empty();
}

std::size_t write_titled_fence(FormWriter& out, std::size_t i, const Enclosure& around, bool after_blank) {
    const std::string_view words = trimmed(out.words(i, around));
    Fence fence;
    if (out.indentation(i, around) > 3 || !is_titled_fence(words) || !fence.takes(words)) return i;
    const std::string_view title = title_of(words);
    const auto begin = static_cast<std::uint32_t>(title.data() - out.text().data());
    // It may stand in an item: so does its title.
    const auto blanks = static_cast<std::size_t>(out.indentation(i, around));
    const std::string prefix = around.prefix + std::string(blanks, ' ');
    if (!after_blank) out.put(around.prefix + "\n", begin);
    const Range place{begin, begin + static_cast<std::uint32_t>(title.size())};
    out.write_plain_title(place, prefix);
    std::size_t next = i;
    for (bool open = true; open && next < around.end; ++next) {
        if (next == i)
            write_opening(out, i, around, place);
        else
            out.write_line(next, out.content(next, around), around.prefix);
        if (next > i) fence.takes(out.words(next, around));
        open = fence.is_open();
    }
    return next;
}

}  // namespace notes_export::markdown
