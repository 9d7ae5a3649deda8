#pragma once
#include "runtime/events/history.h"
#include "runtime/segments/segments.h"
#include "unit.h"

namespace fw::engine
{

/// What an expression about one subject may ask of the world: now, the app's zone, the merged history of the subject's
/// person, its segments. History is read only when it is asked for. Inline: records, scoring and automation all use it, so
/// it may belong to none of their libraries.
class SubjectEnvironment : public feel::Environment
{
public:
    /// `record`: the subject (of any table), "" when there is none. `person`: whose history counts; null = the person of
    /// `record`, found when it is needed.
    SubjectEnvironment(store::Connection& connection, const plan::Plan& plan, Instant now, QString record,
                       QString person = {})
        : m_connection(connection), m_plan(plan), m_now(now), m_record(std::move(record)), m_person(std::move(person))
    {
    }

    qint64 nowMillis() const override { return m_now; }
    QTimeZone zone() const override { return m_plan.zone; }

    std::vector<feel::Value> events(const QString& name, qint64 sinceMillis) const override
    {
        if (m_person.isNull())
            m_person = m_record.isEmpty() ? QStringLiteral("") : events::personOfRecord(m_connection, m_record);
        std::vector<feel::Value> values;
        if (m_person.isEmpty())
            return values;
        for (const EventRow& row : events::history(m_connection, m_plan, m_person, name, sinceMillis))
            values.push_back(events::eventValue(row, m_plan.zone));
        return values;
    }

    bool inSegment(const QString& segment) const override
    {
        return segments::contains(m_connection, segment, m_record);
    }

private:
    store::Connection& m_connection;
    const plan::Plan& m_plan;
    Instant m_now;
    QString m_record;
    mutable QString m_person; ///< null: not looked up yet; "": there is none
};

} // namespace fw::engine
