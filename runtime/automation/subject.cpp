#include "subject.h"
#include "runview.h"

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

QJsonObject leafOf(const feel::Program& program, const feel::Explained& node)
{
    QJsonObject operands;
    for (const feel::Explained& part : node.parts)
        operands.insert(textOf(program, part.span), nameOf(part.value));
    return {{"text", textOf(program, node.span)}, {"value", nameOf(node.value)}, {"operands", operands}};
}

/// Parts that are true, false or unknown themselves; a node without any is a leaf.
std::vector<const feel::Explained*> truthsIn(const feel::Explained& node)
{
    std::vector<const feel::Explained*> truths;
    for (const feel::Explained& part : node.parts) {
        if (isTruth(part) && !part.parts.empty())
            truths.push_back(&part);
    }
    return truths;
}

QJsonObject treeOf(const feel::Program& program, const feel::Explained& node)
{
    const auto truths = truthsIn(node);
    if (truths.empty())
        return leafOf(program, node);
    QJsonArray parts;
    for (const feel::Explained* part : truths)
        parts.append(treeOf(program, *part));
    return {{"text", textOf(program, node.span)}, {"value", nameOf(node.value)}, {"parts", parts}};
}

/// The leaf that decides why a node is not true: the first part that is not, down to the bottom.
QJsonObject culprit(const feel::Program& program, const feel::Explained& node)
{
    for (const feel::Explained* part : truthsIn(node)) {
        if (!part->value.isTrue())
            return culprit(program, *part);
    }
    return leafOf(program, node);
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
      m_evaluation(unit.store.writer(), plan, *m_environment), m_unit(unit)
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

Subject& Subject::setRun(const store::Run& run)
{
    m_evaluation.setRun(runValue(m_unit, *m_environment, run, m_record));
    return *this;
}

Subject& Subject::setRow(std::shared_ptr<const engine::Record> row)
{
    m_evaluation.setRecord(std::move(row));
    return *this;
}

Subject& Subject::without(std::vector<qint64> events)
{
    m_environment->hidden = std::move(events);
    return *this;
}

QJsonObject Subject::explain(const plan::Expression& condition) const
{
    return treeOf(condition.program, condition.program.explain(frame()));
}

QJsonObject Subject::firstFailing(const plan::Expression& condition) const
{
    return culprit(condition.program, condition.program.explain(frame()));
}

} // namespace fw::automation
