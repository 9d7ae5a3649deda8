#include "rowvalue.h"

#include "runtime/engine/environment.h"
#include "runtime/events/properties.h"
#include "runtime/store/analyticsquery.h"
#include "runtime/store/recordsql.h"

namespace fw::analytics
{

using feel::Value;

RowValues::RowValues(store::Connection& connection, const plan::Plan& plan, store::AnalyticsSource& source, Instant now,
                     const QString& me)
    : m_connection(connection), m_plan(plan), m_source(source), m_now(now),
      m_environment(std::make_unique<engine::SubjectEnvironment>(connection, plan, now, QString()))
{
    const records::Evaluation evaluation(connection, plan, *m_environment, me);
    const auto slots = evaluation.frame().slots;
    std::copy(slots.begin(), slots.end(), m_slots.begin());
}

RowValues::~RowValues() = default;

engine::EventRow readEventRow(store::Connection& connection, const plan::Plan& plan, const store::Statement& row,
                              int column)
{
    engine::EventRow event;
    event.person = row.text(column);
    event.event = row.text(column + 1);
    event.at = row.integer(column + 2);
    event.received = row.integer(column + 3);
    event.channel = row.text(column + 4);
    event.properties =
        events::propertiesFromLog(connection, plan, plan.findEvent(event.event), row.text(column + 5).toUtf8());
    return event;
}

Value RowValues::systemRow(const store::Statement& row, int column) const
{
    Value::Entries entries;
    for (const QString& name : m_source.ownNames()) {
        const store::ColumnType type = m_source.resolve(name)->type;
        Value value = row.isNull(column) ? Value() : store::readColumn(row, column, type, m_plan.zone);
        if (type.refers == u"user" && !value.isNull()) {
            const QString id = value.string();
            if (!m_users.contains(id))
                m_users.insert(id, records::userView(m_connection, m_plan, id));
            value = m_users.value(id);
        } else if (const plan::Table* table = m_plan.findTable(type.refers); table && !value.isNull()) {
            const auto record = records::load(m_connection, m_plan, *table, value.string());
            value = record ? records::view(m_connection, m_plan, record, m_environment.get()) : Value();
        }
        entries.push_back({name, value});
        ++column;
    }
    return Value::context(std::move(entries));
}

Value RowValues::rowValue(const store::Statement& row, int firstColumn) const
{
    if (m_source.event())
        return events::eventValue(readEventRow(m_connection, m_plan, row, firstColumn), m_plan.zone);
    if (!m_source.table())
        return systemRow(row, firstColumn);
    const auto record = store::readRecord(row, m_plan, *m_source.table(), firstColumn);
    return records::view(m_connection, m_plan, record, m_environment.get());
}

void RowValues::take(const QString& id, const store::Statement& row, int firstColumn)
{
    // History and segments are asked about this row's record.
    m_environment =
        std::make_unique<engine::SubjectEnvironment>(m_connection, m_plan, m_now, m_source.table() ? id : QString());
    m_slots[plan::SlotRecord] = rowValue(row, firstColumn);
}

Value RowValues::operator()(const plan::Expression& expression) const
{
    return expression.program.evaluate({m_slots, m_environment.get()});
}

} // namespace fw::analytics
