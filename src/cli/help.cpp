#include "cli/help.hpp"

#include <fmt/format.h>

#include "cli/settings.hpp"

namespace notes_export::cli {
namespace {

constexpr std::string_view head =
    "Usage: notes-export [OPTIONS] [INPUT...]\n"
    "\n"
    "Turns Markdown notes into a book: an EPUB 3, a typeset PDF, or both at once.\n"
    "INPUT is a file, a folder, or - for stdin; without any, the `inputs` of\n"
    "notes-export.toml in the current folder or above it, else the current folder.\n"
    "The order of notes, their beginnings and line ends are as fits the archive,\n"
    "unless an option says otherwise.\n";

constexpr std::string_view ending =
    "\n"
    "Examples:\n"
    "  notes-export --epub archive.epub --pdf archive.pdf notes/\n"
    "  notes-export --pdf - --page-size 6x9in diary.md > diary.pdf\n"
    "  notes-export --list notes/\n"
    "\n"
    "Every option but --config, --version and --help may stand in notes-export.toml\n"
    "under the same name.\n"
    "Exit status: 0 written, 1 not written, 2 wrong usage, 3 a warning and --strict.\n";

std::string line(const Setting& setting) {
    std::string names = setting.short_name.empty() ? "    " : fmt::format("-{}, ", setting.short_name);
    names += fmt::format("--{}", setting.name);
    if (!setting.placeholder.empty()) names += fmt::format(" {}", setting.placeholder);
    return fmt::format("  {:<24} {}\n", names, setting.description);
}

}  // namespace

std::string help_text() {
    std::string out(head);
    std::string_view group;
    for (const Setting& setting : all_settings()) {
        if (setting.group != group) out += fmt::format("\n{}:\n", setting.group);
        group = setting.group;
        out += line(setting);
    }
    out += fmt::format("  {:<24} {}\n  {:<24} {}\n", "    --version", "Show the version", "-h, --help", "Show this");
    return out += ending;
}

}  // namespace notes_export::cli
