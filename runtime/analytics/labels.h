#pragma once
#include "runtime/store/analyticsquery.h"

namespace fw::analytics
{

/// Words for the keys of groups: labels of options, names of users, titles of records, days and months.
class Labels
{
public:
    Labels(store::Connection& connection, const plan::Plan& plan, QString language);
    /// "" for rows without a value: what stands there is the screen's business.
    QString label(const store::GroupSql& group, const feel::Value& key) const;
    /// Where an option stands in its field's list; -1 when order is not given by the definition.
    int position(const store::GroupSql& group, const feel::Value& key) const;
    bool isOrdered(const store::GroupSql& group) const;

private:
    std::vector<plan::Option> options(const store::ColumnType& type) const;
    QString title(const QString& table, const QString& id) const;

    store::Connection& m_connection;
    const plan::Plan& m_plan;
    QString m_language;
};

} // namespace fw::analytics
