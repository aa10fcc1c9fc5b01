#include "archive/links.hpp"

#include <algorithm>

#include "archive/address.hpp"
#include "archive/block_references.hpp"
#include "archive/label_order.hpp"
#include "archive/paths.hpp"
#include "archive/walk_note.hpp"
#include "support/percent_encoding.hpp"
#include "unicode/text.hpp"

namespace notes_export::archive {
namespace {

/// Addresses in messages are cut: some are whole pictures.
std::string quoted(std::string_view address) {
    constexpr std::size_t longest = 120;
    if (address.size() <= longest) return '"' + std::string(address) + '"';
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(address[end]) & 0xc0) == 0x80) --end;
    return '"' + std::string(address.substr(0, end)) + "…\"";
}

/// `Name` of a Markdown link's destination `[[Name]]`, as Roam and Logseq write it; else empty.
std::string_view bracketed_name(std::string_view destination) {
    const bool bracketed = destination.size() > 4 && destination.starts_with("[[") && destination.ends_with("]]");
    return bracketed ? destination.substr(2, destination.size() - 4) : std::string_view();
}

bool has_file_extension(std::string_view path) {
    const std::string_view name = file_name_of(path);
    const std::size_t dot = name.rfind('.');
    return dot != std::string_view::npos && dot > 0 && name.size() - dot <= 8;  // ".canvas"
}

/// Resolves the links of one note.
struct Resolver {
    const Draft& draft;
    const LinkSpace& space;
    Diagnostics& diagnostics;
    std::string_view folder = folder_of(draft.origin->path);
    mutable std::size_t to_left_out = 0;

    void warn(const char* id, SourceSpan span, std::string message, std::string hint) const {
        diagnostics.warn(id, draft.note.source, span, std::move(message), std::move(hint));
    }

    LinkTarget resolve(std::string_view destination, Reference reference, SourceSpan span) const {
        if (destination.empty()) return Unresolved{};
        if (reference == Reference::wikilink) return wikilink(destination, span);
        if (const auto name = bracketed_name(destination); !name.empty()) return wikilink(name, span);
        if (!scheme_of(destination).empty()) return external(destination, span);
        if (destination.starts_with("//")) return external("https:" + std::string(destination), span);
        return local(destination, span);
    }

    /// A note and a fragment of it. A fragment that nothing answers to leads to the note.
    LinkTarget place_in(std::size_t source, std::string_view fragment, std::string_view shown, SourceSpan span) const {
        const SourceAnchors& names = space.anchors[source];
        const bool same = source == draft.document;
        if (means_left_out(source, fragment)) {
            ++to_left_out;
            return Unresolved{};
        }
        if (fragment.empty() || fragment == "top") {
            if (fragment.empty() || !names.find(fragment).valid()) return same ? draft.note.anchor : names.first();
        }
        const AnchorId found = names.find(fragment);
        if (found.valid()) return found;
        warn("dead-fragment", span,
             "nothing in the note answers to \"#" + std::string(fragment) + "\" of the link " + quoted(shown) +
                 ": it leads to the note's beginning",
             "name one of the note's headings");
        return same ? draft.note.anchor : names.first();
    }

    /// A note that the user left out, or an entry of a journal that is in.
    bool means_left_out(std::size_t source, std::string_view fragment) const {
        if (!space.anchors[source].first().valid()) return true;
        if (fragment.empty() || !space.left_out[source].first().valid()) return false;
        return !space.anchors[source].find(fragment).valid() && space.left_out[source].find(fragment).valid();
    }

    LinkTarget not_in_book(std::string_view path, SourceSpan span) const {
        diagnostics.add({Severity::notice,
                         "not-in-book",
                         draft.note.source,
                         span,
                         "the file " + quoted(path) + " is not part of the book: the link to it became text",
                         {},
                         {}});
        return Unresolved{};
    }

    LinkTarget dead(std::string_view destination, SourceSpan span) const {
        warn("dead-link", span, "the link " + quoted(destination) + " leads to nothing in the archive: it became text",
             "name a note of the archive by its path");
        return Unresolved{};
    }

    LinkTarget note_at(std::size_t source, std::size_t position) const {
        const std::vector<AnchorId>& notes = space.note_anchors[source];
        if (position < notes.size() && notes[position].valid()) return notes[position];
        ++to_left_out;
        return Unresolved{};
    }

    LinkTarget wikilink(std::string_view destination, SourceSpan span) const {
        const std::size_t hash = std::min(destination.find('#'), destination.size());
        std::string name(destination.substr(0, hash));
        std::string_view fragment = destination.substr(std::min(hash + 1, destination.size()));
        if (!scheme_of(destination).empty() && destination.find("://") != std::string_view::npos)
            return external(destination, span);
        while (name.ends_with(' ')) name.pop_back();
        name.erase(0, std::min(name.find_first_not_of(' '), name.size()));
        if (name.empty()) return place_in(draft.document, fragment, destination, span);
        if (is_uuid(name))
            if (const auto block = space.blocks.find(name); block != space.blocks.end()) return block->second;
        const NoteNames::Found found = named(destination, name, fragment);
        if (found.position && fragment.empty()) return note_at(*found.source, *found.position);
        if (found.source) return place_in(*found.source, fragment, destination, span);
        if (has_file_extension(name) && space.files.find(folder, name)) return not_in_book(name, span);
        warn("dead-link", span, "no note is called " + quoted(destination) + ": the link became text",
             "create the note, or name one of the archive");
        return Unresolved{};
    }

