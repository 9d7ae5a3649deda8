#pragma once
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/store/runs.h"

#include <QJsonObject>

namespace fw::automation
{

/// Evaluates the expressions of workflows about one record as it stands in the unit. Workflows act as the system: `me` is
/// null.
class Subject
{
public:
    Subject(engine::Unit& unit, const plan::Plan& plan, std::shared_ptr<const engine::Record> record);
    Subject& setEvent(const feel::Value& event);
    Subject& setOld(std::shared_ptr<const engine::Record> old);
    /// The run that asks, as `run`; it must outlive the evaluation.
    Subject& setRun(const store::Run& run);
    /// Another record to spread (a row of a query); `run.record` stays the subject.
    Subject& setRow(std::shared_ptr<const engine::Record> row);
    /// Evaluates as if these events had not happened yet: for "was it true before?".
    Subject& without(std::vector<qint64> events);

    const std::shared_ptr<const engine::Record>& record() const { return m_record; }
    feel::Value value(const plan::Expression& expression) const { return m_evaluation(expression); }
    /// Whether a condition is met: an absent one is, a null one is not.
    bool holds(const plan::Expression& condition) const { return !condition || value(condition).isTrue(); }
    feel::Frame frame() const { return m_evaluation.frame(); }
    /// The condition as a tree for the trace: {text, value: true|false|null, parts: […]}, the leaves with
    /// {operands: {text: value}}.
    QJsonObject explain(const plan::Expression& condition) const;
    /// The first leaf that kept the condition from being true, as in explain().
    QJsonObject firstFailing(const plan::Expression& condition) const;

private:
    class Environment : public engine::SubjectEnvironment
    {
    public:
        Environment(engine::Unit& unit, const plan::Plan& plan, const QString& record);
        std::vector<feel::Value> events(const QString& name, qint64 sinceMillis) const override;
        std::vector<qint64> hidden; ///< seqs

    private:
        engine::Unit& m_unit;
        const plan::Plan& m_plan;
        QString m_record;
    };

    std::shared_ptr<const engine::Record> m_record;
    std::unique_ptr<Environment> m_environment;
    records::Evaluation m_evaluation;
    engine::Unit& m_unit;
};

} // namespace fw::automation
