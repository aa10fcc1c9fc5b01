#include "cli/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "cli/terminal.hpp"

namespace notes_export::cli {
namespace {

/// How often one kind of warning is shown before the rest is only counted.
constexpr std::size_t shown_of_a_kind = 20;

/// Lines and columns of many places in a few sources: where a source's lines begin is found once.
class Places {
public:
    explicit Places(const std::vector<std::unique_ptr<const Source>>& sources) : sources_(sources) {}

    const Source* source(const Diagnostic& diagnostic) const {
        const bool known = diagnostic.source.valid() && diagnostic.source.value < sources_.size();
        return known ? sources_[diagnostic.source.value].get() : nullptr;
    }

    LineColumn find(const Source& source, std::size_t offset) {
        const std::vector<std::size_t>& starts = line_starts(source);
        offset = std::min(offset, source.text.size());
        const auto line = std::upper_bound(starts.begin(), starts.end(), offset) - 1;
        const std::string_view before = std::string_view(source.text).substr(*line, offset - *line);
        return {static_cast<std::size_t>(line - starts.begin()) + 1, line_column(before, before.size()).column};
    }

private:
    const std::vector<std::size_t>& line_starts(const Source& source) {
        std::vector<std::size_t>& starts = starts_[&source];
        if (!starts.empty()) return starts;
        starts.push_back(0);
        for (std::size_t at = source.text.find('\n'); at != std::string::npos; at = source.text.find('\n', at + 1))
            starts.push_back(at + 1);
        return starts;
    }

    const std::vector<std::unique_ptr<const Source>>& sources_;
    std::map<const Source*, std::vector<std::size_t>> starts_;
};

/// Where a diagnostic is about: a path, and a place in it when it is known.
struct Where {
    std::string path;
    std::optional<LineColumn> at;
};

Where where(const Diagnostic& diagnostic, Places& places) {
    const Source* source = places.source(diagnostic);
    if (!source) return {diagnostic.path, std::nullopt};
    return {source->path, places.find(*source, diagnostic.span.begin)};
}

std::string_view name(Severity severity) {
    return severity == Severity::warning ? "warning" : "notice";
}

struct Paint {
    bool color;
    std::string operator()(std::string_view escape, std::string_view text) const {
        return color && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", escape, text) : std::string(text);
    }
};
constexpr std::string_view bold = "1", red = "1;31", yellow = "1;33", cyan = "1;36", faint = "2";

std::string as_text(const Diagnostic& diagnostic, Places& places, const Paint& paint) {
    const Where place = where(diagnostic, places);
    std::string prefix = printable(place.path);
    if (place.at) prefix += fmt::format(":{}:{}", place.at->line, place.at->column);
    if (!prefix.empty()) prefix += ": ";
    const std::string_view color = diagnostic.severity == Severity::warning ? yellow : cyan;
    std::string out =
        fmt::format("{}{} {} {}\n", paint(bold, prefix), paint(color, fmt::format("{}:", name(diagnostic.severity))),
                    printable(diagnostic.message), paint(faint, fmt::format("[{}]", diagnostic.id)));
    if (!diagnostic.hint.empty()) out += fmt::format("  hint: {}\n", printable(diagnostic.hint));
    return out;
}

std::string as_json(const Diagnostic& diagnostic, Places& places) {
    const Where place = where(diagnostic, places);
    const auto number = [&](std::size_t LineColumn::* member) {
        return place.at ? std::to_string((*place.at).*member) : std::string("null");
    };
    return fmt::format(R"({{"path":{},"line":{},"column":{},"severity":{},"id":{},"message":{},"hint":{}}})"
                       "\n",
                       place.path.empty() ? "null" : json_string(place.path), number(&LineColumn::line),
                       number(&LineColumn::column), json_string(name(diagnostic.severity)), json_string(diagnostic.id),
                       json_string(diagnostic.message), json_string(diagnostic.hint));
}

}  // namespace

MessageStyle message_style(const Options& options) {
    return {options.json, has_color(options.color), options.verbose, !options.quiet || options.strict};
}

std::string shown(const Diagnostics& diagnostics, const std::vector<std::unique_ptr<const Source>>& sources,
                  const MessageStyle& style) {
    if (!style.with_warnings) return {};
    std::string out;
    Places places(sources);
    const Paint paint{style.color};
    std::map<std::string_view, std::size_t> count;
    std::vector<std::string_view> cut;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        const std::size_t so_far = ++count[diagnostic.id];
        if (style.json)
            out += as_json(diagnostic, places);
        else if (style.all || so_far <= shown_of_a_kind)
            out += as_text(diagnostic, places, paint);
        else if (so_far == shown_of_a_kind + 1)
            cut.push_back(diagnostic.id);
    }
    for (const std::string_view id : cut)
        out += fmt::format("… and {} more like this {}; -v shows all\n", grouped(count[id] - shown_of_a_kind),
                           paint(faint, fmt::format("[{}]", id)));
    return out;
}

std::string shown_error(const std::string& message, const MessageStyle& style) {
    if (style.json)
        return fmt::format(
            R"({{"path":null,"line":null,"column":null,"severity":"error","id":"error","message":{},"hint":""}})"
            "\n",
            json_string(message));
    const Paint paint{style.color};
    return fmt::format("notes-export: {} {}\n", paint(red, "error:"), printable(message));
}

std::size_t count_warnings(const Diagnostics& diagnostics) {
    return static_cast<std::size_t>(
        std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                      [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::warning; }));
}

std::string grouped(std::size_t number) {
    std::string out = std::to_string(number);
    for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
    return out;
}

std::string shown_size(std::size_t bytes) {
    if (bytes < 1'000) return fmt::format("{} bytes", bytes);
    if (bytes < 1'000'000) return fmt::format("{} KB", (bytes + 500) / 1'000);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace notes_export::cli
