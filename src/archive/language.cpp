#include "archive/language.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "archive/walk_note.hpp"
#include "support/parallel.hpp"
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
    std::optional<double> right_to_left;  ///< part of the letters; nothing: there are none
};

/// Whether a note without a language of its own runs from right to left. Its supposed language tells, unless the
/// letters are of another direction: names and terms in Latin letters may be many, but never nearly all.
bool runs_backwards(const Finding& finding, bool supposed) {
    constexpr double hardly_any = 0.1;
    return finding.right_to_left ? *finding.right_to_left > (supposed ? hardly_any : 0.5) : supposed;
}

/// `book`: the language that the archive says it is in, or empty. Then only a note that runs the other way is asked.
Finding detect(const Note& note, const std::string& book) {
    const std::string sample = sample_of(note);
    Finding out{{}, sample.size(), unicode::right_to_left_share(sample)};
    const bool direction_of_book = unicode::is_right_to_left(book);
    const bool as_the_book = !book.empty() && runs_backwards(out, direction_of_book) == direction_of_book;
    if (note.language.empty() && !as_the_book && sample.size() >= least_sample)
        out.language = unicode::detect_language(sample);
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

std::string settle_languages(std::vector<Draft>& drafts, const std::string& stated, unsigned jobs) {
    std::vector<Finding> findings(drafts.size());
    parallel_for(jobs, drafts.size(), [&](std::size_t i) { findings[i] = detect(drafts[i].note, stated); });
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
        if (!told && finding.language.empty()) right_to_left = runs_backwards(finding, right_to_left);
        note.direction = right_to_left ? Direction::right_to_left : Direction::left_to_right;
    }
    return language;
}

}  // namespace notes_export::archive
