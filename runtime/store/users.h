#pragma once
#include "connection.h"
#include "model/base/timing.h"

#include <QStringList>

namespace fw::store
{

/// One person who uses the app (semantics.md, "People": users are rows in the store).
struct User {
    QString id;
    QString login;
    QString name;
    QString email, phone;
    QString language; ///< "" = the app's first
    QString zone;     ///< "" = the app's
    QString superior; ///< user id
    bool active = true;
    QStringList roles; ///< ids of the definition's roles
};

/// Adds the user, or changes the one of the same id or login; roles are replaced. A failure stays in the connection.
void saveUser(Connection& connection, const User& user, Instant now);
std::optional<User> findUser(Connection& connection, const QString& id);
std::optional<User> findUserByLogin(Connection& connection, const QString& login);
QList<User> users(Connection& connection); ///< by name

} // namespace fw::store
