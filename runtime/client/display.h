#pragma once
#include "runtime/engine/unit.h"
#include "runtime/plan/plan.h"
#include "runtime/store/connection.h"

#include <functional>

namespace fw::client
{

/// Values as people read them, in one language: labels of options, names of users, titles of related records, numbers and
/// dates in the language's form and the app's zone. Looks names up once and keeps them for its own life (one reply).
class Display
{
public:
    Display(store::Connection& connection, const plan::Plan& plan, QString language);
    /// Titles of records for which `seen` is false are not told.
    using Seen = std::function<bool(const plan::Table&, const std::shared_ptr<const engine::Record>&)>;
    void onlyIf(Seen seen) { m_seen = std::move(seen); }
    QString text(const plan::Field& field, const feel::Value& value);
    QString userName(const QString& id);
    /// The title of a record of `table`; "" when it does not exist, words when it may not be seen.
    QString recordTitle(const QString& table, const QString& id);
    QString instant(Instant instant) const;
    QString iso(Instant instant) const; ///< for programs: ISO 8601 with the offset of the app's zone
    const QString& language() const { return m_language; }

private:
    bool chinese() const { return m_language.startsWith(QLatin1String("zh")); }
    QString number(const feel::Decimal& value, int decimals) const;
    store::Connection& m_connection;
    const plan::Plan& m_plan;
    QString m_language;
    QHash<QString, QString> m_names;
    Seen m_seen;
};

} // namespace fw::client
