/// What a font library holds. Private to this part.
#pragma once

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "text/face.hpp"
#include "text/harfbuzz.hpp"
#include "text/hyphenation.hpp"

namespace notes_export::text {

/// A loaded face. Never changes after loading, so threads share it.
struct Face {
    FaceInfo info;
    HbFace face;
    HbFont font;  ///< scaled to units per em; immutable
    bool cff = false;
    bool words_stand_alone = false;  ///< no lookup in use touches the space: words may be shaped one by one
    std::uint32_t space = 0;         ///< glyph of U+0020; 0: none
};

/// Loads the face with this index; nothing when it is not a font, or one that must not be embedded.
std::unique_ptr<Face> load_face(Blob blob, unsigned index);

/// A face that fontconfig knows of.
struct InstalledFace {
    std::string path, family, style;
    unsigned index = 0;
    int weight = 0;  ///< on fontconfig's scale: 80 regular, 200 bold
    bool italic = false, monospace = false, serif = false, noto = false, colour = false, condensed = false;
    void* characters = nullptr;  ///< FcCharSet, owned by `InstalledFonts`
    void* languages = nullptr;   ///< FcLangSet, likewise
};

/// The fonts of this machine, read once.
class InstalledFonts {
public:
    InstalledFonts();
    ~InstalledFonts();
    InstalledFonts(const InstalledFonts&) = delete;
    InstalledFonts& operator=(const InstalledFonts&) = delete;

    /// Those that have every character of the cluster, best first. Pointers live as long as this object.
    std::vector<const InstalledFace*> candidates(std::u32string_view cluster, FontStyle style,
                                                 std::string_view language) const;

    /// Faces of the family with this name, the nearest to the style first.
    std::vector<const InstalledFace*> of_family(std::string_view family, FontStyle style) const;

private:
    struct Fontconfig;
    std::unique_ptr<Fontconfig> fontconfig_;
    std::vector<InstalledFace> faces_;
};

struct FontLibrary::Impl {
    static constexpr std::size_t capacity = 4096;

    std::uint64_t serial = 0;  ///< of this library in the process, so that caches of threads know theirs
    std::array<std::atomic<const Face*>, capacity> faces{};  ///< slots are filled once and then only read
    std::atomic<std::uint16_t> face_count{0};
    std::vector<std::unique_ptr<const Face>> owned;
    std::array<FaceId, 12> bundled{};  ///< by family, bold, italic

    Hyphenation hyphenation;

    std::mutex loading;  ///< guards what follows, and the filling of slots
    std::optional<InstalledFonts> installed;
    std::map<std::pair<std::string, unsigned>, FaceId> loaded;  ///< by path and index; not valid: can't be used

    struct ClusterKey {
        std::u32string cluster;
        FontStyle style;
        std::string language;
        auto operator<=>(const ClusterKey&) const = default;
    };
    std::shared_mutex clusters_lock;
    std::map<ClusterKey, FaceId> clusters;

    const Face& face(FaceId id) const { return *faces[id.value].load(std::memory_order_acquire); }
    FaceId add(std::unique_ptr<Face> face);
    FaceId load_installed(const InstalledFace& face);
    /// Puts the family's faces in the place of the bundled ones.
    void replace(Family family, const std::string& name);
    FaceId find(std::u32string_view cluster, FontStyle style, std::string_view language);
};

/// Whether the face draws every character of a cluster; those that draw nothing (joiners, variation selectors) need
/// no glyph.
bool covers(const Face& face, std::u32string_view cluster);

/// Whether the cluster asks for a colour picture (UTS #51: emoji presentation).
bool wants_emoji(std::u32string_view cluster);

}  // namespace notes_export::text
