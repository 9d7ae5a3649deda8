#pragma once
#include "anchor.h"
#include "runtime/store/auditlog.h"

namespace fw::audit
{

/// One thing that is wrong with a chain, and where.
struct Finding {
    enum class Kind {
        Edited,        ///< the row is not what was sealed
        Moved,         ///< two rows have changed places: this one holds what was sealed as `other`
        Removed,       ///< rows `position` to `other` are missing
        Inserted,      ///< a row among the sealed ones that was never sealed
        LinkEdited,    ///< the row's link does not follow from the one before
        ValuesEdited,  ///< the values beside the row are not those it was made with
        ValuesRemoved, ///< its values are missing and no erasure accounts for it
        CutOff,        ///< the chain ends at `position` and had come as far as `other`
        Replaced       ///< the row at `position` is not the one the anchor names
    } kind = Kind::Edited;
    qint64 seq = 0;      ///< of the row; 0 when there is none
    qint64 position = 0; ///< in the chain; 0 when it has none
    qint64 other = 0;
    Problem problem() const; ///< in words
};

struct Report {
    qint64 sealed = 0;
    qint64 unsealed = 0; ///< the tail that waits for its seal: nothing can be said about it
    qint64 erased = 0;   ///< rows whose values were erased, with an audit row that says so
    store::AuditHead head;
    std::optional<Anchor> anchor; ///< the last one
    qsizetype findings = 0;       ///< all of them; the list holds the first 1,000
    QList<Finding> list;
    bool intact() const { return findings == 0; }
};

/// Walks the whole chain against key and anchors (the anchor file's and heads kept in backups; read them before the store).
/// Changes nothing. Fails only when the store cannot be read.
Result<Report> verify(store::Connection& connection, const QByteArray& key, const QList<Anchor>& anchors);

} // namespace fw::audit
