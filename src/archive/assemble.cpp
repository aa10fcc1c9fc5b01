#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "archive/anchors.hpp"
#include "archive/backlinks.hpp"
#include "archive/block_references.hpp"
#include "archive/choose.hpp"
#include "archive/contents.hpp"
#include "archive/embeds.hpp"
#include "archive/footnotes.hpp"
#include "archive/front_matter.hpp"
#include "archive/headings.hpp"
#include "archive/index_note.hpp"
#include "archive/keys.hpp"
#include "archive/label_order.hpp"
#include "archive/language.hpp"
#include "archive/links.hpp"
#include "archive/metadata.hpp"
#include "archive/order.hpp"
#include "archive/pictures.hpp"
#include "archive/shared_sections.hpp"
#include "archive/smart.hpp"
#include "archive/split.hpp"
#include "archive/tag_index.hpp"
#include "archive/title.hpp"
#include "archive/word_count.hpp"
#include "document/walk.hpp"
#include "notes_export/archive.hpp"

namespace notes_export {
namespace {

using namespace archive;

/// The notes of all documents, with titles, dates and what front matter says.
struct Drafts {
    std::vector<Draft> all;
    std::string journal_title;
};

/// What the archive's SUMMARY calls its notes, by path.
using SummaryTitles = std::unordered_map<std::string_view, std::string_view>;

void gather_titles(const std::vector<SummaryEntry>& entries, SummaryTitles& titles) {
    for (const SummaryEntry& entry : entries) {
        if (!entry.path.empty()) titles.emplace(entry.path, entry.title);
        gather_titles(entry.children, titles);
    }
}

void describe(Draft& draft, const OtherTitles& others, Arena& arena, Diagnostics& diagnostics) {
    if (!draft.entry && !draft.head && !draft.note.introduction) {
        take_title(draft, others, arena);
        take_note_date(draft, diagnostics);
    }
    Note& note = draft.note;
    if (note.title.empty() && !note.introduction) {
        note.title = title_from_path(draft.origin->path);
        if (note.title_inlines.empty())
            note.title_inlines.push_back({Text{arena.keep(note.title)}, {note.span.begin, note.span.begin}});
    }
    take_front_matter(draft, arena);
    normalise_headings(note.blocks);
}

Drafts drafts_of(std::vector<Document>& documents, const SourceSet& sources, const AssembleOptions& options,
                 Arena& arena, Diagnostics& diagnostics) {
    Drafts out;
    SummaryTitles summary;
    gather_titles(sources.summary, summary);
    const std::string root = root_title(sources);
    const std::unordered_set<std::string> sections = shared_sections(documents);
    const bool sole = documents.size() == 1;
    const std::string& title = options.title.empty() ? sources.title : options.title;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        Document& document = documents[i];
        diagnostics.append(std::move(document.diagnostics));
        SplitDocument notes = split(document, i, {options.split, sole, title}, diagnostics);
        if (sole && notes.journal) out.journal_title = notes.title;
        const auto named = summary.find(document.source->path);
        const OtherTitles others{named == summary.end() ? std::string() : std::string(named->second), root, sections};
        for (Draft& draft : notes.drafts) {
            draft.index = !draft.entry && is_index_name(draft.origin->path);
            describe(draft, others, arena, diagnostics);
            out.all.push_back(std::move(draft));
        }
    }
    return out;
}

bool is_journal(const std::vector<Draft>& drafts) {
    const auto entries = std::count_if(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.entry; });
    return static_cast<std::size_t>(entries) * 2 > drafts.size();
}

void number(std::vector<Draft>& drafts) {
    for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].note.id = {static_cast<std::uint32_t>(i)};
}

