/// Front matter: the block of keys and values that a note may begin with.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notes_export/diagnostics.hpp"
#include "notes_export/source.hpp"

namespace notes_export::source {

/// No note has as many; what comes behind them is left unread.
inline constexpr std::size_t max_fields = 2'000;

/// How the block is written.
enum class FrontMatterForm { yaml, toml, json };

/// Where a block stands in a text; offsets of bytes.
struct FrontMatterBlock {
    FrontMatterForm form = FrontMatterForm::yaml;
    SourceSpan whole;    ///< with its delimiters and the line end behind them
    SourceSpan content;  ///< between the delimiters (JSON: with its braces)
};

/// The block that `text` begins with, if it is one. A text that merely begins with `---` has none: the block must be
/// closed and look like keys and values, so that prose between two rules stays prose.
std::optional<FrontMatterBlock> find_front_matter(std::string_view text, Dialect dialect);

/// Something to tell the user about a block.
struct FrontMatterProblem {
    enum class Kind { broken, duplicate_key, too_large } kind = Kind::broken;
    SourceSpan span;
    std::string detail;  ///< the parser's reason, or the key
};

struct FrontMatterReading {
    FrontMatter front_matter;
    std::vector<FrontMatterProblem> problems;
};

/// Reads the block's fields. What its parser does not take is read line by line.
FrontMatterReading read_front_matter(std::string_view text, const FrontMatterBlock& block);

/// Fields of one piece of YAML (JSON is a part of it) or TOML. `offset` is where the piece stands in its source.
struct Fields {
    std::vector<FrontMatterField> fields;
    std::vector<FrontMatterProblem> problems;
    bool failed = false;  ///< the parser refused the piece
    std::string reason;   ///< why
    SourceSpan place;     ///< where
};
Fields read_yaml(std::string_view text, std::size_t offset);
Fields read_toml(std::string_view text, std::size_t offset);

}  // namespace notes_export::source
