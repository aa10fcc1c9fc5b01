#include "source/front_matter.hpp"

#include <algorithm>

#include "support/trimmed.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

std::string_view unquoted(std::string_view value) {
    const bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

/// `key: rest` or `key = rest` of a line, as far as it can be told without the format's parser.
FrontMatterField read_line(std::string_view piece, char sign, SourceSpan span) {
    const std::size_t line_end = std::min(piece.find('\n'), piece.size());
    const std::size_t at = std::min(piece.find(sign), line_end);
    FrontMatterField field{unicode::lower(unquoted(trimmed(piece.substr(0, at)))), {}, span};
    const std::string_view rest =
        trimmed(piece.substr(std::min(at + 1, line_end), line_end - std::min(at + 1, line_end)));
    if (!rest.empty()) field.values.emplace_back(unquoted(rest));
    for (std::size_t begin = line_end + 1; begin < piece.size();) {
        const std::size_t end = std::min(piece.find('\n', begin), piece.size());
        std::string_view line = trimmed(piece.substr(begin, end - begin));
        if (line.starts_with("- ")) field.values.emplace_back(unquoted(trimmed(line.substr(2))));
        begin = end + 1;
    }
    return field;
}

bool begins_key(std::string_view line, char sign) {
    if (line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '#' || line.front() == '-')
        return false;
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos || at == 0) return false;
    return sign != ':' || at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\t';
}

/// Pieces of the content, each from a line with a key in the first column to the next such line.
std::vector<SourceSpan> key_pieces(std::string_view text, SourceSpan content, char sign) {
    std::vector<SourceSpan> pieces;
    for (std::uint32_t begin = content.begin; begin < content.end;) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), content.end - 1) + 1);
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\n')) line.remove_suffix(1);
        if (begins_key(line, sign))
            pieces.push_back({begin, end});
        else if (!pieces.empty())
            pieces.back().end = end;
        begin = end;
    }
    return pieces;
}

using Reader = Fields (*)(std::string_view, std::size_t);

/// Reads what the parser refused as a whole, one key after the other.
void read_key_by_key(std::string_view text, SourceSpan content, Reader read, char sign, FrontMatter& out) {
    for (const SourceSpan& piece : key_pieces(text, content, sign)) {
        if (out.fields.size() >= max_fields) return;
        const std::string_view part = text.substr(piece.begin, piece.end - piece.begin);
        Fields fields = read(part, piece.begin);
        if (fields.failed) fields.fields = {read_line(part, sign, {piece.begin, piece.end})};
        for (FrontMatterField& field : fields.fields) {
            std::erase_if(out.fields, [&](const FrontMatterField& old) { return old.key == field.key; });
            out.fields.push_back(std::move(field));
        }
    }
}

}  // namespace

FrontMatterReading read_front_matter(std::string_view text, const FrontMatterBlock& block) {
    FrontMatterReading out;
    out.front_matter.span = block.whole;
    const bool toml = block.form == FrontMatterForm::toml;
    const Reader read = toml ? read_toml : read_yaml;
    Fields fields =
        read(text.substr(block.content.begin, block.content.end - block.content.begin), block.content.begin);
    out.problems = std::move(fields.problems);
    out.front_matter.fields = std::move(fields.fields);
    if (fields.failed) {
        out.front_matter.broken = true;
        out.problems.push_back({FrontMatterProblem::Kind::broken, fields.place, fields.reason});
        read_key_by_key(text, block.content, read, toml ? '=' : ':', out.front_matter);
    }
    return out;
}

}  // namespace notes_export::source
