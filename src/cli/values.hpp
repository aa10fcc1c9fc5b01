/// Given settings, read one by one as the type that each is to have.
#pragma once

#include <fmt/format.h>

#include <charconv>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include "cli/settings.hpp"
#include "cli/usage_error.hpp"

namespace notes_export::cli {

/// Every member throws `UsageError` for a value that is none: it says where it stands and what it may be. The settings
/// must outlive it.
class Values {
public:
    explicit Values(const GivenSettings& given) : given_(given) {}

    std::string text(std::string_view name) const {
        const Given* one = find(name);
        return one && !one->values.empty() ? one->values.back() : std::string();
    }

    std::optional<std::string> path(std::string_view name) const {
        const Given* one = find(name);
        if (!one) return std::nullopt;
        if (text(name).empty()) reject(name, "must be a file's name, or - for stdout");
        return text(name);
    }

    std::vector<std::string> list(std::string_view name) const {
        const Given* one = find(name);
        return one ? one->values : std::vector<std::string>();
    }

    bool flag(std::string_view name) const { return text(name) == "true"; }

    template <class T>
    T number(std::string_view name, T least, T most, T otherwise) const {
        if (!find(name)) return otherwise;
        std::string value = text(name);
        if (value.ends_with("pt")) value.resize(value.size() - 2);
        T out{};
        const auto read = std::from_chars(value.data(), value.data() + value.size(), out);
        if (read.ec != std::errc() || read.ptr != value.data() + value.size() || !(out >= least && out <= most))
            reject(name, fmt::format("must be a{}number from {} to {}, not \"{}\"",
                                     std::is_integral_v<T> ? " whole " : " ", least, most, text(name)));
        return out;
    }

    template <class T>
    T choice(std::string_view name, std::initializer_list<std::pair<std::string_view, T>> choices, T otherwise) const {
        if (!find(name)) return otherwise;
        const std::string value = text(name);
        std::string all;
        for (const auto& [word, meaning] : choices) {
            if (word == value) return meaning;
            all += (all.empty() ? "" : ", ") + std::string(word);
        }
        reject(name, fmt::format("must be one of {}, not \"{}\"", all, value));
    }

    [[noreturn]] void reject(std::string_view name, const std::string& why) const {
        throw UsageError(find(name)->where + " " + why);
    }

private:
    const Given* find(std::string_view name) const {
        const auto found = given_.find(name);
        return found == given_.end() ? nullptr : &found->second;
    }

    const GivenSettings& given_;
};

}  // namespace notes_export::cli
