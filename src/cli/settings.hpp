/// Every option of the program, in one table: the command line, `notes-export.toml` and --help are made from it.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace notes_export::cli {

enum class ValueKind {
    text,
    list,
    path,
    styles,  ///< names, or paths, which have a dot or a slash; several
    integer,
    number,
    flag
};

struct Setting {
    std::string_view name;        ///< "page-size"; `--page-size` on the command line, the key in the file
    std::string_view short_name;  ///< "q", or empty
    ValueKind kind;
    std::string_view placeholder;  ///< "WxH"
    std::string_view group;
    std::string_view description;
    bool in_file = true;  ///< may stand in notes-export.toml
    /// Counts only from the command line, from --config, or from a file that lies in no input: whoever sends you an
    /// archive must not choose where you write.
    bool trusted = false;
};

std::span<const Setting> all_settings();
const Setting* find_setting(std::string_view name);
/// The setting's name that `name` was most likely meant to be; empty when none is near.
std::string_view nearest_setting(std::string_view name);

/// What was given for one setting, and where: "--sort", or "notes-export.toml:2:8: sort".
struct Given {
    std::vector<std::string> values;  ///< a flag: "true" or "false"
    std::string where;
};
using GivenSettings = std::map<std::string, Given, std::less<>>;

}  // namespace notes_export::cli
