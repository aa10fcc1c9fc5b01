/// Names of files within the book: lower-case Latin letters, digits and hyphens, which every device can store.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace notes_export::epub {

/// Gives out names, none twice.
class FileNames {
public:
    /// "pictures/" + slug of `wanted` + ".png", with "-2" and so on before the ending where it is taken. At most 60
    /// letters of `wanted` are used; `otherwise` where none is left.
    std::string claim(std::string_view folder, std::string_view wanted, std::string_view otherwise,
                      std::string_view ending);

private:
    std::unordered_map<std::string, unsigned> taken_;  ///< how often each name was asked for
};

}  // namespace notes_export::epub
