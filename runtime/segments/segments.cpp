#include "segments.h"

#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/store/scorestore.h"

namespace fw::segments {

namespace {

void setMember(engine::Unit& unit, const plan::Segment& segment, const QString& record, bool member)
{
    store::Connection& connection = unit.store.writer();
    if (store::isMember(connection, segment.id, record) == member)
        return;
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

} // namespace

void onFact(engine::Unit& unit, const engine::Fact& fact)
{
    if (!concerns(fact) || fact.record.isEmpty())
        return;
    std::shared_ptr<const engine::Record> record;
    for (const plan::Segment& segment : unit.plan.segments) {
        if (segment.table != fact.table)
            continue;
        if (!record)
            record = records::load(unit.store.writer(), unit.plan, *unit.plan.findTable(segment.table), fact.record);
        bool member = false; // a record in the bin is in no segment
        if (record) {
            const engine::SubjectEnvironment environment(unit.store.writer(), unit.plan, unit.now, fact.record);
            records::Evaluation evaluate(unit.store.writer(), unit.plan, environment);
            member = evaluate.setRecord(record)(segment.condition).isTrue();
        }
        setMember(unit, segment, fact.record, member);
    }
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
