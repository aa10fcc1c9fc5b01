#include "pdf/metadata.hpp"

#include <fmt/format.h>

#include <chrono>

#include "document/authors.hpp"

namespace notes_export::pdf {
namespace {

constexpr std::string_view program = "notes-export";
constexpr std::string_view producer = "notes-export with libharu";

/// PDF/A (ISO 19005-2, 6.6.2.3.3) wants every schema that it doesn't know itself described.
constexpr std::string_view pdfua_schema = R"(<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

struct Moment {
    int year;
    unsigned month, day;
    long hour, minute, second;
};

Moment moment_of(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return {static_cast<int>(date.year()),     static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()), clock.hours().count(),
            clock.minutes().count(),           static_cast<long>(clock.seconds().count())};
}

std::string pdf_date(std::chrono::sys_seconds time) {
    const Moment m = moment_of(time);
    return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

std::string xmp_date(std::chrono::sys_seconds time) {
    const Moment m = moment_of(time);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out;
}

std::string alternatives(std::string_view element, std::string_view text) {
    return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", element,
                       escaped(text));
}

std::uint64_t hash(std::string_view text, std::uint64_t start) {
    for (const char c : text) start = (start ^ static_cast<unsigned char>(c)) * 1099511628211U;  // FNV-1a
    return start;
}

}  // namespace

ObjectId add_information(const Metadata& metadata, Document& document) {
    std::string body;
    const auto entry = [&](const char* key, std::string_view text) {
        if (text.empty()) return;
        body += key;
        put_text(body, text);
    };
    entry("/Title", metadata.title);
    entry("/Author", authors_of(metadata));
    entry("/Subject", metadata.description);
    entry("/Creator", program);
    entry("/Producer", producer);
    entry("/CreationDate", pdf_date(metadata.modified));
    entry("/ModDate", pdf_date(metadata.modified));
    return document.add(std::move(body));
}

ObjectId add_xmp(const Metadata& metadata, Document& document) {
    const std::string date = xmp_date(metadata.modified);
    std::string xmp =
        "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    xmp += alternatives("dc:title", metadata.title);
    if (const std::string authors = authors_of(metadata); !authors.empty())
        xmp += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(authors));
    if (!metadata.description.empty()) xmp += alternatives("dc:description", metadata.description);
    xmp +=
        fmt::format("<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>\n", escaped(metadata.language));
    xmp += fmt::format("<xmp:CreateDate>{0}</xmp:CreateDate>\n<xmp:ModifyDate>{0}</xmp:ModifyDate>\n", date);
    xmp += fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool>\n<pdf:Producer>{}</pdf:Producer>\n", program, producer);
    xmp += "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    xmp += "</rdf:Description>\n";
    xmp += pdfua_schema;
    xmp += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
    const auto bytes = std::as_bytes(std::span(xmp));
    // Not packed, so that programs that know no PDF find it.
    return document.add_stream("/Type/Metadata/Subtype/XML", {bytes.begin(), bytes.end()});
}

std::string file_identifier(const Metadata& metadata) {
    const std::string name = metadata.identifier + '\n' + metadata.title + '\n' + pdf_date(metadata.modified);
    std::string id;
    for (std::uint64_t number : {hash(name, 14695981039346656037U), hash(name, 88172645463325252U)})
        for (int i = 0; i < 8; ++i, number >>= 8) id += static_cast<char>(number & 255);
    return id;
}

}  // namespace notes_export::pdf
