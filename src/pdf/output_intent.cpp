#include "pdf/output_intent.hpp"

#include "image/colour.hpp"
#include "pdf/deflate.hpp"

namespace notes_export::pdf {

ObjectId add_output_intent(Document& document) {
    const ObjectId profile = document.add_stream("/N 3/Filter/FlateDecode", deflate(image::srgb_profile()));
    std::string body =
        "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
    put_reference(body, profile);
    return document.add(std::move(body));
}

}  // namespace notes_export::pdf
