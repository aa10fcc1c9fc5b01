#include "epub/package.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "epub/xhtml_frame.hpp"
#include "epub/xml_writer.hpp"

namespace notes_export::epub {
namespace {

std::string utc(std::chrono::sys_seconds when) {
    using namespace std::chrono;
    const auto day = floor<days>(when);
    const year_month_day date(day);
    const hh_mm_ss time(when - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string day_of(const Timestamp& when) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(when.at));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// Tags of the most notes; libraries show subjects.
std::vector<std::string> subjects(const Archive& archive) {
    constexpr std::size_t most = 20;
    std::map<std::string, std::size_t> notes;
    for (const Note& note : archive.notes)
        for (const std::string& tag : note.tags) ++notes[tag];
    std::vector<std::pair<std::string, std::size_t>> sorted(notes.begin(), notes.end());
    std::ranges::stable_sort(sorted, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
    if (sorted.size() > most) sorted.resize(most);
    std::vector<std::string> tags;
    tags.reserve(sorted.size());
    for (auto& [tag, count] : sorted) tags.push_back(tag);
    return tags;
}

class PackageWriter {
public:
    PackageWriter(const Archive& archive, const std::vector<ManifestItem>& items, bool pictures)
        : about_(archive.metadata), archive_(archive), items_(items), pictures_(pictures) {}

    std::string write() {
        xml_.declaration();
        {
            const Element package(xml_, "package",
                                  {{"xmlns", "http://www.idpf.org/2007/opf"},
                                   {"version", "3.0"},
                                   {"unique-identifier", "identifier"},
                                   {"xml:lang", about_.language},
                                   {"dir", direction_name(about_.direction)}});
            metadata();
            manifest();
            spine();
        }
        return xml_.take();
    }

private:
    void metadata() {
        xml_.line_break();
        const Element metadata(xml_, "metadata", {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
        dublin_core("dc:identifier", about_.identifier, "identifier");
        dublin_core("dc:title", about_.title);
        dublin_core("dc:language", about_.language);
        for (const std::string& author : about_.authors) dublin_core("dc:creator", author);
        if (!about_.description.empty()) dublin_core("dc:description", about_.description);
        if (about_.last_date) dublin_core("dc:date", day_of(*about_.last_date));
        for (const std::string& tag : subjects(archive_)) dublin_core("dc:subject", tag);
        meta("dcterms:modified", utc(about_.modified));
        accessibility();
        // EPUB 2's way to name the cover, which Kobo's shelf goes by.
        xml_.line_break();
        xml_.empty("meta", {{"name", "cover"}, {"content", "cover-image"}});
    }

    /// EPUB Accessibility 1.1, 3.
    void accessibility() {
        meta("schema:accessMode", "textual");
        if (pictures_) meta("schema:accessMode", "visual");
        meta("schema:accessModeSufficient", "textual");
        for (const char* feature :
             {"tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability"})
            meta("schema:accessibilityFeature", feature);
        if (pictures_) meta("schema:accessibilityFeature", "alternativeText");
        meta("schema:accessibilityHazard", "none");
        meta("schema:accessibilitySummary",
             pictures_ ? "Text that reflows, with headings, a table of contents and links. Pictures have the "
                         "alternative texts that their writer gave them, else their files' names."
                       : "Text that reflows, with headings, a table of contents and links.");
    }

    void manifest() {
        xml_.line_break();
        const Element manifest(xml_, "manifest");
        for (std::size_t i = 0; i < items_.size(); ++i) {
            xml_.line_break();
            xml_.open("item", {{"id", id_of(i)}, {"href", items_[i].path}, {"media-type", items_[i].media_type}});
            if (!items_[i].properties.empty()) xml_.attribute("properties", items_[i].properties);
            xml_.close_empty();
        }
    }

    void spine() {
        xml_.line_break();
        const Element spine(xml_, "spine",
                            {{"toc", "ncx"}, {"page-progression-direction", direction_name(about_.direction)}});
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].in_spine) xml_.empty("itemref", {{"idref", id_of(i)}});
    }

    std::string id_of(std::size_t i) const {
        if (items_[i].properties == "cover-image") return "cover-image";
        if (items_[i].media_type == "application/x-dtbncx+xml") return "ncx";
        return "item-" + std::to_string(i + 1);
    }

    void dublin_core(const char* name, std::string_view value, std::string_view id = {}) {
        xml_.line_break();
        const Element element(xml_, name);
        if (!id.empty()) xml_.attribute("id", id);
        xml_.text(value);
    }

    void meta(const char* property, std::string_view value) {
        xml_.line_break();
        text_element(xml_, "meta", value, {{"property", property}});
    }

    const Metadata& about_;
    const Archive& archive_;
    const std::vector<ManifestItem>& items_;
    bool pictures_;
    XmlWriter xml_;
};

}  // namespace

std::string write_package(const Archive& archive, const std::vector<ManifestItem>& items, bool pictures) {
    return PackageWriter(archive, items, pictures).write();
}

}  // namespace notes_export::epub
