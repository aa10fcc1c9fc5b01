#include "source/sites.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace notes_export::source {

Sites::Sites(const std::vector<std::filesystem::path>& folders, Diagnostics& diagnostics) {
    for (const std::filesystem::path& folder : folders) {
        Site site = detect_site(folder);
        if (site.dialect == Dialect::plain) continue;
        if (!site.broken_file.empty())
            diagnostics.warn_of_file(
                "site-configuration", site.broken_file.string(),
                fmt::format("can't be read ({}): the title and authors it gives are unknown", site.broken_reason),
                "mend it, or use --title and --author");
        sites_.push_back(std::move(site));
    }
}

Dialect Sites::dialect_of(const std::filesystem::path& file) const {
    for (const Site& site : sites_)
        if (is_within(file, site.root)) return site.dialect;
    return Dialect::plain;
}

const Site* Sites::only() const {
    const bool same =
        std::all_of(sites_.begin(), sites_.end(), [&](const Site& site) { return site.root == sites_.front().root; });
    return !sites_.empty() && same ? &sites_.front() : nullptr;
}

}  // namespace notes_export::source
