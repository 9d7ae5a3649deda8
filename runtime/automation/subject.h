#pragma once
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"

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
    /// Evaluates as if these events had not happened yet: for "was it true before?".
    Subject& without(std::vector<qint64> events);

    const std::shared_ptr<const engine::Record>& record() const { return m_record; }
    feel::Value value(const plan::Expression& expression) const { return m_evaluation(expression); }
    /// Whether a condition is met: an absent one is, a null one is not.
    bool holds(const plan::Expression& condition) const { return !condition || value(condition).isTrue(); }
    feel::Frame frame() const { return m_evaluation.frame(); }
    /// The condition in brief for the trace: {text, value, why: [{text, value, operands: {text: value}}]}, one leaf per comparison.
    QJsonObject explain(const plan::Expression& condition) const;

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
};

} // namespace fw::automation
