/// Page designs read from TOML. One table says what may stand where, and between which bounds.
#include "notes_export/page_style.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <variant>

#include "notes_export/diagnostics.hpp"
#include "support/embedded.hpp"

namespace notes_export {
namespace {

struct Number {
    double PageStyle::* field;
    double least, most;
};
using Flag = bool PageStyle::*;
using Text = std::string PageStyle::*;
using Start = NoteStart PageStyle::*;

struct Key {
    std::string_view table, name;
    std::variant<Number, Flag, Text, Start> value;
};

/// A page is at most 200 inches wide (ISO 32000-1, annex C).
constexpr double widest = 14400;

const std::array keys{
    Key{"page", "width", Number{&PageStyle::page_width, 113, widest}},
    Key{"page", "height", Number{&PageStyle::page_height, 113, widest}},
    Key{"page", "margin-top", Number{&PageStyle::margin_top, 0, 1000}},
    Key{"page", "margin-bottom", Number{&PageStyle::margin_bottom, 0, 1000}},
    Key{"page", "margin-side", Number{&PageStyle::margin_side, 0, 1000}},
    Key{"page", "least-characters", Number{&PageStyle::least_characters, 20, 200}},
    Key{"page", "most-characters", Number{&PageStyle::most_characters, 20, 200}},
    Key{"page", "running-heads", &PageStyle::running_heads},
    Key{"page", "folios", &PageStyle::folios},
    Key{"text", "size", Number{&PageStyle::size, 4, 48}},
    Key{"text", "leading", Number{&PageStyle::leading, 4, 96}},
    Key{"text", "font", &PageStyle::text_font},
    Key{"text", "justify", &PageStyle::justify},
    Key{"text", "hyphenate", &PageStyle::hyphenate},
    Key{"text", "protrude", &PageStyle::protrude},
    Key{"text", "indent", &PageStyle::indent},
    Key{"text", "old-style-figures", &PageStyle::old_style_figures},
    Key{"labels", "font", &PageStyle::label_font},
    Key{"title", "size", Number{&PageStyle::title_size, 4, 96}},
    Key{"title", "leading", Number{&PageStyle::title_leading, 4, 120}},
    Key{"headings", "size", Number{&PageStyle::heading_size, 4, 96}},
    Key{"code", "font", &PageStyle::code_font},
    Key{"code", "size", Number{&PageStyle::code_size, 4, 48}},
    Key{"code", "leading", Number{&PageStyle::code_leading, 4, 96}},
    Key{"code", "ground", Number{&PageStyle::code_ground, 0.6, 1}},
    Key{"tables", "size", Number{&PageStyle::table_size, 4, 48}},
    Key{"footnotes", "size", Number{&PageStyle::footnote_size, 4, 48}},
    Key{"footnotes", "leading", Number{&PageStyle::footnote_leading, 4, 96}},
    Key{"notes", "start", &PageStyle::note_start},
};

class Reader {
public:
    explicit Reader(std::string_view file) : file_(file) {}

    PageStyle read(const toml::table& document) {
        for (const auto& [table, node] : document) {
            const std::string name(table.str());
            if (std::ranges::none_of(keys, [&](const Key& key) { return key.table == name; }))
                reject(table.source().begin, fmt::format("there is no [{}]; there are {}", name, tables()));
            const toml::table* inner = node.as_table();
            if (!inner) reject(node.source().begin, fmt::format("{0} must be a table: [{0}]", name));
            for (const auto& [key, value] : *inner) set(name, key, value);
        }
        if (style_.least_characters > style_.most_characters)
            throw Error(fmt::format("{}: least-characters must not be more than most-characters", file_));
        if (style_.margin_side * 2 > style_.page_width * 0.8 ||
            style_.margin_top + style_.margin_bottom > style_.page_height * 0.8)
            throw Error(fmt::format("{}: the margins leave no room for text", file_));
        if (style_.leading < style_.size)
            throw Error(fmt::format("{}: [text] leading must not be less than size", file_));
        return style_;
    }

    [[noreturn]] void reject(const toml::source_position& at, const std::string& why) const {
        throw Error(fmt::format("{}:{}:{}: {}", file_, at.line, at.column, why));
    }

private:
    void set(const std::string& table, const toml::key& name, const toml::node& node) {
        const auto key =
            std::ranges::find_if(keys, [&](const Key& one) { return one.table == table && one.name == name.str(); });
        if (key == keys.end())
            reject(name.source().begin,
                   fmt::format("[{}] has no \"{}\"; it has {}", table, name.str(), names_of(table)));
        std::visit([&](const auto& field) { assign(field, *key, node); }, key->value);
    }

    void assign(const Number& number, const Key& key, const toml::node& node) {
        const std::optional<double> value = node.is_number() ? node.value<double>() : std::nullopt;
        if (!value || !(*value >= number.least && *value <= number.most))
            reject(node.source().begin,
                   fmt::format("{} must be a number from {:g} to {:g}", key.name, number.least, number.most));
        style_.*number.field = *value;
    }

    void assign(Flag field, const Key& key, const toml::node& node) {
        if (!node.is_boolean()) reject(node.source().begin, fmt::format("{} must be true or false", key.name));
        style_.*field = **node.as_boolean();
    }

    void assign(Text field, const Key& key, const toml::node& node) {
        if (!node.is_string())
            reject(node.source().begin, fmt::format("{} must be a family's name in quotes", key.name));
        style_.*field = **node.as_string();
    }

    void assign(Start field, const Key& key, const toml::node& node) {
        const std::string value = node.is_string() ? **node.as_string() : std::string();
        if (value == "auto")
            style_.*field = NoteStart::automatic;
        else if (value == "page")
            style_.*field = NoteStart::page;
        else if (value == "flow")
            style_.*field = NoteStart::flow;
        else
            reject(node.source().begin, fmt::format("{} must be \"auto\", \"page\" or \"flow\"", key.name));
    }

    static std::string tables() {
        std::string all;
        for (const Key& key : keys) {
            const std::string name = fmt::format("[{}]", key.table);
            if (all.find(name) == std::string::npos) all += (all.empty() ? "" : ", ") + name;
        }
        return all;
    }

    static std::string names_of(std::string_view table) {
        std::string all;
        for (const Key& key : keys)
            if (key.table == table) all += (all.empty() ? "" : ", ") + std::string(key.name);
        return all;
    }

    std::string_view file_;
    PageStyle style_;
};

}  // namespace

std::vector<std::string> page_styles() {
    return {"book", "compact", "large-print", "plain"};
}

std::optional<PageStyle> page_style(std::string_view name) {
    const std::vector<std::string> names = page_styles();
    if (std::ranges::find(names, name) == names.end()) return std::nullopt;
    const std::string path = fmt::format("styles/pages/{}.toml", name);
    return read_page_style(embedded_file(path), path);
}

PageStyle read_page_style(std::string_view text, std::string_view file) {
    Reader reader(file);
    try {
        return reader.read(toml::parse(text, file));
    } catch (const toml::parse_error& error) {
        reader.reject(error.source().begin, std::string(error.description()));
    }
}

}  // namespace notes_export
