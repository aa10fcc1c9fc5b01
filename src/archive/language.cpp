#include "archive/language.hpp"

#include <algorithm>
#include <map>

#include "archive/references.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// Detection is unsure of shorter texts (bytes), and no surer of longer ones.
constexpr std::size_t least_sample = 200;
constexpr std::size_t longest_sample = 1200;
/// A note in another language than the book's has to show more of it, for code and names look like anything.
constexpr std::size_t least_foreign_sample = 400;

/// Running text from the note's beginning, without code and addresses.
std::string sample_of(const Note& note) {
    std::string sample(note.title);
    for_each_block(
        note.blocks, [](const Block&) {},
        [&](const Inlines& inlines) {
            if (sample.size() >= longest_sample) return;
            sample += '\n';
            for_each_inline(inlines, [&](const Inline& item) {
                const auto* text = std::get_if<Text>(&item.node);
                if (!text) {
                    if (std::holds_alternative<SoftBreak>(item.node) || std::holds_alternative<Code>(item.node))
                        sample += ' ';
                    return;
                }
                if (text->text.find("://") != std::string_view::npos || sample.size() >= longest_sample) return;
                std::size_t end = std::min(text->text.size(), longest_sample);
                while (end < text->text.size() && (static_cast<unsigned char>(text->text[end]) & 0xc0) == 0x80) ++end;
                sample += text->text.substr(0, end);
            });
        });
    return sample;
}

/// What a language tag begins with: "pt" of "pt-BR".
std::string_view primary(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

struct Finding {
    std::string language;  ///< empty: can't tell
    std::size_t sample = 0;
    Direction direction = Direction::automatic;
};

/// Direction of most words: a text in Arabic letters may well begin with a Latin name.
Direction direction_of(std::string_view text) {
    std::ptrdiff_t to_the_left = 0, told = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        const Direction word = unicode::first_strong(text.substr(at, end - at));
        told += word != Direction::automatic;
        to_the_left += word == Direction::right_to_left;
        at = end + 1;
    }
    if (told == 0) return Direction::automatic;
    return to_the_left * 2 > told ? Direction::right_to_left : Direction::left_to_right;
}

Finding detect(const Note& note, bool language_known) {
    const std::string sample = sample_of(note);
    Finding out{{}, sample.size(), direction_of(sample)};
    if (!language_known && sample.size() >= least_sample) out.language = unicode::detect_language(sample);
    return out;
}

std::string majority(const std::vector<Draft>& drafts, const std::vector<Finding>& findings) {
    std::map<std::string, std::size_t> words;
    std::size_t best = 0;
    std::string language;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Note& note = drafts[i].note;
        const std::string& own = note.language.empty() ? findings[i].language : note.language;
        if (own.empty()) continue;
        std::size_t& sum = words[own];
        sum += note.words + 1;
    }
    for (const auto& [tag, sum] : words)
        if (sum > best) {
            best = sum;
            language = tag;
        }
    return language;
}

/// All that is short, together: an archive of short notes is still in some language.
std::string detect_together(const std::vector<Draft>& drafts) {
    std::string sample;
    for (const Draft& draft : drafts) {
        if (sample.size() > 16 * longest_sample) break;
        sample += sample_of(draft.note);
        sample += '\n';
    }
    return unicode::detect_language(sample);
}

}  // namespace

void count_words(std::vector<Draft>& drafts) {
    for (Draft& draft : drafts) {
        Note& note = draft.note;
        note.words = unicode::count_words(note.title);
        const auto count = [&](const Inlines& inlines) {
            for_each_inline(inlines, [&](const Inline& item) {
                if (const auto* text = std::get_if<Text>(&item.node)) note.words += unicode::count_words(text->text);
                if (const auto* code = std::get_if<Code>(&item.node)) note.words += unicode::count_words(code->text);
            });
        };
        for_each_block(note.blocks, [](const Block&) {}, count);
        for (const Footnote& footnote : note.footnotes) for_each_block(footnote.blocks, [](const Block&) {}, count);
    }
}

std::string settle_languages(std::vector<Draft>& drafts, const std::string& stated) {
    std::vector<Finding> findings;
    findings.reserve(drafts.size());
    for (const Draft& draft : drafts)
        findings.push_back(detect(draft.note, !stated.empty() || !draft.note.language.empty()));
    std::string language = stated.empty() ? majority(drafts, findings) : stated;
    if (language.empty()) language = detect_together(drafts);
    if (language.empty()) language = "en";
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        Note& note = drafts[i].note;
        const Finding& finding = findings[i];
        const bool told = !note.language.empty();
        if (!told) {
            const bool foreign = !finding.language.empty() && finding.sample >= least_foreign_sample &&
                                 primary(finding.language) != primary(language);
            note.language = foreign ? finding.language : language;
        }
        bool right_to_left = unicode::is_right_to_left(note.language);
        // A text in the other direction than its supposed language is in another one.
        if (!told && finding.direction != Direction::automatic && finding.language.empty())
            right_to_left = finding.direction == Direction::right_to_left;
        note.direction = right_to_left ? Direction::right_to_left : Direction::left_to_right;
    }
    return language;
}

}  // namespace notes_export::archive
