#pragma once
#include "anchor.h"
#include "auditkey.h"
#include "runtime/store/auditlog.h"
#include "runtime/store/store.h"

namespace fw::audit
{

/// Seals the audit rows that have come in, in batches behind the transactions that made them, and notes the head in the
/// anchor file. The store's owner has one; it works on the store's thread.
class Sealer
{
public:
    Sealer(store::Store& store, QByteArray key, QString anchorFile);
    /// With the key and anchor file of this store; a key is made for a chain that has none yet. Errors: those of keyOf.
    static Result<std::unique_ptr<Sealer>> forStore(store::Store& store);

    /// Seals what is there; gives the number of rows. A crash in between leaves a chain that is valid and an anchor that is
    /// behind it.
    Result<int> seal(Instant now);
    /// seal(), but at most once a second. Unsealed rows are how much a forger could still drop unseen.
    Result<int> sealNowAndThen(Instant now);
    /// When sealNowAndThen() will do something; nothing when all is sealed.
    std::optional<Instant> nextDue() const;
    /// Notes that the store was put back from a backup and stands at its own head now.
    Result<void> noteRestored(Instant now);

private:
    Result<int> sealBatch(Instant now);
    store::Store& m_store;
    QByteArray m_key;
    AnchorFile m_anchors;
    Instant m_last = 0;
};

} // namespace fw::audit
