// The steps that read and write records.
#include "activation.h"
#include "runtime/records/records.h"
#include "runtime/records/values.h"
#include "runtime/store/listquery.h"

namespace fw::automation
{

namespace
{

using plan::Step;

/// A definition's assignments as typed values of the table's fields.
Result<records::Values> valuesOf(engine::Unit& unit, const plan::Table& table,
                                 const std::vector<plan::Assignment>& assignments, const Subject& subject)
{
    records::Values values;
    QList<Problem> problems;
    for (const plan::Assignment& assignment : assignments) {
        const plan::Field* field = table.findField(assignment.field);
        if (!field)
            return Error(QStringLiteral("workflow.no_field"),
                         Message(FW_MSG("The field \"%1\" no longer exists."), {assignment.field}),
                         FW_MSG("Change the step, publish, and carry the run on."), Place{{}, 0, 0, assignment.field});
        auto value = records::conform({unit.store.writer(), unit.plan}, *field, subject.value(assignment.value));
        if (value)
            values.insert(assignment.field, *value);
        else
            problems << value.error().problems();
    }
    if (!problems.isEmpty())
        return Error(problems);
    return values;
}

} // namespace

Result<const plan::Table*> Activation::tableOf(const QString& id) const
{
    if (const plan::Table* table = m_unit.plan.findTable(id))
        return table;
    return Error(QStringLiteral("workflow.no_table"), Message(FW_MSG("The table \"%1\" no longer exists."), {id}),
                 FW_MSG("Change the step, publish, and carry the run on."));
}

Result<void> Activation::writeSubject(const records::Values& values, const QString& kind, const QJsonObject& data)
{
    const auto table = tableOf(m_run.table);
    if (!table)
        return table.error();
    auto written = records::update(m_unit, **table, m_run.record, values);
    if (!written)
        return written.error();
    m_unit.settle();
    QJsonObject what = data;
    what["fields"] = QJsonArray::fromStringList(written->fields);
    what["version"] = written->version;
    trace(kind, what);
    return loadRecord();
}

Result<void> Activation::setFields(const Step& step)
{
    const auto table = tableOf(m_run.table);
    if (!table)
        return table.error();
    auto values = valuesOf(m_unit, **table, step.values, subject());
    if (!values)
        return values.error();
    return writeSubject(*values, QStringLiteral("set"));
}

Result<void> Activation::createRecord(const Step& step)
{
    const auto table = tableOf(step.table);
    if (!table)
        return table.error();
    auto values = valuesOf(m_unit, **table, step.values, subject());
    if (!values)
        return values.error();
    auto written = records::create(m_unit, **table, *values);
    if (!written)
        return written.error();
    m_unit.settle();
    keep(step, QJsonObject{{"table", step.table}, {"id", written->id}});
    trace(QStringLiteral("created"), {{"table", step.table}, {"record", written->id}, {"outcome", written->outcome}});
    return loadRecord();
}

Result<std::vector<std::shared_ptr<const engine::Record>>> Activation::query(const plan::RecordQuery& query)
{
    const auto table = tableOf(query.table);
    if (!table)
        return table.error();
    Subject rows = subject();
    store::ListQuery list;
    list.table = *table;
    list.sort = query.sort;
    if (query.where) {
        // What the store can say is left to it; the rest is tested row by row.
        const auto predicate = feel::toPredicate(query.where.program, rows.frame(), query.table);
        if (predicate && store::predicateSql(*predicate, m_unit.store.writer().dialect(), m_unit.plan, **table, "t"))
            list.where.push_back(*predicate);
        else
            list.test = [&](const std::shared_ptr<const engine::Record>& record) {
                return rows.setRow(record).holds(query.where);
            };
    }
    const auto page = store::listRecords(m_unit.store.writer(), m_unit.plan, list, query.limit);
    if (!page)
        return page.error();
    return page->records;
}

Result<void> Activation::updateRecords(const Step& step)
{
    const auto table = tableOf(step.query.table);
    if (!table)
        return table.error();
    Subject rows = subject();
    std::vector<std::shared_ptr<const engine::Record>> found;
    if (step.record) {
        const feel::Value value = rows.value(step.record);
        const bool fits = value.kind() == feel::Value::Kind::Record && value.record()->type() == step.query.table;
        if (const auto record =
                fits ? records::load(m_unit.store.writer(), m_unit.plan, **table, value.record()->id()) : nullptr)
            found.push_back(record);
    } else {
        auto queried = query(step.query);
        if (!queried)
            return queried.error();
        found = std::move(*queried);
    }
    int changed = 0;
    for (const auto& record : found) {
        auto values = valuesOf(m_unit, **table, step.values, rows.setRow(record));
        if (!values)
            return values.error();
        auto written = records::update(m_unit, **table, record->id, *values);
        if (!written)
            return written.error();
        changed += written->fields.isEmpty() ? 0 : 1;
    }
    m_unit.settle();
    keep(step, changed);
    trace(QStringLiteral("updated"),
          {{"table", step.query.table}, {"found", qint64(found.size())}, {"changed", changed}});
    return loadRecord();
}

Result<void> Activation::findRecords(const Step& step)
{
    const auto found = query(step.query);
    if (!found)
        return found.error();
    QStringList ids;
    for (const auto& record : *found)
        ids << record->id;
    keep(step, QJsonObject{{"table", step.query.table}, {"ids", QJsonArray::fromStringList(ids)}});
    trace(QStringLiteral("found"), {{"table", step.query.table}, {"found", ids.size()}});
    return {};
}

Result<void> Activation::assign(const Step& step)
{
    const auto table = tableOf(m_run.table);
    if (!table)
        return table.error();
    const QString field = step.field.isEmpty() ? (*table)->owner : step.field;
    if (!(*table)->findField(field))
        return Error(QStringLiteral("workflow.no_field"),
                     Message(FW_MSG("The field \"%1\" no longer exists."), {field}),
                     FW_MSG("Change the step, publish, and carry the run on."), Place{{}, 0, 0, field});
    if (step.keep && !m_record->value(field).isNull()) {
        trace(QStringLiteral("assigned"), {{"kept", m_record->value(field).toText()}});
        return {};
    }
    const Subject about = subject();
    const auto user = userOf(about.value(step.taskTo));
    if (!user)
        return user.error();
    return writeSubject({{field, user->isEmpty() ? feel::Value() : feel::Value(*user)}}, QStringLiteral("assigned"),
                        {{"to", *user}});
}

Result<void> Activation::tag(const Step& step)
{
    feel::Value::Items tags;
    const auto listed = [](const auto& list, const QString& tag) {
        return std::any_of(list.begin(), list.end(), [&tag](const auto& each) { return each == feel::Value(tag); });
    };
    const feel::Value::Items removed(step.remove.begin(), step.remove.end());
    if (const feel::Value& have = m_record->value(step.field); have.kind() == feel::Value::Kind::List) {
        for (const feel::Value& tag : have.items()) {
            if (!listed(removed, tag.toText()))
                tags.push_back(tag);
        }
    }
    for (const QString& tag : step.add) {
        if (!listed(tags, tag))
            tags.push_back(tag);
    }
    return writeSubject({{step.field, tags.empty() ? feel::Value() : feel::Value::list(std::move(tags))}},
                        QStringLiteral("tagged"));
}

} // namespace fw::automation
