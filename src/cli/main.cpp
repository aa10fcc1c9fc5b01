#include <signal.h>

#include <string>
#include <vector>

#include "cli/memory.hpp"
#include "cli/run.hpp"
#include "support/unfinished.hpp"

namespace {

/// Removes half-written books, then lets the signal do what it does.
extern "C" void end_by_signal(int number) {
    notes_export::remove_unfinished();
    ::raise(number);  // the handler was taken off when it was called
}

void handle_signals() {
    struct sigaction ending{};
    ending.sa_handler = end_by_signal;
    ending.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before{};
        ::sigaction(number, nullptr, &before);
        // nohup(1) and shells in the background have them ignored.
        if (before.sa_handler != SIG_IGN) ::sigaction(number, &ending, nullptr);
    }
    // A reader that goes away shows as an error of write(2), which says what could not be written.
    ::signal(SIGPIPE, SIG_IGN);
}

}  // namespace

int main(int count, char** words) {
    notes_export::cli::take_large_pages();
    handle_signals();
    return static_cast<int>(notes_export::cli::run({words + (count > 0 ? 1 : 0), words + count}));
}
