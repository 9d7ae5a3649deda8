#pragma once
#include "runtime/records/reader.h"
#include "runtime/store/analyticssource.h"

namespace fw::analytics
{

/// The event of a row of an event source whose rowColumns() begin at `firstColumn` (without its seq).
engine::EventRow readEventRow(store::Connection& connection, const plan::Plan& plan, const store::Statement& row,
                              int firstColumn);

/// Shows the rows of a source to FEEL, one at a time.
class RowValues
{
public:
    /// Everything given must outlive it. `me`: the viewer.
    RowValues(store::Connection& connection, const plan::Plan& plan, store::AnalyticsSource& source, Instant now,
              const QString& me);
    ~RowValues();

    /// Takes the row whose rowColumns() begin at `firstColumn`.
    void take(const QString& id, const store::Statement& row, int firstColumn);
    /// The value of an expression over the row taken last.
    feel::Value operator()(const plan::Expression& expression) const;

private:
    feel::Value rowValue(const store::Statement& row, int firstColumn) const;
    feel::Value systemRow(const store::Statement& row, int firstColumn) const;

    store::Connection& m_connection;
    const plan::Plan& m_plan;
    store::AnalyticsSource& m_source;
    Instant m_now;
    std::unique_ptr<feel::Environment> m_environment;
    std::array<feel::Value, plan::SlotCount> m_slots;
    mutable QHash<QString, feel::Value> m_users;
};

} // namespace fw::analytics
