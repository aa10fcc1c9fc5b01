#include "pdf/trees.hpp"

#include <algorithm>
#include <functional>

namespace notes_export::pdf {
namespace {

/// Entries a leaf: readers look through a leaf from end to end.
constexpr std::size_t leaf_size = 128;

using PutKey = std::function<void(std::string&, std::size_t)>;
using PutValue = std::function<void(std::string&, std::size_t)>;

/// Leaves below one root. `list` is the name of a leaf's array.
ObjectId add_tree(std::size_t count, const std::string& list, const PutKey& put_key, const PutValue& put_value,
                  Document& document) {
    std::string kids = "/Kids[";
    for (std::size_t begin = 0; begin < count; begin += leaf_size) {
        const std::size_t end = std::min(count, begin + leaf_size);
        std::string leaf = "/Limits[";
        put_key(leaf, begin);
        leaf += ' ';
        put_key(leaf, end - 1);
        leaf += "]/" + list + "[";
        for (std::size_t i = begin; i < end; ++i) {
            put_key(leaf, i);
            leaf += ' ';
            put_value(leaf, i);
            leaf += '\n';
        }
        leaf += ']';
        put_reference(kids, document.add(std::move(leaf)));
        kids += ' ';
    }
    return document.add(count ? kids + "]" : "/" + list + "[]");
}

}  // namespace

ObjectId add_number_tree(const std::vector<std::string>& values, Document& document) {
    return add_tree(
        values.size(), "Nums", [](std::string& out, std::size_t i) { put_integer(out, static_cast<std::int64_t>(i)); },
        [&](std::string& out, std::size_t i) { out += values[i]; }, document);
}

ObjectId add_name_tree(const std::vector<NamedValue>& values, Document& document) {
    return add_tree(
        values.size(), "Names", [&](std::string& out, std::size_t i) { put_bytes(out, values[i].name); },
        [&](std::string& out, std::size_t i) { out += values[i].value; }, document);
}

}  // namespace notes_export::pdf
