/// The table of contents.
#pragma once

#include <vector>

#include "archive/order.hpp"

namespace notes_export::archive {

/// Parts as the archive has them (SUMMARY, folders) or as its order makes them (years and months), with at most about
/// sixty entries a level. The drafts are in reading order and have their ids.
std::vector<ContentsEntry> make_contents(const std::vector<Draft>& drafts, OrderedBy order, const SourceSet& sources,
                                         const NoteNames& names, const std::string& language);

/// Puts the drafts into the order in which the contents name them, so that a book is read as its contents read: what
/// stands in no contents (an introduction) stays in front. Numbers them anew, in the contents too.
void follow_contents(std::vector<Draft>& drafts, std::vector<ContentsEntry>& contents);

}  // namespace notes_export::archive
