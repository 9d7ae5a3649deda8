#pragma once
#include "host.h"

#include "model/feel/predicate.h"

namespace fw::client
{

/// What one session may do (semantics.md, "Permissions"): deny is the default, rights of several roles add up. A user with
/// the reserved role "admin" may do everything.
class Access
{
public:
    enum class Action { See, Change, Delete };
    enum class FieldSight { No, Masked, Yes };

    /// `connection` must outlive the object: row scopes may read related records.
    Access(store::Connection& connection, const plan::Plan& plan, const Session& session);

    bool isAdmin() const { return m_admin; }
    bool may(const plan::Table& table, Action action) const; ///< on some row at least
    bool mayCreate(const plan::Table& table) const;
    FieldSight sight(const plan::Table& table, const plan::Field& field) const;
    bool mayChangeField(const plan::Table& table, const plan::Field& field) const;
    /// The rows of `table` the action is allowed on: nothing = all of them.
    std::optional<feel::Predicate> scope(const plan::Table& table, Action action) const;
    /// The same for one record.
    bool allows(const plan::Table& table, const std::shared_ptr<const engine::Record>& record, Action action) const;
    /// Row scopes of every table that has one, for figures. Tables that may not be seen at all get "false".
    QHash<QString, feel::Predicate> scopes() const;

private:
    std::vector<const plan::TableRight*> rightsOn(const plan::Table& table) const;
    store::Connection& m_connection;
    const plan::Plan& m_plan;
    const Session& m_session;
    std::vector<const plan::Role*> m_roles;
    bool m_admin = false;
};

/// "13812345678" → "138****5678": the middle third is hidden.
QString masked(const QString& text);

} // namespace fw::client
