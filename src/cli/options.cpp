#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "cli/command_line.hpp"
#include "cli/configuration.hpp"
#include "cli/day.hpp"
#include "cli/devices.hpp"
#include "cli/look.hpp"
#include "cli/outputs.hpp"
#include "cli/page_size.hpp"
#include "cli/values.hpp"
#include "support/ascii.hpp"

namespace notes_export::cli {
namespace {

namespace fs = std::filesystem;

/// BCP 47 (RFC 5646, 2.1), as far as its shape goes.
bool is_language_tag(const std::string& tag) {
    std::size_t length = 0, subtags = 0;
    for (const char c : tag + "-") {
        if (c == '-') {
            if (length == 0 || length > 8 || (subtags == 0 && length < 2)) return false;
            length = 0;
            ++subtags;
        } else {
            if (!ascii::is_letter(c) && (subtags == 0 || !ascii::is_digit(c))) return false;
            ++length;
        }
    }
    return true;
}

/// The days that a setting names; nothing when it is not given.
std::optional<DaySpan> days(const Values& values, std::string_view name) {
    const std::string value = values.text(name);
    if (value.empty()) {
        if (!values.list(name).empty()) values.reject(name, "must be a date like 2024, 2024-02 or 2024-02-13");
        return std::nullopt;
    }
    const auto span = days_of(value);
    if (!span) values.reject(name, fmt::format("must be a date like 2024, 2024-02 or 2024-02-13, not \"{}\"", value));
    if (!span->last.ok()) values.reject(name, fmt::format("must be a day that the calendar has, not \"{}\"", value));
    return span;
}

void choose_notes(const Values& values, AssembleOptions& out) {
    if (const auto since = days(values, "since")) out.since = std::chrono::local_days(since->first);
    if (const auto until = days(values, "until")) out.until = std::chrono::local_days(until->last);
    if (out.since && out.until && *out.since > *out.until)
        values.reject("until", fmt::format("\"{}\" lies before --since \"{}\": no note can be from then",
                                           values.text("until"), values.text("since")));
    out.tags = values.list("tag");
    for (const std::string& tag : out.tags)
        if (tag.find_first_not_of("# ") == std::string::npos)
            values.reject("tag", "must be a tag's name, like project");
    out.drafts = values.flag("drafts");
}

/// What `--without` names. Several may stand in one value, parted by commas.
struct Without {
    bool backlinks = false, tag_index = false, neighbours = false;
};

Without without(const Values& values) {
    Without out;
    for (const std::string& value : values.list("without")) {
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t comma = std::min(value.find(',', at), value.size());
            const std::string what = value.substr(at, comma - at);
            at = comma + 1;
            if (what == "backlinks")
                out.backlinks = true;
            else if (what == "tag-index")
                out.tag_index = true;
            else if (what == "prev-next")
                out.neighbours = true;
            else
                values.reject("without", fmt::format("must be backlinks, tag-index or prev-next, not \"{}\"", what));
        }
    }
    return out;
}

AssembleOptions assemble_options(const Values& values) {
    AssembleOptions out;
    choose_notes(values, out);
    out.smart = values.flag("smart");
    out.title = values.text("title");
    out.authors = values.list("author");
    out.language = values.text("language");
    if (!out.language.empty() && !is_language_tag(out.language))
        values.reject("language", fmt::format("must be a language tag like en or pt-BR, not \"{}\"", out.language));
    out.description = values.text("description");
    out.identifier = values.text("identifier");
    out.sort = values.choice<Sort>(
        "sort", {{"date", Sort::date}, {"-date", Sort::date_descending}, {"path", Sort::path}, {"title", Sort::title}},
        Sort::automatic);
    out.split = values.choice<Split>(
        "split", {{"auto", Split::automatic}, {"h1", Split::h1}, {"h2", Split::h2}, {"none", Split::none}},
        Split::automatic);
    return out;
}

PageStyle page_style_of(const Values& values, PageStyle style) {
    if (const std::string name = values.text("device"); !name.empty()) {
        const auto screen = find_device(name);
        if (!screen)
            values.reject("device", fmt::format("names no device known here: \"{}\"; --device list shows those there "
                                                "are, --page-size takes any size",
                                                name));
        style = made_for(*screen, style);
    }
    if (const std::string font = values.text("font"); !font.empty()) style.text_font = font;
    style.note_start = values.choice<NoteStart>(
        "note-start", {{"auto", NoteStart::automatic}, {"page", NoteStart::page}, {"flow", NoteStart::flow}},
        style.note_start);
    return style;
}

PdfOptions pdf_options(const Values& values, const PageStyle& style) {
    PdfOptions out;
    out.style = page_style_of(values, style);
    out.font_size = values.number<double>("font-size", 4, 48, 0);
    out.link_pages = values.choice<bool>("link-pages", {{"auto", true}, {"never", false}}, true);
    out.grayscale = values.flag("grayscale");
    const std::string name = values.text("page-size");
    if (name.empty()) return out;
    const auto size = page_size(name);
    if (!size)
        values.reject("page-size", fmt::format("must be A4, A5, A6, B5, letter, or WxH with mm, cm, in or pt like "
                                               "148x210mm, not \"{}\"",
                                               name));
    constexpr double least = 113, most = 14'400;  // 4 cm; 200 in, PDF's own limit (ISO 32000-1, annex C)
    for (const Points side : {size->width, size->height})
        if (side.value < least || side.value > most)
            values.reject("page-size", fmt::format("must be from 4 cm to 508 cm a side, not \"{}\"", name));
    out.page_width = size->width.value;
    out.page_height = size->height.value;
    return out;
}

unsigned jobs(const Values& values) {
    return values.number<unsigned>("jobs", 1, 256, std::max(1u, std::thread::hardware_concurrency()));
}

Configuration configuration_of(const CommandLine& line, Diagnostics& diagnostics) {
    if (const auto named = line.settings.find("config"); named != line.settings.end())
        return read_configuration(named->second.values.back(), diagnostics);
    const auto found = find_configuration(fs::current_path());
    if (!found) return {};
    Configuration configuration = read_configuration(*found, diagnostics);
    std::vector<fs::path> inputs = !line.inputs.empty() ? line.inputs : configuration.inputs;
    if (inputs.empty()) inputs.emplace_back(".");
    distrust_if_inside(configuration, inputs, diagnostics);
    return configuration;
}

}  // namespace

