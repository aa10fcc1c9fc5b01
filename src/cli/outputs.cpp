#include "cli/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>

#include "cli/usage_error.hpp"
#include "source/note_ending.hpp"

namespace notes_export::cli {
namespace {

namespace fs = std::filesystem;

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
    if (source::has_note_ending(output) || std::any_of(inputs.begin(), inputs.end(), is_output))
        throw UsageError(fmt::format("{} is a note: a book in its place would destroy it; name another file", output));
}

}  // namespace

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

}  // namespace notes_export::cli
