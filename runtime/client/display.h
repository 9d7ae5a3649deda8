#pragma once
#include "runtime/plan/plan.h"
#include "runtime/store/connection.h"

namespace fw::client
{

/// Values as people read them, in one language: labels of options, names of users, titles of related records, numbers and
/// dates in the language's form and the app's zone. Looks names up once and keeps them for its own life (one reply).
class Display
{
public:
    Display(store::Connection& connection, const plan::Plan& plan, QString language);
    QString text(const plan::Field& field, const feel::Value& value);
    QString userName(const QString& id);
    /// The title of a record of `table`; "" when it does not exist.
    QString recordTitle(const QString& table, const QString& id);
    QString instant(Instant instant) const;
    QString iso(Instant instant) const; ///< for programs: ISO 8601 with the offset of the app's zone
    const QString& language() const { return m_language; }

private:
    QString number(const feel::Decimal& value, int decimals) const;
    store::Connection& m_connection;
    const plan::Plan& m_plan;
    QString m_language;
    QHash<QString, QString> m_names;
};

} // namespace fw::client
