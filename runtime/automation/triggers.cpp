#include "triggers.h"
#include "subject.h"

#include <QJsonArray>

namespace fw::automation
{

namespace
{

using engine::Fact;
using plan::Trigger;

constexpr size_t s_mostExplained = 20; ///< conditions explained for "why not" in one unit
constexpr qsizetype s_mostFieldsKept = 20;

/// A trigger that is met, with what it saw.
struct Match {
    std::shared_ptr<const engine::EventRow> event = {};
    QJsonObject condition = {};
};

/// `places`: where the change of a record stands; an import brings thousands of records in one unit.
Change& changeOf(std::vector<Change>& changes, QHash<QString, size_t>& places, const Fact& fact)
{
    const auto known = places.constFind(fact.record);
    if (known != places.constEnd())
        return changes[*known];
    places.insert(fact.record, changes.size());
    Change change;
    change.table = fact.table;
    change.record = fact.record;
    changes.push_back(std::move(change));
    return changes.back();
}

void addScore(Change& change, const Fact& fact)
{
    for (Change::Score& score : change.scores) {
        if (score.scoring == fact.scoring) {
            score.after = fact.newTotal;
            return;
        }
    }
    change.scores.push_back({fact.scoring, fact.oldTotal, fact.newTotal});
}

void addWrite(Change& change, const Fact& fact)
{
    if (!change.touched)
        change.before = fact.before;
    change.touched = true;
    change.after = fact.after;
}

/// Tests triggers of one workflow against one change.
class Matcher
{
public:
    Matcher(engine::Unit& unit, const Change& change) : m_unit(unit), m_change(change) {}

    std::optional<Match> match(const Trigger& trigger, const plan::Workflow& workflow)
    {
        m_workflow = &workflow;
        m_trigger = &trigger;
        if (trigger.kind == Trigger::Kind::Event)
            return event(trigger);
        if (trigger.kind == Trigger::Kind::CrossesScore)
            return crosses(trigger, workflow);
        if (trigger.kind == Trigger::Kind::EntersSegment || trigger.kind == Trigger::Kind::LeavesSegment)
            return segment(trigger);
        if (trigger.kind == Trigger::Kind::Form)
            return form(trigger);
        return write(trigger);
    }

private:
    std::optional<Match> met(const Trigger& trigger, Subject& subject, Match match = {})
    {
        if (!subject.holds(trigger.condition)) {
            miss(subject);
            return {};
        }
        if (trigger.condition)
            match.condition = subject.explain(trigger.condition);
        return match;
    }

    /// The trigger matched by name, its condition did not hold: kept for "why not", for the first few of a unit.
    void miss(const Subject& subject)
    {
        if (m_unit.misses.size() < s_mostExplained && !m_unit.cause.quiet)
            m_unit.misses.push_back({m_workflow->id, m_trigger->id, m_change.record, QStringLiteral("condition"),
                                     subject.firstFailing(m_trigger->condition)});
    }

    /// The record as the unit leaves it; of a record that was not written it is loaded.
    std::shared_ptr<const engine::Record> current()
    {
        if (m_change.touched)
            return m_change.after;
        if (!m_loaded) {
            if (const plan::Table* table = m_unit.plan.findTable(m_change.table))
                m_loaded = records::load(m_unit.store.writer(), m_unit.plan, *table, m_change.record);
        }
        return m_loaded;
    }

    std::optional<Match> event(const Trigger& trigger)
    {
        for (const Fact* fact : m_change.events) {
            const engine::EventRow& row = *fact->event;
            if (row.event != trigger.event || !current())
                continue;
            Subject subject(m_unit, m_unit.plan, current());
            subject.setEvent(events::eventValue(row, m_unit.plan.zone));
            if (auto match = met(trigger, subject, {fact->event, {}}))
                return match;
        }
        return {};
    }

