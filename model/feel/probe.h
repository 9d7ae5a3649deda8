#pragma once
#include "type.h"

namespace fw::feel
{

/// Asked of the binder by completion: what could stand where a name nobody knows stands in the text.
struct Probe {
    struct Candidate {
        QString name;
        Type type;
        QString owner; ///< the record type it is a member of; "" for other names
    };
    QString name;              ///< the stand-in
    bool found = false;        ///< the binder met it
    std::optional<Type> owner; ///< behind a dot: of what stands in front of it
    std::vector<Candidate> candidates;
};

} // namespace fw::feel
