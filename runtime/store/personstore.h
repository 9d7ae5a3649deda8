#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QMap>

#include <vector>

namespace fw::store
{

// Rows of persons, identities, links and consent. Failures stay in the connection (takeError).

struct IdentityRow {
    qint64 id = 0;
    QString kind, value, born, person;
    bool liveRecord = false;
};

std::optional<IdentityRow> findIdentity(Connection& connection, const QString& kind, const QString& value);
/// Adds an identity whose person is `born`, and that person.
IdentityRow addIdentity(Connection& connection, const QString& kind, const QString& value, const QString& born,
                        Instant at);
void setLiveRecord(Connection& connection, qint64 identity, bool live);
std::vector<IdentityRow> identitiesOf(Connection& connection, const QString& person);

struct IdentityLinkRow {
    qint64 a = 0, b = 0;
    int kind = 0;
    Instant at = 0;
};

/// The link between two identities; `a` < `b`.
std::optional<IdentityLinkRow> findLink(Connection& connection, qint64 a, qint64 b);
void putLink(Connection& connection, const IdentityLinkRow& link, qint64 cause);
/// Everything connected with `identity` through any number of links.
struct IdentityNetwork {
    std::vector<IdentityRow> identities;
    std::vector<IdentityLinkRow> links;
};
IdentityNetwork networkOf(Connection& connection, qint64 identity);

/// Gives an identity to a person; notes the move as a merge row.
void moveIdentity(Connection& connection, const IdentityRow& identity, const QString& person, Instant at, qint64 cause);
/// Sets a person's live record ("" = none) and whose alias it is ("" = none).
void putPerson(Connection& connection, const QString& id, const QString& record, const QString& aliasOf);
/// The record of a person or of the person it is an alias of; "" when there is none.
QString recordOfPerson(Connection& connection, const QString& person);

void addConsent(Connection& connection, qint64 identity, const QString& purpose, bool granted, Instant at,
                const QString& user, qint64 cause);
/// The person's latest word on a purpose; nothing when none was given.
std::optional<bool> consentOf(Connection& connection, const QString& person, const QString& purpose);
void countRefused(Connection& connection, const QString& event, const QString& purpose, qint64 day);

} // namespace fw::store
