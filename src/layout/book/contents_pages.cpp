#include "layout/book/contents_pages.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/blocks/blocks.hpp"
#include "layout/blocks/inlines.hpp"
#include "layout/book/list_matter.hpp"
#include "layout/book/page_lines.hpp"
#include "locale/words.hpp"

namespace notes_export::layout {
namespace {

/// Contents of more lines than this are set dense: three pages at most are leafed through line by line.
constexpr std::size_t most_airy = 90;

bool is_range(const ContentsEntry& entry) {
    return !entry.note && entry.grouping == Grouping::range;
}

/// Lines of the printed contents. Ranges are for screens: on paper the list itself is the range.
std::size_t count_lines(const std::vector<ContentsEntry>& entries, int depth) {
    std::size_t lines = 0;
    for (const ContentsEntry& entry : entries) {
        const bool range = is_range(entry);
        lines += !range;
        const int below = range ? depth : depth - 1;
        if (below > 0) lines += count_lines(entry.children, below);
    }
    return lines;
}

/// Notes whose year no heading above them says.
bool need_years(const std::vector<ContentsEntry>& entries, const Archive& archive) {
    const Metadata& about = archive.metadata;
    if (!about.first_date || !about.last_date) return false;
    const auto year = [](const Timestamp& date) {
        return std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(date.at)).year();
    };
    if (year(*about.first_date) == year(*about.last_date)) return false;
    return std::any_of(entries.begin(), entries.end(), [&](const ContentsEntry& entry) {
        if (entry.note && archive.note(*entry.note).date) return true;
        return entry.grouping != Grouping::calendar && need_years(entry.children, archive);
    });
}

class Contents {
public:
    Contents(Compositor& compositor, int depth)
        : compositor_(compositor),
          depth_(depth),
          dense_(count_lines(contents(), depth) > most_airy),
          outside_calendar_(need_years(contents(), compositor.book.archive) ? ListedDate::full : ListedDate::day),
          lines_(compositor, dense_, outside_calendar_) {}

    void set(const Frame& frame) {
        set_list_title(compositor_, std::string(locale::word("contents", compositor_.note.language)), frame);
        set_entries(contents(), frame, 1, outside_calendar_, compositor_.element(Role::contents, frame.parent));
    }

private:
    const std::vector<ContentsEntry>& contents() const { return compositor_.book.archive.contents; }

    void set_entries(const std::vector<ContentsEntry>& entries, const Frame& frame, int level, ListedDate date,
                     ElementId list) {
        for (const ContentsEntry& entry : entries) {
            if (is_range(entry)) {
                set_entries(entry.children, frame, level, date, list);
                continue;
            }
            const ElementId item = compositor_.element(Role::contents_item, list);
            const auto target = first_note(entry);
            if (entry.note)
                lines_.set(entry.title, *entry.note, date, frame, item);
            else if (level >= depth_ && target)
                lines_.set(entry.title, *target, ListedDate::none, frame, item);
            else
                set_part(entry, frame, level, item);
            if (entry.children.empty() || level >= depth_) continue;
            const Frame inner =
                entry.note || level > 1 ? indented(frame, inset(compositor_, frame, compositor_.pt(12))) : frame;
            set_entries(entry.children, inner, level + 1,
                        entry.grouping == Grouping::calendar && !entry.note ? ListedDate::day : date,
                        compositor_.element(Role::contents, item));
        }
    }

    static std::optional<NoteId> first_note(const ContentsEntry& entry) {
        if (entry.note) return entry.note;
        for (const ContentsEntry& child : entry.children)
            if (const auto found = first_note(child)) return found;
        return std::nullopt;
    }

    void set_part(const ContentsEntry& entry, const Frame& frame, int level, ElementId item) {
        Frame inner = frame;
        inner.setting = Setting::ragged;
        inner.flush = true;
        inner.text = label_style(frame, compositor_.pt(level == 1 ? 8.4 : 8), true);
        inner.text.letterspacing = compositor_.pt(level == 1 ? 0.3 : 0);
        const Design& design = compositor_.design();
        compositor_.space(level == 1 ? design.leading : design.grid);
        const std::size_t first = set_pieces(compositor_, {words(entry.title, inner.text, item)}, inner);
        compositor_.keep_together(first, break_costs::heading);
        compositor_.keep_with_next();
    }

    Compositor& compositor_;
    int depth_;
    bool dense_;
    ListedDate outside_calendar_;
    PageLines lines_;
};

}  // namespace

SetNote set_contents(const BookContext& book, const Note& contents, int depth) {
    return set_list(book, contents,
                    [&](Compositor& compositor, const Frame& frame) { Contents(compositor, depth).set(frame); });
}

}  // namespace notes_export::layout
