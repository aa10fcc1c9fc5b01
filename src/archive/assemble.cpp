#include <algorithm>

#include "archive/anchors.hpp"
#include "archive/backlinks.hpp"
#include "archive/block_references.hpp"
#include "archive/contents.hpp"
#include "archive/embeds.hpp"
#include "archive/footnotes.hpp"
#include "archive/front_matter.hpp"
#include "archive/headings.hpp"
#include "archive/keys.hpp"
#include "archive/language.hpp"
#include "archive/links.hpp"
#include "archive/metadata.hpp"
#include "archive/order.hpp"
#include "archive/split.hpp"
#include "archive/title.hpp"
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

void describe(Draft& draft, const Document& document, const std::string& root, Arena& arena, Diagnostics& diagnostics) {
    if (!draft.entry && !draft.head && !draft.note.introduction) {
        take_title(draft, root, arena);
        take_note_date(draft, diagnostics);
    }
    Note& note = draft.note;
    if (note.title.empty() && !note.introduction) {
        note.title = title_from_path(draft.origin->path);
        if (note.title_inlines.empty())
            note.title_inlines.push_back({Text{arena.keep(note.title)}, {note.span.begin, note.span.begin}});
    }
    take_front_matter(draft, document.tags, arena);
    normalise_headings(note.blocks);
}

Drafts drafts_of(std::vector<Document>& documents, const SourceSet& sources, const AssembleOptions& options,
                 Arena& arena, Diagnostics& diagnostics) {
    Drafts out;
    const std::string root = root_title(sources);
    const bool sole = documents.size() == 1;
    const std::string& title = options.title.empty() ? sources.title : options.title;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        Document& document = documents[i];
        diagnostics.append(std::move(document.diagnostics));
        SplitDocument notes = split(document, i, {options.split, sole, title}, diagnostics);
        if (sole && notes.journal) out.journal_title = notes.title;
        for (Draft& draft : notes.drafts) {
            draft.index = !draft.entry && is_index_name(draft.origin->path);
            describe(draft, document, root, arena, diagnostics);
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

void resolve_references(std::vector<Draft>& drafts, const SourceSet& sources, const NoteNames& names,
                        const std::vector<SourceAnchors>& anchors, Archive& archive, Diagnostics& diagnostics) {
    const FileNames files(sources.files);
    std::vector<std::vector<AnchorId>> note_anchors(anchors.size());
    for (const Draft& draft : drafts) {
        std::vector<AnchorId>& own = note_anchors[draft.document];
        own.resize(std::max(own.size(), draft.position + 1));
        own[draft.position] = draft.note.anchor;
    }
    std::unordered_map<std::string, AnchorId> blocks;
    for (const SourceAnchors& some : anchors)
        some.for_each_name([&](const std::string& name, AnchorId anchor) {
            if (is_uuid(name)) blocks.emplace(name, anchor);
        });
    const LinkSpace space{names, files, anchors, note_anchors, blocks, sources.repository};
    Pictures pictures(files, sources.files, sources.root, archive.resources);
    for (Draft& draft : drafts) {
        resolve_links(draft, space, diagnostics);
        pictures.resolve(draft, diagnostics);
    }
}

}  // namespace

Archive assemble(std::vector<Document> documents, const SourceSet& sources, const AssembleOptions& options,
                 Diagnostics& diagnostics) {
    Archive archive;
    Arena arena;
    Drafts found = drafts_of(documents, sources, options, arena, diagnostics);
    std::vector<Draft>& drafts = found.all;
    archive.journal = is_journal(drafts);

    const NoteNames names(drafts, documents.size());
    const OrderedBy order = put_in_order(drafts, sources, names, options.sort, archive.journal);
    number(drafts);
    assign_keys(drafts);
    count_words(drafts);
    const std::string language =
        settle_languages(drafts, options.language.empty() ? sources.language : options.language);
    archive.metadata = make_metadata(drafts, sources, options, found.journal_title, language);

    archive.contents = make_contents(drafts, order, sources, names, language);
    const std::vector<SourceAnchors> anchors = make_anchors(drafts, documents.size(), archive.anchors);
    resolve_references(drafts, sources, names, anchors, archive, diagnostics);

    archive.notes.reserve(drafts.size());
    for (Draft& draft : drafts) archive.notes.push_back(std::move(draft.note));
    collect_backlinks(archive.notes, archive.anchors);
    show_block_references(archive.notes, arena);
    fill_embeds(archive.notes, archive.anchors, arena, diagnostics);
    for (Note& note : archive.notes) number_footnotes(note);

    for (Document& document : documents) {
        archive.sources.push_back(std::move(document.source));
        archive.arenas.push_back(std::move(document.arena));
    }
    archive.arenas.push_back(std::move(arena));
    return archive;
}

}  // namespace notes_export
