#include "cli/memory.hpp"

#ifdef NOTES_EXPORT_MIMALLOC
#include <mimalloc.h>
#endif

namespace notes_export::cli {

void take_large_pages() {
#ifdef NOTES_EXPORT_MIMALLOC
    mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace notes_export::cli
