#pragma once
#include "runtime/connectors/connector.h"
#include "runtime/store/store.h"

#include <functional>

namespace fw::automation {

/// Pays the debts the engine has committed: takes due outbox rows, marks them `sending` in a commit of their own, calls the
/// connector, records the result in another commit. Outside the engine; time is handed in.
class OutboxWorker {
public:
    /// Gives the connector of an id; nullptr when the definition has none of that id.
    using Connectors = std::function<connectors::Connector*(const QString& id)>;
    OutboxWorker(store::Store& store, Connectors connectors);

    /// Once after the store was opened: what is `sending` then was interrupted. Class A goes out again, all else is in
    /// doubt: internal notices are sent again (shown as a repeat), messages to customers ask a person. Returns how many.
    int recover(Instant now);
    /// Sends what is due, at most `limit` messages; returns how many were tried. Fails only when the store does.
    Result<int> work(Instant now, int limit = 100);
    /// When the next message or retry is due; nothing when none waits.
    std::optional<Instant> nextDue() const;

private:
    store::Store& m_store;
    Connectors m_connectors;
};

} // namespace fw::automation
