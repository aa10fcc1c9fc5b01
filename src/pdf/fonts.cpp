#include "pdf/fonts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "pdf/deflate.hpp"
#include "support/ascii.hpp"
#include "support/parallel.hpp"
#include "text/subset.hpp"

namespace notes_export::pdf {
namespace {

/// Six letters before the name of a subset font (9.6.4), from its bytes: the same subset always has the same.
std::string subset_tag(const std::vector<std::byte>& bytes) {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a
    for (const std::byte byte : bytes) hash = (hash ^ std::to_integer<std::uint64_t>(byte)) * 1099511628211U;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
    return tag;
}

/// A name may hold letters, digits and a few marks; others are left out.
std::string clean_name(const std::string& name) {
    std::string out;
    for (const char c : name)
        if (ascii::is_alphanumeric(c) || c == '-' || c == '_') out += c;
    return out.empty() ? "Font" : out;
}

std::uint32_t flags_of(const text::FaceInfo& info) {
    // Table 123. "Symbolic" as for every font whose codes are its own.
    return (info.monospace ? 1U : 0U) | (info.serif ? 2U : 0U) | 4U | (info.italic ? 64U : 0U);
}

std::string descriptor_body(const text::FaceInfo& info, const std::string& name) {
    const text::FaceMetrics& m = info.metrics;
    std::string body = "/Type/FontDescriptor/FontName/" + name + "/Flags ";
    put_integer(body, flags_of(info));
    body += "/FontBBox[";
    for (int i = 0; i < 4; ++i) {
        if (i) body += ' ';
        put_integer(body, thousandths(m.bounds[i]));
    }
    body += "]/ItalicAngle ";
    put_number(body, m.italic_angle);
    body += "/Ascent ";
    put_integer(body, thousandths(m.ascent));
    body += "/Descent ";
    put_integer(body, thousandths(m.descent));
    body += "/CapHeight ";
    put_integer(body, thousandths(m.cap_height));
    body += "/XHeight ";
    put_integer(body, thousandths(m.x_height));
    // No table of OpenType gives it; viewers use it only when they have to stand in for the font.
    body += info.bold ? "/StemV 140" : "/StemV 80";
    return body;
}

/// Widths by CID (9.7.4.3) in thousandths of a thousandth of an em: one code after another shares a list.
std::string widths_array(const std::map<std::uint32_t, std::int64_t>& widths, std::int64_t usual) {
    std::string out = "[";
    std::uint32_t next = UINT32_MAX;
    for (const auto& [cid, width] : widths) {
        if (width == usual) continue;
        if (cid != next) {
            if (next != UINT32_MAX) out += ']';
            if (out.size() > 1) out += ' ';
            put_integer(out, cid);
            out += '[';
        } else {
            out += ' ';
        }
        put_thousandths(out, width);
        next = cid + 1;
    }
    if (next != UINT32_MAX) out += ']';
    return out + "]";
}

std::int64_t most_frequent(const std::map<std::uint32_t, std::int64_t>& widths) {
    std::map<std::int64_t, std::size_t> counts;
    for (const auto& [cid, width] : widths) ++counts[width];
    const auto best = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return best == counts.end() ? 1000 : best->first;
}

/// Glyphs in an sfnt, by its maxp table.
std::uint32_t glyph_count(const std::vector<std::byte>& sfnt) {
    const auto number = [&](std::size_t at, int bytes) {
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i, ++at)
            value = value << 8 | (at < sfnt.size() ? std::to_integer<std::uint32_t>(sfnt[at]) : 0U);
        return value;
    };
    for (std::size_t i = 0; i < number(4, 2); ++i)
        if (number(12 + i * 16, 4) == 0x6d617870) return number(number(12 + i * 16 + 8, 4) + std::size_t{4}, 2);
    return 0;
}

/// A bit for each CID that the font file has (PDF/A-1, 6.3.5).
std::vector<std::byte> cid_set(const text::FaceSubset& subset) {
    std::vector<std::byte> bits;
    const auto set = [&](std::uint32_t cid) {
        if (bits.size() <= cid / 8) bits.resize(cid / 8 + 1);
        bits[cid / 8] |= static_cast<std::byte>(0x80 >> cid % 8);
    };
    set(0);
    for (const auto& [glyph, cid] : subset.cids) set(cid);
    if (subset.kind == text::OutlineKind::true_type)
        for (std::uint32_t cid = 0; cid < glyph_count(subset.bytes); ++cid) set(cid);
    return deflate(bits);
}

ObjectId add_font_file(const text::FaceSubset& subset, Document& document) {
    std::string body = "/Filter/FlateDecode";
    if (subset.kind == text::OutlineKind::true_type) {
        body += "/Length1 ";
        put_integer(body, static_cast<std::int64_t>(subset.bytes.size()));
    } else {
        body += "/Subtype/CIDFontType0C";
    }
    return document.add_stream(std::move(body), deflate(subset.bytes));
}

/// Font, descendant font, descriptor, file, CMap (9.7.6).
ObjectId add_type0(const text::FaceInfo& info, const text::FaceSubset& subset,
                   const std::map<std::uint32_t, std::int64_t>& widths, const std::vector<CodeText>& texts,
                   Document& document) {
    const bool true_type = subset.kind == text::OutlineKind::true_type;
    const std::string name = subset_tag(subset.bytes) + "+" + clean_name(info.postscript_name);
    std::string descriptor = descriptor_body(info, name);
    descriptor += true_type ? "/FontFile2 " : "/FontFile3 ";
    put_reference(descriptor, add_font_file(subset, document));
    descriptor += "/CIDSet ";
    put_reference(descriptor, document.add_stream("/Filter/FlateDecode", cid_set(subset)));

    std::string descendant = true_type ? "/Type/Font/Subtype/CIDFontType2" : "/Type/Font/Subtype/CIDFontType0";
    descendant += "/BaseFont/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
    if (true_type) descendant += "/CIDToGIDMap/Identity";
    descendant += "/FontDescriptor ";
    put_reference(descendant, document.add(std::move(descriptor)));
    const std::int64_t usual = most_frequent(widths);
    descendant += "/DW ";
    // The default width is an integer for some readers; a fraction stays in the array.
    const std::int64_t default_width = usual % 1000 == 0 ? usual : -1;
    put_integer(descendant, default_width < 0 ? 1000 : default_width / 1000);
    descendant += "/W" + widths_array(widths, default_width < 0 ? 1'000'000 : default_width);

    std::string body = "/Type/Font/Subtype/Type0/BaseFont/" + name;
    // A CFF font's name carries its encoding (9.7.6.2).
    if (!true_type) body += "-Identity-H";
    body += "/Encoding/Identity-H/DescendantFonts[";
    put_reference(body, document.add(std::move(descendant)));
    body += "]/ToUnicode ";
    put_reference(body, add_to_unicode(texts, 4, document));
    return document.add(std::move(body));
}

void embed_subset(const FaceUse& use, const text::FaceInfo& info, const text::FaceSubset& subset, Document& document,
                  FontSet& set) {
    std::vector<GlyphCode>& codes = set.codes_of(use.face);
    codes.resize(use.glyphs.size());
    std::map<std::uint32_t, std::int64_t> widths;
    std::vector<CodeText> texts;
    for (const auto& [glyph, cid] : subset.cids) {
        if (glyph >= use.glyphs.size() || cid > 0xffff) continue;
        const auto found = subset.widths.find(glyph);
        const std::int64_t width = thousandths(found == subset.widths.end() ? 0 : found->second);
        codes[glyph] = {static_cast<std::uint16_t>(set.fonts.size()), static_cast<std::uint16_t>(cid),
                        static_cast<double>(width) / 1000, use.glyphs[glyph].text};
        widths[cid] = width;
        texts.push_back({cid, use.glyphs[glyph].text});
    }
    std::ranges::sort(texts, {}, &CodeText::code);
    Font font;
    font.name = "F" + std::to_string(set.fonts.size() + 1);
    font.object = add_type0(info, subset, widths, texts, document);
    set.fonts.push_back(std::move(font));
}

std::set<std::uint32_t> glyph_set(const FaceUse& use) {
    std::set<std::uint32_t> glyphs;
    for (std::size_t id = 0; id < use.glyphs.size(); ++id)
        if (use.glyphs[id].used) glyphs.insert(static_cast<std::uint32_t>(id));
    return glyphs;
}

}  // namespace

FontSet embed_fonts(const std::vector<FaceUse>& uses, const text::FontLibrary& fonts, unsigned jobs,
                    Document& document) {
    std::vector<std::optional<text::FaceSubset>> subsets(uses.size());
    parallel_for(jobs, uses.size(), [&](std::size_t i) {
        if (!fonts.info(uses[i].face).colour_bitmaps)
            subsets[i] = text::subset(fonts, uses[i].face, glyph_set(uses[i]));
    });
    FontSet set;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (uses[i].unseen.id != 0) set.set_unseen(uses[i].face, uses[i].unseen);
        if (subsets[i])
            embed_subset(uses[i], fonts.info(uses[i].face), *subsets[i], document, set);
        else
            embed_type3(uses[i], fonts, document, set);
    }
    return set;
}

}  // namespace notes_export::pdf
