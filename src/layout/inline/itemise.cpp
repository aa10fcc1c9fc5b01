#include "layout/inline/itemise.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

#include "layout/inline/icu.hpp"
#include "support/ascii.hpp"
#include "text/words.hpp"
#include "unicode/text.hpp"

namespace notes_export::layout {

namespace {

constexpr std::uint32_t latin = script_tag("Latn");

std::uint32_t tag_of(UScriptCode script) {
    const char* name = uscript_getShortName(script);
    std::uint32_t tag = 0;
    for (int i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
    return tag;
}

bool is_western(std::uint32_t script) {
    return script == latin || script == script_tag("Grek") || script == script_tag("Cyrl");
}

/// Scripts of the characters that have one; the others take their neighbour's (UAX #24, 5.1 and 5.2).
class ScriptResolver {
public:
    std::uint32_t next(char32_t character) {
        UErrorCode status = U_ZERO_ERROR;
        const auto code = static_cast<UChar32>(character);
        if (ascii::is_letter(character)) return current_ = latin;
        // Figures and signs of ASCII are Western among Han characters too: set close, and a quarter em from them.
        if (character < 0x80 && is_han_or_kana(current_)) return latin;
        const UScriptCode script = uscript_getScript(code, &status);
        if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN)
            return bracketed(code);
        return current_ = tag_of(script);
    }

private:
    /// A closing bracket belongs to the script of its opening one.
    std::uint32_t bracketed(UChar32 code) {
        const int32_t type = u_getIntPropertyValue(code, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
        if (type == U_BPT_OPEN) {
            if (depth_ < open_.size()) open_[depth_] = {u_getBidiPairedBracket(code), current_};
            if (depth_ < open_.size()) ++depth_;
        } else if (type == U_BPT_CLOSE) {
            for (std::size_t i = depth_; i-- > 0;) {
                if (open_[i].closing != code) continue;
                depth_ = i;
                return current_ = open_[i].script;
            }
        }
        return current_;
    }
    struct Open {
        UChar32 closing;
        std::uint32_t script;
    };
    std::array<Open, 32> open_{};
    std::size_t depth_ = 0;
    std::uint32_t current_ = 0;
};

/// Marks that Chinese and Japanese share with Western text but set full width in their own face.
bool is_shared_mark(char32_t character) {
    return character == 0x2018 || character == 0x2019 || character == 0x201C || character == 0x201D ||
           character == 0x2026 || character == 0x2014 || character == 0x00B7;
}

bool has_han(const std::string& language) {
    return language.starts_with("ja") || language.starts_with("zh") || language.starts_with("ko");
}

/// The language whose forms Han characters take: the text's own when it is one of theirs, else told by kana or hangul.
std::string han_language(const CollectedText& collected, const std::string& language) {
    if (has_han(language)) return language;
    for (std::size_t at = 0; at < collected.text.size();) {
        const char32_t character = unicode::decode(collected.text, at);
        if (character >= 0x3041 && character <= 0x30FF) return "ja";
        if (character >= 0xAC00 && character <= 0xD7AF) return "ko";
    }
    return "zh-Hans";
}

class Itemiser {
public:
    Itemiser(const CollectedText& collected, const ParagraphStyle& style, const text::FontLibrary& fonts)
        : collected_(collected), style_(style), fonts_(fonts) {
        if (!collected.simple || collected.right_to_left) levels_ = bidi_levels(collected);
    }

    std::vector<Run> run(const WideText& wide) {
        if (!collected_.simple) {
            clusters_ = boundaries(wide, Boundaries::clusters, {});
            han_ = han_language(collected_, style_.language);
        }
        for (std::size_t i = 0; i < collected_.spans.size(); ++i) add_span(static_cast<std::uint32_t>(i));
        resolve_leading_scripts();
        return std::move(runs_);
    }

private:
    void add_span(std::uint32_t index) {
        const Span& span = collected_.spans[index];
        if (span.kind != SpanKind::text || !span.style) {
            add({span.begin, span.end, index, latin, {}, level_at(span.begin)});
            return;
        }
        if (collected_.ascii && levels_.empty()) {
            add({span.begin, span.end, index, latin, fonts_.bundled(span.style->font), 0});
            return;
        }
        for (std::uint32_t at = span.begin; at < span.end;) at = add_cluster(index, at);
    }

    std::uint32_t add_cluster(std::uint32_t index, std::uint32_t begin) {
        const Span& span = collected_.spans[index];
        const std::uint32_t end = cluster_end(begin, span.end);
        cluster_.clear();
        for (std::size_t at = begin; at < end;) cluster_ += unicode::decode(collected_.text, at);
        const std::uint32_t script = scripts_.next(cluster_.front());
        Run run{begin, end, index, script, face_for(span, script), level_at(begin)};
        add(run);
        return end;
    }

    std::uint32_t cluster_end(std::uint32_t begin, std::uint32_t limit) {
        if (clusters_.empty()) {
            std::size_t at = begin;
            unicode::decode(collected_.text, at);
            return static_cast<std::uint32_t>(at);
        }
        while (clusters_[next_cluster_] <= begin) ++next_cluster_;
        return std::min(clusters_[next_cluster_], limit);
    }

    text::FaceId face_for(const Span& span, std::uint32_t script) {
        const char32_t first = cluster_.front();
        const text::FontStyle& font = span.style->font;
        const bool letter = first < 0x80 && u_isalnum(static_cast<UChar32>(first));
        const bool alone = cluster_.size() == 1;
        const bool western = script == 0 || is_western(script);
        if (alone && (letter || (first < 0x80 && western) || first < 0x20 || first == line_separator))
            return fonts_.bundled(font);
        const std::string& language = language_of(span, style_);
        const std::string& han_forms = has_han(language) ? language : han_;
        const bool han = is_han_or_kana(script);
        if (alone && han && is_shared_mark(first) && (language.starts_with("zh") || language.starts_with("ja"))) {
            // An opening quotation mark may stand before any Han character: then it looks at the one behind it.
            if (const text::FaceId face = fonts_.for_cluster(U"\u3002", font, han_forms);
                text::has_cluster(fonts_, face, cluster_))
                return face;
        }
        // A blank or a full stop among Arabic or Indic letters is theirs; among Han it is Western.
        if (!runs_.empty() && !han && !is_western(script) && !letter && runs_.back().script == script &&
            runs_.back().face.valid() && runs_.back().span < collected_.spans.size() &&
            collected_.spans[runs_.back().span].style == span.style && !u_isalpha(static_cast<UChar32>(first)) &&
            !u_isdigit(static_cast<UChar32>(first)) && text::has_cluster(fonts_, runs_.back().face, cluster_) &&
            !fonts_.info(runs_.back().face).colour_bitmaps)
            return runs_.back().face;
        // What draws nothing needs no face of its own.
        if (alone && !runs_.empty() && runs_.back().face.valid() &&
            u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            return runs_.back().face;
        return fonts_.for_cluster(cluster_, font, unicode::is_cjk(first) ? han_forms : language);
    }

    std::uint8_t level_at(std::uint32_t offset) const { return levels_.empty() ? std::uint8_t{0} : levels_[offset]; }

    void add(const Run& run) {
        if (!runs_.empty()) {
            Run& last = runs_.back();
            if (last.span == run.span && last.script == run.script && last.face == run.face &&
                last.level == run.level && run.face.valid()) {
                last.end = run.end;
                return;
            }
        }
        runs_.push_back(run);
    }

    /// Signs before the first letter take its script.
    void resolve_leading_scripts() {
        std::uint32_t following = latin;
        for (std::size_t i = runs_.size(); i-- > 0;) {
            if (runs_[i].script != 0)
                following = runs_[i].script;
            else
                runs_[i].script = following;
        }
    }

    const CollectedText& collected_;
    const ParagraphStyle& style_;
    const text::FontLibrary& fonts_;
    std::vector<std::uint8_t> levels_;
    std::vector<std::uint32_t> clusters_;
    std::size_t next_cluster_ = 0;
    std::string han_;
    ScriptResolver scripts_;
    std::u32string cluster_;
    std::vector<Run> runs_;
};

}  // namespace

bool is_han_or_kana(std::uint32_t script) {
    return script == script_tag("Hani") || script == script_tag("Hira") || script == script_tag("Kana") ||
           script == script_tag("Bopo");
}

bool is_spaceless(std::uint32_t script) {
    return script == script_tag("Thai") || script == script_tag("Laoo") || script == script_tag("Khmr") ||
           script == script_tag("Mymr");
}

const std::string& language_of(const Span& span, const ParagraphStyle& style) {
    return span.style && !span.style->language.empty() ? span.style->language : style.language;
}

std::vector<Run> itemise(const CollectedText& collected, const WideText& wide, const ParagraphStyle& style,
                         const text::FontLibrary& fonts) {
    return Itemiser(collected, style, fonts).run(wide);
}

}  // namespace notes_export::layout