    /// The note of a name, which a `#`, or a heading behind a `/` (Bear), may belong to.
    NoteNames::Found named(std::string_view destination, std::string_view name, std::string_view& fragment) const {
        if (const auto found = space.notes.by_name(folder, name); found.source) return found;
        if (const auto found = space.notes.by_name(folder, destination); found.source) {
            fragment = {};
            return found;
        }
        if (name.find('%') != std::string_view::npos)
            if (const auto found = space.notes.by_name(folder, percent_decoded(name)); found.source) return found;
        const std::size_t slash = name.rfind('/');
        if (slash == std::string_view::npos || slash == 0 || !fragment.empty()) return {};
        const NoteNames::Found found = space.notes.by_name(folder, name.substr(0, slash));
        if (found.source && space.anchors[*found.source].find(name.substr(slash + 1)).valid()) {
            fragment = name.substr(slash + 1);
            return found;
        }
        return {};
    }

    /// Whether a link has its label before the name.
    bool is_reversed(const Link& link) const {
        const std::string_view label = space.labels_first ? name_like_label(link) : std::string_view();
        return !label.empty() && space.notes.by_name(folder, label).source.has_value();
    }

    LinkTarget local(std::string_view destination, SourceSpan span) const {
        const LocalAddress address = split_address(destination);
        if (address.path.empty()) {
            if (destination.starts_with('#')) return place_in(draft.document, address.fragment, destination, span);
            return Unresolved{};
        }
        if (const auto source = space.notes.by_path(folder, address.path))
            return place_in(*source, address.fragment, destination, span);
        if (const auto source = whole_name(destination)) return place_in(*source, {}, destination, span);
        if (space.files.find(folder, address.path)) return not_in_book(address.path, span);
        return dead(destination, span);
    }

    /// `#` and `?` that belong to a file's name.
    std::optional<std::size_t> whole_name(std::string_view destination) const {
        if (destination.find_first_of("#?%") == std::string_view::npos) return std::nullopt;
        if (const auto source = space.notes.by_path(folder, destination)) return source;
        return space.notes.by_path(folder, percent_decoded(destination));
    }

    LinkTarget external(std::string_view destination, SourceSpan span) const {
        if (const auto place = own_repository(destination, span)) return *place;
        const std::string_view scheme = scheme_of(destination);
        if (!is_safe_scheme(scheme)) {
            if (const auto source = whole_path(destination)) return place_in(*source, {}, destination, span);
            warn("unsafe-link", span,
                 "a book can't follow links of the kind \"" + std::string(scheme) + ":\": the link became text",
                 "use an address that begins with https:");
            return Unresolved{};
        }
        if (auto url = valid_url(destination)) return ExternalUrl{std::move(*url)};
        warn("malformed-link", span, quoted(destination) + " is not a valid address: the link became text",
             "mend the address");
        return Unresolved{};
    }

    /// A note's name may hold a colon ("note: the second.md").
    std::optional<std::size_t> whole_path(std::string_view destination) const {
        return space.notes.by_path(folder, split_address(destination).path);
    }

    /// A link to the archive's own repository that means a note of it.
    std::optional<LinkTarget> own_repository(std::string_view destination, SourceSpan span) const {
        const std::string_view repository = space.repository;
        if (repository.empty() || destination.size() <= repository.size() ||
            unicode::lower(destination.substr(0, repository.size())) != unicode::lower(repository) ||
            destination[repository.size()] != '/')
            return std::nullopt;
        std::string_view rest = destination.substr(repository.size() + 1);
        const std::size_t view = rest.find('/');
        const std::string_view kind = rest.substr(0, view);
        if (view == std::string_view::npos || (kind != "blob" && kind != "tree" && kind != "raw")) return std::nullopt;
        const std::size_t reference = rest.find('/', view + 1);
        if (reference == std::string_view::npos) return std::nullopt;
        const LocalAddress address = split_address(rest.substr(reference + 1));
        if (address.path.empty()) return std::nullopt;
        const auto source = space.notes.by_path({}, address.path);
        if (!source) return std::nullopt;
        return place_in(*source, address.fragment, destination, span);
    }
};

}  // namespace

std::size_t resolve_links(Draft& draft, const LinkSpace& space, Diagnostics& diagnostics) {
    const Resolver resolver{draft, space, diagnostics};
    for_each_node(
        draft.note,
        [&](Block& block) {
            if (auto* embed = std::get_if<Embed>(&block.node))
                embed->origin = resolver.resolve(embed->destination, Reference::wikilink, block.span);
        },
        [&](Inline& item) {
            auto* link = std::get_if<Link>(&item.node);
            if (!link) return;
            if (resolver.is_reversed(*link))
                std::swap(link->destination, std::get<Text>(link->children.front().node).text);
            link->target = resolver.resolve(link->destination, link->reference, item.span);
        });
    return resolver.to_left_out;
}

}  // namespace notes_export::archive
