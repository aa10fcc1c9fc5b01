#include "markdown/dialect/includes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "markdown/dialect/lines.hpp"
#include "markdown/dialect/parameters.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;
/// Bytes of a directive; keeps the search for its end linear.
constexpr std::size_t longest_directive = 1024;

/// What an anchor's line names: "ANCHOR: name" or "ANCHOR_END: name".
struct AnchorLine {
    std::string_view name;
    bool ends = false;
};

std::optional<AnchorLine> anchor_line(std::string_view line) {
    const std::size_t at = line.find("ANCHOR");
    if (at == none) return std::nullopt;
    std::string_view rest = line.substr(at + 6);
    const bool ends = rest.starts_with("_END");
    if (ends) rest.remove_prefix(4);
    if (!rest.starts_with(':')) return std::nullopt;
    rest = trimmed(rest.substr(1));
    return AnchorLine{rest.substr(0, rest.find_first_of(" \t*-")), ends};
}

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

std::string between_anchors(std::string_view file, std::string_view name) {
    std::string out;
    bool inside = false;
    for_each_line(file, [&](std::string_view line) {
        if (const auto anchor = anchor_line(line)) {
            if (anchor->name == name) inside = !anchor->ends;
        } else if (inside) {
            out += line;
        }
    });
    return out;
}

struct Directive {
    std::string_view kind, file, selection;
    std::string_view parameters;  ///< all that stands behind the kind
};

/// "include path/to/file.rs:10:20"
Directive read_directive(std::string_view text) {
    Directive directive;
    const std::size_t blank = std::min(text.find_first_of(" \t\n"), text.size());
    directive.kind = text.substr(0, blank);
    directive.parameters = trimmed(text.substr(blank));
    std::string_view rest = directive.parameters;
    rest = rest.substr(0, rest.find_first_of(" \t\n"));  // what follows are properties of a playground
    const std::size_t colon = rest.find(':');
    directive.file = rest.substr(0, colon);
    if (colon != none) directive.selection = rest.substr(colon + 1);
    return directive;
}

/// What mdbook-tabs puts around and between tabs; a book shows all of them.
bool is_tab(std::string_view kind) {
    return kind == "tabs" || kind == "tab" || kind == "endtab" || kind == "endtabs";
}

bool is_known(std::string_view kind) {
    return kind == "include" || kind == "rustdoc_include" || kind == "playground" || kind == "playpen" ||
           kind == "template" || kind == "title" || is_tab(kind);
}

/// A template's text with the values of its parameters: `[[#key]]` and `[[#key value by default]]` of mdbook-template.
std::string filled(std::string_view text, const Parameters& values) {
    std::string out;
    std::size_t kept = 0;
    for (std::size_t at = text.find("[[#"); at != none; at = text.find("[[#", at + 3)) {
        const std::size_t length = text.substr(at, longest_directive).find("]]");
        if (length == none) continue;
        const std::string_view inside = trimmed(text.substr(at + 3, length - 3));
        const std::string_view key = inside.substr(0, inside.find(' '));
        const std::string_view value = values.get({key});
        out += text.substr(kept, at - kept);
        out += value.empty() ? trimmed(inside.substr(key.size())) : value;
        kept = at + length + 2;
    }
    return out += text.substr(kept);
}

/// A directive that stands in a text, with its braces and the backslash that makes it be shown.
struct Occurrence {
    Range span;
    bool shown = false;  ///< a backslash before it: the directive itself is meant
    Directive directive;
};

/// The next directive that is known, at or behind `from`.
std::optional<Occurrence> next_directive(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find("{{#", from); at != none; at = text.find("{{#", at + 3)) {
        const std::size_t length = text.substr(at, longest_directive).find("}}");
        if (length == none) continue;
        const std::size_t close = at + length;
        const std::string_view inside = text.substr(at + 3, length - 3);
        if (inside.find("{{#") != none || inside.find('\n') != none) continue;
        Occurrence found{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 2)}, false, {}};
        found.shown = at > from && text[at - 1] == '\\';
        if (found.shown) return --found.span.begin, found;
        found.directive = read_directive(inside);
        if (is_known(found.directive.kind)) return found;
    }
    return std::nullopt;
}

/// What directives become. Included text may include more, by paths relative to its own file.
class Includes {
public:
    Includes(const MappedText& text, const Expanding& context)
        : text_(text), context_(context), structure_(read_structure(text.text)) {}

    std::string replacement(const Occurrence& found) {
        std::string out = replacement(text_.text, found, found.span, {}, 0);
        const bool program = found.directive.kind == "playground" || found.directive.kind == "playpen";
        if (!program || !included_ || is_code(structure_, found.span.begin)) return out;
        return "~~~~~~rust\n" + out + "\n~~~~~~";
    }

    /// One in a line's code that names no file shows how directives are written.
    bool is_example(const Occurrence& found) const {
        if (found.shown || found.directive.kind == "title" || is_tab(found.directive.kind)) return false;
        const Opaque* opaque = opaque_at(structure_, found.span.begin);
        return opaque != nullptr && opaque->kind == Opaque::Kind::code &&
               !context_.resolve(std::string(found.directive.file));
    }