Options make_options(const GivenSettings& given, std::vector<fs::path> inputs) {
    const Values values(given);
    Options out;
    out.epub = values.path("epub");
    out.pdf = values.path("pdf");
    out.load.read = {std::move(inputs), values.list("exclude"), jobs(values)};
    out.load.parse.line_breaks = values.choice<LineBreaks>(
        "line-breaks", {{"auto", LineBreaks::automatic}, {"keep", LineBreaks::keep}, {"join", LineBreaks::join}},
        LineBreaks::automatic);
    out.load.assemble = assemble_options(values);
    const Without left_off = without(values);
    out.load.assemble.backlinks = !left_off.backlinks;
    out.load.assemble.tag_index = !left_off.tag_index;
    out.epub_options.neighbours = !left_off.neighbours;
    out.load.jobs = out.load.assemble.jobs = jobs(values);
    Look look = read_look(values.list("style"));
    out.pdf_options = pdf_options(values, look.pages);
    out.epub_options.style_sheet = std::move(look.style_sheet);
    const int depth = values.number<int>("toc-depth", 1, 6, out.epub_options.contents_depth);
    out.epub_options.contents_depth = out.pdf_options.contents_depth = depth;
    out.epub_options.jobs = out.pdf_options.jobs = jobs(values);
    out.list = values.flag("list");
    out.strict = values.flag("strict");
    out.json = values.choice<bool>("diagnostics", {{"text", false}, {"json", true}}, false);
    out.progress =
        values.choice<When>("progress", {{"auto", When::automatic}, {"never", When::never}}, When::automatic);
    out.color = values.choice<When>(
        "color", {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}}, When::automatic);
    out.quiet = values.flag("quiet");
    out.verbose = values.flag("verbose");
    check_outputs(out);
    return out;
}

Request read_request(const std::vector<std::string>& arguments, Diagnostics& diagnostics) {
    CommandLine line = read_command_line(arguments);
    if (line.answer) return {{}, std::move(line.answer)};
    Configuration configuration = configuration_of(line, diagnostics);
    std::vector<fs::path> inputs = !line.inputs.empty() ? line.inputs : configuration.inputs;
    if (inputs.empty()) inputs.emplace_back(".");
    GivenSettings settings = std::move(line.settings);
    settings.merge(configuration.settings);  // what is there already, from the command line, stays
    if (const auto device = settings.find("device"); device != settings.end() && device->second.values.back() == "list")
        return {{}, device_list()};
    return {make_options(settings, std::move(inputs)), std::nullopt};
}

}  // namespace notes_export::cli
