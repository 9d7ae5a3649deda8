#include "segments.h"

#include "recheck.h"
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/store/scorestore.h"
#include "runtime/store/timers.h"

namespace fw::segments
{

namespace
{

const QString s_timerKind = QStringLiteral("segment");

/// Brings membership in line; true when it changed.
bool setMember(engine::Unit& unit, const plan::Segment& segment, const QString& record, bool member)
{
    store::Connection& connection = unit.store.writer();
    if (store::isMember(connection, segment.id, record) == member)
        return false;
    if (member)
        store::addMember(connection, segment.id, record, unit.now);
    else
        store::removeMember(connection, segment.id, record);
    engine::Fact fact;
    fact.kind = member ? engine::Fact::Kind::SegmentEntered : engine::Fact::Kind::SegmentLeft;
    fact.table = segment.table;
    fact.record = record;
    fact.segment = segment.id;
    unit.facts.push_back(std::move(fact));
    return true;
}

bool concerns(const engine::Fact& fact)
{
    using Kind = engine::Fact::Kind;
    switch (fact.kind) {
    case Kind::RecordCreated:
    case Kind::RecordChanged:
    case Kind::RecordDeleted:
    case Kind::Event:
    case Kind::Scored:
    case Kind::PersonRelinked: return true;
    default: return false;
    }
}

void moveTimer(engine::Unit& unit, const plan::Segment& segment, const QString& id, const engine::Record* record)
{
    if (!segment.condition.timeDependent())
        return;
    store::Connection& connection = unit.store.writer();
    const auto next = record ? nextCheck(connection, unit.plan, segment, *record, unit.now) : std::nullopt;
    if (next)
        store::setTimer(connection, {0, *next, s_timerKind, segment.id, id});
    else
        store::clearTimer(connection, s_timerKind, segment.id, id);
}

/// Tests the segments of a record. One may ask for another, so they are gone through until nothing changes; what asks in
/// a ring ends after as many rounds as there are segments.
void test(engine::Unit& unit, const plan::Table& table, const QString& id)
{
    store::Connection& connection = unit.store.writer();
    const auto record = records::load(connection, unit.plan, table, id);
    const engine::SubjectEnvironment environment(connection, unit.plan, unit.now, id);
    records::Evaluation evaluate(connection, unit.plan, environment);
    if (record)
        evaluate.setRecord(record);
    bool changed = true;
    for (size_t round = 0; changed && round < unit.plan.segments.size(); ++round) {
        changed = false;
        for (const plan::Segment& segment : unit.plan.segments) {
            if (segment.table == table.id) // a record in the bin is in no segment
                changed |= setMember(unit, segment, id, record && evaluate(segment.condition).isTrue());
        }
    }
    for (const plan::Segment& segment : unit.plan.segments) {
        if (segment.table == table.id)
            moveTimer(unit, segment, id, record.get());
    }
}

} // namespace

void onFact(engine::Unit& unit, const engine::Fact& fact)
{
    const plan::Table* table = concerns(fact) && !fact.record.isEmpty() ? unit.plan.findTable(fact.table) : nullptr;
    const auto ofTable = [&](const plan::Segment& segment) { return segment.table == fact.table; };
    if (table && std::any_of(unit.plan.segments.begin(), unit.plan.segments.end(), ofTable))
        test(unit, *table, fact.record);
}

void onTimer(engine::Unit& unit, const QString& segmentId, const QString& record)
{
    const plan::Segment* segment = unit.plan.findSegment(segmentId);
    if (const plan::Table* table = segment ? unit.plan.findTable(segment->table) : nullptr)
        test(unit, *table, record);
}

QStringList members(store::Connection& connection, const QString& segment)
{
    return store::membersOf(connection, segment);
}

bool contains(store::Connection& connection, const QString& segment, const QString& record)
{
    return store::isMember(connection, segment, record);
}

} // namespace fw::segments
