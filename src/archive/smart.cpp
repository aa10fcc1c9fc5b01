#include "archive/smart.hpp"

#include <map>
#include <string>
#include <vector>

#include "document/walk.hpp"
#include "locale/quotation.hpp"
#include "support/ascii.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

constexpr char opaque = 'x';  // code, a formula, a picture: quotes stand beside it as beside a word

bool is_address(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.starts_with("www.") || text.starts_with("mailto:");
}

/// A paragraph's characters in one string, with the text nodes that they come from.
class RunOfText {
public:
    explicit RunOfText(Inlines& inlines) { collect(inlines); }

    struct Part {
        Text* text;
        SourceSpan span;
        std::size_t begin;
    };
    std::string all;
    std::vector<Part> parts;

private:
    void collect(Inlines& inlines) {
        for (Inline& item : inlines) {
            std::visit(
                [&](auto& node) {
                    using T = std::decay_t<decltype(node)>;
                    if constexpr (std::is_same_v<T, Text>) {
                        parts.push_back({&node, item.span, all.size()});
                        all += node.text;
                    } else if constexpr (std::is_same_v<T, Link>) {
                        if (is_address(plain_text(node.children)))
                            all += opaque;
                        else
                            collect(node.children);
                    } else if constexpr (requires { node.children; }) {
                        collect(node.children);
                    } else if constexpr (std::is_same_v<T, SoftBreak> || std::is_same_v<T, LineBreak>) {
                        all += ' ';
                    } else if constexpr (!std::is_same_v<T, AnchorPoint> && !std::is_same_v<T, FootnoteReference>) {
                        all += opaque;
                    }
                },
                item.node);
        }
    }
};

/// Which bytes of a text were escaped where it was written.
std::vector<bool> escaped_bytes(std::string_view text, SourceSpan span, std::string_view source) {
    std::vector<bool> escaped(text.size());
    std::size_t at = span.begin;
    // md4c begins a text behind the backslash that escapes its first character.
    if (at > 0 && at <= source.size() && source[at - 1] == '\\' && !text.empty()) escaped[0] = true;
    for (std::size_t i = 0; i < text.size() && at < source.size(); ++i) {
        if (source[at] == '\\' && text[i] != '\\' && at + 1 < source.size() && source[at + 1] == text[i]) {
            escaped[i] = true;
            ++at;
        } else if (source[at] != text[i]) {
            break;  // an entity or a joined text: nothing more is known
        }
        ++at;
    }
    return escaped;
}

/// Reads a run of text and says for each mark what it becomes.
class Typesetter {
public:
    Typesetter(std::string_view all, const locale::QuotationMarks& marks) : all_(all), marks_(marks) {}

    /// What stands for the mark at `at`, and how many bytes it takes; nothing when it stays.
    std::string_view replacement(std::size_t at, std::size_t& length) {
        length = 1;
        switch (all_[at]) {
            case '"':
                return double_quote(at);
            case '\'':
                return single_quote(at);
            case '-':
                return dash(at, length);
            case '.':
                return ellipsis(at, length);
            default:
                return {};
        }
    }

private:
    char32_t before(std::size_t at) const {
        if (at == 0) return ' ';
        do --at;
        while (at > 0 && (static_cast<unsigned char>(all_[at]) & 0xC0) == 0x80);
        return unicode::decode(all_, at);
    }
    char32_t behind(std::size_t at) const { return at < all_.size() ? unicode::decode(all_, at) : U' '; }

