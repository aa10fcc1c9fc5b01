/// A hash table from a number and a piece of text to an array, for caches: nothing is ever taken out but all at once.
/// Private to this part.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace notes_export::text {

/// Hands out pieces of large blocks; pieces stay where they are until `clear`.
template <class T>
class Pool {
public:
    std::span<T> take(std::span<const T> values) {
        if (values.size() > room_) {
            const std::size_t size = std::max<std::size_t>(4096, values.size());
            blocks_.push_back(std::make_unique_for_overwrite<T[]>(size));
            next_ = blocks_.back().get();
            room_ = size;
            total_ += size;
        }
        T* begin = next_;
        std::copy(values.begin(), values.end(), begin);
        next_ += values.size();
        room_ -= values.size();
        return {begin, values.size()};
    }
    std::size_t total() const { return total_; }
    void clear() {
        blocks_.clear();
        next_ = nullptr;
        room_ = total_ = 0;
    }

private:
    std::vector<std::unique_ptr<T[]>> blocks_;
    T* next_ = nullptr;
    std::size_t room_ = 0, total_ = 0;
};

template <class T>
class WordTable {
public:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t kind = 0;
        std::string_view word;
        std::span<T> values;
        bool used = false;
    };

    static std::uint64_t hash_of(std::uint32_t kind, std::string_view word) {
        return (std::hash<std::string_view>{}(word) ^ kind) * 0x9E3779B97F4A7C15ULL;
    }

    const Entry* find(std::uint32_t kind, std::string_view word, std::uint64_t hash) const {
        if (entries_.empty()) return nullptr;
        for (std::size_t i = hash >> shift_;; i = (i + 1) & (entries_.size() - 1)) {
            const Entry& entry = entries_[i];
            if (!entry.used) return nullptr;
            if (entry.hash == hash && entry.kind == kind && entry.word == word) return &entry;
        }
    }

    std::span<const T> add(std::uint32_t kind, std::string_view word, std::uint64_t hash, std::span<const T> values) {
        if ((count_ + 1) * 2 > entries_.size()) grow();
        const std::span<char> kept = letters_.take({word.data(), word.size()});
        const Entry entry{hash, kind, {kept.data(), kept.size()}, values_.take(values), true};
        place(entry);
        ++count_;
        return entry.values;
    }

    std::size_t bytes() const {
        return letters_.total() + values_.total() * sizeof(T) + entries_.size() * sizeof(Entry);
    }
    void clear() {
        entries_.clear();
        letters_.clear();
        values_.clear();
        count_ = 0;
        shift_ = 64;
    }

private:
    void place(const Entry& entry) {
        std::size_t i = entry.hash >> shift_;
        while (entries_[i].used) i = (i + 1) & (entries_.size() - 1);
        entries_[i] = entry;
    }
    void grow() {
        std::vector<Entry> old(std::max<std::size_t>(1024, entries_.size() * 2));
        old.swap(entries_);
        shift_ = 64 - std::countr_zero(entries_.size());
        for (const Entry& entry : old)
            if (entry.used) place(entry);
    }

    std::vector<Entry> entries_;
    Pool<char> letters_;
    Pool<T> values_;
    std::size_t count_ = 0;
    int shift_ = 64;
};

}  // namespace notes_export::text
