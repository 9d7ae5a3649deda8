#pragma once
#include "connection.h"
#include "model/base/timing.h"

namespace fw::store
{

/// One row of fw_timer: everything that happens because time passes. (kind, owner, subject) is unique; who arms a timer
/// again moves it. Kinds: "run" (owner: run id), "absence", "date" and "schedule" (owner: "workflow/trigger"), "score"
/// (owner: scoring id), "segment" (owner: segment id), "job" (owner: job id), "answer" (owner:
/// run id).
struct Timer {
    qint64 id = 0;
    Instant due = 0;
    QString kind;
    QString owner;
    QString subject;     ///< record id
    bool people = false; ///< what follows is work for a person: comes first when much is overdue
};

// Errors of these stay in the connection (takeError); the engine rolls the unit back.
void setTimer(Connection& connection, const Timer& timer); ///< arms or moves
/// Moves the timer to the later of its own due time and `due`; arms it when there is none. One statement: it is moved
/// with every interaction of a subject.
void postponeTimer(Connection& connection, const Timer& timer);
void clearTimer(Connection& connection, const QString& kind, const QString& owner, const QString& subject);
void clearTimersOf(Connection& connection, const QString& kind, const QString& owner); ///< whatever the subject
void clearTimersOfSubject(Connection& connection, const QString& kind, const QString& subject); ///< whoever owns them
std::optional<Instant> nextDue(Connection& connection);
/// What may fire: all that is due at `now`, but nothing due in (after, to] (a stretch the clock has jumped over; empty when
/// both are the same).
struct TimerWindow {
    Instant now = 0;
    Instant after = 0, to = 0;
};
std::optional<Instant> nextDueOutside(Connection& connection, Instant after, Instant to);
/// The timer that is due first; ties in the order of arming.
std::optional<Timer> firstDue(Connection& connection, const TimerWindow& window);
/// The first that is work for a person.
std::optional<Timer> firstForPeople(Connection& connection, const TimerWindow& window);
/// The first of one subject.
std::optional<Timer> firstOfSubject(Connection& connection, const TimerWindow& window, const QString& subject);
/// Removes a timer that fires; false when it was disarmed or moved in the meantime.
bool takeTimer(Connection& connection, const Timer& timer);

} // namespace fw::store
