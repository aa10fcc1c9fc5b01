/// The user asked for something that can't be: exit status 2.
#pragma once

#include <stdexcept>

namespace notes_export::cli {

class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace notes_export::cli
