#include "epub/content/rendered_note.hpp"

#include <fmt/format.h>

#include <utility>

#include "epub/content/content_writer.hpp"
#include "epub/content/halves.hpp"
#include "locale/dates.hpp"
#include "locale/words.hpp"

namespace notes_export::epub {
namespace {

/// A block above it is parted: a file of several such blocks and what goes with them stays below 250 KB.
constexpr std::size_t largest_fragment = 100'000;

/// HTML's form of a date (HTML, 2.3.5).
std::string machine_date(const Timestamp& date) {
    using namespace std::chrono;
    const auto day = floor<days>(date.at);
    const year_month_day ymd(day);
    std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                                   static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    if (date.has_time) {
        const hh_mm_ss time(date.at - day);
        text += fmt::format("T{:02}:{:02}", time.hours().count(), time.minutes().count());
    }
    return text;
}

class Renderer {
public:
    Renderer(const Archive& archive, const Pictures& pictures, const Note& note, const TagNumbers& tags)
        : archive_(archive), note_(note), tags_(tags), writer_(archive, pictures, note) {}

    RenderedNote render() {
        RenderedNote made;
        header();
        made.header = fragment();
        for (const Block& block : note_.blocks) add(block, made.blocks);
        for (const Footnote& footnote : note_.footnotes) {
            writer_.footnote(footnote);
            made.footnotes.push_back(fragment());
        }
        footer();
        made.footer = fragment();
        made.size = made.header.xhtml.size() + made.footer.xhtml.size();
        for (const auto* fragments : {&made.blocks, &made.footnotes})
            for (const Fragment& one : *fragments) made.size += one.xhtml.size();
        return made;
    }

private:
    Fragment fragment() { return {writer_.xml.take(), writer_.take_anchors(), writer_.take_footnotes(), false}; }

    void add(const Block& block, std::vector<Fragment>& fragments) {
        if (Blocks parts = parted(block, largest_fragment); !parts.empty()) {
            for (const Block& part : parts) add(part, fragments);
            return;
        }
        writer_.block(block);
        fragments.push_back(fragment());
        fragments.back().heading = std::holds_alternative<Heading>(block.node);
    }

    void header() {
        XmlWriter& xml = writer_.xml;
        if (note_.introduction && note_.title.empty() && !note_.date && note_.tags.empty()) return;
        const Element header(xml, "header");
        if (note_.date) {
            const Element line(xml, "p", {{"class", "date"}});
            const Element time(xml, "time", {{"datetime", machine_date(*note_.date)}});
            xml.text(locale::full_date(*note_.date, note_.language));
            if (const std::string hour = locale::time_of_day(*note_.date, note_.language); !hour.empty()) {
                xml.text(" ");
                text_element(xml, "span", hour, {{"class", "time"}});
            }
        }
        if (!note_.title.empty()) {
            const Element title(xml, "h1");
            if (note_.title_inlines.empty())
                xml.text(note_.title);
            else
                writer_.inlines(note_.title_inlines);
        }
        if (!note_.tags.empty()) tags();
    }

    void tags() {
        XmlWriter& xml = writer_.xml;
        const Element line(xml, "p", {{"class", "tags"}});
        for (std::size_t i = 0; i < note_.tags.size(); ++i) {
            if (i > 0) xml.text(" ");
            const std::string shown = '#' + note_.tags[i];
            if (const auto number = tags_.find(note_.tags[i]); number != tags_.end()) {
                const Element link(xml, "a");
                xml.raw_attribute("href", late_tag_href(number->second));
                xml.text(shown);
            } else {
                xml.text(shown);
            }
        }
    }

    void footer() {
        if (note_.linked_from.empty()) return;
        XmlWriter& xml = writer_.xml;
        const Element footer(xml, "footer", {{"class", "linked-from"}});
        text_element(xml, "p", locale::word("linked-from", note_.language));
        const Element list(xml, "ul");
        for (const NoteId id : note_.linked_from) {
            const Note& from = archive_.note(id);
            const Element item(xml, "li");
            xml.open("a");
            xml.raw_attribute("href", late_href(from.anchor));
            xml.text(from.title.empty() ? locale::word("introduction", note_.language) : std::string_view(from.title));
            xml.close();
            if (!from.date) continue;
            xml.text(" ");
            text_element(xml, "span", locale::medium_date(*from.date, note_.language), {{"class", "when"}});
        }
    }

    const Archive& archive_;
    const Note& note_;
    const TagNumbers& tags_;
    ContentWriter writer_;
};

}  // namespace

TagNumbers number_tags(const Archive& archive) {
    TagNumbers numbers;
    for (std::uint32_t i = 0; i < archive.tags.size(); ++i) numbers.emplace(archive.tags[i].name, i);
    return numbers;
}

RenderedNote render_note(const Archive& archive, const Pictures& pictures, const Note& note, const TagNumbers& tags) {
    return Renderer(archive, pictures, note, tags).render();
}

}  // namespace notes_export::epub
