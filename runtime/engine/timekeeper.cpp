#include "timekeeper.h"

#include "runtime/store/incidents.h"
#include "runtime/store/outbox.h"
#include "runtime/store/runs.h"

namespace fw::engine
{

namespace
{

constexpr qint64 s_onTime = 60'000;
constexpr qint64 s_jump = 24 * 3'600'000LL;
constexpr qint64 s_holdFor = 3'600'000; ///< default of the setting "clock.hold_minutes"
constexpr qint64 s_aliveEvery = 60'000;

/// Timers that wait for a time people had in mind; a batch of a job is never late.
bool countsAsLate(const store::Timer& timer, Instant now)
{
    return now - timer.due > s_onTime && timer.kind != QLatin1String("job") && timer.kind != QLatin1String("answer");
}

} // namespace

void TimeKeeper::note(const TimeReading& reading)
{
    const std::optional<TimeReading> last = std::exchange(m_last, reading);
    if (!last)
        return;
    store::Connection& connection = m_store.writer();
    const qint64 jump = (reading.wall - last->wall) - (reading.sinceBoot - last->sinceBoot);
    const std::optional<store::Hold> held = store::hold(connection);
    if (held && (reading.wall <= held->after + s_onTime || reading.wall >= held->until)) {
        release(reading.wall); // set back again, or waited for long enough
        return;
    }
    if (jump <= s_jump || held)
        return;
    store::Hold hold;
    hold.after = last->wall + (reading.sinceBoot - last->sinceBoot);
    hold.to = reading.wall;
    const qint64 minutes = m_store.setting(QStringLiteral("clock.hold_minutes")).toLongLong();
    hold.until = reading.wall + (minutes > 0 ? minutes * 60'000 : s_holdFor);
    hold.incident = store::raiseIncident(
        connection,
        {0,
         reading.wall,
         QStringLiteral("clock.jumped"),
         Message(FW_MSG("The clock jumped forward by %1 hours. Timers that this made due are held until %2."),
                 {QString::number(jump / 3'600'000), formatInstant(hold.until)})
             .text(),
         Message(FW_MSG("Set the clock right, or confirm that it is right now.")).text(),
         {},
         {},
         {},
         {},
         true});
    store::setHold(connection, hold);
}

void TimeKeeper::release(Instant now)
{
    store::Connection& connection = m_store.writer();
    const std::optional<store::Hold> held = store::hold(connection);
    if (!held)
        return;
    store::clearHold(connection);
    store::closeIncident(connection, held->incident, now, {}, QStringLiteral("released"));
}

std::optional<store::Timer> TimeKeeper::next(Instant now)
{
    store::Connection& connection = m_store.writer();
    const std::optional<store::Hold> held = store::hold(connection);
    const store::TimerWindow window{now, held ? held->after : now, held ? held->to : now};
    std::optional<store::Timer> first = store::firstDue(connection, window);
    if (!first || !countsAsLate(*first, now))
        return first;
    // Much is overdue: people are not kept waiting for machines, but a subject's own order stands.
    std::optional<store::Timer> people = store::firstForPeople(connection, window);
    return people ? store::firstOfSubject(connection, window, people->subject) : first;
}

std::optional<Instant> TimeKeeper::nextDue()
{
    store::Connection& connection = m_store.writer();
    const std::optional<store::Hold> held = store::hold(connection);
    if (!held)
        return store::nextDue(connection);
    const std::optional<Instant> free = store::nextDueOutside(connection, held->after, held->to);
    return std::min(free.value_or(held->until), held->until);
}

void TimeKeeper::beginCatchUp(Instant now)
{
    store::Connection& connection = m_store.writer();
    store::CatchUp catchUp;
    catchUp.from = store::aliveAt(connection).value_or(now);
    catchUp.to = now;
    store::saveCatchUp(connection, catchUp);
}

void TimeKeeper::fired(const store::Timer& timer, Instant now)
{
    if (!countsAsLate(timer, now))
        return;
    store::Connection& connection = m_store.writer();
    if (!store::openCatchUp(connection))
        beginCatchUp(now);
    if (std::optional<store::CatchUp> catchUp = store::openCatchUp(connection)) {
        ++catchUp->timers;
        store::saveCatchUp(connection, *catchUp);
    }
}

void TimeKeeper::roundOver(Instant now)
{
    store::Connection& connection = m_store.writer();
    if (std::optional<store::CatchUp> catchUp = store::openCatchUp(connection)) {
        const std::optional<store::Timer> left = next(now);
        const bool over = !left || left->due > catchUp->to || !countsAsLate(*left, now);
        if (over && !store::messagesLate(connection, catchUp->to)) {
            catchUp->expired = store::expiredSince(connection, catchUp->from);
            catchUp->finishedAt = now;
            store::saveCatchUp(connection, *catchUp);
        }
    }
    const std::optional<Instant> alive = store::aliveAt(connection);
    if (!alive || now - *alive >= s_aliveEvery)
        store::setAliveAt(connection, now);
}

Message words(const store::CatchUp& catchUp)
{
    const qint64 minutes = (catchUp.to - catchUp.from) / 60'000;
    return Message(FW_MSG("Off %1 h %2 min: %3 timers ran late, %4 messages expired."),
                   {QString::number(minutes / 60), QStringLiteral("%1").arg(minutes % 60, 2, 10, QLatin1Char('0')),
                    QString::number(catchUp.timers), QString::number(catchUp.expired)});
}

} // namespace fw::engine
