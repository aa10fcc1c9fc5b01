# What `cmake --install` puts where: the program, the library with its headers and a package config, the manual page,
# the licences of what is built in.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/notes-export)

install(TARGETS notes-export-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS notes-export EXPORT notes-export-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/notes_export DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT notes-export-targets NAMESPACE notes-export:: DESTINATION ${package_folder})

configure_package_config_file(cmake/notes-exportConfig.cmake.in
    ${PROJECT_BINARY_DIR}/notes-exportConfig.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/notes-exportConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES
    ${PROJECT_BINARY_DIR}/notes-exportConfig.cmake
    ${PROJECT_BINARY_DIR}/notes-exportConfigVersion.cmake
    cmake/Dependencies.cmake
    DESTINATION ${package_folder})

install(FILES docs/notes-export.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
file(GLOB licences ${PROJECT_SOURCE_DIR}/fonts/*.txt)
install(FILES LICENSE ${licences} DESTINATION ${CMAKE_INSTALL_DOCDIR})
