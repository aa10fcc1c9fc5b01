#include "locale/words.hpp"

#include <toml++/toml.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "locale/figures.hpp"
#include "support/embedded.hpp"

namespace notes_export::locale {
namespace {

using Table = std::map<std::string, std::string, std::less<>>;

/// `styles/strings/<language>.toml`; a nested table is flattened to "key.form".
Table read_table(std::string_view language) {
    Table table;
    const std::string_view text = embedded_file("styles/strings/" + std::string(language) + ".toml");
    if (text.empty()) return table;
    const toml::table parsed = toml::parse(text);
    for (const auto& [key, value] : parsed) {
        if (const auto* string = value.as_string()) table.emplace(key.str(), string->get());
        if (const auto* forms = value.as_table())
            for (const auto& [form, phrase] : *forms)
                if (const auto* string = phrase.as_string())
                    table.emplace(std::string(key.str()) + "." + std::string(form.str()), string->get());
    }
    return table;
}

/// Tables stay for as long as the program runs: views into them are handed out.
const Table& table_of(std::string_view language) {
    static std::mutex lock;
    static std::map<std::string, std::unique_ptr<const Table>, std::less<>> tables;
    const std::lock_guard guard(lock);
    auto found = tables.find(language);
    if (found == tables.end())
        found = tables.emplace(language, std::make_unique<const Table>(read_table(language))).first;
    return *found->second;
}

/// "zh-Hant-TW", "zh-Hant", "zh".
std::string_view shorter(std::string_view language) {
    const std::size_t hyphen = language.rfind('-');
    return hyphen == std::string_view::npos ? std::string_view{} : language.substr(0, hyphen);
}

const std::string* find(std::string_view key, std::string_view language) {
    for (; !language.empty(); language = shorter(language)) {
        const Table& table = table_of(language);
        if (const auto found = table.find(key); found != table.end()) return &found->second;
    }
    return nullptr;
}

std::string plural_form(std::size_t count, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu::Locale(std::string(language).c_str()), status));
    std::string form = "other";
    if (U_SUCCESS(status)) {
        form.clear();
        rules->select(static_cast<int32_t>(count)).toUTF8String(form);
    }
    return form;
}

}  // namespace

std::string_view word(std::string_view key, std::string_view language) {
    if (const std::string* found = find(key, language)) return *found;
    if (const std::string* found = find(key, "en")) return *found;
    throw std::logic_error("styles/strings/en.toml has no \"" + std::string(key) + "\"");
}

std::string counted(std::string_view key, std::size_t count, std::string_view language) {
    const std::string name(key);
    const std::string* phrase = find(name + "." + plural_form(count, language), language);
    if (!phrase) phrase = find(name + ".other", language);
    if (!phrase) {
        phrase = find(name + (count == 1 ? ".one" : ".other"), "en");
        language = "en";
    }
    if (!phrase) throw std::logic_error("styles/strings/en.toml has no \"" + name + "\"");
    std::string out = *phrase;
    if (const std::size_t at = out.find("{}"); at != std::string::npos) out.replace(at, 2, figures(count, language));
    return out;
}

}  // namespace notes_export::locale
