#include "personstore.h"
#include "rows.h"

#include <QSet>

namespace fw::store
{

namespace
{

constexpr const char* identityColumns = "SELECT id, kind, value, born, person, live_record FROM fw_identity ";

IdentityRow readIdentity(const Statement& row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.integer(5) != 0};
}

IdentityLinkRow readLink(const Statement& row)
{
    return {row.integer(0), row.integer(1), static_cast<int>(row.integer(2)), row.integer(3)};
}

} // namespace

std::optional<IdentityRow> findIdentity(Connection& connection, const QString& kind, const QString& value)
{
    static const QByteArray sql = QByteArray(identityColumns) + "WHERE kind = ? AND value = ?";
    Statement& found = connection.prepare(sql).bind(0, kind).bind(1, value);
    return firstRow(connection, found, readIdentity);
}

IdentityRow addIdentity(Connection& connection, const QString& kind, const QString& value, const QString& born,
                        Instant at)
{
    Statement& person = connection.prepare("INSERT INTO fw_person(id, created_at) VALUES(?, ?) ON CONFLICT DO NOTHING");
    finish(connection, person.bind(0, born).bind(1, at));
    Statement& identity =
        connection.prepare("INSERT INTO fw_identity(kind, value, born, person) VALUES(?1, ?2, ?3, ?3) RETURNING id");
    identity.bind(0, kind).bind(1, value).bind(2, born);
    return {numberFrom(connection, identity), kind, value, born, born, false};
}

void setLiveRecord(Connection& connection, qint64 identity, bool live)
{
    Statement& update = connection.prepare("UPDATE fw_identity SET live_record = ? WHERE id = ?");
    finish(connection, update.bind(0, live).bind(1, identity));
}

std::vector<IdentityRow> identitiesOf(Connection& connection, const QString& person)
{
    static const QByteArray sql = QByteArray(identityColumns) + "WHERE person = ? ORDER BY id";
    Statement& found = connection.prepare(sql).bind(0, person);
    return allRows(connection, found, readIdentity);
}

std::optional<IdentityLinkRow> findLink(Connection& connection, qint64 a, qint64 b)
{
    Statement& found =
        connection.prepare("SELECT a, b, kind, at FROM fw_identity_link WHERE a = ? AND b = ?").bind(0, a).bind(1, b);
    return firstRow(connection, found, readLink);
}

void putLink(Connection& connection, const IdentityLinkRow& link, qint64 cause)
{
    Statement& put = connection.prepare(
        "INSERT INTO fw_identity_link(a, b, kind, at, cause) VALUES(?, ?, ?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET "
        "kind = excluded.kind, at = excluded.at, cause = excluded.cause");
    finish(connection, put.bind(0, link.a).bind(1, link.b).bind(2, link.kind).bind(3, link.at).bind(4, cause));
}

IdentityNetwork networkOf(Connection& connection, qint64 identity)
{
    static const QByteArray byId = QByteArray(identityColumns) + "WHERE id = ?";
    IdentityNetwork network;
    QSet<qint64> seen{identity};
    std::vector<qint64> open{identity};
    while (!open.empty()) {
        const qint64 id = open.back();
        open.pop_back();
        Statement& node = connection.prepare(byId).bind(0, id);
        if (auto row = firstRow(connection, node, readIdentity))
            network.identities.push_back(*row);
        Statement& links = connection.prepare("SELECT a, b, kind, at FROM fw_identity_link WHERE a = ?1 UNION ALL "
                                              "SELECT a, b, kind, at FROM fw_identity_link WHERE b = ?1");
        links.bind(0, id);
        for (const IdentityLinkRow& link : allRows(connection, links, readLink)) {
            const qint64 other = link.a == id ? link.b : link.a;
            if (link.a == id) // each link is met from both ends; it is noted once
                network.links.push_back(link);
            if (!seen.contains(other)) {
                seen.insert(other);
                open.push_back(other);
            }
        }
    }
    return network;
}

void moveIdentity(Connection& connection, const IdentityRow& identity, const QString& person, Instant at, qint64 cause)
{
    Statement& update = connection.prepare("UPDATE fw_identity SET person = ? WHERE id = ?");
    finish(connection, update.bind(0, person).bind(1, identity.id));
    Statement& note =
        connection.prepare("INSERT INTO fw_person_merge(person, was, identity, at, cause) VALUES(?, ?, ?, ?, ?)");
    finish(connection, note.bind(0, person).bind(1, identity.person).bind(2, identity.id).bind(3, at).bind(4, cause));
}

void putPerson(Connection& connection, const QString& id, const QString& record, const QString& aliasOf)
{
    Statement& update =
        connection.prepare("UPDATE fw_person SET record = ?2, alias_of = ?3 WHERE id = ?1 AND (record IS "
                           "DISTINCT FROM ?2 OR alias_of IS DISTINCT FROM ?3)");
    finish(connection, update.bind(0, id).bind(1, orNull(record)).bind(2, orNull(aliasOf)));
}

QString recordOfPerson(Connection& connection, const QString& person)
{
    Statement& found = connection
                           .prepare("SELECT coalesce(p.record, s.record) FROM fw_person p LEFT JOIN fw_person s ON "
                                    "s.id = p.alias_of WHERE p.id = ?")
                           .bind(0, person);
    return firstRow(connection, found, [](const Statement& row) { return row.text(0); }).value_or(QString());
}

void addConsent(Connection& connection, qint64 identity, const QString& purpose, bool granted, Instant at,
                const QString& user, qint64 cause)
{
    Statement& add = connection.prepare(
        "INSERT INTO fw_consent(identity, purpose, granted, at, by_user, cause) VALUES(?, ?, ?, ?, ?, ?)");
    finish(connection,
           add.bind(0, identity).bind(1, purpose).bind(2, granted).bind(3, at).bind(4, orNull(user)).bind(5, cause));
}

std::optional<bool> consentOf(Connection& connection, const QString& person, const QString& purpose)
{
    Statement& found = connection
                           .prepare("SELECT c.granted FROM fw_identity i JOIN fw_consent c ON c.identity = i.id "
                                    "WHERE i.person = ? AND c.purpose = ? ORDER BY c.at DESC, c.seq DESC LIMIT 1")
                           .bind(0, person)
                           .bind(1, purpose);
    return firstRow(connection, found, [](const Statement& row) { return row.integer(0) != 0; });
}

void countRefused(Connection& connection, const QString& event, const QString& purpose, qint64 day)
{
    Statement& count =
        connection.prepare("INSERT INTO fw_event_refused(event, purpose, day, count) VALUES(?, ?, ?, 1) "
                           "ON CONFLICT(event, purpose, day) DO UPDATE SET count = fw_event_refused.count + 1");
    finish(connection, count.bind(0, event).bind(1, purpose).bind(2, day));
}

} // namespace fw::store
