#include "apply.h"

namespace fw::store
{

QStringList ApplyPlan::text() const
{
    QStringList lines;
    for (const ApplyChange& change : changes)
        lines << change.words.text();
    return lines;
}

QJsonObject ApplyPlan::toJson() const
{
    QJsonArray list;
    for (const ApplyChange& change : changes)
        list.append(QJsonObject{{QStringLiteral("table"), change.table},
                                {QStringLiteral("column"), change.column},
                                {QStringLiteral("text"), change.words.text()},
                                {QStringLiteral("rows"), change.rows},
                                {QStringLiteral("lost"), change.lost},
                                {QStringLiteral("needsConsent"), change.needsConsent}});
    return {{QStringLiteral("basedOn"), basedOn},
            {QStringLiteral("sha256"), QString::fromLatin1(sha256)},
            {QStringLiteral("changes"), list},
            {QStringLiteral("missing"), QJsonArray::fromStringList(missing)}};
}

Result<void> mayApply(const Store& store, const ApplyPlan& plan, bool consent)
{
    if (plan.basedOn != store.publishedNumber())
        return Error(QStringLiteral("apply.stale"),
                     Message(FW_MSG("Meanwhile somebody else has published version %1 of the app."),
                             {QString::number(store.publishedNumber())}),
                     FW_MSG("Look at the changes again, then publish."));
    if (consent)
        return {};
    QList<Problem> losses;
    for (const ApplyChange& change : plan.changes) {
        if (change.needsConsent)
            losses << Problem{Severity::Error,
                              QStringLiteral("apply.needs_consent"),
                              change.words,
                              FW_MSG("Agree to the loss, or keep the field as it was."),
                              Place{{}, 0, 0, change.table + u'.' + change.column},
                              {}};
    }
    if (!losses.isEmpty())
        return Error(losses);
    return {};
}

bool changesNothing(const Store& store, const ApplyPlan& plan)
{
    const QList<Published> before = store.published();
    return plan.changes.isEmpty() && plan.finish.isEmpty() && !before.isEmpty() && before.last().sha256 == plan.sha256;
}

namespace
{

Result<void> runAll(Connection& connection, const QList<QByteArray>& statements)
{
    for (const QByteArray& sql : statements) {
        if (sql.isEmpty())
            continue;
        if (auto done = connection.execute(sql); !done)
            return done;
    }
    return {};
}

} // namespace

Result<void> changeTables(Connection& connection, const ApplyPlan& plan)
{
    if (auto done = runAll(connection, plan.begin); !done)
        return done;
    for (const ApplyChange& change : plan.changes) {
        if (auto done = runAll(connection, change.sql); !done)
            return done;
    }
    return runAll(connection, plan.finish);
}

Result<int> apply(Store& store, const ApplyPlan& plan, const QByteArray& package, const QString& author,
                  const QString& note, bool consent, Instant at)
{
    if (auto allowed = mayApply(store, plan, consent); !allowed)
        return allowed.error();
    if (changesNothing(store, plan))
        return store.publishedNumber();
    Result<int> number = 0;
    Connection& connection = store.writer();
    auto committed = store.commit([&] {
        Savepoint whole(connection);
        if (auto done = changeTables(connection, plan); !done) {
            number = done.error();
            return;
        }
        number = store.publish(package, plan.sha256, author, note, at);
        if (!number)
            return;
        if (auto done = whole.release(); !done)
            number = done.error();
    });
    if (!committed)
        return committed.error();
    return number;
}

} // namespace fw::store
