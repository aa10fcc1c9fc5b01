#include "cli/run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <optional>
#include <span>

#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "cli/usage_error.hpp"
#include "notes_export/notes_export.hpp"
#include "support/parallel.hpp"

namespace notes_export::cli {
namespace {

/// The run's state that messages need.
struct Session {
    const Options& options;
    MessageStyle style;
    Progress progress;
    Diagnostics diagnostics;
    bool failed = false;

    void fail(const std::string& message) {
        failed = true;
        progress.clear();
        to_stderr(shown_error(message, style));
    }
};

/// Calls `work`; what it throws becomes a message, never the end of the program.
template <class Work>
std::optional<std::string> failure_of(const Work& work) {
    try {
        work();
        return std::nullopt;
    } catch (const Error& error) {
        return error.what();
    } catch (const std::bad_alloc&) {
        return "out of memory; export fewer notes at once, or with --jobs 1";
    } catch (const std::exception& error) {
        return fmt::format("{}; this is a mistake of the program, please report it", error.what());
    }
}

template <class Work>
void guarded(Session& session, const Work& work) {
    if (const auto failure = failure_of(work)) session.fail(*failure);
}

/// Opened before anything is read: a name that can't be written is told at once.
std::optional<Output> open(const std::optional<std::string>& path, Session& session) {
    std::optional<Output> output;
    if (path) guarded(session, [&] { output.emplace(*path); });
    return output;
}

std::string_view name_of(LoadStep step) {
    switch (step) {
        case LoadStep::reading:
            return "reading";
        case LoadStep::parsing:
            return "parsing";
        case LoadStep::assembling:
            return "assembling";
    }
    return {};
}

std::optional<Archive> load_archive(Session& session) {
    LoadOptions options = session.options.load;
    options.on_step = [&](LoadStep step) { session.progress.step(name_of(step)); };
    std::optional<Archive> archive;
    guarded(session, [&] { archive = load(options, session.diagnostics); });
    return archive;
}

/// "archive.epub: 5 notes, 1,104 words, 4 pictures, 132 KB; 2 drafts left out".
std::string summary(const Archive& archive, const Output& output) {
    std::size_t notes = 0, words = 0, pictures = 0;
    for (const Note& note : archive.notes) {
        notes += !note.introduction;
        words += note.words;
        pictures += note.pictures;
    }
    const auto counted = [](std::size_t number, std::string_view thing) {
        return fmt::format("{} {}{}", grouped(number), thing, number == 1 ? "" : "s");
    };
    const std::string drafts =
        archive.drafts > 0 ? fmt::format("; {} left out", counted(archive.drafts, "draft")) : std::string();
    return fmt::format("{}: {}, {}, {}, {}{}\n", printable(output.path()), counted(notes, "note"),
                       counted(words, "word"), counted(pictures, "picture"), shown_size(output.size()), drafts);
}

/// A book to be written, and what came of it.
struct Book {
    std::optional<Output>* output;
    std::function<void(Output&, Diagnostics&)> write;
    Diagnostics diagnostics{};
    std::string summary{};
    std::optional<std::string> failure{};
};

void write_book(Book& book, const Archive& archive) {
    std::optional<Output>& output = *book.output;
    if (!output) return;
    book.failure = failure_of([&] {
        book.write(*output, book.diagnostics);
        book.summary = summary(archive, *output);
    });
    output.reset();  // what failed leaves its place now, whatever becomes of the other book
}

/// Both at once, since much of either is done by one thread. Returns the summaries.
std::string write_books(std::span<Book> books, const Archive& archive, Session& session) {
    session.progress.step("writing");
    const unsigned at_once = session.options.pdf_options.jobs == 1 ? 1 : static_cast<unsigned>(books.size());
    parallel_for(at_once, books.size(), [&](std::size_t i) { write_book(books[i], archive); });
    std::string summaries;
    for (Book& book : books) {
        session.diagnostics.append(std::move(book.diagnostics));
        if (book.failure) session.fail(*book.failure);
        summaries += book.summary;
    }
    return summaries;
}

std::string warnings_line(std::size_t warnings) {
    return warnings == 0 ? "" : fmt::format("{} warning{}\n", grouped(warnings), warnings == 1 ? "" : "s");
}

ExitStatus status(const Session& session) {
    if (session.failed) return ExitStatus::not_written;
    const bool warned = session.options.strict && count_warnings(session.diagnostics) > 0;
    return warned ? ExitStatus::warned : ExitStatus::written;
}

ExitStatus carry_out(const Options& options, Diagnostics from_configuration) {
    Session session{options, message_style(options), Progress(shows_progress(options)), std::move(from_configuration)};
    std::optional<Output> epub = open(options.epub, session);
    std::optional<Output> pdf = open(options.pdf, session);
    const bool something_to_do = epub || pdf || options.list;
    std::optional<Archive> archive;
    if (something_to_do) archive = load_archive(session);

    std::string summaries;
    if (archive) {
        if (options.list) {
            session.progress.clear();
            guarded(session, [&] { to_stdout(listing(*archive, ::isatty(STDOUT_FILENO) == 1)); });
        }
        std::array books{Book{&epub,
                              [&](Output& output, Diagnostics& diagnostics) {
                                  export_epub(*archive, options.epub_options, output, diagnostics);
                              }},
                         Book{&pdf, [&](Output& output, Diagnostics& diagnostics) {
                                  export_pdf(*archive, options.pdf_options, output, diagnostics);
                              }}};
        summaries = write_books(books, *archive, session);
    }
    session.progress.clear();
    static const std::vector<std::unique_ptr<const Source>> none;
    to_stderr(shown(session.diagnostics, archive ? archive->sources : none, session.style));
    if (!options.quiet && !options.json) to_stderr(summaries + warnings_line(count_warnings(session.diagnostics)));
    return status(session);
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) {
    Diagnostics diagnostics;
    try {
        const Request request = read_request(arguments, diagnostics);
        if (request.answer) {
            to_stdout(*request.answer);
            return ExitStatus::written;
        }
        return carry_out(request.options, std::move(diagnostics));
    } catch (const UsageError& error) {
        // What the configuration file could not give may be what is missing now.
        to_stderr(shown(diagnostics, {}, {}));
        to_stderr(
            fmt::format("notes-export: {}\nnotes-export --help shows how it is used.\n", printable(error.what())));
        return ExitStatus::wrong_usage;
    } catch (const std::exception& error) {
        to_stderr(fmt::format("notes-export: {}\n", printable(error.what())));
        return ExitStatus::not_written;
    }
}

}  // namespace notes_export::cli
