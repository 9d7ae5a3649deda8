#pragma once
#include "runtime/engine/unit.h"

namespace fw::events
{

/// The person behind a record of the person table, "" when it has none.
QString personOfRecord(store::Connection& connection, const QString& record);
/// The live record of a person (any id it ever had), "" when it has none.
QString recordOfPerson(store::Connection& connection, const QString& person);

/// Events of one person after merging, oldest first; `event` "" = all, `since` 0 = all. Events that came later than the
/// limit count in figures only and are left out unless asked for.
std::vector<engine::EventRow> history(store::Connection& connection, const plan::Plan& plan, const QString& person,
                                      const QString& event = {}, Instant since = 0, bool withLate = false);

/// The event as FEEL's `event`: {event, at, channel, person, <properties>}.
feel::Value eventValue(const engine::EventRow& row, const QTimeZone& zone);

/// What a person did, for the timeline of the record page; newest first.
struct TimelineItem {
    enum class Kind { Event, Score, Consent, Merge } kind = Kind::Event;
    Instant at = 0;
    qint64 seq = 0; ///< within its kind; with `at` the cursor of the next page
    QString title;  ///< event, scoring, purpose or person id
    QString channel;
    feel::Value details; ///< properties; for scores {from, to, stage, band}
    bool late = false;
};
/// At most `limit` items older than `before` (0 = from the newest).
std::vector<TimelineItem> timeline(store::Connection& connection, const plan::Plan& plan, const QString& record,
                                   Instant before = 0, int limit = 50);

} // namespace fw::events
