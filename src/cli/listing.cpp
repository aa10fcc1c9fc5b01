#include "cli/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/messages.hpp"
#include "cli/terminal.hpp"
#include "unicode/text.hpp"

namespace notes_export::cli {
namespace {

using Row = std::array<std::string, 5>;

std::string date_of(const Note& note) {
    if (!note.date) return {};
    const auto day = std::chrono::floor<std::chrono::days>(note.date->at);
    const std::chrono::year_month_day date(day);
    std::string out = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (!note.date->has_time) return out;
    const std::chrono::hh_mm_ss time(note.date->at - day);
    return out + fmt::format(" {:02}:{:02}", time.hours().count(), time.minutes().count());
}

std::string path_of(const Note& note, const Archive& archive) {
    const bool known =
        note.source.valid() && note.source.value < archive.sources.size() && archive.sources[note.source.value];
    return known ? archive.sources[note.source.value]->path : std::string();
}

/// Columns on a terminal: characters of East Asian scripts take two.
std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) columns += unicode::is_cjk(unicode::decode(text, at)) ? 2 : 1;
    return columns;
}

std::string in_columns(const std::vector<Row>& rows) {
    std::array<std::size_t, 4> widths{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    std::string out;
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string padding(widths[i] - width(row[i]), ' ');
            const bool is_number = i == 1 || i == 2;
            out += (is_number ? padding + row[i] : row[i] + padding) + "  ";
        }
        out += row.back() + '\n';
    }
    return out;
}

}  // namespace

std::string listing(const Archive& archive, bool for_people) {
    std::vector<Row> rows;
    if (for_people) rows.push_back({"date", "words", "pictures", "path", "title"});
    // What stands before a journal's first entry goes by the journal's name.
    for (const Note& note : archive.notes) {
        const auto number = [&](std::size_t n) { return for_people ? grouped(n) : std::to_string(n); };
        rows.push_back({date_of(note), number(note.words), number(note.pictures), printable(path_of(note, archive)),
                        printable(note.title.empty() ? archive.metadata.title : note.title)});
    }
    if (for_people) return in_columns(rows);
    std::string out;
    for (const Row& row : rows) out += fmt::format("{}\n", fmt::join(row, "\t"));
    return out;
}

}  // namespace notes_export::cli
