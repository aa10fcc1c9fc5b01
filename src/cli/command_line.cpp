#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/help.hpp"
#include "cli/usage_error.hpp"

namespace notes_export::cli {
namespace {

constexpr const char* version_text = "notes-export " NOTES_EXPORT_VERSION "\n";

std::string option_names(const Setting& setting) {
    std::string names = setting.short_name.empty() ? "" : fmt::format("-{},", setting.short_name);
    return names + fmt::format("--{}", setting.name);
}

CLI::Option* declare(CLI::App& app, const Setting& setting, std::vector<std::string>& values) {
    const std::string names = option_names(setting);
    if (setting.kind == ValueKind::flag) return app.add_flag(names);
    CLI::Option* option = app.add_option(names, values);
    option->expected(1)->allow_extra_args(false)->type_size(1);
    const bool several = setting.kind == ValueKind::list || setting.kind == ValueKind::styles;
    option->multi_option_policy(several ? CLI::MultiOptionPolicy::TakeAll : CLI::MultiOptionPolicy::TakeLast);
    return option;
}

/// "--epbu" → "; did you mean --epub?"
std::string suggestion(const std::vector<std::string>& unknown) {
    for (const std::string& word : unknown) {
        if (!word.starts_with("--")) continue;
        const std::string name = word.substr(2, word.find('=') - 2);
        if (const auto near = nearest_setting(name); !near.empty())
            return fmt::format("there is no option --{}; did you mean --{}?", name, near);
        return fmt::format("there is no option --{}; --help lists those there are", name);
    }
    return unknown.empty() ? "" : fmt::format("there is no option {}; --help lists those there are", unknown.front());
}

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& arguments) {
    CommandLine out;
    CLI::App app("", "notes-export");
    CLI::Option* version = app.add_flag("--version");
    std::vector<std::string> inputs;
    app.add_option("INPUT", inputs, "Files, folders, or - for stdin")
        ->type_name("")
        ->type_size(1)
        ->expected(0, 1 << 20);

    std::map<std::string_view, std::vector<std::string>> values;
    std::map<std::string_view, CLI::Option*> options;
    for (const Setting& setting : all_settings()) options[setting.name] = declare(app, setting, values[setting.name]);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        out.answer = help_text();
        return out;
    } catch (const CLI::ExtrasError&) {
        throw UsageError(suggestion(app.remaining()));
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what());
    }
    if (version->count() > 0) {
        out.answer = version_text;
        return out;
    }
    for (const Setting& setting : all_settings()) {
        if (options[setting.name]->count() == 0) continue;
        std::vector<std::string> given = std::move(values[setting.name]);
        if (setting.kind == ValueKind::flag) given = {"true"};
        out.settings[std::string(setting.name)] = {std::move(given), fmt::format("--{}", setting.name)};
    }
    out.inputs.assign(inputs.begin(), inputs.end());
    return out;
}

}  // namespace notes_export::cli
