/// Names: which notes and files a path or a note's name means. Built once; every look-up is a hash or two.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "archive/draft.hpp"
#include "notes_export/source.hpp"

namespace notes_export::archive {

/// The notes' sources by path, by name, by alias and title.
class NoteNames {
public:
    NoteNames(const std::vector<Draft>& drafts, std::size_t sources);

    /// Takes what has moved for where it is now. `text_root` is where the site's pages are.
    void add_redirects(const std::vector<Redirect>& redirects, std::string_view text_root);

    /// Index of the source a Markdown path means, seen from `folder`; with or without extension, a folder for its
    /// README, `.html` for `.md`; in the end the only note of that name anywhere.
    std::optional<std::size_t> by_path(std::string_view folder, std::string_view path) const;

    /// What `[[name]]` means (Obsidian's rules).
    struct Found {
        std::optional<std::size_t> source;
        std::optional<std::size_t> position;  ///< of one note among those of its source; nothing: the source itself
    };
    Found by_name(std::string_view folder, std::string_view name) const;

private:
    using Map = std::unordered_map<std::string, std::size_t>;
    void add_numbers(const Draft& draft, const std::string& stem);
    void add_addresses(const Draft& draft, const std::string& stem);
    std::optional<std::size_t> at_path(const std::string& path) const;
    std::optional<std::size_t> below_parent(std::string_view folder, const std::string& path) const;
    std::optional<std::size_t> at_address(const std::string& path) const;
    std::optional<std::size_t> shortest_path(const std::string& key) const;
    std::optional<std::size_t> journal_of(std::string_view name) const;
    std::optional<std::size_t> only_path(const std::string& key) const;

    std::vector<std::string> keys_;  ///< each source's path without extension, as `match_key`
    Map exact_;                      ///< path as it is
    Map folded_;                     ///< `match_key` of the path
    Map stems_;                      ///< the same without extension
    Map folders_;                    ///< a folder's README or index
    std::unordered_map<std::string, std::vector<std::size_t>> names_;
    Map aliases_;
    Map numbers_;    ///< of a Zettelkasten
    Map addresses_;  ///< on the site that the notes are made for
    Map moved_;      ///< addresses that a site redirects
    Map titles_;     ///< into `titled_`
    struct Titled {
        std::size_t source, position;
        bool unique;
    };
    std::vector<Titled> titled_;
    /// Names that several notes share are looked through once for each way of writing them.
    mutable std::unordered_map<std::string, std::optional<std::size_t>> shortest_, only_;
};

/// The files beside the notes.
class FileNames {
public:
    explicit FileNames(const std::vector<std::string>& files);

    /// Index into the files, seen from `folder`, then from the root, then the only file of that name, of several the
    /// nearest.
    std::optional<std::size_t> find(std::string_view folder, std::string_view path) const;

private:
    std::optional<std::size_t> nearest(std::string_view folder, const std::string& key,
                                       const std::vector<std::size_t>& named) const;

    std::unordered_map<std::string, std::size_t> exact_;
    std::unordered_map<std::string, std::size_t> folded_;
    std::unordered_map<std::string, std::vector<std::size_t>> names_;
    std::unordered_map<std::string, std::size_t> ids_;  ///< of files that are called by one (address.hpp)
    const std::vector<std::string>& files_;
    std::vector<std::string> keys_;                                                ///< of the files, as `match_key`
    mutable std::unordered_map<std::string, std::optional<std::size_t>> nearest_;  ///< by folder and name
};

}  // namespace notes_export::archive
