#include "image/svg_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include "image/svg_prolog.hpp"

namespace notes_export::image {
namespace {

using Entities = std::map<std::string_view, std::string_view>;

constexpr std::string_view blanks = " \t\r\n";

/// Declarations `<!ENTITY name "value">` of an internal subset; those that point to a file are left out.
Entities entities_of(std::string_view subset) {
    Entities entities;
    for (std::size_t at = 0; (at = subset.find("<!ENTITY", at)) != std::string_view::npos;) {
        at += 8;
        const std::size_t name = subset.find_first_not_of(blanks, at);
        if (name == std::string_view::npos) break;
        const std::size_t name_end = subset.find_first_of(blanks, name);
        if (name_end == std::string_view::npos) break;
        const std::size_t open = subset.find_first_not_of(blanks, name_end);
        if (open == std::string_view::npos) break;
        at = open;
        if (subset[open] != '"' && subset[open] != '\'') continue;
        const std::size_t close = subset.find(subset[open], open + 1);
        if (close == std::string_view::npos) break;
        entities.emplace(subset.substr(name, name_end - name), subset.substr(open + 1, close - open - 1));
        at = close;
    }
    return entities;
}

/// Bytes of the UTF-8 sequence at the start; 0 when there is none.
std::size_t sequence(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xc0) == 0x80; };
    if (byte(0) < 0x80) return 1;
    if (byte(0) >= 0xc2 && byte(0) < 0xe0) return follows(1) ? 2 : 0;
    if (byte(0) >= 0xe0 && byte(0) < 0xf0) {
        if (!follows(1) || !follows(2)) return 0;
        const bool overlong = byte(0) == 0xe0 && byte(1) < 0xa0;
        const bool surrogate = byte(0) == 0xed && byte(1) >= 0xa0;
        const bool none = byte(0) == 0xef && byte(1) == 0xbf && byte(2) >= 0xbe;
        return overlong || surrogate || none ? 0 : 3;
    }
    if (byte(0) >= 0xf0 && byte(0) < 0xf5) {
        if (!follows(1) || !follows(2) || !follows(3)) return 0;
        return (byte(0) == 0xf0 && byte(1) < 0x90) || (byte(0) == 0xf4 && byte(1) >= 0x90) ? 0 : 4;
    }
    return 0;
}

/// What is no UTF-8 is taken for Latin-1; control characters are left out (XML 1.0, production 2).
std::string as_xml_characters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = sequence(text.substr(at));
        const auto byte = static_cast<unsigned char>(text[at]);
        if (size == 0) {
            if (byte >= 0xa0) {
                out += static_cast<char>(0xc0 | byte >> 6);
                out += static_cast<char>(0x80 | (byte & 0x3f));
            }
            ++at;
            continue;
        }
        if (byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r') out += text.substr(at, size);
        at += size;
    }
    return out;
}

bool is_xml_character(std::uint32_t code) {
    return code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xd800) ||
           (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code < 0x110000);
}

class Expander {
public:
    Expander(const Entities& entities, std::size_t most) : entities_(entities), most_(most) {}

    void append(std::string_view text, int depth = 0) {
        for (std::size_t at = 0; at < text.size() && out.size() < most_;) {
            const char c = text[at];
            if (c == '&') {
                at += reference(text.substr(at), depth);
            } else if (c == '<' && !tag_ && !quote_) {
                at += markup(text.substr(at));
            } else {
                character(c);
                ++at;
            }
        }
    }

    std::string out;

private:
    /// Handles what begins with `&`; gives the bytes used up.
    std::size_t reference(std::string_view text, int depth) {
        blank_ = false;
        const std::size_t end = text.substr(0, 64).find(';');
        const std::string_view name = end == std::string_view::npos ? "" : text.substr(1, end - 1);
        if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") {
            out += text.substr(0, end + 1);
            return end + 1;
        }
        if (name.starts_with('#')) {
            const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
            const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
            std::uint32_t code = 0;
            const auto [stop, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
            if (error == std::errc{} && stop == digits.data() + digits.size() && is_xml_character(code))
                out += text.substr(0, end + 1);
            return end + 1;
        }
        if (const auto found = entities_.find(name); found != entities_.end()) {
            if (depth < 8 && ++expansions_ < 100'000) append(found->second, depth + 1);
            return end + 1;
        }
        out += "&amp;";
        return 1;
    }

    /// Handles what begins with `<` outside a tag; gives the bytes used up.
    std::size_t markup(std::string_view text) {
        const auto through = [&](std::string_view mark) {
            const std::size_t end = text.find(mark);
            return end == std::string_view::npos ? text.size() : end + mark.size();
        };
        if (text.starts_with("<!--")) return through("-->");
        if (text.starts_with("<?")) return through("?>");
        if (text.starts_with("<![CDATA[")) {
            const std::size_t size = through("]]>");
            blank_ = false;
            out += text.substr(0, size);
            return size;
        }
        // A parser drops text of blanks alone, and with it the space between two words of a label.
        if (blank_) {
            out.resize(text_begin_);
            out += "&#32;";
        }
        blank_ = false;
        tag_ = true;
        out += '<';
        return 1;
    }

    void character(char c) {
        if (tag_) {
            if (quote_) {
                if (c == quote_) quote_ = 0;
            } else if (c == '"' || c == '\'') {
                quote_ = c;
            } else if (c == '>') {
                tag_ = false;
                text_begin_ = out.size() + 1;
            }
            if (c == '<')
                out += "&lt;";
            else
                out += c;
            return;
        }
        const bool is_blank = blanks.find(c) != std::string_view::npos;
        if (is_blank && out.size() == text_begin_) blank_ = true;
        if (!is_blank) blank_ = false;
        out += c;
    }

    const Entities& entities_;
    int expansions_ = 0;  ///< bounded as well, for entities that expand to nothing
    std::size_t most_;
    bool tag_ = false;
    char quote_ = 0;
    bool blank_ = false;          ///< the text since the last tag is not empty and all blank
    std::size_t text_begin_ = 0;  ///< offset in `out` behind the last tag
};

}  // namespace

std::optional<std::string> self_contained(std::string_view svg) {
    const std::string text = as_xml_characters(svg);
    const std::optional<SvgRoot> root = svg_root(text);
    if (!root) return std::nullopt;
    const Entities entities = entities_of(root->subset);
    Expander expander(entities, text.size() * 10 + 4096);
    expander.out.reserve(text.size());
    expander.append(std::string_view(text).substr(root->begin));
    return std::move(expander.out);
}

}  // namespace notes_export::image
