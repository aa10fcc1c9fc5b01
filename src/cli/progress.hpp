/// One line on the terminal that says what is being done, written over until it is done.
#pragma once

#include <string_view>

namespace notes_export::cli {

class Progress {
public:
    explicit Progress(bool shown) : shown_(shown) {}
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void step(std::string_view what);
    /// Wipes the line, before anything else is written.
    void clear();

private:
    bool shown_;
    bool line_is_written_ = false;
};

}  // namespace notes_export::cli
