#include "source/site.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include "source/decode.hpp"
#include "source/file_bytes.hpp"
#include "source/front_matter.hpp"

namespace notes_export::source {
namespace {

namespace fs = std::filesystem;

/// How many folders above an input are looked at for the marks of a site. A vault's notes lie a few folders deep; a
/// home folder that happens to be a vault lies further up.
constexpr int folders_above = 4;

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// A file's fields; reports into the site when it can't be parsed.
FrontMatter read_configuration(const fs::path& file, Site& site) {
    FrontMatter out;
    auto bytes = read_file_bytes(file);
    if (!bytes.failure.empty()) {
        site.broken_file = file;
        site.broken_reason = bytes.failure;
        return out;
    }
    const std::string text = decode(std::move(bytes.bytes)).text;
    Fields fields = file.extension() == ".toml" ? read_toml(text, 0) : read_yaml(text, 0);
    if (fields.failed) {
        site.broken_file = file;
        site.broken_reason = fields.reason;
    }
    out.fields = std::move(fields.fields);
    return out;
}

std::string first_of(const FrontMatter& fields, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
        if (!fields.value(key).empty()) return std::string(fields.value(key));
    return {};
}

std::vector<std::string> all_of(const FrontMatter& fields, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys)
        if (const FrontMatterField* field = fields.find(key); field && !field->values.empty()) return field->values;
    return {};
}

/// "https://host/owner/name" without a slash or ".git" behind it.
std::string repository_address(std::string address) {
    if (address.ends_with('/')) address.pop_back();
    if (address.ends_with(".git")) address.resize(address.size() - 4);
    return address.starts_with("https://") || address.starts_with("http://") ? address : std::string();
}

/// One whose configuration says nothing.
Site empty_site(Dialect dialect, const fs::path& root, const fs::path& text_root) {
    Site site;
    site.dialect = dialect;
    site.root = root;
    site.text_root = text_root;
    return site;
}

Site mdbook(const fs::path& root) {
    Site site = empty_site(Dialect::mdbook, root, root / "src");
    const FrontMatter book = read_configuration(root / "book.toml", site);
    if (const auto src = book.value("book.src"); !src.empty()) site.text_root = (root / src).lexically_normal();
    site.title = first_of(book, {"book.title"});
    site.authors = all_of(book, {"book.authors", "book.author"});
    site.language = first_of(book, {"book.language"});
    site.description = first_of(book, {"book.description"});
    site.repository = repository_address(first_of(book, {"output.html.git-repository-url"}));
    constexpr std::string_view redirect = "output.html.redirect.";
    for (const FrontMatterField& field : book.fields)
        if (field.key.starts_with(redirect) && !field.values.empty())
            site.redirects.push_back({field.key.substr(redirect.size()), field.values.front()});
    return site;
}

Site hugo(const fs::path& root, const fs::path& configuration) {
    Site site = empty_site(Dialect::hugo, root, root / "content");
    const FrontMatter fields = read_configuration(configuration, site);
    site.title = first_of(fields, {"title"});
    site.authors = all_of(fields, {"params.author.name", "params.author", "author.name", "author", "params.authors"});
    site.language = first_of(fields, {"languagecode", "locale", "defaultcontentlanguage"});
    site.description = first_of(fields, {"params.description"});
    return site;
}

Site jekyll(const fs::path& root) {
    Site site = empty_site(Dialect::jekyll, root, root);
    if (!is_there(root / "_config.yml")) return site;
    const FrontMatter fields = read_configuration(root / "_config.yml", site);
    site.title = first_of(fields, {"title", "name"});
    site.authors = all_of(fields, {"author.name", "author", "authors"});
    site.language = first_of(fields, {"lang", "locale", "language"});
    site.description = first_of(fields, {"description"});
    const std::string repository = first_of(fields, {"repository"});
    if (!repository.empty())
        site.repository =
            repository_address(repository.starts_with("http") ? repository : "https://github.com/" + repository);
    return site;
}

/// Hugo's own file names; "config" alone may be anyone's, so a `content` folder has to stand beside it.
fs::path hugo_configuration(const fs::path& root) {
    static constexpr std::array own{"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"};
    static constexpr std::array old{"config.toml", "config.yaml", "config.yml", "config.json"};
    for (const char* name : own)
        if (is_there(root / name)) return root / name;
    if (is_folder(root / "content"))
        for (const char* name : old)
            if (is_there(root / name)) return root / name;
    if (is_folder(root / "content") && is_there(root / "config" / "_default" / "hugo.toml"))
        return root / "config" / "_default" / "hugo.toml";
    return {};
}

/// The site whose top the folder is; plain when it is none's.
Site site_at(const fs::path& folder) {
    if (is_there(folder / "book.toml")) return mdbook(folder);
    if (is_folder(folder / ".obsidian")) return empty_site(Dialect::obsidian, folder, folder);
    if (is_folder(folder / "logseq") && (is_folder(folder / "pages") || is_folder(folder / "journals")))
        return empty_site(Dialect::logseq, folder, folder);
    if (const fs::path configuration = hugo_configuration(folder); !configuration.empty())
        return hugo(folder, configuration);
    if (is_there(folder / "_config.yml") || is_folder(folder / "_posts")) return jekyll(folder);
    return {};
}

}  // namespace

bool is_within(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

Site detect_site(const fs::path& folder) {
    fs::path at = folder;
    for (int i = 0; i <= folders_above; ++i) {
        Site site = site_at(at);
        // A site's other folders (an mdBook's examples, a theme) are not its text.
        const bool holds = i == 0 || site.dialect == Dialect::obsidian || site.dialect == Dialect::logseq ||
                           is_within(folder, site.text_root);
        if (site.dialect != Dialect::plain && holds) return site;
        if (at == at.parent_path()) break;
        at = at.parent_path();
    }
    return {};
}

}  // namespace notes_export::source
