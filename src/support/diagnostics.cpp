#include "notes_export/diagnostics.hpp"

#include <iterator>
#include <utility>

namespace notes_export {

void Diagnostics::warn(std::string id, SourceId source, SourceSpan span, std::string message, std::string hint) {
    add({Severity::warning, std::move(id), source, span, std::move(message), std::move(hint), {}});
}

void Diagnostics::warn_of_file(std::string id, std::string path, std::string message, std::string hint) {
    add({Severity::warning, std::move(id), {}, {}, std::move(message), std::move(hint), std::move(path)});
}

void Diagnostics::notice(std::string id, std::string message, std::string hint) {
    add({Severity::notice, std::move(id), {}, {}, std::move(message), std::move(hint), {}});
}

void Diagnostics::append(Diagnostics other) {
    if (all_.empty()) {
        all_ = std::move(other.all_);
        return;
    }
    all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

}  // namespace notes_export