void report_left_out(const Archive& archive, std::size_t links, Diagnostics& diagnostics) {
    if (archive.drafts > 0)
        diagnostics.notice("drafts",
                           archive.drafts == 1 ? std::string("a draft was left out")
                                               : std::to_string(archive.drafts) + " drafts were left out",
                           "--drafts takes drafts in");
    if (links > 0)
        diagnostics.notice("links-to-left-out",
                           links == 1
                               ? std::string("a link leads to a note that was left out: it became text")
                               : std::to_string(links) + " links lead to notes that were left out: they became text");
}

void resolve_references(std::vector<Draft>& drafts, std::vector<Draft>& left_out, const SourceSet& sources,
                        const NoteNames& names, const std::vector<SourceAnchors>& anchors, Archive& archive,
                        Diagnostics& diagnostics) {
    const FileNames files(sources.files);
    std::vector<std::vector<AnchorId>> note_anchors(anchors.size());
    for (const Draft& draft : drafts) {
        std::vector<AnchorId>& own = note_anchors[draft.document];
        own.resize(std::max(own.size(), draft.position + 1));
        own[draft.position] = draft.note.anchor;
    }
    std::vector<Anchor> nowhere;
    const std::vector<SourceAnchors> others = make_anchors(left_out, anchors.size(), nowhere);
    std::unordered_map<std::string, AnchorId> blocks;
    for (const SourceAnchors& some : anchors)
        some.for_each_name([&](const std::string& name, AnchorId anchor) {
            if (is_uuid(name)) blocks.emplace(name, anchor);
        });
    const LinkSpace space{names,
                          files,
                          anchors,
                          others,
                          note_anchors,
                          blocks,
                          sources.repository,
                          !sources.vault && labels_come_first(drafts, names)};
    Pictures pictures(files, sources.files, sources.root, archive.resources);
    std::size_t to_left_out = 0;
    for (Draft& draft : drafts) {
        to_left_out += resolve_links(draft, space, diagnostics);
        pictures.resolve(draft, diagnostics);
    }
    report_left_out(archive, to_left_out, diagnostics);
}

}  // namespace

Archive assemble(std::vector<Document> documents, const SourceSet& sources, const AssembleOptions& options,
                 Diagnostics& diagnostics) {
    Archive archive;
    Arena arena;
    Drafts found = drafts_of(documents, sources, options, arena, diagnostics);
    std::vector<Draft>& drafts = found.all;
    archive.journal = is_journal(drafts);

    NoteNames names(drafts, documents.size());
    names.add_redirects(sources.redirects, sources.text_root);
    const OrderedBy order = put_in_order(drafts, sources, names, options.sort, archive.journal);
    assign_keys(drafts);
    archive.metadata = make_metadata(drafts, sources, options, found.journal_title);
    // Names, order and keys are those of the whole archive, whatever of it is chosen.
    Choice choice = choose(drafts, options, diagnostics);
    archive.drafts = choice.drafts;
    number(drafts);
    count_words(drafts, options.jobs);
    const std::string language =
        settle_languages(drafts, options.language.empty() ? sources.language : options.language, options.jobs);
    complete_metadata(archive.metadata, drafts, language);

    archive.contents = make_contents(drafts, order, sources, names, language);
    follow_contents(drafts, archive.contents);
    const std::vector<SourceAnchors> anchors = make_anchors(drafts, documents.size(), archive.anchors);
    resolve_references(drafts, choice.left_out, sources, names, anchors, archive, diagnostics);

    archive.notes.reserve(drafts.size());
    for (Draft& draft : drafts) archive.notes.push_back(std::move(draft.note));
    for (Document& document : documents) {
        archive.sources.push_back(std::move(document.source));
        archive.arenas.push_back(std::move(document.arena));
    }
    if (options.smart) set_smart(archive, arena);
    if (options.backlinks) collect_backlinks(archive);
    if (options.tag_index) archive.tags = index_tags(archive.notes);
    show_block_references(archive.notes, arena);
    fill_embeds(archive.notes, archive.anchors, arena, diagnostics);
    for (Note& note : archive.notes) number_footnotes(note);

    archive.arenas.push_back(std::move(arena));
    return archive;
}

}  // namespace notes_export
