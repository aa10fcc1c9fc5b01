/// The library: bundled faces at once, others when a cluster first needs them.
#include "text/face.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <stdexcept>

#include "notes_export/diagnostics.hpp"
#include "support/embedded.hpp"
#include "text/library.hpp"
#include "unicode/text.hpp"

namespace notes_export::text {

namespace {

std::size_t slot(FontStyle style) {
    return static_cast<std::size_t>(style.family) * 4 + (style.bold ? 2U : 0U) + (style.italic ? 1U : 0U);
}

/// JetBrains Mono has no bold italic here: bold stands for it.
constexpr std::array bundled_files{
    "fonts/Literata-Regular.ttf",      "fonts/Literata-Italic.ttf",
    "fonts/Literata-SemiBold.ttf",     "fonts/Literata-SemiBoldItalic.ttf",
    "fonts/SourceSans3-Regular.ttf",   "fonts/SourceSans3-Italic.ttf",
    "fonts/SourceSans3-SemiBold.ttf",  "fonts/SourceSans3-SemiBoldItalic.ttf",
    "fonts/JetBrainsMono-Regular.ttf", "fonts/JetBrainsMono-Italic.ttf",
    "fonts/JetBrainsMono-Bold.ttf",    "fonts/JetBrainsMono-Bold.ttf",
};

/// Their families in lower case, by the order of `Family`.
constexpr std::array<std::string_view, 3> bundled_families{"literata", "source sans 3", "jetbrains mono"};

std::unique_ptr<Face> load_bundled(std::string_view path) {
    const std::string_view bytes = embedded_file(path);
    Blob blob(
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    auto face = load_face(std::move(blob), 0);
    if (!face) throw std::runtime_error("the built-in font " + std::string(path) + " can't be read");
    return face;
}

/// Characters that need no glyph of their own: joiners, variation selectors, direction marks, tags.
bool draws_nothing(char32_t character) {
    return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace

bool covers(const Face& face, std::u32string_view cluster) {
    hb_codepoint_t glyph = 0;
    return std::all_of(cluster.begin(), cluster.end(), [&](char32_t character) {
        return hb_font_get_nominal_glyph(face.font.get(), character, &glyph) ||
               (cluster.size() > 1 && draws_nothing(character));
    });
}

bool wants_emoji(std::u32string_view cluster) {
    if (cluster.empty() || cluster.front() < 0x23 || cluster.find(U'\uFE0E') != cluster.npos) return false;
    const auto first = static_cast<UChar32>(cluster.front());
    if (cluster.find(U'\uFE0F') != cluster.npos) return u_hasBinaryProperty(first, UCHAR_EMOJI);
    return u_hasBinaryProperty(first, UCHAR_EMOJI_PRESENTATION) ||
           (cluster.size() > 1 && u_hasBinaryProperty(first, UCHAR_EMOJI) &&
            u_hasBinaryProperty(static_cast<UChar32>(cluster[1]), UCHAR_EMOJI_MODIFIER));
}

FontLibrary::FontLibrary(const FontFamilies& families) : impl_(std::make_unique<Impl>()) {
    static std::atomic<std::uint64_t> libraries{0};
    impl_->serial = ++libraries;
    for (std::size_t i = 0; i < bundled_files.size(); ++i) {
        const bool again = i > 0 && std::string_view(bundled_files[i]) == bundled_files[i - 1];
        impl_->bundled[i] = again ? impl_->bundled[i - 1] : impl_->add(load_bundled(bundled_files[i]));
    }
    const auto ours = impl_->bundled;
    for (const auto& [family, name] :
         {std::pair{Family::serif, families.serif}, {Family::sans, families.sans}, {Family::mono, families.mono}}) {
        if (name.empty()) continue;
        const auto own = std::ranges::find(bundled_families, unicode::lower(name));
        if (own == bundled_families.end()) {
            impl_->replace(family, name);
            continue;
        }
        const auto from = static_cast<std::size_t>(own - bundled_families.begin()) * 4;
        std::copy_n(ours.begin() + static_cast<std::ptrdiff_t>(from), 4,
                    impl_->bundled.begin() + static_cast<std::ptrdiff_t>(slot({family, false, false})));
    }
}

FontLibrary::~FontLibrary() = default;

FaceId FontLibrary::bundled(FontStyle style) const {
    return impl_->bundled[slot(style)];
}

const FaceInfo& FontLibrary::info(FaceId face) const {
    return impl_->face(face).info;
}

FaceId FontLibrary::for_cluster(std::u32string_view cluster, FontStyle style, std::string_view language) const {
    const FaceId usual = bundled(style);
    const bool emoji = wants_emoji(cluster);
    if (!emoji && covers(impl_->face(usual), cluster)) return usual;
    Impl::ClusterKey key{std::u32string(cluster), style, std::string(language)};
    {
        std::shared_lock reading(impl_->clusters_lock);
        if (const auto known = impl_->clusters.find(key); known != impl_->clusters.end()) return known->second;
    }
    FaceId found = impl_->find(cluster, style, language);
    if (!found.valid() && emoji && covers(impl_->face(usual), cluster)) found = usual;
    std::unique_lock writing(impl_->clusters_lock);
    return impl_->clusters.emplace(std::move(key), found).first->second;
}

FaceId FontLibrary::Impl::add(std::unique_ptr<Face> face) {
    const std::uint16_t index = face_count.load(std::memory_order_relaxed);
    if (index >= capacity) return {};
    owned.push_back(std::move(face));
    faces[index].store(owned.back().get(), std::memory_order_release);
    face_count.store(static_cast<std::uint16_t>(index + 1), std::memory_order_release);
    return {index};
}

void FontLibrary::Impl::replace(Family family, const std::string& name) {
    std::lock_guard guard(loading);
    if (!installed) installed.emplace();
    for (const bool bold : {false, true})
        for (const bool italic : {false, true}) {
            FaceId found;
            for (const InstalledFace* face : installed->of_family(name, {family, bold, italic}))
                if (!found.valid()) found = load_installed(*face);
            if (!found.valid())
                throw Error("no font family \"" + name +
                            "\" is installed that may be embedded in a book; fc-list : family shows those there are");
            bundled[slot({family, bold, italic})] = found;
        }
}

FaceId FontLibrary::Impl::load_installed(const InstalledFace& installed_face) {
    const auto [entry, is_new] = loaded.try_emplace({installed_face.path, installed_face.index}, FaceId{});
    if (!is_new) return entry->second;
    Blob blob(hb_blob_create_from_file_or_fail(installed_face.path.c_str()));
    if (!blob) return {};
    auto face = load_face(std::move(blob), installed_face.index);
    if (!face) return {};
    face->info.bold = face->info.bold || installed_face.weight >= 180;
    face->info.italic = face->info.italic || installed_face.italic;
    face->info.serif = installed_face.serif;
    face->info.monospace = face->info.monospace || installed_face.monospace;
    return entry->second = add(std::move(face));
}

FaceId FontLibrary::Impl::find(std::u32string_view cluster, FontStyle style, std::string_view language) {
    std::lock_guard guard(loading);
    // Our own faces of another family come before a stranger's: the serif and the monospace face have signs that the
    // sans lacks, and the other way round.
    if (!wants_emoji(cluster)) {
        static constexpr std::array orders{std::array{Family::sans, Family::mono},
                                           std::array{Family::serif, Family::mono},
                                           std::array{Family::serif, Family::sans}};
        for (const Family family : orders[static_cast<std::size_t>(style.family)]) {
            if (style.family == Family::mono && u_isalpha(static_cast<UChar32>(cluster.front()))) break;
            FontStyle other = style;
            other.family = family;
            if (const FaceId id = bundled[slot(other)]; covers(face(id), cluster)) return id;
        }
    }
    if (!installed) installed.emplace();
    for (const InstalledFace* candidate : installed->candidates(cluster, style, language)) {
        const FaceId id = load_installed(*candidate);
        if (id.valid() && covers(face(id), cluster)) return id;
    }
    // A cluster that no face has whole: its first character at least, with marks as they come.
    if (cluster.size() > 1) {
        const std::u32string_view first = cluster.substr(0, 1);
        if (covers(face(bundled[slot(style)]), first)) return bundled[slot(style)];
        for (const InstalledFace* candidate : installed->candidates(first, style, language)) {
            const FaceId id = load_installed(*candidate);
            if (id.valid() && covers(face(id), first)) return id;
        }
    }
    return {};
}

}  // namespace notes_export::text
