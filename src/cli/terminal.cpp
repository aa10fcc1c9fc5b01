#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "unicode/text.hpp"

namespace notes_export::cli {
namespace {

/// Writes all of it; the error's number when that fails, else 0.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return written < 0 ? errno : EIO;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value && *value != '\0';
}

bool is_dumb() {
    const char* terminal = std::getenv("TERM");
    return terminal && std::string_view(terminal) == "dumb";
}

}  // namespace

bool has_color(When color) {
    if (color != When::automatic) return color == When::always;
    return !is_set("NO_COLOR") && !is_dumb() && ::isatty(STDERR_FILENO) == 1;
}

bool shows_progress(const Options& options) {
    return options.progress == When::automatic && !options.quiet && !options.json && !is_dumb() &&
           ::isatty(STDERR_FILENO) == 1;
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = unicode::decode(text, at);
        const bool commands = c < 0x20 || (c >= 0x7F && c < 0xA0);
        unicode::append(out, commands ? (c == '\n' || c == '\t' ? U' ' : U'\uFFFD') : c);
    }
    return out;
}

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = unicode::decode(text, at);
        if (c == '"' || c == '\\') out += '\\';
        if (c < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            unicode::append(out, c);
    }
    return out += '"';
}

void to_stderr(std::string_view text) {
    write_all(STDERR_FILENO, text);
}

void to_stdout(std::string_view text) {
    const int error = write_all(STDOUT_FILENO, text);
    if (error != 0 && error != EPIPE) throw Error("cannot write to stdout: " + std::generic_category().message(error));
}

}  // namespace notes_export::cli
