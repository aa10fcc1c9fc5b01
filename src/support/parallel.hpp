/// Parallel loops over independent pieces of work.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace notes_export {

/// Calls `work(i)` for each i below `count`, on up to `jobs` threads (the caller's is one of them).
/// Pieces are taken in order. The first exception is thrown again here once all threads have stopped.
template <class Work>
void parallel_for(unsigned jobs, std::size_t count, const Work& work) {
    if (jobs <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failure_lock;
    auto run = [&] {
        try {
            for (std::size_t i; (i = next.fetch_add(1, std::memory_order_relaxed)) < count;) work(i);
        } catch (...) {
            next.store(count, std::memory_order_relaxed);
            std::lock_guard guard(failure_lock);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 1; t < jobs && t < count; ++t) threads.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace notes_export
