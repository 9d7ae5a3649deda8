#include "arming.h"
#include "automation.h"
#include "cursor.h"
#include "occurrences.h"
#include "runtime/store/eventlog.h"
#include "runtime/store/jobs.h"
#include "runtime/store/listquery.h"
#include "runtime/store/timers.h"
#include "subject.h"
#include "timetriggers.h"
#include "versions.h"

namespace fw::automation
{

namespace
{

using plan::Trigger;
using plan::Workflow;

constexpr int s_batch = 100;
const QString s_calendars = QStringLiteral("calendars"); ///< stands among the armed triggers, of no workflow

bool isTimed(const Trigger& trigger)
{
    return trigger.kind == Trigger::Kind::Inactive || trigger.kind == Trigger::Kind::DateField ||
           trigger.kind == Trigger::Kind::Schedule;
}

QString textOf(const plan::Duration& duration)
{
    return QStringLiteral("%1/%2/%3").arg(duration.months).arg(duration.days).arg(duration.millis);
}

/// Which days a calendar is open.
QString openDays(const plan::Calendar& calendar)
{
    QStringList parts;
    for (const plan::Calendar::Day& day : calendar.week)
        parts << (day.empty() ? QStringLiteral("-") : QStringLiteral("+"));
    for (const plan::Calendar::Holiday& holiday : calendar.holidays)
        parts << holiday.from.toString(Qt::ISODate) + u'/' + holiday.to.toString(Qt::ISODate);
    for (auto it = calendar.workdays.begin(); it != calendar.workdays.end(); ++it)
        parts << it.key().toString(Qt::ISODate);
    return parts.join(u',');
}

/// All that decides when a trigger is due: another text must be armed anew.
QString specOf(const Workflow& workflow, const Trigger& trigger, const plan::Plan& plan)
{
    QStringList parts{workflow.table, QString::number(int(trigger.kind)), QString::fromLatin1(plan.zone.id())};
    if (trigger.kind == Trigger::Kind::Inactive) {
        parts << textOf(trigger.silence) << QString::number(trigger.silenceMoreThan);
        return parts.join(u' ');
    }
    parts << QString::number(trigger.atMinute.value_or(-1));
    if (trigger.kind == Trigger::Kind::DateField) {
        parts << trigger.dateField << textOf(trigger.offset) << QString::number(trigger.offsetBefore)
              << QString::number(int(trigger.repeat));
        return parts.join(u' ');
    }
    parts << QString::number(int(trigger.every)) << QString::number(trigger.monthDay);
    for (const int day : trigger.weekdays)
        parts << QString::number(day);
    if (const plan::Calendar* calendar = plan.findCalendar(trigger.calendar))
        parts << openDays(*calendar);
    return parts.join(u' ');
}

/// All that waits in working time depend on.
QString calendarsSpec(const plan::Plan& plan)
{
    QStringList parts;
    for (const plan::Calendar& calendar : plan.calendars) {
        parts << calendar.id << openDays(calendar);
        for (const plan::Calendar::Day& day : calendar.week) {
            for (const plan::Calendar::Hours& hours : day)
                parts << QStringLiteral("%1-%2").arg(hours.from).arg(hours.to);
            parts << QStringLiteral("/");
        }
        for (const int weekday : calendar.workdays)
            parts << QString::number(weekday);
    }
    return parts.join(u' ');
}

void disarm(store::Connection& connection, const QString& workflow, const QString& trigger)
{
    for (const char* kind : {"absence", "date", "schedule"})
        store::clearTimersOf(connection, QString::fromLatin1(kind), workflow + u'/' + trigger);
    for (const QString& job : store::jobsOf(connection, workflow, trigger)) {
        store::clearTimersOf(connection, QStringLiteral("job"), job);
        store::removeJob(connection, job);
    }
    store::removeArmed(connection, workflow, trigger);
}

/// The job's next batch comes up when everything that is due already has had its turn.
void callJob(engine::Unit& unit, const QString& job)
{
    store::setTimer(unit.store.writer(), {0, unit.now, QStringLiteral("job"), job, QStringLiteral("")});
}

void startJob(engine::Unit& unit, store::Job job)
{
    job.startedAt = unit.now;
    job.cause = unit.seq;
    store::saveJob(unit.store.writer(), job);
    onJob(unit, job.id); // the first batch at once: small tables need no second one
}

/// Waits that run are counted anew when a calendar has changed.
void followCalendars(engine::Unit& unit)
{
    store::Connection& connection = unit.store.writer();
    const auto known = store::findArmed(connection, {}, s_calendars);
    const QString spec = calendarsSpec(unit.plan);
    if (known ? known->spec == spec : unit.plan.calendars.empty())
        return;
    store::saveArmed(connection, {QStringLiteral(""), s_calendars, spec, {}});
    if (known)
        startJob(unit,
                 {unit.newId(), QStringLiteral("calendars"), QStringLiteral(""), s_calendars, unit.now, {}, 0, 0, 0});
}

void arm(engine::Unit& unit, const Workflow& workflow, const Trigger& trigger, const QString& spec)
{
    store::Connection& connection = unit.store.writer();
    const QString last = store::findArmed(connection, workflow.id, trigger.id).value_or(store::Armed()).last;
    disarm(connection, workflow.id, trigger.id);
    store::saveArmed(connection, {workflow.id, trigger.id, spec, last});
    if (trigger.kind != Trigger::Kind::Schedule) {
        startJob(unit, {unit.newId(), QStringLiteral("arm"), workflow.id, trigger.id, unit.now, {}, 0, 0, 0});
        return;
    }
    if (const auto due = scheduleDue(trigger, unit.plan, unit.now, QDate::fromString(last, Qt::ISODate)))
        store::setTimer(connection,
                        {0, *due, QStringLiteral("schedule"), timerOwner(workflow, trigger), QStringLiteral("")});
}

/// When somebody last heard of the record: its creation or the last interaction of its person.
Instant silentSince(engine::Unit& unit, const engine::Record& record)
{
    store::Connection& connection = unit.store.writer();
    Instant since = record.createdAt;
    const QString person = events::personOfRecord(connection, record.id);
    if (person.isEmpty())
        return since;
    for (const engine::EventRow& event : events::history(connection, unit.plan, person)) {
        const plan::Event* definition = unit.plan.findEvent(event.event);
        if (!definition || definition->interaction)
            since = std::max(since, event.at);
    }
    for (const Instant at : store::interactionsOf(connection, person))
        since = std::max(since, at);
    return since;
}

/// Arms one record that was there before the trigger; what lies in the past does not fire.
bool armRecord(engine::Unit& unit, const Workflow& workflow, const Trigger& trigger, const engine::Record& record)
{
    if (trigger.kind == Trigger::Kind::DateField) {
        armDate(unit, workflow, trigger, record.id, record.value(trigger.dateField), unit.now);
        return true;
    }
    const Instant due = silenceDue(trigger, silentSince(unit, record), unit.plan.zone);
    if (due <= unit.now)
        return false;
    store::postponeTimer(unit.store.writer(), {0, due, QStringLiteral("absence"), timerOwner(workflow, trigger),
                                               record.id, leadsToPeople(Cursor(workflow, {}, {}))});
    return true;
}

/// Whether the trigger would hold for the record as it stands.
bool matchesNow(engine::Unit& unit, const Trigger& trigger, const std::shared_ptr<const engine::Record>& record)
{
    store::Connection& connection = unit.store.writer();
    if (trigger.kind == Trigger::Kind::EntersSegment || trigger.kind == Trigger::Kind::LeavesSegment) {
        const bool inside = segments::contains(connection, trigger.segment, record->id);
        if (inside != (trigger.kind == Trigger::Kind::EntersSegment))
            return false;
    } else if (trigger.kind == Trigger::Kind::Inactive) {
        if (silenceDue(trigger, silentSince(unit, *record), unit.plan.zone) > unit.now)
            return false;
    } else if (trigger.kind == Trigger::Kind::CrossesScore) {
        const auto field = std::find_if(record->table->fields.begin(), record->table->fields.end(), [&](const auto& f) {
            return f.type == plan::FieldType::Score && f.scoring == trigger.scoring;
        });
        if (field == record->table->fields.end())
            return false;
        const feel::Value& total = record->value(field->id);
        if (total.kind() != feel::Value::Kind::Number || !(total.number() > trigger.above))
            return false;
    }
    return Subject(unit, unit.plan, record).holds(trigger.condition);
}

Result<store::ListPage> nextPage(engine::Unit& unit, const Workflow& workflow, const QString& position)
{
    store::ListQuery query;
    query.table = unit.plan.findTable(workflow.table);
    if (!query.table)
        return store::ListPage();
    return store::listRecords(unit.store.writer(), unit.plan, query, s_batch, position);
}

/// Does what the job is for with one record; whether anything was to be done.
bool handle(engine::Unit& unit, const store::Job& job, const Owned& owned,
            const std::shared_ptr<const engine::Record>& record)
{
    if (job.kind == QLatin1String("arm"))
        return armRecord(unit, *owned.workflow, *owned.trigger, *record);
    if (!matchesNow(unit, *owned.trigger, record))
        return false;
    Enrolment enrolment{owned.workflow, owned.trigger->id, record->id};
    if (owned.trigger->condition)
        enrolment.condition = Subject(unit, unit.plan, record).explain(owned.trigger->condition);
    enrolment.late = job.startedAt - job.due;
    return !enrol(unit, enrolment).run.isEmpty();
}

} // namespace

bool needsArming(store::Connection& connection, const plan::Plan& plan)
{
    const auto calendars = store::findArmed(connection, {}, s_calendars);
    if (calendars ? calendars->spec != calendarsSpec(plan) : !plan.calendars.empty())
        return true;
    QHash<QString, QString> armed;
    for (const store::Armed& row : store::armedTriggers(connection))
        armed.insert(row.workflow + u'/' + row.trigger, row.spec);
    qsizetype timed = 0;
    for (const Workflow& workflow : plan.workflows) {
        for (const Trigger& trigger : workflow.triggers) {
            if (!workflow.enabled || !isTimed(trigger))
                continue;
            ++timed;
            if (armed.value(timerOwner(workflow, trigger)) != specOf(workflow, trigger, plan))
                return true;
        }
    }
    return timed + (calendars ? 1 : 0) != armed.size();
}

void armTriggers(engine::Unit& unit)
{
    store::Connection& connection = unit.store.writer();
    followCalendars(unit);
    for (const store::Armed& row : store::armedTriggers(connection)) {
        if (row.workflow.isEmpty())
            continue;
        const Owned owned = findOwned(unit.plan, row.workflow + u'/' + row.trigger);
        if (!owned.trigger || !isTimed(*owned.trigger))
            disarm(connection, row.workflow, row.trigger);
    }
    for (const Workflow& workflow : unit.plan.workflows) {
        for (const Trigger& trigger : workflow.triggers) {
            if (!workflow.enabled || !isTimed(trigger))
                continue;
            const QString spec = specOf(workflow, trigger, unit.plan);
            const std::optional<store::Armed> armed = store::findArmed(connection, workflow.id, trigger.id);
            if (!armed || armed->spec != spec)
                arm(unit, workflow, trigger, spec);
        }
    }
}

void onJob(engine::Unit& unit, const QString& id)
{
    store::Connection& connection = unit.store.writer();
    std::optional<store::Job> job = store::findJob(connection, id);
    if (!job)
        return;
    if (job->kind == s_calendars) {
        if (!recountWaits(unit, job->position, s_batch)) {
            store::removeJob(connection, id);
            return;
        }
        store::saveJob(connection, *job);
        callJob(unit, id);
        return;
    }
    const Owned owned = findOwned(unit.plan, job->workflow + u'/' + job->trigger);
    const auto page = owned.trigger ? nextPage(unit, *owned.workflow, job->position) : store::ListPage();
    if (page) {
        for (const auto& record : page->records)
            job->done += handle(unit, *job, owned, record) ? 1 : 0;
    }
    if (!page || page->next.isEmpty()) {
        store::removeJob(connection, id);
        return;
    }
    job->position = page->next;
    store::saveJob(connection, *job);
    callJob(unit, id);
}

void armDate(engine::Unit& unit, const Workflow& workflow, const Trigger& trigger, const QString& record,
             const feel::Value& value, Instant from)
{
    store::Connection& connection = unit.store.writer();
    const QString owner = timerOwner(workflow, trigger);
    if (const auto due = dateDue(trigger, value, unit.plan.zone, from))
        store::setTimer(connection,
                        {0, *due, QStringLiteral("date"), owner, record, leadsToPeople(Cursor(workflow, {}, {}))});
    else
        store::clearTimer(connection, QStringLiteral("date"), owner, record);
}

QString enrolMatching(engine::Unit& unit, const Workflow& workflow, const Trigger& trigger, Instant due)
{
    const QString id = unit.newId();
    startJob(unit, {id, QStringLiteral("enrol"), workflow.id, trigger.id, due, {}, 0, 0, 0});
    return id;
}

bool canMatch(const Trigger& trigger)
{
    return trigger.kind != Trigger::Kind::Event && trigger.kind != Trigger::Kind::RecordDeleted &&
           trigger.kind != Trigger::Kind::DateField && trigger.kind != Trigger::Kind::AfterWorkflow;
}

Result<qint64> countMatching(engine::Unit& unit, const Workflow& workflow, const Trigger& trigger)
{
    qint64 count = 0;
    QString position;
    do {
        const auto page = nextPage(unit, workflow, position);
        if (!page)
            return page.error();
        for (const auto& record : page->records)
            count += matchesNow(unit, trigger, record) ? 1 : 0;
        position = page->next;
    } while (!position.isEmpty());
    return count;
}

} // namespace fw::automation