    std::optional<Match> crosses(const Trigger& trigger, const plan::Workflow& workflow)
    {
        for (const Change::Score& score : m_change.scores) {
            if (score.scoring != trigger.scoring)
                continue;
            store::Connection& connection = m_unit.store.writer();
            const bool above = score.after > trigger.above;
            if (!above) {
                const feel::Decimal rearm = trigger.above.minus(trigger.hysteresis).value_or(trigger.above);
                if (score.after < rearm)
                    store::setDisarmed(connection, workflow.id, trigger.id, m_change.record, false);
                continue;
            }
            if (score.before > trigger.above || store::isDisarmed(connection, workflow.id, trigger.id, m_change.record))
                continue;
            store::setDisarmed(connection, workflow.id, trigger.id, m_change.record, true);
            Subject subject(m_unit, m_unit.plan, current());
            return met(trigger, subject);
        }
        return {};
    }

    std::optional<Match> segment(const Trigger& trigger)
    {
        // Several crossings in one unit: what counts is where the record stands at its end.
        const Fact* last = nullptr;
        for (const Fact* fact : m_change.segments) {
            if (fact->segment == trigger.segment)
                last = fact;
        }
        const auto wanted =
            trigger.kind == Trigger::Kind::EntersSegment ? Fact::Kind::SegmentEntered : Fact::Kind::SegmentLeft;
        if (!last || last->kind != wanted)
            return {};
        Subject subject(m_unit, m_unit.plan, current());
        return met(trigger, subject);
    }

    std::optional<Match> form(const Trigger& trigger)
    {
        if (!m_change.forms.contains(trigger.form) || !current())
            return {};
        Subject subject(m_unit, m_unit.plan, current());
        subject.setOld(m_change.before);
        return met(trigger, subject);
    }

    std::optional<Match> write(const Trigger& trigger)
    {
        switch (trigger.kind) {
        case Trigger::Kind::RecordCreated:
            if (!m_change.created())
                return {};
            break;
        case Trigger::Kind::RecordChanged:
            if (!m_change.before || !m_change.after || !changed(trigger))
                return {};
            break;
        case Trigger::Kind::RecordDeleted:
            if (!m_change.deleted())
                return {};
            break;
        case Trigger::Kind::BecomesTrue: return becomes(trigger);
        default: return {};
        }
        Subject subject(m_unit, m_unit.plan, m_change.after ? m_change.after : m_change.before);
        subject.setOld(m_change.before);
        return met(trigger, subject);
    }

    bool changed(const Trigger& trigger) const
    {
        const engine::Record& before = *m_change.before;
        const engine::Record& after = *m_change.after;
        if (trigger.fields.empty())
            return !(before.values == after.values);
        return std::any_of(trigger.fields.begin(), trigger.fields.end(),
                           [&](const QString& field) { return !(before.value(field) == after.value(field)); });
    }

    /// Edge, not level: true after the unit and not true before it (null is not true).
    std::optional<Match> becomes(const Trigger& trigger)
    {
        const std::shared_ptr<const engine::Record> now = current();
        if (!now)
            return {};
        Subject subject(m_unit, m_unit.plan, now);
        subject.setOld(m_change.before);
        if (!subject.holds(trigger.condition)) {
            if (concerns(trigger.condition))
                miss(subject);
            return {};
        }
        if (!m_change.created()) {
            std::vector<qint64> fresh;
            for (const Fact* fact : m_change.events)
                fresh.push_back(fact->event->seq);
            Subject earlier(m_unit, m_unit.plan, m_change.before ? m_change.before : now);
            earlier.without(fresh);
            if (earlier.holds(trigger.condition))
                return {};
        }
        return Match{{}, subject.explain(trigger.condition)};
    }

    /// Whether the change touched what a condition reads.
    bool concerns(const plan::Expression& condition) const
    {
        if (!m_change.before || !m_change.after)
            return m_change.created();
        for (const feel::Reference& reference : condition.program.references()) {
            if (reference.owner == m_change.table &&
                !(m_change.before->value(reference.name) == m_change.after->value(reference.name)))
                return true;
        }
        return false;
    }

