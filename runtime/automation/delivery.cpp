#include "delivery.h"
#include "runtime/plan/localtime.h"
#include "workcalendar.h"

namespace fw::automation
{

namespace
{

/// The end of the quiet time that `at` lies in; `at` itself outside of it. Quiet time may go over midnight.
Instant afterNight(const plan::Calendar::Hours& quiet, Instant at, const QTimeZone& zone)
{
    const auto minute = static_cast<int>(plan::localMillisOfDay(at, zone) / 60'000);
    const bool overnight = quiet.from > quiet.to;
    const bool inside =
        overnight ? minute >= quiet.from || minute < quiet.to : minute >= quiet.from && minute < quiet.to;
    if (!inside)
        return at;
    const QDate today = plan::localDate(at, zone);
    const QDate end = overnight && minute >= quiet.from ? today.addDays(1) : today;
    return plan::localInstant(end, qint64(quiet.to) * 60'000, zone);
}

/// When the recipient may get one more; `now` when at once.
Instant afterCap(const plan::Plan& plan, const plan::Connector& connector, store::Connection& store,
                 const store::OutboxRow& row, Instant now)
{
    if (connector.cap.count == 0)
        return now;
    const auto oldest = store::sentBefore(store, connector.id, row.address, connector.cap.count);
    return oldest ? std::max(now, connector.cap.within.after(*oldest, plan.zone)) : now;
}

/// A bucket that refills evenly: one row remembers when it would be full again.
Instant takeToken(const plan::Plan& plan, const plan::Connector& connector, store::Connection& store, Instant now)
{
    const qint64 window = connector.rate.within.after(now, plan.zone) - now;
    if (connector.rate.count == 0 || window <= 0)
        return now;
    const qint64 each = std::max<qint64>(1, window / connector.rate.count);
    const Instant full = std::max(now, store::bucketFullAt(store, connector.id).value_or(now));
    const Instant free = full + each - window;
    if (free > now)
        return free;
    store::setBucketFullAt(store, connector.id, full + each);
    return now;
}

} // namespace

Instant afterQuiet(const plan::Connector& connector, const plan::Plan& plan, Instant from)
{
    const plan::Calendar* open = plan.findCalendar(connector.open);
    Instant at = from;
    // Night and opening hours may each push into the other; a few turns settle it.
    for (int turn = 0; turn < 14; ++turn) {
        const Instant before = at;
        if (connector.quiet)
            at = afterNight(*connector.quiet, at, plan.zone);
        if (open)
            at = nextOpening(*open, at, plan.zone).value_or(at);
        if (at == before)
            return at;
    }
    return at;
}

Verdict mayGoOut(const plan::Plan& plan, store::Connection& connection, const store::OutboxRow& row, Instant now)
{
    const plan::Connector* connector = plan.findConnector(row.connector);
    if (!connector || row.kind != QLatin1String("message"))
        return {};
    const auto hold = [&](Instant at, const Message& why) {
        if (row.notAfter && at > *row.notAfter)
            return Verdict{Verdict::Kind::Drop, 0, why};
        return Verdict{Verdict::Kind::Later, at, why};
    };
    if (row.notAfter && now > *row.notAfter && row.attempts == 0)
        return {Verdict::Kind::Drop, 0, FW_MSG("It was too late to send it.")};
    const Instant open = row.urgent ? now : afterQuiet(*connector, plan, now);
    if (open > now)
        return hold(open, FW_MSG("Held back in quiet hours."));
    const Instant capped = afterCap(plan, *connector, connection, row, now);
    if (capped > now)
        return hold(row.urgent ? capped : afterQuiet(*connector, plan, capped),
                    FW_MSG("The recipient has had as many messages as are allowed."));
    const Instant free = takeToken(plan, *connector, connection, now);
    if (free > now)
        return hold(free, FW_MSG("The channel is busy; it waits its turn."));
    return {};
}

} // namespace fw::automation
