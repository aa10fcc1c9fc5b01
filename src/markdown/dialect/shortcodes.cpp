#include "markdown/dialect/shortcodes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/parameters.hpp"
#include "markdown/dialect/place.hpp"
#include "markdown/dialect/shortcode_template.hpp"
#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '/';
    });
}

struct Shortcode {
    Range span;
    std::string_view name;
    std::string_view parameters;
    bool closes = false;
    bool closed = false;     ///< by its own slash: it encloses nothing
    std::string_view shown;  ///< of one that is shown as text: what stands between the comment's signs
};

/// The next occurrence of a closing sign, asked for in rising order: each byte is searched once.
struct Closing {
    std::string_view sign;
    std::size_t found = 0;

    std::size_t next(std::string_view text, std::size_t from) {
        if (found < from) found = text.find(sign, from);
        return found;
    }
};

/// The shortcode that begins at `at`, whose closing sign stands at `close`.
std::optional<Shortcode> read_shortcode(std::string_view text, std::size_t at, std::size_t close) {
    if (close == none) return std::nullopt;
    Shortcode code;
    code.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + 3)};
    std::string_view inside = text.substr(at + 3, close - at - 3);
    // One that nothing closes would go on to the end of another.
    if (inside.find("{{") != none || inside.find("}}") != none || inside.find("\n\n") != none) return std::nullopt;
    if (inside.starts_with("/*") && inside.ends_with("*/") && inside.size() >= 4) {
        code.shown = inside.substr(2, inside.size() - 4);
        return code;
    }
    inside = trimmed(inside);
    if (inside.starts_with('/')) {
        code.closes = true;
        inside = trimmed(inside.substr(1));
    }
    code.closed = inside.ends_with('/');
    if (code.closed) inside.remove_suffix(1);
    code.name = inside.substr(0, inside.find_first_of(" \t\n"));
    code.parameters = inside.substr(code.name.size());
    if (!is_name(code.name)) return std::nullopt;
    return code;
}

