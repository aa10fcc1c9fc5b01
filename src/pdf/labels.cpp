#include "pdf/labels.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include "locale/figures.hpp"
#include "pdf/syntax.hpp"

namespace notes_export::pdf {
namespace {

/// How a page's label is made.
struct Numbered {
    enum class Style { decimal, roman, verbatim } style = Style::verbatim;
    int number = 0;

    bool follows(const Numbered& before) const {
        return style != Style::verbatim && style == before.style && number == before.number + 1;
    }
};

int roman_value(std::string_view text) {
    constexpr std::array<std::pair<char, int>, 7> letters{
        {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}, {'d', 500}, {'m', 1000}}};
    int total = 0;
    int before = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        int value = 0;
        for (const auto& [letter, worth] : letters)
            if (letter == text[i]) value = worth;
        if (value == 0) return 0;
        total += value < before ? -value : value;
        before = value;
    }
    return locale::lower_roman(static_cast<std::size_t>(total)) == text ? total : 0;
}

Numbered read(std::string_view label) {
    int number = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
    if (error == std::errc{} && end == label.data() + label.size() && number >= 1 && label.front() != '0')
        return {Numbered::Style::decimal, number};
    if (const int roman = label.empty() ? 0 : roman_value(label)) return {Numbered::Style::roman, roman};
    return {};
}

}  // namespace

std::string page_labels(const std::vector<std::string>& labels) {
    std::string out = "<</Nums[";
    Numbered before;
    for (std::size_t page = 0; page < labels.size(); ++page) {
        const Numbered label = read(labels[page]);
        const bool same_words = label.style == Numbered::Style::verbatim && page > 0 &&
                                before.style == Numbered::Style::verbatim && labels[page] == labels[page - 1];
        if (!(page > 0 && label.follows(before)) && !same_words) {
            put_integer(out, static_cast<std::int64_t>(page));
            out += "<<";
            if (label.style == Numbered::Style::verbatim) {
                if (!labels[page].empty()) {
                    out += "/P";
                    put_text(out, labels[page]);
                }
            } else {
                out += label.style == Numbered::Style::decimal ? "/S/D" : "/S/r";
                if (label.number != 1) {
                    out += "/St ";
                    put_integer(out, label.number);
                }
            }
            out += ">>";
        }
        before = label;
    }
    return out + "]>>";
}

}  // namespace notes_export::pdf
