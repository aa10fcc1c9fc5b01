/// Hyphenation with the patterns of /usr/share/hyphen (TeX's, as LibreOffice's dictionaries have them). Private to this
/// part.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace notes_export::text {

struct Patterns;

/// Pattern files, each read when its language is first met. Safe to use from several threads.
class Hyphenation {
public:
    Hyphenation();
    ~Hyphenation();

    /// Byte offsets into the word; see `hyphenation_points`.
    std::vector<std::uint16_t> points(std::string_view word, std::string_view language);

private:
    const Patterns* patterns(std::string_view language);

    std::mutex loading_;
    std::map<std::string, std::unique_ptr<Patterns>, std::less<>> by_language_;
};

}  // namespace notes_export::text