bool is_admonition(std::string_view name) {
    constexpr std::array<std::string_view, 18> names = {
        "notice", "alert",   "admonition", "callout", "hint",  "note",    "tip",   "info",     "warning",
        "danger", "caution", "important",  "success", "error", "example", "quote", "question", "blockquote"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_generic(std::string_view name) {
    return name == "notice" || name == "alert" || name == "admonition" || name == "callout" || name == "hint";
}

/// Calls `visit` for each shortcode in its order; linear in the text.
template <class Visit>
void for_each_shortcode(std::string_view all, const Visit& visit) {
    Closing angle{">}}"};
    Closing percent{"%}}"};
    for (std::size_t at = all.find("{{"); at != none; at = all.find("{{", at)) {
        const bool opens = at + 2 < all.size() && (all[at + 2] == '<' || all[at + 2] == '%');
        Closing& closing = opens && all[at + 2] == '<' ? angle : percent;
        const auto code = opens ? read_shortcode(all, at, closing.next(all, at + 3)) : std::nullopt;
        if (code) visit(*code);
        at = code ? code->span.end : at + 2;
    }
}

/// Names that themes give to shortcodes which show a listing.
bool is_listing(std::string_view name) {
    constexpr std::array<std::string_view, 8> names = {"code",      "codeblock", "code-block", "prism",
                                                       "highlight", "mermaid",   "terminal",   "console"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The language that a file's ending names.
std::string_view language_of(std::string_view file) {
    const std::size_t dot = file.rfind('.');
    return dot == none || file.find('/', dot) != none ? std::string_view() : file.substr(dot + 1);
}

class Shortcodes {
public:
    Shortcodes(const MappedText& text, const Expanding& context) : text_(text), context_(context) {
        for_each_shortcode(text_.text, [&](const Shortcode& code) {
            if (code.closes) last_closing_[code.name] = code.span.begin;
        });
    }

    /// What stands in the shortcode's place.
    std::string replace(const Shortcode& code) {
        if (!code.shown.empty()) return shown(code);
        if (in_listing(code)) return in_code(code);
        const Parameters parameters(code.parameters);
        if (code.name == "figure" || code.name == "img" || code.name == "image") return figure(parameters);
        if (code.name == "ref" || code.name == "relref") {
            std::string path(parameters.get({"path"}, 0));
            for (std::size_t at = path.find(' '); at != none; at = path.find(' ', at)) path.replace(at, 1, "%20");
            return path;
        }
        const ShortcodeTemplate& own = template_of(code.name);
        if (own.kind == ShortcodeTemplate::Kind::fixed)
            return context_.includes(own.text.size()) ? own.text : std::string(slice(text_.text, code.span));
        if (own.kind == ShortcodeTemplate::Kind::file && !code.closes) return file(code, parameters);
        if (lists(code.name) && (code.closes || encloses(code))) {
            in_listing_ = !code.closes;
            listings_within_ = 0;
            return fence(code, parameters);
        }
        if (code.name == "param")
            if (const std::string value = parameter_of_note(parameters); !value.empty()) return value;
        if (code.name == "kbd") return fmt::format("<kbd>{}</kbd>", parameters.get({"key", "text"}, 0));
        if (code.name == "details" || code.name == "expand") return details(code, parameters);
        if (is_admonition(code.name)) return admonition(code, parameters);
        if (auto address = medium(code.name, parameters); !address.empty()) return "<" + address + ">";
        if (code.closes) return {};
        warn_of_unknown(code);
        return in_running_text(code) ? plain(parameters) : readable(parameters);
    }

private:
    static std::string shown(const Shortcode& code) { return fmt::format("{{{{<{}>}}}}", code.shown); }

    /// What front matter says.
    std::string parameter_of_note(const Parameters& parameters) const {
        const std::string key = unicode::lower(parameters.get({"name"}, 0));
        const FrontMatter& own = context_.source.front_matter;
        return std::string(own.value(own.find(key) ? key : "params." + key));
    }

    static std::string figure(const Parameters& parameters) {
        const std::string_view source = parameters.get({"src", "link"}, 0);
        const std::string_view title = parameters.get({"title"});
        std::string caption(parameters.get({"caption"}));
        if (!title.empty() && title != caption) caption = std::string(title) + (caption.empty() ? "" : ": ") + caption;
        if (source.empty()) return caption;
        const std::string_view alt = parameters.get({"alt", "caption", "title"}, 1);
        return picture(source, alt, caption);
    }

    std::string fence(const Shortcode& code, const Parameters& parameters) const {
        // Longer than what a listing may hold.
        constexpr std::string_view tildes = "~~~~~~";
        if (code.closes) return (alone(code) ? "" : "\n") + std::string(tildes) + (is_last_of_line(code) ? "" : "\n");
        std::string_view language =
            code.name == "mermaid" ? "mermaid" : parameters.get({"lang", "language", "codeLang"});
        const std::string_view title = parameters.get({"file", "filename", "title", "caption"});
        if (language.empty()) language = language_of(title);
        if (language.empty()) language = parameters.get({}, 0);
        const std::string_view prefix = alone(code).value_or("");
        std::string out = alone(code) ? "" : "\n\n";
        if (!title.empty()) out += fmt::format("**{}**\n{}\n{}", title, prefix, prefix);
        return out + fmt::format("{}{}{}", tildes, language, behind(code) == '\n' ? "" : "\n");
    }

    bool lists(std::string_view name) {
        return template_of(name).kind == ShortcodeTemplate::Kind::code || is_listing(name);
    }

    /// Whether it stands in a listing that another one has begun. A closing one of another name ends it too, where
    /// nothing else can be meant.
    bool in_listing(const Shortcode& code) {
        if (!in_listing_ || !lists(code.name)) return in_listing_;
        if (!code.closes && encloses(code)) ++listings_within_;
        return !code.closes || listings_within_-- > 0;
    }

    /// What a listing shows of one: the file that it reads, else how it is written.
    std::string in_code(const Shortcode& code) {
        const bool reads = template_of(code.name).kind == ShortcodeTemplate::Kind::file;
        return reads ? file(code, Parameters(code.parameters)) : std::string(slice(text_.text, code.span));
    }

    /// A file that the site would read.
    std::string file(const Shortcode& code, const Parameters& parameters) const {
        std::string path(parameters.get({"file", "path", "src", "filename"}, 0));
        auto text = path.empty() ? std::nullopt : context_.resolve(path.starts_with('/') ? path : "/" + path);
        if (!text || !context_.includes(text->size())) {
            context_.warn(text_, code.span, "include-missing",
                          fmt::format("{} is not there to be included; its path stands in its place",
                                      path.empty() ? "The file" : path),
                          "Check the path; it begins at the site's top");
            return path;
        }
        while (text->ends_with('\n')) text->pop_back();
        const std::string_view language = parameters.get({"highlight", "lang", "language"});
        return language.empty() ? *text : fmt::format("~~~~~~{}\n{}\n~~~~~~", language, *text);
    }

    /// Whether something closes it further below.
    bool encloses(const Shortcode& code) const {
        const auto closing = last_closing_.find(code.name);
        return !code.closed && closing != last_closing_.end() && closing->second > code.span.begin;
    }

    /// One that stands for words between others, or for none.
    bool in_running_text(const Shortcode& code) const {
        return !encloses(code) && (!alone(code) || behind(code) != '\n');
    }

    /// Its parameters without names are what it is about.
    static std::string plain(const Parameters& parameters) {
        std::string out;
        for (const auto& [key, value] : parameters.all())
            if (key.empty()) out += (out.empty() ? "" : " ") + std::string(value);
        return out;
    }

    void warn_of_unknown(const Shortcode& code) {
        if (!warned_.insert(code.name).second) return;
        context_.warn(text_, code.span, "shortcode-unknown",
                      encloses(code)
                          ? fmt::format("Shortcode {} is not known; what it encloses is set as text", code.name)
                          : fmt::format("Shortcode {} is not known; only its words are set", code.name),
                      "Write in Markdown what it shall show");
    }

    /// The template that the site has for a shortcode; read once a note.
    const ShortcodeTemplate& template_of(std::string_view name) {
        const auto [known, unknown] = templates_.try_emplace(name);
        if (!unknown) return known->second;
        for (const std::string_view folder : {"/layouts/shortcodes/", "/layouts/_shortcodes/"})
            if (const auto text = context_.resolve(fmt::format("{}{}.html", folder, name)))
                return known->second = read_shortcode_template(*text);
        return known->second;
    }

    std::string details(const Shortcode& code, const Parameters& parameters) const {
        const std::string line = "\n" + std::string(alone(code).value_or(""));
        if (code.closes) return line + line + "</details>" + line + line;
        const std::string_view title = parameters.get({"title", "summary"}, 0);
        return fmt::format("<details><summary>{}</summary>{}{}", title, line, line);
    }

    /// As a fenced division, which becomes a callout when block forms are replaced.
    std::string admonition(const Shortcode& code, const Parameters& parameters) const {
        if (code.closes) return fmt::format("{}:::{}", alone(code) ? "" : "\n", behind(code) == '\n' ? "" : "\n");
        const bool generic = is_generic(code.name);
        std::string_view kind = generic ? parameters.get({"type", "kind", "color"}, 0) : code.name;
        if (kind.empty() || kind.find(' ') != none) kind = "note";
        const std::string_view title = parameters.get({"title"}, generic ? 1 : 0);
        return fmt::format(":::{} {}{}", kind, title, behind(code) == '\n' ? "" : "\n");
    }

    static std::string medium(std::string_view name, const Parameters& parameters) {
        const std::string_view id = parameters.get({"id"}, 0);
        if (id.empty()) return {};
        if (name == "youtube") return fmt::format("https://www.youtube.com/watch?v={}", id);
        if (name == "vimeo") return fmt::format("https://vimeo.com/{}", id);
        if (name == "instagram") return fmt::format("https://www.instagram.com/p/{}/", id);
        if (name == "gist") return fmt::format("https://gist.github.com/{}/{}", id, parameters.get({}, 1));
        if (name == "tweet" || name == "x")
            return fmt::format("https://twitter.com/{}/status/{}", parameters.get({"user"}, 0),
                               parameters.get({"id"}, 1));
        return {};
    }

    /// The containers' prefix of a shortcode that begins its line.
    std::optional<std::string_view> alone(const Shortcode& code) const {
        return prefix_alone(text_.text, code.span.begin);
    }
    bool is_last_of_line(const Shortcode& code) const {
        const std::string_view rest = std::string_view(text_.text).substr(code.span.end);
        return trimmed(rest.substr(0, rest.find('\n'))).empty();
    }
    char behind(const Shortcode& code) const {
        return code.span.end == text_.text.size() ? '\n' : text_.text[code.span.end];
    }

    const MappedText& text_;
    const Expanding& context_;
    std::set<std::string_view> warned_;
    std::map<std::string_view, std::uint32_t> last_closing_;  ///< of each name, where it stands
    std::map<std::string_view, ShortcodeTemplate> templates_;
    bool in_listing_ = false;  ///< one is not closed yet
    int listings_within_ = 0;  ///< others that have begun in it
};

}  // namespace

MappedText expand_shortcodes(const MappedText& text, const Expanding& context) {
    const std::string_view all = text.text;
    Shortcodes shortcodes(text, context);
    Rewriter out(text);
    std::uint32_t kept = 0;
    for_each_shortcode(all, [&](const Shortcode& code) {
        out.keep({kept, code.span.begin});
        out.insert(shortcodes.replace(code), code.span.begin);
        kept = code.span.end;
    });
    out.keep({kept, static_cast<std::uint32_t>(all.size())});
    return out.finish();
}

}  // namespace notes_export::markdown
