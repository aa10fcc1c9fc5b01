#include <sstream>

#include "source/front_matter.hpp"
#include "source/line_index.hpp"
#include "source/toml.hpp"
#include "unicode/text.hpp"

namespace notes_export::source {
namespace {

class Flattening {
public:
    Flattening(const LineIndex& lines, Fields& out) : lines_(lines), out_(out) {}

    void table(const toml::table& table, const std::string& prefix) {
        for (const auto& [key, value] : table) {
            if (out_.fields.size() >= max_fields) return;
            const std::string name = (prefix.empty() ? "" : prefix + ".") + unicode::lower(key.str());
            put(value, name, span_of(key.source(), value.source()));
        }
    }

private:
    void put(const toml::node& value, const std::string& name, const SourceSpan& span) {
        if (const toml::table* inner = value.as_table()) return table(*inner, name);
        FrontMatterField& field = field_named(name, span);
        if (const toml::array* list = value.as_array()) {
            for (const toml::node& item : *list) put(item, name, span);
        } else {
            field.values.push_back(toml_text(value));
        }
    }

    FrontMatterField& field_named(const std::string& name, const SourceSpan& span) {
        for (FrontMatterField& field : out_.fields)
            if (field.key == name) return field;
        return out_.fields.emplace_back(FrontMatterField{name, {}, span});
    }

    SourceSpan span_of(const toml::source_region& key, const toml::source_region& value) const {
        const std::size_t first = key.begin.line > 0 ? key.begin.line - 1 : 0;
        return lines_.lines(first, value.end.line > 0 ? value.end.line - 1 : first);
    }

    const LineIndex& lines_;
    Fields& out_;
};

}  // namespace

std::string toml_text(const toml::node& value) {
    if (const auto text = value.as_string()) return text->get();
    std::ostringstream out;
    value.visit([&](const auto& node) { out << node; });
    return std::move(out).str();
}

Fields read_toml(std::string_view text, std::size_t offset) {
    Fields out;
    const LineIndex lines(text, offset);
    try {
        Flattening(lines, out).table(toml::parse(text), {});
    } catch (const toml::parse_error& error) {
        const std::size_t line = error.source().begin.line > 0 ? error.source().begin.line - 1 : 0;
        out.failed = true;
        out.reason = error.description();
        out.place = lines.lines(line, line);
    }
    return out;
}

}  // namespace notes_export::source