    static bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x3000; }
    /// What a word may begin behind: blanks, opening brackets and quotes, dashes, slashes.
    static bool opens(char32_t c) {
        return is_blank(c) || std::u32string_view(U"([{<-/=\"'\u2013\u2014\u201c\u2018\u00ab\u201e\u201a").find(c) !=
                                  std::u32string_view::npos;
    }
    static bool is_word(char32_t c) { return ascii::is_alphanumeric(c) || (c >= 0xC0 && c < 0x2000) || c >= 0x2E80; }

    std::string_view double_quote(std::size_t at) {
        const char32_t left = before(at), right = behind(at + 1);
        if (opens(left) && !is_blank(right)) {
            ++open_;
            return marks_.open;
        }
        if (open_ > 0) {
            --open_;
            return marks_.close;
        }
        if (ascii::is_digit(left)) return {};  // inches
        if (is_blank(left) || is_blank(right)) return {};
        ++open_;
        return marks_.open;
    }

    std::string_view single_quote(std::size_t at) {
        const char32_t left = before(at), right = behind(at + 1);
        if (is_word(left) && is_word(right)) return "’";
        if (opens(left) && !is_blank(right) && !ascii::is_digit(right) && closes_later(at)) {
            ++inner_open_;
            return marks_.inner_open;
        }
        if (inner_open_ > 0 && !opens(left)) {
            --inner_open_;
            return marks_.inner_close;
        }
        if (ascii::is_digit(left) && !is_word(right)) return {};  // feet, minutes
        if (is_blank(left) && is_blank(right)) return {};
        return "’";
    }

    bool closes_later(std::size_t at) const {
        for (std::size_t i = all_.find('\'', at + 1); i != std::string_view::npos; i = all_.find('\'', i + 1))
            if (!opens(before(i)) && !is_word(behind(i + 1))) return true;
        return false;
    }

    std::size_t repeated(std::size_t at) const {
        std::size_t end = at;
        while (end < all_.size() && all_[end] == all_[at]) ++end;
        return end - at;
    }

    std::string_view dash(std::size_t at, std::size_t& length) const {
        length = repeated(at);
        const bool option = is_blank(before(at)) && is_word(behind(at + length));
        if (option || (length != 2 && length != 3)) return {};
        return length == 2 ? "–" : "—";
    }

    std::string_view ellipsis(std::size_t at, std::size_t& length) const {
        length = repeated(at);
        return length == 3 ? "…" : std::string_view{};
    }

    std::string_view all_;
    const locale::QuotationMarks& marks_;
    int open_ = 0, inner_open_ = 0;
};

/// The whole archive, note by note.
class Smartener {
public:
    Smartener(Archive& archive, Arena& arena) : archive_(archive), arena_(arena) {}

    void note(Note& note) {
        marks_ = &marks_of(note.language);
        const bool known = note.source.valid() && note.source.value < archive_.sources.size();
        source_ = known ? std::string_view(archive_.sources[note.source.value]->text) : std::string_view{};
        const auto on_inlines = [&](Inlines& inlines) { run(inlines); };
        run(note.title_inlines);
        note.title = words(note.title);
        for_each_block(note.blocks, [](Block&) {}, on_inlines);
        for (Footnote& footnote : note.footnotes) for_each_block(footnote.blocks, [](Block&) {}, on_inlines);
    }

    void contents(std::vector<ContentsEntry>& entries) {
        for (ContentsEntry& entry : entries) {
            marks_ = &marks_of(entry.note ? archive_.note(*entry.note).language : archive_.metadata.language);
            entry.title = words(entry.title);
            contents(entry.children);
        }
    }

private:
    const locale::QuotationMarks& marks_of(const std::string& language) {
        const auto found = languages_.find(language);
        if (found != languages_.end()) return found->second;
        return languages_.emplace(language, locale::quotation_marks(language)).first->second;
    }

    std::string words(const std::string& text) {
        Inlines alone;
        alone.push_back({Text{text}, {}});
        const std::string_view source = std::exchange(source_, {});
        run(alone);
        source_ = source;
        return std::string(std::get<Text>(alone.front().node).text);
    }

    void run(Inlines& inlines) {
        RunOfText text(inlines);
        if (text.all.find_first_of("\"'-.") == std::string::npos) return;
        Typesetter typesetter(text.all, *marks_);
        for (const RunOfText::Part& part : text.parts) set(part, typesetter);
    }

    void set(const RunOfText::Part& part, Typesetter& typesetter) {
        const std::string_view old = part.text->text;
        if (old.find_first_of("\"'-.") == std::string_view::npos) return;
        const std::vector<bool> escaped = escaped_bytes(old, part.span, source_);
        std::string out;
        for (std::size_t i = 0; i < old.size();) {
            std::size_t length = 1;
            const std::string_view mark =
                escaped[i] ? std::string_view{} : typesetter.replacement(part.begin + i, length);
            length = std::min(length, old.size() - i);
            out += mark.empty() ? old.substr(i, length) : mark;
            i += length;
        }
        if (out != old) part.text->text = arena_.keep(out);
    }

    Archive& archive_;
    Arena& arena_;
    std::string_view source_;
    const locale::QuotationMarks* marks_ = nullptr;
    std::map<std::string, locale::QuotationMarks> languages_;
};

}  // namespace

void set_smart(Archive& archive, Arena& arena) {
    Smartener smartener(archive, arena);
    for (Note& note : archive.notes) smartener.note(note);
    smartener.contents(archive.contents);
}

}  // namespace notes_export::archive
