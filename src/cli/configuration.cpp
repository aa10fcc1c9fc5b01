#include "cli/configuration.hpp"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <sstream>
#include <system_error>

#include "cli/usage_error.hpp"

namespace notes_export::cli {
namespace {

namespace fs = std::filesystem;

std::string place(const fs::path& file, const toml::source_position& at) {
    return fmt::format("{}:{}:{}", file.string(), at.line, at.column);
}

std::string_view wanted(ValueKind kind) {
    switch (kind) {
        case ValueKind::text:
        case ValueKind::path:
            return "a text in quotes";
        case ValueKind::list:
        case ValueKind::styles:
            return "a text in quotes, or a list of them";
        case ValueKind::integer:
            return "a whole number";
        case ValueKind::number:
            return "a number";
        case ValueKind::flag:
            return "true or false";
    }
    return {};
}

std::string written(const toml::node& node) {
    std::ostringstream out;
    node.visit([&](const auto& value) { out << value; });
    return std::move(out).str();
}

bool fits(const toml::node& node, ValueKind kind) {
    switch (kind) {
        case ValueKind::text:
        case ValueKind::path:
            return node.is_string();
        case ValueKind::list:
        case ValueKind::styles:
            return node.is_string() || (node.is_array() && node.as_array()->is_homogeneous(toml::node_type::string)) ||
                   (node.is_array() && node.as_array()->empty());
        case ValueKind::integer:
            return node.is_integer();
        case ValueKind::number:
            return node.is_number();
        case ValueKind::flag:
            return node.is_boolean();
    }
    return false;
}

/// The values of a node that fits; a list is several.
std::vector<std::string> values_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return {text->get()};
    if (const auto* list = node.as_array()) {
        std::vector<std::string> out;
        for (const toml::node& item : *list)
            if (const auto* text = item.as_string()) out.push_back(text->get());
        return out;
    }
    return {written(node)};
}

void check(const fs::path& file, std::string_view key, const toml::node& node, ValueKind kind) {
    if (!fits(node, kind))
        throw UsageError(fmt::format("{}: {} must be {}", place(file, node.source().begin), key, wanted(kind)));
}

/// A path of the file, as it is from the current folder.
std::string from_here(const fs::path& file, const std::string& path) {
    if (path == "-" || fs::path(path).is_absolute()) return path;
    const fs::path whole = (file.parent_path() / path).lexically_normal();
    return whole.empty() ? "." : whole.string();
}

void report_unknown(const fs::path& file, const toml::key& key, Diagnostics& diagnostics) {
    const std::string_view near = nearest_setting(key.str());
    const bool is_option = find_setting(key.str()) != nullptr;
    const std::string hint = is_option      ? fmt::format("give --{} on the command line", key.str())
                             : near.empty() ? std::string("notes-export --help lists the options")
                                            : fmt::format("did you mean \"{}\"?", near);
    diagnostics.warn_of_file("unknown-option", place(file, key.source().begin),
                             fmt::format("\"{}\" is no option that can stand here: not used", key.str()), hint);
}

}  // namespace

std::optional<fs::path> find_configuration(const fs::path& folder) {
    for (fs::path at = fs::absolute(folder).lexically_normal();; at = at.parent_path()) {
        std::error_code ignored;
        const fs::path file = at / "notes-export.toml";
        if (fs::is_regular_file(file, ignored)) {
            const fs::path near = file.lexically_proximate(fs::absolute(folder).lexically_normal());
            return near.empty() ? file : near;
        }
        if (at == at.parent_path()) return std::nullopt;
    }
}

Configuration read_configuration(const fs::path& file, Diagnostics& diagnostics) {
    Configuration out{file, {}, {}};
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        if (error.source().begin.line == 0)
            throw UsageError(fmt::format("cannot read {}: check the name", file.string()));
        throw UsageError(fmt::format("{}: {}", place(file, error.source().begin), error.description()));
    }
    for (const auto& [key, node] : table) {
        const std::string name(key.str());
        if (name == "inputs") {
            check(file, name, node, ValueKind::list);
            for (const std::string& input : values_of(node)) out.inputs.emplace_back(from_here(file, input));
            continue;
        }
        const Setting* setting = find_setting(name);
        if (!setting || !setting->in_file) {
            report_unknown(file, key, diagnostics);
            continue;
        }
        check(file, name, node, setting->kind);
        std::vector<std::string> values = values_of(node);
        if (setting->kind == ValueKind::styles)
            for (std::string& value : values)
                if (value.find_first_of("./") != std::string::npos) value = from_here(file, value);
        if (setting->kind == ValueKind::path) values.front() = from_here(file, values.front());
        out.settings[name] = {std::move(values), fmt::format("{}: {}", place(file, node.source().begin), name)};
    }
    return out;
}

void distrust_if_inside(Configuration& configuration, const std::vector<fs::path>& inputs, Diagnostics& diagnostics) {
    const fs::path file = fs::weakly_canonical(configuration.file);
    const auto holds_file = [&](const fs::path& input) {
        const fs::path folder = fs::weakly_canonical(input);
        return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
    };
    if (std::none_of(inputs.begin(), inputs.end(), holds_file)) return;
    std::erase_if(configuration.settings, [&](const auto& entry) {
        const Setting* setting = find_setting(entry.first);
        if (!setting->trusted) return false;
        diagnostics.warn_of_file(
            "untrusted-option", configuration.file.string(),
            fmt::format("\"{}\" does not count, for this file lies within the notes", entry.first),
            fmt::format("give --{} on the command line, or name the file with --config", entry.first));
        return true;
    });
}

}  // namespace notes_export::cli
