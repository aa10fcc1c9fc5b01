/// toml++ as this part uses it.
#pragma once

#include <toml++/toml.h>
#include <string>

namespace notes_export::source {

/// A value as it would be written, strings without their quotes: "2024-02-13", "3", "true".
std::string toml_text(const toml::node& value);

}  // namespace notes_export::source
