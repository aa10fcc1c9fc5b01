# What `cmake --install` puts where.
include(GNUInstallDirs)
install(TARGETS notes-export-program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
