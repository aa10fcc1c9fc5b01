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
#include <exception>

#include "notes_export/diagnostics.hpp"

namespace notes_export::pdf {
namespace {

/// What we print of an object, between what libharu prints.
struct Body {
    std::string text;
    std::vector<std::byte> data;
    bool is_stream = false;
    bool prints_length = true;   ///< else libharu does
    HPDF_Stream out = nullptr;   ///< where the object is being written
    const Body* page = nullptr;  ///< of a page's content: the page's own
};

HPDF_STATUS put(HPDF_Stream out, std::string_view text) {
    return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(text.data()), static_cast<HPDF_UINT>(text.size()));
}

HPDF_STATUS write_body(Body& body, HPDF_Stream out) {
    body.out = out;
    if (const HPDF_STATUS status = put(out, body.text); status != HPDF_OK) return status;
    if (!body.is_stream || !body.prints_length) return HPDF_OK;
    std::string length = "/Length ";
    put_integer(length, static_cast<std::int64_t>(body.data.size()));
    return put(out, length);
}

HPDF_STATUS write_data(const Body& body) {
    if (!body.is_stream) return HPDF_OK;
    if (const HPDF_STATUS status = put(body.out, "\nstream\n"); status != HPDF_OK) return status;
    if (const HPDF_STATUS status = put(body.out, as_text(body.data)); status != HPDF_OK) return status;
    return put(body.out, "\nendstream");
}

/// An output with what it threw: exceptions don't pass through libharu's frames.
struct Sink {
    Output& output;
    std::exception_ptr failure;
};

extern "C" {

void record_error(HPDF_STATUS error, HPDF_STATUS, void* first) {
    HPDF_STATUS& recorded = *static_cast<HPDF_STATUS*>(first);
    if (recorded == HPDF_OK) recorded = error;
}

HPDF_STATUS write_dictionary(HPDF_Dict dictionary, HPDF_Stream out) {
    return write_body(*static_cast<Body*>(dictionary->attr), out);
}

HPDF_STATUS write_stream(HPDF_Dict dictionary) {
    return write_data(*static_cast<Body*>(dictionary->attr));
}

HPDF_STATUS write_page(HPDF_Dict page, HPDF_Stream out) {
    const HPDF_Dict content = static_cast<HPDF_PageAttr>(page->attr)->contents;
    return put(out, static_cast<Body*>(content->attr)->page->text);
}

HPDF_STATUS send(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    Sink& sink = *static_cast<Sink*>(stream->attr);
    try {
        sink.output.write({reinterpret_cast<const std::byte*>(bytes), size});
        return HPDF_OK;
    } catch (...) {
        sink.failure = std::current_exception();
        return HPDF_FILE_IO_ERROR;
    }
}

}  // extern "C"

ObjectId number_of(const void* object) {
    // The upper byte says that the object is an indirect one.
    return {static_cast<const HPDF_Obj_Header*>(object)->obj_id & 0x00ff'ffff};
}

/// Nodes of the page tree hold about as many pages as there are nodes.
HPDF_UINT pages_a_node(std::size_t pages) {
    return static_cast<HPDF_UINT>(std::clamp(std::sqrt(static_cast<double>(pages)), 16.0, 4096.0));
}

/// Bytes that libharu takes from the system at once.
constexpr HPDF_UINT pool_size = 1 << 16;

/// libharu's table of objects grows by a thousand entries at a time, copied to a new place from which the pool takes
/// nothing back: a gigabyte for half a million objects. Doubled, it costs as much again as it holds.
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

    Body& body_of(ObjectId object) {
        if (by_number.size() <= object.value) by_number.resize(object.value + 1);
        Body*& body = by_number[object.value];
        if (!body) body = &bodies.emplace_back();
        return *body;
    }
};

Document::Document(std::size_t pages) : state_(std::make_unique<State>()) {
    state_->doc = HPDF_NewEx(record_error, nullptr, nullptr, pool_size, &state_->error);
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
    dictionary->write_fn = write_dictionary;
    dictionary->after_write_fn = write_stream;
    dictionary->attr = &state_->body_of(object);
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
    const auto length = static_cast<HPDF_Number>(HPDF_Dict_GetItem(contents, "Length", HPDF_OCLASS_NUMBER));
    state_->check();
    length->value = static_cast<HPDF_INT32>(content.size());

    Body& body = state_->body_of(number_of(contents));
    body.text = "/Filter/FlateDecode";
    body.data = std::move(content);
    body.is_stream = true;
    body.prints_length = false;
    body.page = &page_body;
    contents->write_fn = write_dictionary;
    contents->after_write_fn = write_stream;
    contents->attr = &body;
    return number;
}

void Document::set_page(ObjectId page, std::string body) {
    set(page, std::move(body));
}

void Document::set_catalog(std::string body) {
    state_->catalog.text = std::move(body);
}

void Document::save(Output& output, ObjectId info, const std::string& id) {
    const HPDF_Doc doc = state_->doc;
    const HPDF_Dict trailer = doc->xref->trailer;
    HPDF_Dict_Add(trailer, "Root", doc->catalog);
    HPDF_Dict_Add(trailer, "Info", HPDF_Xref_GetEntry(doc->xref, info.value)->obj);
    const HPDF_Array names = HPDF_Array_New(doc->mmgr);
    for (int i = 0; i < 2; ++i) {
        std::string bytes = id;
        HPDF_Array_Add(names, HPDF_Binary_New(doc->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                                              static_cast<HPDF_UINT>(bytes.size())));
    }
    HPDF_Dict_Add(trailer, "ID", names);
    state_->check();

    Sink sink{output, nullptr};
    const HPDF_Stream stream = HPDF_CallbackWriter_New(doc->mmgr, send, &sink);
    state_->check();
    // Four bytes above 127 tell transfer programs that the file is binary (7.5.2).
    put(stream, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    HPDF_Xref_WriteToStream(doc->xref, stream, nullptr);
    HPDF_Stream_Free(stream);
    if (sink.failure) std::rethrow_exception(sink.failure);
    state_->check();
}

}  // namespace notes_export::pdf
