#include "pdf/deflate.hpp"
#include "pdf/fonts.hpp"

namespace notes_export::pdf {
namespace {

void put_code(std::string& out, std::uint32_t code, int digits) {
    out += '<';
    put_hexadecimal(out, code, digits);
    out += '>';
}

void put_entries(std::string& out, std::span<const CodeText> codes, int digits) {
    put_integer(out, static_cast<std::int64_t>(codes.size()));
    out += " beginbfchar\n";
    for (const CodeText& entry : codes) {
        put_code(out, entry.code, digits);
        out += '<';
        put_utf16(out, entry.text);
        out += ">\n";
    }
    out += "endbfchar\n";
}

}  // namespace

ObjectId add_to_unicode(const std::vector<CodeText>& codes, int digits, Document& document) {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n";
    map += digits == 4 ? "<0000><FFFF>\n" : "<00><FF>\n";
    map += "endcodespacerange\n";
    std::vector<CodeText> named;
    for (const CodeText& entry : codes)
        if (!entry.text.empty()) named.push_back(entry);
    // A block has 100 entries at most (Adobe Technical Note 5014, "CMap Operators").
    constexpr std::size_t block = 100;
    for (std::size_t at = 0; at < named.size(); at += block)
        put_entries(map, std::span(named).subspan(at, std::min(block, named.size() - at)), digits);
    map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return document.add_stream("/Filter/FlateDecode", deflate(std::as_bytes(std::span(map))));
}

}  // namespace notes_export::pdf
