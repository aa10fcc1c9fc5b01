#include "source/discover.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "source/folder_walk.hpp"
#include "source/glob.hpp"
#include "source/note_ending.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

namespace fs = std::filesystem;

/// The folder of a note that was named by itself may be a home folder: its pictures are looked for among this many
/// entries, the nearest first.
constexpr std::size_t entries_beside_a_file = 20'000;

struct Input {
    enum class Kind { folder, file, stream, standard_input };
    Kind kind = Kind::file;
    fs::path path;  ///< absolute, without `.` and `..`; symbolic links as the user wrote them
};

Input look_at(const fs::path& given) {
    if (given == "-") return {Input::Kind::standard_input, {}};
    struct stat info{};
    if (given.empty() || ::stat(given.c_str(), &info) != 0)
        throw Error(fmt::format("cannot read {}: {}; check the name, or name another file or folder of notes",
                                given.empty() ? "\"\"" : given.string(), std::generic_category().message(errno)));
    fs::path path = fs::absolute(given).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();  // "notes/"
    if (S_ISDIR(info.st_mode)) return {Input::Kind::folder, path};
    return {S_ISREG(info.st_mode) ? Input::Kind::file : Input::Kind::stream, path};
}

fs::path folder_of(const Input& input) {
    return input.kind == Input::Kind::folder ? input.path : input.path.parent_path();
}

fs::path common_parent(const fs::path& a, const fs::path& b) {
    const auto parting = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    fs::path common;
    for (auto part = a.begin(); part != parting.first; ++part) common /= *part;
    return common;
}

fs::path common_root(const std::vector<Input>& inputs) {
    fs::path root;
    bool first = true;
    for (const Input& input : inputs) {
        if (input.kind != Input::Kind::folder && input.kind != Input::Kind::file) continue;
        root = first ? folder_of(input) : common_parent(root, folder_of(input));
        first = false;
    }
    return root;
}

std::string path_below(const fs::path& file, const fs::path& root) {
    const std::string& path = file.native();
    const std::string& folder = root.native();
    const bool below = path.size() > folder.size() && path.starts_with(folder) &&
                       (folder.ends_with('/') || path[folder.size()] == '/');
    if (!below) return file.filename().string();
    return path.substr(folder.size() + (folder.ends_with('/') ? 0 : 1));
}

/// Collects notes and other files, each file of the disk as one note only.
class Collection {
public:
    Collection(fs::path root, const std::vector<std::string>& exclude) : exclude_(exclude) {
        found_.root = std::move(root);
    }

    void add_named(const Input& input) {
        struct stat info{};
        if (input.kind == Input::Kind::file && ::stat(input.path.c_str(), &info) == 0 &&
            !notes_.insert({info.st_dev, info.st_ino}).second)
            return;
        if (input.kind == Input::Kind::standard_input)
            found_.notes.push_back({"stdin", {}, true});
        else
            found_.notes.push_back({path_below(input.path, found_.root), input.path, false});
    }

    void add_walked(const std::vector<WalkedFile>& files, bool only_files) {
        // Real files first: a link to a note of the archive is not a second note.
        for (const bool links : {false, true})
            for (const WalkedFile& file : files)
                if (file.through_link == links) add(file, only_files);
    }

    Found finish() {
        std::sort(found_.notes.begin(), found_.notes.end(),
                  [](const FoundNote& a, const FoundNote& b) { return unicode::natural_less(a.path, b.path); });
        std::sort(found_.files.begin(), found_.files.end());
        found_.files.erase(std::unique(found_.files.begin(), found_.files.end()), found_.files.end());
        return std::move(found_);
    }

    Found& found() { return found_; }

private:
    void add(const WalkedFile& file, bool only_files) {
        std::string path = path_below(file.file, found_.root);
        if (!has_note_ending(path)) {
            found_.files.push_back(std::move(path));
            return;
        }
        if (only_files || is_excluded(path)) return;
        if (!notes_.insert(file.identity).second) return;
        found_.notes.push_back({std::move(path), file.file, false});
    }

    bool is_excluded(const std::string& path) const {
        return std::any_of(exclude_.begin(), exclude_.end(),
                           [&](const std::string& glob) { return glob_matches(glob, path); });
    }

    const std::vector<std::string>& exclude_;
    std::set<FileIdentity> notes_;
    Found found_;
};

}  // namespace

Found discover(const ReadOptions& options, Diagnostics& diagnostics) {
    std::vector<Input> inputs;
    inputs.reserve(options.inputs.size());
    for (const fs::path& input : options.inputs) inputs.push_back(look_at(input));
    Collection collection(common_root(inputs), options.exclude);
    std::set<FileIdentity> seen;
    for (const Input& input : inputs)
        if (input.kind != Input::Kind::folder) collection.add_named(input);
    for (const Input& input : inputs) {
        if (input.kind != Input::Kind::folder) continue;
        collection.add_walked(walk(input.path, {}, seen, diagnostics), false);
        collection.found().folders.push_back(input.path);
    }
    for (const Input& input : inputs) {
        if (input.kind != Input::Kind::file) continue;
        Diagnostics not_the_users_concern;
        collection.add_walked(walk(folder_of(input), {entries_beside_a_file}, seen, not_the_users_concern), true);
        collection.found().folders.push_back(folder_of(input));
    }
    return collection.finish();
}

}  // namespace notes_export::source
