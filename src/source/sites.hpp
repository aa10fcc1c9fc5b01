/// The programs that an archive's folders were made for.
#pragma once

#include <filesystem>
#include <vector>

#include "source/site.hpp"

namespace notes_export::source {

/// Each note's dialect is that of the site whose folder holds it.
class Sites {
public:
    Sites(const std::vector<std::filesystem::path>& folders, Diagnostics& diagnostics);

    Dialect dialect_of(const std::filesystem::path& file) const;
    /// The one that speaks for the archive; null when there are several, or none.
    const Site* only() const;

private:
    std::vector<Site> sites_;
};

}  // namespace notes_export::source
