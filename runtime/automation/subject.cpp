#include "subject.h"

#include <QJsonArray>

namespace fw::automation
{

namespace
{

QString textOf(const feel::Program& program, const feel::Span& span)
{
    return program.source().mid(span.begin, span.end - span.begin);
}

QString nameOf(const feel::Value& value)
{
    return value.isNull() ? QStringLiteral("null") : value.toFeel();
}

bool isTruth(const feel::Explained& node)
{
    return node.value.kind() == feel::Value::Kind::Boolean || node.value.isNull();
}

/// The lowest nodes that are true, false or unknown: comparisons and tests, with the values they compared.
void collectLeaves(const feel::Program& program, const feel::Explained& node, QJsonArray& leaves)
{
    bool lowest = true;
    for (const feel::Explained& part : node.parts) {
        if (isTruth(part) && !part.parts.empty()) {
            collectLeaves(program, part, leaves);
            lowest = false;
        }
    }
    if (!lowest)
        return;
    QJsonObject operands;
    for (const feel::Explained& part : node.parts)
        operands.insert(textOf(program, part.span), nameOf(part.value));
    leaves.append(
        QJsonObject{{"text", textOf(program, node.span)}, {"value", nameOf(node.value)}, {"operands", operands}});
}

} // namespace

Subject::Environment::Environment(engine::Unit& unit, const plan::Plan& plan, const QString& record)
    : engine::SubjectEnvironment(unit.store.writer(), plan, unit.now, record), m_unit(unit), m_plan(plan),
      m_record(record)
{
}

std::vector<feel::Value> Subject::Environment::events(const QString& name, qint64 sinceMillis) const
{
    if (hidden.empty())
        return engine::SubjectEnvironment::events(name, sinceMillis);
    std::vector<feel::Value> values;
    store::Connection& connection = m_unit.store.writer();
    for (const engine::EventRow& row :
         events::history(connection, m_plan, events::personOfRecord(connection, m_record), name, sinceMillis)) {
        if (std::find(hidden.begin(), hidden.end(), row.seq) == hidden.end())
            values.push_back(events::eventValue(row, m_plan.zone));
    }
    return values;
}

Subject::Subject(engine::Unit& unit, const plan::Plan& plan, std::shared_ptr<const engine::Record> record)
    : m_record(std::move(record)),
      m_environment(std::make_unique<Environment>(unit, plan, m_record ? m_record->id : QString())),
      m_evaluation(unit.store.writer(), plan, *m_environment)
{
    if (m_record)
        m_evaluation.setRecord(m_record);
}

Subject& Subject::setEvent(const feel::Value& event)
{
    m_evaluation.setEvent(event);
    return *this;
}

Subject& Subject::setOld(std::shared_ptr<const engine::Record> old)
{
    if (old)
        m_evaluation.setOld(std::move(old));
    return *this;
}

Subject& Subject::without(std::vector<qint64> events)
{
    m_environment->hidden = std::move(events);
    return *this;
}

QJsonObject Subject::explain(const plan::Expression& condition) const
{
    const feel::Explained whole = condition.program.explain(frame());
    QJsonArray leaves;
    collectLeaves(condition.program, whole, leaves);
    return {{"text", condition.program.source()}, {"value", nameOf(whole.value)}, {"why", leaves}};
}

} // namespace fw::automation
