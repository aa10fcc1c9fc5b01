#include "cli/look.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <optional>

#include "cli/usage_error.hpp"
#include "notes_export/diagnostics.hpp"

namespace notes_export::cli {
namespace {

std::optional<std::string> contents_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file.good() && !file.eof()) return std::nullopt;
    return text;
}

std::string designs() {
    std::string all;
    for (const std::string& name : page_styles()) all += (all.empty() ? "" : ", ") + name;
    return all;
}

}  // namespace

Look read_look(const std::vector<std::string>& styles) {
    Look look{*page_style(page_styles().front()), {}};
    for (const std::string& style : styles) {
        if (auto known = page_style(style)) {
            look.pages = *known;
            continue;
        }
        const std::optional<std::string> text = contents_of(style);
        if (!text)
            throw UsageError(
                fmt::format("cannot read the style {}: give one of {}, or a .toml or .css file", style, designs()));
        if (style.ends_with(".css")) {
            look.style_sheet = *text;
            continue;
        }
        try {
            look.pages = read_page_style(*text, style);
        } catch (const Error& error) {
            throw UsageError(error.what());
        }
    }
    return look;
}

}  // namespace notes_export::cli
