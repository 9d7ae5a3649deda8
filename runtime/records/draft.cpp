#include "draft.h"
#include "problems.h"
#include "rollup.h"
#include "runtime/store/recordsql.h"
#include "values.h"

namespace fw::records
{

using engine::Record;
using feel::Value;

namespace
{

std::shared_ptr<Record> copyOrNew(engine::Unit& unit, const plan::Table& table,
                                  const std::shared_ptr<const Record>& before)
{
    if (before)
        return std::make_shared<Record>(*before);
    auto record = std::make_shared<Record>();
    record->table = &table;
    record->id = unit.newId();
    record->version = 1;
    record->createdAt = record->updatedAt = unit.now;
    record->createdBy = record->updatedBy = unit.cause.user;
    record->values.resize(table.fields.size());
    return record;
}

bool mustCompute(const plan::Field& field, const std::vector<bool>& changed)
{
    return std::any_of(field.dependsOn.begin(), field.dependsOn.end(),
                       [&](int other) { return changed[static_cast<size_t>(other)]; });
}

} // namespace

Draft::Draft(engine::Unit& unit, const plan::Table& table, std::shared_ptr<const Record> before)
    : unit(unit), table(table), before(std::move(before)), after(copyOrNew(unit, table, this->before)),
      changed(table.fields.size(), false), m_environment(unit.store.writer(), unit.plan, unit.now, after->id),
      m_evaluation(unit.store.writer(), unit.plan, m_environment, unit.cause.user)
{
    m_evaluation.setRecord(after).setOld(this->before);
}

void Draft::set(int field, const Value& value)
{
    const auto index = static_cast<size_t>(field);
    if (after->values[index] == value)
        return;
    after->values[index] = value;
    changed[index] = !before || !(before->values[index] == value);
    if (table.fields[index].type == plan::FieldType::Relation || table.fields[index].type == plan::FieldType::User)
        m_evaluation.setRecord(after); // what the old view followed is no longer true
}

void Draft::take(const Values& values)
{
    const Conversion conversion{unit.store.writer(), unit.plan};
    for (auto it = values.begin(); it != values.end(); ++it) {
        const int field = table.field(it.key());
        if (field < 0) {
            problems << problemAt("record.unknown_field", it.key(),
                                  Message(FW_MSG("Table \"%1\" has no field \"%2\"."), {table.id, it.key()}),
                                  FW_MSG("Correct the name of the field."));
            continue;
        }
        auto value = conform(conversion, table.fields[static_cast<size_t>(field)], *it);
        if (value)
            set(field, *value);
        else
            problems << value.error().problems();
    }
}

void Draft::setDefaults(const Values& given)
{
    for (size_t i = 0; i < table.fields.size(); ++i) {
        const plan::Field& field = table.fields[i];
        const bool rollup = field.type == plan::FieldType::Rollup; // nobody points to a new record yet
        if ((!field.defaultValue && !rollup) || given.contains(field.id))
            continue;
        auto value = conform(Conversion{unit.store.writer(), unit.plan}, field,
                             rollup ? emptyRollup(field) : evaluate(field.defaultValue));
        if (value)
            set(static_cast<int>(i), *value);
        else
            problems << value.error().problems();
    }
}

void Draft::compute(const std::vector<int>& also)
{
    const Conversion conversion{unit.store.writer(), unit.plan};
    for (int index : table.computeOrder) {
        const plan::Field& field = table.fields[static_cast<size_t>(index)];
        if (!isNew() && !mustCompute(field, changed) && std::find(also.begin(), also.end(), index) == also.end())
            continue;
        auto value = conform(conversion, field, evaluate(field.computed));
        if (value)
            set(index, *value);
        else
            problems << value.error().problems();
    }
}

std::vector<int> Draft::changedFields() const
{
    std::vector<int> fields;
    for (size_t i = 0; i < changed.size(); ++i) {
        if (changed[i])
            fields.push_back(static_cast<int>(i));
    }
    return fields;
}

QStringList Draft::changedIds() const
{
    QStringList ids;
    for (int field : changedFields())
        ids << table.fields[static_cast<size_t>(field)].id;
    return ids;
}

} // namespace fw::records
