#pragma once
#include "analytics.h"
#include "figure.h"
#include "periods.h"
#include "runtime/store/analyticsquery.h"

namespace fw::analytics
{

class RowValues;

/// The rows a tile asks about and how to count them. What the database can tell (source, period, filters, translatable
/// conditions) it tells; what it cannot is evaluated here over the rows that are left.
class RowQuery
{
public:
    static Result<std::unique_ptr<RowQuery>> make(store::Connection& connection, const plan::Plan& plan,
                                                  const Request& request);

    /// Only rows dated within the period (by the tile's `at` or the source's own date).
    Result<void> setPeriod(const Period& period);
    Result<void> groupBy(const QString& path, const QString& every = {});
    std::vector<store::GroupSql>& groups() { return m_sql.groups; }

    /// One row a group: keys, values of all calls of all figures in order, number of rows.
    Result<std::vector<store::FigureRow>> run(const std::vector<Figure>& figures);
    /// Ids of the rows; at most `limit`.
    Result<QStringList> ids(int limit);

    store::AnalyticsSource& source() { return *m_source; }
    QString datePath() const;

private:
    RowQuery(store::Connection& connection, const plan::Plan& plan, const Request& request)
        : m_connection(connection), m_plan(plan), m_request(request)
    {
    }
    Result<void> addConditions();
    Result<void> addScope();
    Result<void> addFilters();
    /// The condition as SQL; nothing when a part of it cannot be pushed down.
    std::optional<store::SqlPiece> translate(const plan::Expression& condition);
    std::optional<store::MeasureSql> measure(const Call& call);
    /// Calls `visit` for the rows the conditions left here let pass.
    using Visitor = std::function<bool(const QString& id, const std::vector<feel::Value>& keys, const RowValues& row)>;
    void visitRows(const Visitor& visit);
    Result<std::vector<store::FigureRow>> countHere(const std::vector<Call>& calls);
    Result<void> failure();

    store::Connection& m_connection;
    const plan::Plan& m_plan;
    const Request& m_request;
    std::unique_ptr<store::AnalyticsSource> m_source;
    store::FigureQuery m_sql;
    std::vector<plan::Expression> m_conditions; ///< that the database cannot evaluate
};

/// What the viewer's row scope asks of the rows of a source; "" when everything is seen. Error analytics.bad_scope.
Result<store::SqlPiece> scopeSql(store::AnalyticsSource& source, const plan::Plan& plan, const Request& request);

} // namespace fw::analytics
