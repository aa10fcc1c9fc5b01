#include "pdf/document.hpp"

#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <new>
#include <utility>

#include "notes_export/diagnostics.hpp"
#include "pdf/file_writer.hpp"

namespace notes_export::pdf {
namespace {

/// What we say of an object, beside what libharu prints.
struct Body {
    std::string text;
    std::vector<std::byte> data;
    bool is_stream = false;
    const Body* page = nullptr;  ///< of a page's content: the page's own
};

HPDF_STATUS put(HPDF_Stream out, std::string_view text) {
    return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(text.data()), static_cast<HPDF_UINT>(text.size()));
}

extern "C" {

void record_error(HPDF_STATUS error, HPDF_STATUS, void* first) {
    HPDF_STATUS& recorded = *static_cast<HPDF_STATUS*>(first);
    if (recorded == HPDF_OK) recorded = error;
}

HPDF_STATUS write_dictionary(HPDF_Dict dictionary, HPDF_Stream out) {
    return put(out, static_cast<const Body*>(dictionary->attr)->text);
}

HPDF_STATUS write_page(HPDF_Dict page, HPDF_Stream out) {
    const HPDF_Dict content = static_cast<HPDF_PageAttr>(page->attr)->contents;
    return put(out, static_cast<const Body*>(content->attr)->page->text);
}

/// Exceptions don't pass through libharu's frames.
HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    try {
        static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
        return HPDF_OK;
    } catch (const std::bad_alloc&) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

}  // extern "C"

HPDF_UINT16 class_of(const void* object) {
    return static_cast<const HPDF_Obj_Header*>(object)->obj_class & HPDF_OCLASS_ANY;
}

bool is_page(const void* object) {
    return (static_cast<const HPDF_Obj_Header*>(object)->obj_class & ~HPDF_OCLASS_ANY) == HPDF_OSUBCLASS_PAGE;
}

ObjectId number_of(const void* object) {
    // The upper byte says that the object is an indirect one.
    return {static_cast<const HPDF_Obj_Header*>(object)->obj_id & 0x00ff'ffff};
}

/// Nodes of the page tree hold about as many pages as there are nodes.
HPDF_UINT pages_a_node(std::size_t pages) {
    return static_cast<HPDF_UINT>(std::clamp(std::sqrt(static_cast<double>(pages)), 16.0, 4096.0));
}

/// libharu takes each object from the system: what its own pool hands out is aligned to four bytes, its structs to
/// eight.
constexpr HPDF_UINT no_pool = 0;

/// libharu's table of objects grows by a thousand entries at a time, copied to a new place each time. Doubled, it is
/// copied a few times only.
void make_room(HPDF_List entries) {
    entries->items_per_block = std::max(entries->items_per_block, entries->block_siz);
}

}  // namespace

struct Document::State {
    HPDF_Doc doc = nullptr;
    HPDF_STATUS error = HPDF_OK;   ///< the first that libharu reported
    std::deque<Body> bodies;       ///< their addresses stay: libharu's dictionaries point to them
    std::vector<Body*> by_number;  ///< indexed by object number
    Body catalog;

    ~State() {
        if (doc) HPDF_Free(doc);
    }

    void check() const {
        if (error != HPDF_OK) throw Error("the PDF can't be made: libharu reports error " + std::to_string(error));
    }

    /// As libharu writes it.
    std::string printed(void* object) {
        std::string text;
        const HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, append, &text);
        check();
        HPDF_Obj_WriteValue(object, stream, nullptr);
        HPDF_Stream_Free(stream);
        check();
        return text;
    }

    Body& body_of(ObjectId object) {
        if (by_number.size() <= object.value) by_number.resize(object.value + 1);
        Body*& body = by_number[object.value];
        if (!body) body = &bodies.emplace_back();
        return *body;
    }
};

