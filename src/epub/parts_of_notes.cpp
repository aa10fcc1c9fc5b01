#include "epub/parts_of_notes.hpp"

#include <utility>

namespace notes_export::epub {
namespace {

class PartFinder {
public:
    explicit PartFinder(const Archive& archive) {
        found_.innermost.resize(archive.notes.size());
        found_.begin_at.resize(archive.notes.size());
        descend(archive.contents, nullptr);
    }
    PartsOfNotes take() { return std::move(found_); }

private:
    void descend(const std::vector<ContentsEntry>& entries, const ContentsEntry* part) {
        for (const ContentsEntry& entry : entries) {
            if (entry.note) {
                found_.innermost[entry.note->value] = part;
                for (const ContentsEntry* begun : begun_) found_.begin_at[entry.note->value].push_back(begun);
                begun_.clear();
                if (!entry.children.empty()) found_.with_children[entry.note->value] = &entry;
                descend(entry.children, part);
            } else {
                begun_.push_back(&entry);
                ++found_.count;
                descend(entry.children, &entry);
            }
        }
    }

    PartsOfNotes found_;
    std::vector<const ContentsEntry*> begun_;  ///< parts whose first note is still to come
};

}  // namespace

PartsOfNotes find_parts(const Archive& archive) {
    return PartFinder(archive).take();
}

}  // namespace notes_export::epub
