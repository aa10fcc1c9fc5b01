#include "notes_export/output.hpp"

#include <algorithm>
#include <cerrno>
#include <vector>

#include "notes_export/diagnostics.hpp"
#include "support/output_target.hpp"

namespace notes_export {
namespace {

/// Exporters write in small pieces; the system is asked once for this many bytes.
constexpr std::size_t buffer_size = std::size_t{256} * 1024;

void write_at(int descriptor, std::span<const std::byte> bytes, std::size_t position, const std::string& shown) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(position));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail_to_write(shown, written < 0 ? errno : EIO);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        position += static_cast<std::size_t>(written);
    }
}

}  // namespace

struct Output::State {
    std::string shown;  ///< the path as it was given
    OutputTarget target;
    TemporaryFile temporary;
    std::vector<std::byte> buffer;  ///< not yet written; begins at `flushed`
    std::size_t flushed = 0;
    std::size_t size = 0;  ///< of everything written so far, the buffer included
    bool committed = false;

    void flush() {
        write_at(temporary.descriptor.number(), buffer, flushed, shown);
        flushed += buffer.size();
        buffer.clear();
    }
};

Output::Output(const std::string& path) {
    OutputTarget target = find_output_target(path);
    const std::string shown = path == "-" ? "stdout" : path;
    TemporaryFile temporary =
        target.kind == OutputTarget::Kind::file ? open_beside(target, shown) : open_nameless(shown);
    state_ = std::make_unique<State>(shown, std::move(target), std::move(temporary));
    state_->buffer.reserve(buffer_size);
}

Output::~Output() = default;
Output::Output(Output&&) noexcept = default;
Output& Output::operator=(Output&&) noexcept = default;

void Output::write(std::span<const std::byte> bytes) {
    State& state = *state_;
    if (state.buffer.size() + bytes.size() > buffer_size) state.flush();
    if (bytes.size() > buffer_size) {
        write_at(state.temporary.descriptor.number(), bytes, state.flushed, state.shown);
        state.flushed += bytes.size();
    } else {
        state.buffer.insert(state.buffer.end(), bytes.begin(), bytes.end());
    }
    state.size = std::max(state.size, position());
}

std::size_t Output::position() const {
    return state_->flushed + state_->buffer.size();
}

std::size_t Output::size() const {
    return state_->size;
}

void Output::seek(std::size_t position) {
    if (position == this->position()) return;
    state_->flush();
    state_->flushed = position;
}

void Output::commit() {
    State& state = *state_;
    if (state.committed) return;
    state.flush();
    if (state.target.kind == OutputTarget::Kind::file)
        put_in_place(state.temporary, state.target, state.shown);
    else
        send(state.temporary, state.size, state.target, state.shown);
    state.committed = true;
}

const std::string& Output::path() const {
    return state_->shown;
}

}  // namespace notes_export
