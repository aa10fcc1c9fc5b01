/// No note loses a word on its way into the model, however it is written.
///
/// NOTES_EXPORT_FULL=1 makes many more of them; NOTES_EXPORT_SEED=n begins at another place.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "notes_export/notes_export.hpp"
#include "property/model_words.hpp"
#include "property/mutation.hpp"
#include "property/note_writer.hpp"
#include "property/vanishing.hpp"

namespace notes_export::property {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t notes_in_archive = 20;

std::size_t archives() {
    return std::getenv("NOTES_EXPORT_FULL") ? 2'000 : 40;
}

std::uint64_t first_seed() {
    const char* seed = std::getenv("NOTES_EXPORT_SEED");
    return seed ? std::strtoull(seed, nullptr, 10) : 1;
}

/// A folder that goes when the test does.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "notes-export-test-XXXXXX").string();
        path_ = fs::canonical(::mkdtemp(pattern.data()));
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

void mark_as(const Folder& folder, Dialect dialect) {
    switch (dialect) {
        case Dialect::obsidian:
            return folder.write(".obsidian/app.json", "{}");
        case Dialect::mdbook:
            return folder.write("book.toml", "[book]\nsrc = \".\"\n");
        case Dialect::hugo:
            return folder.write("hugo.toml", "");
        case Dialect::jekyll:
            return folder.write("_config.yml", "");
        case Dialect::logseq:
            folder.write("pages/.keep", "");
            return folder.write("logseq/config.edn", "{}");
        case Dialect::plain:
            break;
    }
}

struct Loaded {
    Archive archive;
    Diagnostics diagnostics;
};

Loaded load_notes(const std::vector<std::string>& notes, Dialect dialect) {
    const Folder folder;
    mark_as(folder, dialect);
    for (std::size_t i = 0; i < notes.size(); ++i) folder.write("note-" + std::to_string(i) + ".md", notes[i]);
    Loaded out;
    LoadOptions options;
    options.read.inputs = {folder.path()};
    options.assemble.drafts = true;
    out.archive = load(options, out.diagnostics);
    return out;
}

/// The tokens of one kind ("wq") in a text.
std::set<std::string> tokens(std::string_view text, std::string_view kind) {
    std::set<std::string> out;
    for (std::size_t at = text.find(kind); at != std::string_view::npos; at = text.find(kind, at + 1)) {
        std::size_t end = at + kind.size();
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        if (end > at + kind.size() && end < text.size() && text[end] == 'z') out.emplace(text.substr(at, end + 1 - at));
    }
    return out;
}

std::string joined(const std::vector<std::string>& notes) {
    std::string out;
    for (const std::string& note : notes) out += note;
    return out;
}

std::string lines_with(const std::vector<std::string>& notes, const std::string& token) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const std::size_t at = notes[i].find(token);
        if (at == std::string::npos) continue;
        const std::size_t begin = at == 0 ? 0 : notes[i].rfind('\n', at - 1) + 1;
        return "note-" + std::to_string(i) + ": " + notes[i].substr(begin, notes[i].find('\n', at) - begin) +
               "\n---- the note:\n" + notes[i] + "----\n";
    }
    return {};
}

Dialect dialect_of(std::uint64_t seed) {
    return static_cast<Dialect>(seed % 6);
}

class EachArchive : public testing::Test {
protected:
    /// Calls `check(random, dialect, notes)` for each seed until one fails.
    template <class Check>
    static void run(const Check& check) {
        const std::uint64_t first = first_seed();
        for (std::uint64_t seed = first; seed < first + archives() && !HasFailure(); ++seed) {
            SCOPED_TRACE("seed " + std::to_string(seed));
            Random random(seed);
            NoteWriter writer(random, dialect_of(seed));
            std::vector<std::string> notes;
            for (std::size_t i = 0; i < notes_in_archive; ++i) notes.push_back(writer.note());
            check(random, dialect_of(seed), notes);
        }
    }
};

using GeneratedNotes = EachArchive;
using MutatedNotes = EachArchive;
using ArbitraryBytes = EachArchive;

TEST_F(GeneratedNotes, KeepEachWord) {
    run([](Random&, Dialect dialect, const std::vector<std::string>& notes) {
        const Archive archive = load_notes(notes, dialect).archive;
        const std::set<std::string> shown = tokens(shown_text(archive), "wq");
        for (const std::string& token : tokens(joined(notes), "wq"))
            EXPECT_TRUE(shown.contains(token)) << token << " is lost: " << lines_with(notes, token);
    });
}

TEST_F(GeneratedNotes, ShowNoComment) {
    run([](Random&, Dialect dialect, const std::vector<std::string>& notes) {
        const Archive archive = load_notes(notes, dialect).archive;
        for (const std::string& token : tokens(shown_text(archive), "cq"))
            ADD_FAILURE() << token << " is shown: " << lines_with(notes, token);
    });
}

TEST_F(MutatedNotes, KeepEachWordThatNoMarkTakes) {
    run([](Random& random, Dialect dialect, std::vector<std::string> notes) {
        for (std::string& note : notes) note = mutated(std::move(note), random);
        const Loaded loaded = load_notes(notes, dialect);
        const std::string held = shown_text(loaded.archive) + hidden_text(loaded.archive);
        const std::set<std::string> found = tokens(held, "wq");
        for (const auto& source : loaded.archive.sources) {
            std::set<std::string> missing;
            for (const std::string& token : tokens(source->text, "wq"))
                if (!found.contains(token)) missing.insert(token);
            if (missing.empty()) continue;
            const Vanishing vanishing(*source, loaded.diagnostics);
            for (const std::string& token : missing)
                EXPECT_TRUE(vanishing.takes(token)) << token << " is lost: " << lines_with({source->text}, token);
        }
    });
}

TEST_F(ArbitraryBytes, BecomeAnArchive) {
    run([](Random& random, Dialect dialect, std::vector<std::string> notes) {
        for (std::string& note : notes) {
            if (random.one_in(2)) {
                for (std::size_t i = note.size() / 8; i > 0; --i)
                    note[random.below(note.size())] = static_cast<char>(random.below(256));
            } else {
                note.clear();
                for (std::size_t i = random.below(400); i > 0; --i) note += static_cast<char>(random.below(256));
            }
        }
        EXPECT_EQ(load_notes(notes, dialect).archive.sources.size(), notes.size());
    });
}

}  // namespace
}  // namespace notes_export::property
