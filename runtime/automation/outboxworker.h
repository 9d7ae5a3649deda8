#pragma once
#include "runtime/store/store.h"
#include "senderpool.h"

#include <functional>

namespace fw::automation
{

/// Pays the debts the engine has committed: takes due outbox rows, marks them `sending` in a commit of their own, calls the
/// connector, records the result in another commit. Outside the engine; time is handed in.
///
/// work() does all on the caller's thread. A host whose connectors block takes the three steps apart: claim() and settle()
/// on the store's thread, what sender() gives on the threads of a SenderPool.
class OutboxWorker
{
public:
    /// Gives the connector of an id; nullptr when the definition has none of that id.
    using Connectors = std::function<std::shared_ptr<connectors::Connector>(const QString& id)>;
    /// Gives the plan that says when a channel may be used; nullptr: always.
    using PlanSource = std::function<const plan::Plan*()>;
    OutboxWorker(store::Store& store, Connectors connectors, PlanSource plan = {});

    /// Once after the store was opened: what is `sending` then was interrupted and is in doubt. Class A goes out again; of
    /// class B the receiver is asked first; notices to own users go out again (shown as a repeat); messages to customers ask
    /// a person. Returns how many there were.
    Result<int> recover(Instant now);
    /// Sends what is due, at most `limit` messages; returns how many were tried. Fails only when the store does.
    Result<int> work(Instant now, int limit = 100);
    /// When the next message or retry is due of a connector not in `busy`; nothing when none waits.
    std::optional<Instant> nextDue(const QStringList& busy = {}) const;

    /// The next due messages that may go out, at most one of each connector, none of those in `busy`, `most` in all: marked
    /// `sending` and their attempts counted in one durable commit. What quiet hours or limits hold back is moved to when it
    /// may go, or dropped when that is too late.
    Result<std::vector<store::OutboxRow>> claim(Instant now, const QStringList& busy = {}, int most = 1);
    /// What sends a claimed message, on any thread. The connector is looked up now.
    SenderPool::Send sender(const store::OutboxRow& row) const;
    /// Records in one commit what the outside said: sent, to be tried again (10 s × 2ⁿ with full jitter, at most 1 h, for
    /// 24 h), failed or in doubt; the latter two raise an incident.
    Result<void> settle(const std::vector<SenderPool::Sent>& sent, Instant now);

private:
    void claimAll(std::vector<store::OutboxRow>& claimed, Instant now, QStringList busy, size_t most);
    bool letGo(store::OutboxRow& row, Instant now);
    void bringAnswer(const store::OutboxRow& row, Instant now);
    void judge(store::OutboxRow& row, const connectors::Receipt& receipt, Instant now);
    void judgeDoubt(store::OutboxRow& row, Instant now);
    void judgeInquiry(store::OutboxRow& row, const connectors::Receipt& receipt, Instant now);
    void resendOrAsk(store::OutboxRow& row, Instant now);
    void retry(store::OutboxRow& row, const connectors::Receipt& receipt, Instant now);
    void giveUp(store::OutboxRow& row, const QString& state, const QString& code, const Message& what,
                const Message& remedy, Instant now);

    store::Store& m_store;
    Connectors m_connectors;
    PlanSource m_plan;
};

} // namespace fw::automation
