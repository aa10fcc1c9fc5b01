#include "source/folder_walk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <memory>
#include <string>
#include <system_error>

#include "source/note_ending.hpp"

namespace notes_export::source {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

struct Entry {
    std::string name;
    unsigned char type;  ///< DT_* of readdir(3)
};

void report_unreadable(const std::filesystem::path& path, const std::string& reason, Diagnostics& diagnostics) {
    diagnostics.warn_of_file("unreadable", path.string(), "cannot be read (" + reason + "): left out",
                             "give yourself the right to read it, or leave it out with --exclude");
}

/// Hidden folders are not the archive's; `node_modules` holds other people's READMEs, `logseq/bak` what notes once
/// were.
bool is_left_out(const std::filesystem::path& parent, const std::string& folder) {
    return folder.front() == '.' || folder == "node_modules" || (folder == "bak" && parent.filename() == "logseq");
}

class Walk {
public:
    Walk(WalkLimits limits, std::set<FileIdentity>& seen, Diagnostics& diagnostics)
        : limits_(limits), seen_(seen), diagnostics_(diagnostics) {}

    std::vector<WalkedFile> run(const std::filesystem::path& start) {
        folders_.push_back(start);
        while (!folders_.empty() || !linked_folders_.empty()) {
            // Links last: a folder within the archive keeps its own path even when a link leads to it too.
            auto& queue = folders_.empty() ? linked_folders_ : folders_;
            const std::filesystem::path folder = std::move(queue.front());
            queue.pop_front();
            walk_one(folder);
            if (visited_ >= limits_.entries) break;
        }
        return std::move(files_);
    }

private:
    void walk_one(const std::filesystem::path& folder) {
        const std::unique_ptr<DIR, CloseFolder> open_folder(::opendir(folder.c_str()));
        if (!open_folder) return report_unreadable(folder, std::generic_category().message(errno), diagnostics_);
        const int number = ::dirfd(open_folder.get());
        struct stat info{};
        if (::fstat(number, &info) != 0 || !seen_.insert({info.st_dev, info.st_ino}).second) return;
        for (const Entry& entry : entries_of(open_folder.get())) take(folder, entry, number);
    }

    std::vector<Entry> entries_of(DIR* folder) {
        std::vector<Entry> entries;
        while (const dirent* entry = ::readdir(folder)) {
            if (entry->d_name[0] == '.') continue;
            if (visited_++ >= limits_.entries) break;
            entries.push_back({entry->d_name, entry->d_type});
        }
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
        return entries;
    }

    void take(const std::filesystem::path& folder, const Entry& entry, int folder_number) {
        if (entry.type == DT_DIR) {
            if (!is_left_out(folder, entry.name)) folders_.push_back(folder / entry.name);
            return;
        }
        struct stat info{};
        if (::fstatat(folder_number, entry.name.c_str(), &info, 0) != 0) {
            // A picture that is not there is told where a note asks for it.
            if (has_note_ending(entry.name))
                report_unreadable(folder / entry.name, std::generic_category().message(errno), diagnostics_);
            return;
        }
        const bool is_link = entry.type == DT_LNK || (entry.type == DT_UNKNOWN && is_symbolic(folder_number, entry));
        if (S_ISDIR(info.st_mode)) {
            if (!is_left_out(folder, entry.name)) (is_link ? linked_folders_ : folders_).push_back(folder / entry.name);
        } else if (S_ISREG(info.st_mode)) {
            files_.push_back({folder / entry.name, is_link, {info.st_dev, info.st_ino}});
        }
    }

    static bool is_symbolic(int folder_number, const Entry& entry) {
        struct stat info{};
        return ::fstatat(folder_number, entry.name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
    }

    WalkLimits limits_;
    std::set<FileIdentity>& seen_;
    Diagnostics& diagnostics_;
    std::deque<std::filesystem::path> folders_;
    std::deque<std::filesystem::path> linked_folders_;
    std::vector<WalkedFile> files_;
    std::size_t visited_ = 0;
};

}  // namespace

std::vector<WalkedFile> walk(const std::filesystem::path& folder, WalkLimits limits, std::set<FileIdentity>& seen,
                             Diagnostics& diagnostics) {
    return Walk(limits, seen, diagnostics).run(folder);
}

}  // namespace notes_export::source
