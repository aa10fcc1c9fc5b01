#include "markdown/dialect/liquid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "markdown/dialect/attributes.hpp"
#include "markdown/dialect/block_forms/forms.hpp"
#include "markdown/dialect/containers.hpp"
#include "markdown/dialect/parameters.hpp"
#include "markdown/dialect/place.hpp"
#include "support/trimmed.hpp"

namespace notes_export::markdown {
namespace {

constexpr std::size_t none = std::string_view::npos;

/// Without the blanks around it and the dashes that take away what stands beside a tag.
std::string_view without_dashes(std::string_view text) {
    return trimmed(text, " \t\n-");
}

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || c == '_'; });
}

/// Tags that choose, repeat or keep values: they show nothing themselves.
bool is_control(std::string_view name) {
    constexpr std::string_view names[] = {
        "if",      "elsif",     "else",      "endif",  "unless",     "endunless",  "case",       "when",
        "endcase", "for",       "endfor",    "assign", "capture",    "endcapture", "break",      "continue",
        "cycle",   "increment", "decrement", "endraw", "endcomment", "tablerow",   "endtablerow"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class Liquid {
public:
    Liquid(const MappedText& text, const Expanding& context)
        : in_(text), text_(text.text), context_(context), out_(text) {}

    MappedText expand() {
        for (std::size_t at = text_.find('{'); at != none; at = text_.find('{', at)) {
            const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
            const auto begin = static_cast<std::uint32_t>(at);
            const std::uint32_t end = next == '%'   ? read_tag(begin)
                                      : next == '{' ? read_output(begin)
                                      : next == ':' ? read_attributes(begin)
                                                    : begin;
            at = end > begin ? end : at + 1;
        }
        out_.keep({kept_, static_cast<std::uint32_t>(text_.size())});
        return out_.finish();
    }

private:
    /// Each reads what begins at `at` and returns the offset behind it; `at` when it is text.
    std::uint32_t read_tag(std::uint32_t at) {
        const std::size_t close = next(tag_close_, "%}", at + 2);
        if (close == none) return at;
        const Range span{at, static_cast<std::uint32_t>(close + 2)};
        const std::string_view inside = without_dashes(slice(text_, {at + 2, span.end - 2}));
        if (inside.find("{%") != none) return at;  // nothing closes this one
        const std::string_view name = inside.substr(0, inside.find_first_of(" \t\n"));
        const std::string_view rest = without_dashes(inside.substr(name.size()));
        if (!is_name(name)) return at;
        if (name == "raw") return verbatim(span, "endraw", true);
        if (name == "comment") return verbatim(span, "endcomment", false);
        return replace(span, tag(name, rest, span));
    }

    std::string tag(std::string_view name, std::string_view rest, Range span) {
        if (name == "highlight") return fmt::format("~~~~~~{}{}", rest.substr(0, rest.find(' ')), line_end(span));
        if (name == "endhighlight") return prefix_alone(text_, span.begin) ? "~~~~~~" : "\n~~~~~~";
        if (name == "link") return std::string(rest);
        if (name == "post_url") return fmt::format("/_posts/{}.md", rest);
        if (is_control(name)) return {};
        if (!name.starts_with("include"))
            return expression(name, without_dashes(slice(text_, {span.begin + 2, span.end - 2})), span);
        const Parameters parameters(rest.substr(std::min(rest.find_first_of(" \t\n"), rest.size())));
        if (warned_.insert(std::string(rest.substr(0, rest.find(' ')))).second)
            context_.warn(in_, span, "include-left-out",
                          fmt::format("{} belongs to the site and is left out; its pictures and captions stay",
                                      rest.substr(0, rest.find(' '))),
                          "Write in Markdown what it shall show");
        for (const auto& [key, value] : parameters.all())
            if (is_picture(value))
                return picture(value, parameters.get({"alt", "caption", "title"}),
                               parameters.get({"caption", "title", "description"}));
        return readable(parameters);
    }

    std::string_view line_end(Range span) const {
        return span.end < text_.size() && text_[span.end] == '\n' ? "" : "\n";
    }

    std::uint32_t read_output(std::uint32_t at) {
        const std::size_t close = next(output_close_, "}}", at + 2);
        if (close == none) return at;
        const Range span{at, static_cast<std::uint32_t>(close + 2)};
        const std::string_view inside = without_dashes(slice(text_, {at + 2, span.end - 2}));
        if (inside.find('\n') != none) return at;
        const std::string_view subject = without_dashes(inside.substr(0, inside.find('|')));
        if (subject == "site.baseurl" || subject == "site.url") return replace(span, {});
        if (subject.size() > 1 && (subject.front() == '"' || subject.front() == '\''))
            return replace(span, subject.substr(1, subject.size() - 2));
        if (subject.starts_with("page.")) {
            for (const FrontMatterField& field : context_.source.front_matter.fields)
                if (field.key == subject.substr(5) && !field.values.empty()) return replace(span, field.values.front());
        }
        return replace(span, expression(subject, inside, span));
    }

    /// What only the site's program could work out.
    std::string expression(std::string_view what, std::string_view inside, Range span) {
        if (warned_.insert(std::string(what)).second)
            context_.warn(in_, span, "liquid-unknown",
                          fmt::format("{} is worked out when the site is built; set as it is written", what),
                          "Write what it shows in its place");
        if (backticks_.empty()) backticks_ = unpaired_backticks(text_);
        return code_span(inside, backticks_);
    }

    /// kramdown's `{: .class}`; that of a heading stays, for it may hold an id, and `{:toc}` goes with its list.
    std::uint32_t read_attributes(std::uint32_t at) {
        const std::size_t close = text_.find_first_of("{}\n", at + 1);
        if (close == none || text_[close] != '}') return at;
        if (in_heading(at) || (at > 0 && text_[at - 1] == '`')) return at;
        const Range span{at, static_cast<std::uint32_t>(close + 1)};
        if (is_contents_mark(slice(text_, span)) || !read_attribute_list(slice(text_, {at + 1, span.end - 1})))
            return at;
        return replace(span, {});
    }

    /// Asked in rising order.
    bool in_heading(std::uint32_t at) {
        const std::size_t newline = slice(text_, {scanned_, at}).rfind('\n');
        if (newline != none) heading_ = text_[scanned_ + newline + 1] == '#';
        if (scanned_ == 0 && newline == none) heading_ = text_.front() == '#';
        scanned_ = at;
        return heading_;
    }

    std::uint32_t replace(Range span, std::string_view with) {
        out_.keep({kept_, span.begin});
        out_.insert(with, span.begin);
        return kept_ = span.end;
    }

    /// From `open` to the tag that ends it: shown as it is, or left out.
    std::uint32_t verbatim(Range open, std::string_view end, bool shown) {
        if (missing_.contains(end)) return replace(open, {});
        for (std::size_t at = text_.find(end, open.end); at != none; at = text_.find(end, at + 1)) {
            const std::size_t tag = text_.rfind("{%", at);
            const std::size_t close = text_.find("%}", at);
            if (tag == none || close == none) break;
            if (tag < open.end || !without_dashes(text_.substr(tag + 2, at - tag - 2)).empty()) continue;
            replace(open, {});
            if (shown) out_.keep({open.end, static_cast<std::uint32_t>(tag)});
            return kept_ = static_cast<std::uint32_t>(close + 2);
        }
        missing_.insert(end);
        return replace(open, {});
    }

    /// The next `what`, searched over each byte once.
    std::size_t next(std::size_t& cached, std::string_view what, std::size_t from) {
        if (cached < from) cached = text_.find(what, from);
        return cached;
    }

    const MappedText& in_;
    std::string_view text_;
    const Expanding& context_;
    Rewriter out_;
    std::uint32_t kept_ = 0;
    std::uint32_t scanned_ = 0;
    bool heading_ = false;
    std::set<std::string_view> missing_;  ///< closing tags that come no more
    std::size_t tag_close_ = 0;
    std::size_t output_close_ = 0;
    std::set<std::string> warned_;
    std::string backticks_;
};

}  // namespace

MappedText expand_liquid(const MappedText& text, const Expanding& context) {
    return Liquid(text, context).expand();
}

}  // namespace notes_export::markdown
