# Every library the program stands on, from the distribution's packages (scripts/packages lists them).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tomlplusplus QUIET)
if(NOT TARGET tomlplusplus::tomlplusplus)
    pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
    add_library(tomlplusplus::tomlplusplus ALIAS PkgConfig::TOMLPLUSPLUS)
endif()

foreach(dependency IN ITEMS
        "ICU icu-uc icu-i18n" "HARFBUZZ harfbuzz harfbuzz-subset" "FONTCONFIG fontconfig" "MD4C md4c" "GUMBO gumbo"
        "YAML yaml-0.1" "ZIP libzip" "TINYXML2 tinyxml2" "DEFLATE libdeflate" "JPEG libjpeg" "PNG libpng"
        "WEBP libwebp libwebpdemux" "RSVG librsvg-2.0" "CAIRO cairo" "LCMS lcms2" "EXIF libexif")
    separate_arguments(dependency)
    list(POP_FRONT dependency name)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${dependency})
endforeach()

find_library(HARU hpdf REQUIRED)
find_library(GIF gif REQUIRED)
find_library(CLD2 cld2 REQUIRED)
if(NOTES_EXPORT_MIMALLOC)
    find_library(MIMALLOC mimalloc REQUIRED)
endif()
