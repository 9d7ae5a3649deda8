#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <functional>
#include <vector>

namespace fw::store
{

// Rows of the event log and of interactions noted as records. Failures stay in the connection (takeError).

struct EventLogRow {
    qint64 seq = 0;
    QString event;
    qint64 identity = 0;
    QString person; ///< read only: found through the identity
    Instant at = 0, received = 0;
    QString channel;
    QString key;           ///< event_key, "" = none
    QByteArray identities; ///< JSON, as they came
    QByteArray props;      ///< JSON
    bool late = false;
};

/// Appends; returns the row's seq.
qint64 appendEvent(Connection& connection, const EventLogRow& row, qint64 cause);
std::optional<EventLogRow> findEventByKey(Connection& connection, const QString& key);

/// The events of a person by (at, seq); `event` "" = all, `since` 0 = all.
void forEachEvent(Connection& connection, const QString& person, const QString& event, Instant since, bool withLate,
                  const std::function<void(const EventLogRow&)>& visit);
/// The newest events of a person before `before` (0 = now), newest first.
std::vector<EventLogRow> newestEvents(Connection& connection, const QString& person, Instant before, int limit);

void addInteraction(Connection& connection, qint64 identity, Instant at, const QString& table, const QString& id,
                    qint64 cause);
/// Instants of interactions noted as records, in order.
std::vector<Instant> interactionsOf(Connection& connection, const QString& person);

/// Consent, merges and score changes of a person for the timeline, newest first.
struct TimelineRow {
    QString kind; ///< "consent" | "merge" | "score"
    Instant at = 0;
    qint64 seq = 0;
    QString title;
    QStringList
        details; ///< consent: granted|withdrawn; merge: was; score: old, new (units), old stage, stage, old band, band
};
std::vector<TimelineRow> newestNotes(Connection& connection, const QString& person, const QString& record,
                                     Instant before, int limit);

} // namespace fw::store
