#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <system_error>
#include <thread>

#include "cli/command_line.hpp"
#include "cli/configuration.hpp"
#include "cli/day.hpp"
#include "cli/devices.hpp"
#include "cli/look.hpp"
#include "cli/page_size.hpp"
#include "cli/usage_error.hpp"

namespace notes_export::cli {
namespace {

namespace fs = std::filesystem;

/// Reads given settings one by one, as the type that each is to have.
class Values {
public:
    explicit Values(const GivenSettings& given) : given_(given) {}

    std::string text(std::string_view name) const {
        const Given* one = find(name);
        return one && !one->values.empty() ? one->values.back() : std::string();
    }

    std::optional<std::string> path(std::string_view name) const {
        const Given* one = find(name);
        if (!one) return std::nullopt;
        if (text(name).empty()) reject(name, "must be a file's name, or - for stdout");
        return text(name);
    }

    std::vector<std::string> list(std::string_view name) const {
        const Given* one = find(name);
        return one ? one->values : std::vector<std::string>();
    }

    bool flag(std::string_view name) const { return text(name) == "true"; }

    template <class T>
    T number(std::string_view name, T least, T most, T otherwise) const {
        if (!find(name)) return otherwise;
        std::string value = text(name);
        if (value.ends_with("pt")) value.resize(value.size() - 2);
        T out{};
        const auto read = std::from_chars(value.data(), value.data() + value.size(), out);
        if (read.ec != std::errc() || read.ptr != value.data() + value.size() || !(out >= least && out <= most))
            reject(name, fmt::format("must be a{}number from {} to {}, not \"{}\"",
                                     std::is_integral_v<T> ? " whole " : " ", least, most, text(name)));
        return out;
    }

    template <class T>
    T choice(std::string_view name, std::initializer_list<std::pair<std::string_view, T>> choices, T otherwise) const {
        if (!find(name)) return otherwise;
        const std::string value = text(name);
        std::string all;
        for (const auto& [word, meaning] : choices) {
            if (word == value) return meaning;
            all += (all.empty() ? "" : ", ") + std::string(word);
        }
        reject(name, fmt::format("must be one of {}, not \"{}\"", all, value));
    }

    [[noreturn]] void reject(std::string_view name, const std::string& why) const {
        throw UsageError(find(name)->where + " " + why);
    }

private:
    const Given* find(std::string_view name) const {
        const auto found = given_.find(name);
        return found == given_.end() ? nullptr : &found->second;
    }

    const GivenSettings& given_;
};

/// BCP 47 (RFC 5646, 2.1), as far as its shape goes.
bool is_language_tag(const std::string& tag) {
    std::size_t length = 0, subtags = 0;
    for (const char c : tag + "-") {
        if (c == '-') {
            if (length == 0 || length > 8 || (subtags == 0 && length < 2)) return false;
            length = 0;
            ++subtags;
        } else {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (subtags == 0 || c < '0' || c > '9')) return false;
            ++length;
        }
    }
    return true;
}

std::optional<std::chrono::local_days> day(const Values& values, std::string_view name, bool last) {
    const std::string value = values.text(name);
    if (value.empty()) {
        if (!values.list(name).empty()) values.reject(name, "must be a date like 2024, 2024-02 or 2024-02-13");
        return std::nullopt;
    }
    const auto span = days_of(value);
    if (!span) values.reject(name, fmt::format("must be a date like 2024, 2024-02 or 2024-02-13, not \"{}\"", value));
    if (!span->last.ok()) values.reject(name, fmt::format("must be a day that the calendar has, not \"{}\"", value));
    return std::chrono::local_days(last ? span->last : span->first);
}

void choose_notes(const Values& values, AssembleOptions& out) {
    out.since = day(values, "since", false);
    out.until = day(values, "until", true);
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

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code ignored;
    const auto whole = [&](const std::string& path) { return fs::weakly_canonical(fs::absolute(path), ignored); };
    return whole(a) == whole(b) || fs::equivalent(a, b, ignored);
}

/// A slip of the tongue must not cost a note: `notes-export --epub diary.md`.
void check_not_a_note(const std::string& output, const Options& options) {
    std::error_code ignored;
    if (output == "-" || !fs::is_regular_file(output, ignored)) return;
    const auto is_output = [&](const fs::path& input) { return is_same_file(input.string(), output); };
    const auto& inputs = options.load.read.inputs;
    const std::string ending = fs::path(output).extension().string();
    const bool is_note =
        ending == ".md" || ending == ".markdown" || ending == ".mdown" || ending == ".mkd" || ending == ".mdx";
    if (is_note || std::any_of(inputs.begin(), inputs.end(), is_output))
        throw UsageError(fmt::format("{} is a note: a book in its place would destroy it; name another file", output));
}

void check_outputs(const Options& options) {
    if (!options.epub && !options.pdf && !options.list)
        throw UsageError(
            "nothing to do: give --epub FILE, --pdf FILE or both (--list shows what would be in the book)");
    const int on_stdout = (options.epub == "-") + (options.pdf == "-") + options.list;
    if (on_stdout > 1) throw UsageError("only one of --epub -, --pdf - and --list can go to stdout");
    for (const auto& output : {options.epub, options.pdf})
        if (output) check_not_a_note(*output, options);
    if (options.epub && options.pdf && options.epub != "-" && options.pdf != "-" &&
        is_same_file(*options.epub, *options.pdf))
        throw UsageError(fmt::format("--epub and --pdf both name {}: give each book a file of its own", *options.epub));
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
    out.load.jobs = jobs(values);
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
