#include "users.h"
#include "sqltext.h"

namespace fw::store
{

static QStringList rolesOf(Connection& connection, const QString& user)
{
    Statement& read = connection.prepare("SELECT role FROM fw_user_role WHERE \"user\" = ?1 ORDER BY role");
    read.bind(0, user);
    QStringList roles;
    while (connection.step(read))
        roles << read.text(0);
    return roles;
}

static QList<User> readUsers(Connection& connection, Statement& read)
{
    QList<User> found;
    while (connection.step(read)) {
        User user;
        user.id = read.text(0);
        user.login = read.text(1);
        user.name = read.text(2);
        user.email = read.text(3);
        user.phone = read.text(4);
        user.language = read.text(5);
        user.zone = read.text(6);
        user.superior = read.text(7);
        user.active = read.integer(8) != 0;
        found << user;
    }
    for (User& user : found)
        user.roles = rolesOf(connection, user.id);
    return found;
}

void saveUser(Connection& connection, const User& user, Instant now)
{
    const auto known = findUserByLogin(connection, user.login);
    const QString id = known ? known->id : user.id;
    Statement& write = connection.prepare(
        "INSERT INTO fw_user (id, login, name, email, phone, language, zone, superior, active, created_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET login = excluded.login,"
        " name = excluded.name, email = excluded.email, phone = excluded.phone, language = excluded.language,"
        " zone = excluded.zone, superior = excluded.superior, active = excluded.active");
    write.bind(0, id).bind(1, user.login).bind(2, user.name).bind(3, orNull(user.email)).bind(4, orNull(user.phone));
    write.bind(5, orNull(user.language))
        .bind(6, orNull(user.zone))
        .bind(7, orNull(user.superior))
        .bind(8, user.active)
        .bind(9, now);
    finish(connection, write);
    Statement& forget = connection.prepare("DELETE FROM fw_user_role WHERE \"user\" = ?1");
    forget.bind(0, id);
    finish(connection, forget);
    for (const QString& role : user.roles) {
        Statement& add =
            connection.prepare("INSERT INTO fw_user_role (\"user\", role) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        add.bind(0, id).bind(1, role);
        finish(connection, add);
    }
}

#define FW_USER_COLUMNS "SELECT id, login, name, email, phone, language, zone, superior, active FROM fw_user "

std::optional<User> findUser(Connection& connection, const QString& id)
{
    Statement& read = connection.prepare(FW_USER_COLUMNS "WHERE id = ?1");
    read.bind(0, id);
    const QList<User> found = readUsers(connection, read);
    return found.isEmpty() ? std::nullopt : std::optional<User>(found.first());
}

std::optional<User> findUserByLogin(Connection& connection, const QString& login)
{
    Statement& read = connection.prepare(FW_USER_COLUMNS "WHERE login = ?1");
    read.bind(0, login);
    const QList<User> found = readUsers(connection, read);
    return found.isEmpty() ? std::nullopt : std::optional<User>(found.first());
}

QList<User> users(Connection& connection)
{
    return readUsers(connection, connection.prepare(FW_USER_COLUMNS "ORDER BY name, login"));
}

#undef FW_USER_COLUMNS

} // namespace fw::store