Document::Document(std::size_t pages) : state_(std::make_unique<State>()) {
    state_->doc = HPDF_NewEx(record_error, nullptr, nullptr, no_pool, &state_->error);
    if (!state_->doc) throw Error("the PDF can't be made: libharu can't be started");
    HPDF_SetPagesConfiguration(state_->doc, pages_a_node(pages));
    state_->doc->pdf_version = HPDF_VER_17;
    state_->doc->catalog->write_fn = write_dictionary;
    state_->doc->catalog->attr = &state_->catalog;
    state_->check();
}

Document::~Document() = default;

ObjectId Document::reserve() {
    const HPDF_Dict dictionary = HPDF_Dict_New(state_->doc->mmgr);
    make_room(state_->doc->xref->entries);
    if (!dictionary || HPDF_Xref_Add(state_->doc->xref, dictionary) != HPDF_OK) state_->check();
    const ObjectId object = number_of(dictionary);
    state_->body_of(object);
    return object;
}

void Document::set(ObjectId object, std::string body) {
    state_->body_of(object).text = std::move(body);
}

void Document::set_stream(ObjectId object, std::string text, std::vector<std::byte> data) {
    Body& body = state_->body_of(object);
    body.text = std::move(text);
    body.data = std::move(data);
    body.is_stream = true;
}

ObjectId Document::add(std::string body) {
    const ObjectId object = reserve();
    set(object, std::move(body));
    return object;
}

ObjectId Document::add_stream(std::string body, std::vector<std::byte> data) {
    const ObjectId object = reserve();
    set_stream(object, std::move(body), std::move(data));
    return object;
}

ObjectId Document::add_page(std::vector<std::byte> content) {
    const HPDF_Page page = HPDF_AddPage(state_->doc);
    state_->check();
    // The page's size and resources are printed with the rest of it.
    HPDF_Dict_RemoveElement(page, "MediaBox");
    HPDF_Dict_RemoveElement(page, "Resources");
    page->write_fn = write_page;
    const ObjectId number = number_of(page);
    const Body& page_body = state_->body_of(number);

    auto* const attributes = static_cast<HPDF_PageAttr>(page->attr);
    const HPDF_Dict contents = attributes->contents;
    HPDF_Stream_Free(attributes->stream);
    attributes->stream = nullptr;
    contents->stream = nullptr;

    Body& body = state_->body_of(number_of(contents));
    body.text = "/Filter/FlateDecode";
    body.data = std::move(content);
    body.is_stream = true;
    body.page = &page_body;
    contents->attr = &body;
    return number;
}

void Document::set_page(ObjectId page, std::string body) {
    set(page, std::move(body));
}

void Document::set_catalog(std::string body) {
    state_->catalog.text = std::move(body);
}

void Document::save(Output& output, ObjectId info, std::string_view id, unsigned jobs) {
    const HPDF_List entries = state_->doc->xref->entries;
    FileWriter file(output, entries->count);
    for (HPDF_UINT i = 1; i < entries->count; ++i) {
        void* const object = static_cast<HPDF_XrefEntry>(HPDF_List_ItemAt(entries, i))->obj;
        const bool dictionary = class_of(object) == HPDF_OCLASS_DICT;
        if (!dictionary) continue;  // lengths of pages' contents, which we write with the data
        Body* const body = i < state_->by_number.size() ? state_->by_number[i] : nullptr;
        if (body && body->is_stream)
            file.put_stream({i}, body->text, std::exchange(body->data, {}));
        else if (body && !is_page(object))
            file.put({i}, "<<" + std::exchange(body->text, {}) + ">>");
        else
            file.put({i}, state_->printed(object));
    }
    std::string trailer = "/Root ";
    put_reference(trailer, number_of(state_->doc->catalog));
    trailer += "/Info ";
    put_reference(trailer, info);
    trailer += "/ID[";
    for (int i = 0; i < 2; ++i) put_bytes(trailer, id);
    file.finish(trailer + ']', jobs);
}

}  // namespace notes_export::pdf