    engine::Unit& m_unit;
    const Change& m_change;
    const plan::Workflow* m_workflow = nullptr;
    const Trigger* m_trigger = nullptr;
    std::shared_ptr<const engine::Record> m_loaded;
};

/// The record the run is about: the one that changed, or the one its relation field leads to.
QString subjectOf(const Change& change, const plan::Workflow& workflow, const Trigger& trigger)
{
    if (change.table == workflow.table)
        return change.record;
    const auto& record = change.after ? change.after : change.before;
    if (trigger.subjectRelation.isEmpty() || !record)
        return {};
    const feel::Value& target = record->value(trigger.subjectRelation);
    return target.kind() == feel::Value::Kind::String ? target.string() : QString();
}

/// A workflow's own write does not trigger it again on the same record, unless it is allowed to.
bool isOwnWrite(engine::Unit& unit, const plan::Workflow& workflow, const QString& record)
{
    if (unit.workflowRun.isEmpty() || workflow.ownChanges)
        return false;
    const std::optional<store::Run> run = store::findRun(unit.store.writer(), unit.workflowRun);
    return run && run->workflow == workflow.id && run->record == record;
}

/// Field → [before, after] of what a write changed, in brief, for the trace.
QJsonObject beforeAndAfter(const Change& change)
{
    QJsonObject changed;
    if (!change.before || !change.after)
        return changed;
    const auto brief = [](const feel::Value& value) { return value.isNull() ? QString() : value.toText().left(80); };
    const std::vector<plan::Field>& fields = change.after->table->fields;
    for (size_t i = 0; i < fields.size() && changed.size() < s_mostFieldsKept; ++i) {
        const feel::Value &before = change.before->values[i], &after = change.after->values[i];
        if (!(before == after))
            changed.insert(fields[i].id, QJsonArray{brief(before), brief(after)});
    }
    return changed;
}

} // namespace

std::vector<Change> netChanges(const std::vector<Fact>& facts)
{
    std::vector<Change> changes;
    QHash<QString, size_t> places;
    for (const Fact& fact : facts) {
        if (fact.record.isEmpty())
            continue; // a person without a record has no runs
        if (fact.event && fact.event->late)
            continue; // later than the limit: counted in figures only
        Change& change = changeOf(changes, places, fact);
        switch (fact.kind) {
        case Fact::Kind::RecordCreated:
        case Fact::Kind::RecordChanged:
        case Fact::Kind::RecordDeleted:
            if (fact.before || fact.after)
                addWrite(change, fact);
            break;
        case Fact::Kind::Event: change.events.push_back(&fact); break;
        case Fact::Kind::Scored: addScore(change, fact); break;
        case Fact::Kind::SegmentEntered:
        case Fact::Kind::SegmentLeft: change.segments.push_back(&fact); break;
        case Fact::Kind::Interaction: change.interactions.push_back(&fact); break;
        case Fact::Kind::FormSubmitted: change.forms << fact.form; break;
        case Fact::Kind::PersonRelinked: break; // what it changes comes as facts of its own
        }
    }
    return changes;
}

void runTriggers(engine::Unit& unit, const std::vector<Change>& changes)
{
    std::vector<Enrolment> enrolments;
    for (const Change& change : changes) {
        Matcher matcher(unit, change);
        const QJsonObject changed = beforeAndAfter(change);
        for (const plan::Workflow& workflow : unit.plan.workflows) {
            for (const Trigger& trigger : workflow.triggers) {
                if (!workflow.enabled || (trigger.table.isEmpty() ? workflow.table : trigger.table) != change.table)
                    continue;
                const QString subject = subjectOf(change, workflow, trigger);
                const bool entered = std::any_of(enrolments.begin(), enrolments.end(), [&](const Enrolment& e) {
                    return e.workflow == &workflow && e.record == subject;
                });
                if (subject.isEmpty() || entered)
                    continue;
                const std::optional<Match> match = matcher.match(trigger, workflow);
                if (!match || unit.cause.quiet || isOwnWrite(unit, workflow, subject))
                    continue;
                enrolments.push_back({&workflow, trigger.id, subject, match->event, match->condition, changed});
            }
        }
    }
    for (const Enrolment& enrolment : enrolments)
        enrol(unit, enrolment);
}

} // namespace fw::automation
