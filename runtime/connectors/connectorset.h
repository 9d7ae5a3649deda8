#pragma once
#include "connector.h"
#include "runtime/plan/plan.h"
#include "secrets.h"

#include <functional>
#include <unordered_map>

namespace fw::connectors
{

/// What connectors need of the outside of a definition.
struct Surroundings {
    /// Values of the store: connector.<id>.url, .user (of SMS: the id of the access key), .from, .password, .sign,
    /// .authorization (of HTTP services), .network ("private", "proxy": see Reach), .tls ("none" for a relay on the same
    /// machine), .ca (a PEM file of the certificates to trust instead of the system's). Passwords, signs and addresses may
    /// hold ${secret:name}; the password's default is ${secret:<id>}.
    std::function<QString(const QString& key)> setting;
    QString folder;      ///< where messages without an address are written
    QString secretsFile; ///< "" = environment only
    const Clock& clock;
};

/// The connectors of a definition, made when they are first needed, on the store's thread (their settings are read then);
/// they may send on another. One without an address writes files.
class ConnectorSet
{
public:
    ConnectorSet(const plan::Plan& plan, Surroundings surroundings);
    /// nullptr when the definition has none of that id.
    std::shared_ptr<Connector> find(const QString& id);

private:
    std::shared_ptr<Connector> make(const plan::Connector& connector) const;
    QString m_app;
    std::vector<plan::Connector> m_plans;
    Surroundings m_surroundings;
    std::unordered_map<QString, std::shared_ptr<Connector>> m_made;
};

} // namespace fw::connectors
