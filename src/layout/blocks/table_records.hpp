/// A table too wide for columns, as a list of records.
#pragma once

#include "layout/blocks/table_look.hpp"

namespace notes_export::layout {

/// Each row a record, each cell behind the head of its column.
void set_records(Compositor& compositor, const Table& table, const TableGrid& grid, const Frame& frame);

}  // namespace notes_export::layout
