#pragma once
#include "model/base/timing.h"

#include <QString>

#include <vector>

namespace fw::events
{

/// An identity a person was seen with: "phone" 138…, "anonymous" c-17, "id" (a record of the person table).
struct IdentityNode {
    qint64 id = 0;
    QString kind;
    QString value;
    QString born;            ///< the person made when this identity was first seen; an alias after a merge
    QString person;          ///< the surviving person
    bool liveRecord = false; ///< of kind "id": the record is not in the bin
};

/// Why two identities are held to be one person, strongest first.
enum class LinkKind { Record, Manual, FormerRecord, Event };

struct IdentityLink {
    qint64 a = 0, b = 0; ///< a < b
    LinkKind kind = LinkKind::Event;
    Instant at = 0;
};

/// One person: the identities that belong together.
struct PersonGroup {
    QString person;              ///< the born person of the live record, else the smallest born id
    QString record;              ///< live record, "" = none
    std::vector<size_t> members; ///< indexes into the nodes
};

/// Groups identities into persons. The result depends on what is linked, not on the order in which links arrived: links
/// are taken by strength, then time, then identity; one that would join two live records is left out, because records
/// are merged by the table's duplicate rule only (semantics.md, "Person").
std::vector<PersonGroup> groupPersons(const std::vector<IdentityNode>& nodes, std::vector<IdentityLink> links);

} // namespace fw::events