    /// Directives of programs that mdBook would call, or none of anybody's; they stay as they are.
    void warn_of_unknown() const {
        const std::string_view all = text_.text;
        std::set<std::string_view> known;
        for (std::size_t at = all.find("{{#"); at != none; at = all.find("{{#", at + 3)) {
            const std::string_view rest = all.substr(at + 3, longest_name);
            const std::string_view name = rest.substr(0, rest.find_first_not_of(name_characters));
            const bool shown = at > 0 && all[at - 1] == '\\';
            if (name.empty() || shown || is_known(name) || is_code(structure_, static_cast<std::uint32_t>(at)) ||
                !known.insert(name).second)
                continue;
            const auto begin = static_cast<std::uint32_t>(at);
            context_.warn(text_, {begin, begin + 3 + static_cast<std::uint32_t>(name.size())}, "directive-unknown",
                          fmt::format("Directive {{{{#{}}}}} is not known: left as text", name),
                          "Write in Markdown what it shall show");
        }
    }

private:
    static constexpr int deepest = 10;  // as mdBook
    static constexpr std::size_t longest_name = 40;
    static constexpr std::string_view name_characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

    std::string replacement(std::string_view text, const Occurrence& found, Range place, const std::string& folder,
                            int depth) {
        const Directive& directive = found.directive;
        if (found.shown) return std::string(slice(text, {found.span.begin + 1, found.span.end}));
        if (directive.kind == "tab") return fmt::format("**{}**\n", Parameters(directive.parameters).get({"name"}));
        if (directive.kind == "title" || is_tab(directive.kind)) return {};
        const std::string path = folder + std::string(directive.file);
        const auto file = path.empty() || depth >= deepest ? std::nullopt : context_.resolve(path);
        std::string lines = file ? select_lines(*file, directive.selection) : std::string();
        if (directive.kind == "template") lines = filled(lines, Parameters(directive.parameters));
        if (lines.ends_with('\n')) lines.pop_back();
        included_ = file && context_.includes(lines.size());
        if (included_) {
            const std::size_t slash = path.rfind('/');
            return expanded(lines, place, slash == std::string::npos ? "" : path.substr(0, slash + 1), depth + 1);
        }
        context_.warn(text_, place, "include-missing",
                      fmt::format("{} is not there to be included; its path stands in its place",
                                  directive.file.empty() ? "The file" : directive.file),
                      "Check the path; it is relative to the note");
        return std::string(directive.file.empty() ? slice(text, found.span) : directive.file);
    }

    std::string expanded(std::string_view text, Range place, const std::string& folder, int depth) {
        std::string out;
        std::size_t kept = 0;
        while (const auto found = next_directive(text, kept)) {
            out += text.substr(kept, found->span.begin - kept);
            out += replacement(text, *found, place, folder, depth);
            kept = found->span.end;
        }
        return out += text.substr(kept);
    }

    const MappedText& text_;
    const Expanding& context_;
    const Structure structure_;
    bool included_ = false;  ///< the last directive found its file
};

}  // namespace

std::string select_lines(std::string_view file, std::string_view selection) {
    const std::size_t colon = selection.find(':');
    const std::string_view first = selection.substr(0, colon);
    const std::string_view second = colon == none ? std::string_view() : selection.substr(colon + 1);
    if (!first.empty() && !number(first)) return between_anchors(file, first);
    const std::size_t begin = number(first).value_or(1);
    const std::size_t end = colon == none && !first.empty() ? begin : number(second).value_or(SIZE_MAX);
    std::string out;
    std::size_t count = 0;
    for_each_line(file, [&](std::string_view line) {
        ++count;
        if (count >= begin && count <= end && !anchor_line(line)) out += line;
    });
    return out;
}

std::string with_hidden_lines(std::string_view rust) {
    std::string out;
    for_each_line(rust, [&](std::string_view line) {
        const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
        const std::string_view rest = line.substr(begin);
        if (rest == "#" || rest == "#\n") {
            out += rest.substr(1);
        } else if (rest.starts_with("# ") || rest.starts_with("##")) {
            out += line.substr(0, begin);
            out += rest.substr(rest[1] == ' ' ? 2 : 1);
        } else {
            out += line;
        }
    });
    return out;
}

MappedText expand_includes(const MappedText& text, const Expanding& context) {
    const std::string_view all = text.text;
    Includes includes(text, context);
    includes.warn_of_unknown();
    Rewriter out(text);
    std::uint32_t kept = 0;
    while (const auto found = next_directive(all, kept)) {
        out.keep({kept, found->span.begin});
        if (found->shown || includes.is_example(*found))
            out.keep({found->span.begin + (found->shown ? 1 : 0), found->span.end});
        else
            out.insert(includes.replacement(*found), found->span.begin);
        kept = found->span.end;
    }
    out.keep({kept, static_cast<std::uint32_t>(all.size())});
    return out.finish();
}

}  // namespace notes_export::markdown
