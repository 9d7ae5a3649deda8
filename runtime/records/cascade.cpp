#include "draft.h"
#include "problems.h"
#include "rollup.h"
#include "runtime/store/recordsql.h"

#include <set>

namespace fw::records
{

using engine::Record;
using engine::Unit;
using plan::Field;
using plan::FieldType;
using plan::Table;

namespace
{

constexpr int s_deepest = 32; // cycles are refused when the definition is checked; this bounds what slipped through

/// A write as the fields of other records see it.
struct Source {
    Unit& unit;
    const Table& table;
    std::shared_ptr<const Record> before, after;
    QStringList fields;
    bool cameOrWent() const { return !before || !after; }
    bool touches(const QString& field) const { return cameOrWent() || fields.contains(field); }
    /// Values of a relation field before and after, without doubles.
    QStringList targets(const QString& relation) const
    {
        QStringList ids;
        for (const auto& record : {before, after}) {
            if (record && !record->value(relation).isNull() && !ids.contains(record->value(relation).string()))
                ids << record->value(relation).string();
        }
        return ids;
    }
};

bool mentions(const feel::Program& program, const QString& owner, const QString& name)
{
    const auto& references = program.references();
    return std::any_of(references.begin(), references.end(), [&](const feel::Reference& reference) {
        return reference.owner == owner && reference.name == name;
    });
}

bool readsTouched(const Source& source, const feel::Program& program)
{
    if (!program.isValid())
        return false;
    const auto& references = program.references();
    return std::any_of(references.begin(), references.end(), [&](const feel::Reference& reference) {
        return reference.owner == source.table.id && source.touches(reference.name);
    });
}

/// Live records of `table` from which the relations that `program` follows lead to the record `id` of `target`.
QStringList leadingTo(Unit& unit, const Table& table, const feel::Program& program, const Table& target,
                      const QString& id, int hops)
{
    QStringList found;
    for (size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        const Table* next = field.type == FieldType::Relation ? unit.plan.findTable(field.relationTo) : nullptr;
        if (!next || !mentions(program, table.id, field.id))
            continue;
        const QStringList middle = next == &target ? QStringList{id}
                                   : hops > 0      ? leadingTo(unit, *next, program, target, id, hops - 1)
                                                   : QStringList();
        for (const QString& each : middle) {
            for (const auto& record : store::selectRecords(unit.store.writer(), unit.plan, table,
                                                           {{static_cast<int>(i), feel::Value(each)}}))
                found << record->id;
        }
    }
    found.removeDuplicates();
    return found;
}

/// Records of `table` whose computed field must be computed again because of `source`.
QStringList computedFollowers(const Source& source, const Table& table, const Field& field)
{
    const feel::Program& program = field.computed.program;
    QStringList ids;
    for (const plan::Inverse& inverse : table.inverses) {
        if (inverse.table == source.table.id && mentions(program, table.id, inverse.name) &&
            (source.touches(inverse.relation) || readsTouched(source, program)))
            ids << source.targets(inverse.relation);
    }
    if (readsTouched(source, program)) {
        const QString id = (source.after ? source.after : source.before)->id;
        ids << leadingTo(source.unit, table, program, source.table, id, 2);
    }
    ids.removeDuplicates();
    return ids;
}

QStringList rollupFollowers(const Source& source, const Field& field)
{
    if (field.rollupTable != source.table.id)
        return {};
    const bool reads = source.touches(field.rollupRelation) ||
                       std::any_of(source.fields.begin(), source.fields.end(),
                                   [&](const QString& each) { return rollupReads(source.unit.plan, field, each); });
    return reads ? source.targets(field.rollupRelation) : QStringList();
}

/// What must be done to one record of another table.
struct Refresh {
    Values set;
    std::vector<int> recompute;
};

Result<QMap<QString, Refresh>> followers(const Source& source, const Table& table)
{
    QMap<QString, Refresh> work;
    for (size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        if (!store::hasColumn(field))
            continue;
        if (field.type == FieldType::Computed && field.computed) {
            for (const QString& id : computedFollowers(source, table, field))
                work[id].recompute.push_back(static_cast<int>(i));
        } else if (field.type == FieldType::Rollup) {
            for (const QString& id : rollupFollowers(source, field)) {
                auto value = rollupValue(source.unit, field, id);
                if (!value)
                    return value.error();
                work[id].set.insert(field.id, *value);
            }
        }
    }
    return work;
}

} // namespace

Result<void> cascade(Unit& unit, const Table& table, const std::shared_ptr<const Record>& before,
                     const std::shared_ptr<const Record>& after, const QStringList& fields, int depth)
{
    if (depth > s_deepest)
        return Error(problemAt(
            "record.too_deep", {},
            Message(FW_MSG("A change of \"%1\" runs on through more than %2 records that depend on each other."),
                    {table.id, QString::number(s_deepest)}),
            FW_MSG("Look for computed fields that depend on each other in a circle.")));
    const Source source{unit, table, before, after, fields};
    for (const Table& other : unit.plan.tables) {
        auto work = followers(source, other);
        if (!work)
            return work.error();
        for (auto it = work->cbegin(); it != work->cend(); ++it) {
            if (auto done = refresh(unit, other, it.key(), it->set, it->recompute, depth + 1); !done)
                return done;
        }
    }
    return {};
}

std::vector<int> derivedFields(const Table& table)
{
    std::vector<int> fields;
    for (size_t i = 0; i < table.fields.size(); ++i) {
        const Field& field = table.fields[i];
        if (store::hasColumn(field) && (field.type == FieldType::Rollup || field.type == FieldType::Computed))
            fields.push_back(static_cast<int>(i));
    }
    return fields;
}

Result<void> recompute(Unit& unit, const Table& table, const QString& id, const std::vector<int>& fields)
{
    Values rollups;
    std::vector<int> computed;
    for (int index : fields) {
        const Field& field = table.fields[static_cast<size_t>(index)];
        if (field.type != FieldType::Rollup) {
            computed.push_back(index);
            continue;
        }
        auto value = rollupValue(unit, field, id);
        if (!value)
            return value.error();
        rollups.insert(field.id, *value);
    }
    return refresh(unit, table, id, rollups, computed, 0);
}

Result<void> refresh(Unit& unit, const Table& table, const QString& id, const Values& set,
                     const std::vector<int>& recompute, int depth)
{
    auto before = load(unit.store.writer(), unit.plan, table, id);
    if (!before)
        return {}; // it lies in the bin; its values are made anew when it comes back
    Draft draft(unit, table, before);
    draft.take(set);
    draft.compute(recompute);
    if (auto error = unit.store.writer().takeError())
        return *error;
    if (!draft.problems.isEmpty())
        return Error(draft.problems);
    const QStringList fields = draft.changedIds();
    if (fields.isEmpty())
        return {};
    if (auto done = store::updateRecord(unit.store.writer(), unit.plan, *draft.after, draft.changedFields()); !done)
        return done;
    engine::Fact fact;
    fact.kind = engine::Fact::Kind::RecordChanged;
    fact.table = table.id;
    fact.record = id;
    fact.before = before;
    fact.after = draft.after;
    fact.fields = fields;
    unit.facts.push_back(std::move(fact));
    if (auto done = store::appendChange(unit.store.writer(),
                                        {unit.seq, "computed", table.id, id, draft.after->version, fields, unit.now});
        !done)
        return done;
    return cascade(unit, table, before, draft.after, fields, depth);
}

} // namespace fw::records
