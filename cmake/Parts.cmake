# A part of the program: one folder below src/, one static library, a list of the parts it may use.

add_library(notes-export-warnings INTERFACE)
target_compile_options(notes-export-warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
    # GCC 12 reports these falsely within std::variant and std::string at -O2 (GCC bugs 105562, 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>)

set_property(GLOBAL PROPERTY notes_export_parts "")

function(notes_export_part name)
    cmake_parse_arguments(PART "" "" "PARTS;LIBRARIES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
    if(NOT sources)
        file(TOUCH ${PROJECT_BINARY_DIR}/empty.cpp)
        set(sources ${PROJECT_BINARY_DIR}/empty.cpp)
    endif()
    add_library(part-${name} STATIC ${sources})
    set_target_properties(part-${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(part-${name} PUBLIC
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> PRIVATE ${PROJECT_SOURCE_DIR}/src)
    list(TRANSFORM PART_PARTS PREPEND part-)
    target_link_libraries(part-${name} PUBLIC ${PART_PARTS} Threads::Threads
        PRIVATE ${PART_LIBRARIES} $<BUILD_INTERFACE:notes-export-warnings>)
    set_property(GLOBAL APPEND PROPERTY notes_export_parts ${name})
    set_property(GLOBAL APPEND PROPERTY notes_export_libraries ${PART_LIBRARIES})
endfunction()

# The library that other programs link: all parts, and the façade.
function(notes_export_library)
    get_property(parts GLOBAL PROPERTY notes_export_parts)
    get_property(libraries GLOBAL PROPERTY notes_export_libraries)
    list(REMOVE_DUPLICATES libraries)
    add_library(notes-export STATIC ${PROJECT_SOURCE_DIR}/src/load.cpp)
    foreach(part IN LISTS parts)
        target_sources(notes-export PRIVATE $<TARGET_OBJECTS:part-${part}>)
    endforeach()
    target_include_directories(notes-export
        PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>
        PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(notes-export PRIVATE $<BUILD_INTERFACE:notes-export-warnings>
        PUBLIC ${libraries} Threads::Threads)
    add_library(notes-export::notes-export ALIAS notes-export)
endfunction()
