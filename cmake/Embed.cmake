# Builds the files of whole folders into the program: an assembler file includes their bytes, a table names them.
function(notes_export_embed)
    set(assembly ".section .rodata\n")
    set(declarations "")
    set(rows "")
    set(files "")
    foreach(folder IN LISTS ARGN)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
            ${PROJECT_SOURCE_DIR}/${folder}/*.css ${PROJECT_SOURCE_DIR}/${folder}/*.toml
            ${PROJECT_SOURCE_DIR}/${folder}/*.ttf ${PROJECT_SOURCE_DIR}/${folder}/*.otf
            ${PROJECT_SOURCE_DIR}/${folder}/*.dic ${PROJECT_SOURCE_DIR}/${folder}/*.tsv)
        list(APPEND files ${found})
    endforeach()
    list(SORT files)
    set(index 0)
    foreach(file IN LISTS files)
        string(APPEND assembly
            ".balign 16\n.global notes_export_embedded_${index}\nnotes_export_embedded_${index}:\n"
            ".incbin \"${PROJECT_SOURCE_DIR}/${file}\"\n"
            ".global notes_export_embedded_${index}_end\nnotes_export_embedded_${index}_end:\n.byte 0\n")
        string(APPEND declarations
            "extern const char notes_export_embedded_${index}[];\nextern const char notes_export_embedded_${index}_end[];\n")
        string(APPEND rows
            "    {\"${file}\", notes_export_embedded_${index}, notes_export_embedded_${index}_end},\n")
        math(EXPR index "${index} + 1")
    endforeach()
    string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
    set(folder ${PROJECT_BINARY_DIR}/embedded)
    file(CONFIGURE OUTPUT ${folder}/files.S CONTENT "@assembly@" @ONLY)
    file(CONFIGURE OUTPUT ${folder}/table.cpp @ONLY CONTENT [[
#include "support/embedded.hpp"

extern "C" {
@declarations@}

namespace {
struct Row {
    std::string_view path;
    const char* begin;
    const char* end;
};
const Row rows[] = {
@rows@    {{}, nullptr, nullptr},
};
}  // namespace

namespace notes_export {

std::string_view embedded_file(std::string_view path) {
    for (const Row& row : rows)
        if (row.path == path) return {row.begin, static_cast<std::size_t>(row.end - row.begin)};
    return {};
}

}  // namespace notes_export
]])
    list(TRANSFORM files PREPEND ${PROJECT_SOURCE_DIR}/)
    set_source_files_properties(${folder}/files.S PROPERTIES OBJECT_DEPENDS "${files}")
    set(NOTES_EXPORT_EMBEDDED ${folder}/files.S ${folder}/table.cpp PARENT_SCOPE)
endfunction()
