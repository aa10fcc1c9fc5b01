/// What stands before the lines of a form: the prefixes of the quotes, lists and forms around it.
#pragma once

#include <string_view>
#include <vector>

#include "markdown/dialect/structure.hpp"

namespace notes_export::markdown {

/// What one container puts before a line; the containers around it come first.
struct Strip {
    const Strip* outer = nullptr;
    int columns = 0;     ///< of blanks, at most
    bool quote = false;  ///< `>` and a blank
};

/// The line behind the containers' prefixes, as far as it has them.
Range stripped(std::string_view text, Range line, const Strip& strip);

/// Whether the line is a quote's: `>` behind at most three blanks.
bool is_quoted(std::string_view line);

/// Columns up to the words of the list's item or the footnote that this line begins; 0 when it begins none.
int item_columns(std::string_view line);

/// The items of lists that a line may stand in, by the columns their words begin at.
class OpenItems {
public:
    void read(std::string_view line);
    /// Whether what is indented so far stands in an item, and is no code there.
    bool hold(int column) const;

private:
    std::vector<int> columns_;
};

}  // namespace notes_export::markdown
