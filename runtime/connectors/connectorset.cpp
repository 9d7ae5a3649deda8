#include "connectorset.h"
#include "file.h"
#include "httpservice.h"
#include "robots.h"
#include "smtp.h"

namespace fw::connectors
{

ConnectorSet::ConnectorSet(const plan::Plan& plan, Surroundings surroundings)
    : m_app(plan.appId), m_plans(plan.connectors), m_surroundings(std::move(surroundings))
{
}

std::shared_ptr<Connector> ConnectorSet::find(const QString& id)
{
    const auto known = m_made.find(id);
    if (known != m_made.end())
        return known->second;
    for (const plan::Connector& connector : m_plans) {
        if (connector.id == id)
            return m_made[id] = make(connector);
    }
    return nullptr;
}

std::shared_ptr<Connector> ConnectorSet::make(const plan::Connector& connector) const
{
    const auto setting = [&](const char* key) {
        return m_surroundings.setting(QStringLiteral("connector.%1.%2").arg(connector.id, QLatin1String(key)));
    };
    const QString url = setting("url");
    const Secrets secrets(m_surroundings.secretsFile);
    if (url.isEmpty() || connector.type == QLatin1String("file")) {
        const bool mail = connector.type == QLatin1String("smtp") || connector.type == QLatin1String("file");
        return std::make_shared<FileConnector>(m_surroundings.folder,
                                               mail ? FileConnector::Form::Mail : FileConnector::Form::Json, m_app);
    }
    if (connector.type == QLatin1String("smtp")) {
        const QString password = setting("password");
        const QString from = setting("from");
        const QString user = setting("user");
        return std::make_shared<SmtpConnector>(
            MailRoute{url, user, password.isEmpty() ? QStringLiteral("${secret:%1}").arg(connector.id) : password,
                      from.isEmpty() ? user : from, setting("tls") == QLatin1String("none"), setting("ca")},
            secrets, m_app);
    }
    if (connector.type == QLatin1String("http"))
        return std::make_unique<HttpService>(HttpService::Route{url, setting("authorization"), connector.honoursKey},
                                             secrets);
    const PostRoute route{url, setting("sign"), connector.honoursKey};
    if (connector.type == QLatin1String("wecom_robot"))
        return std::make_shared<WecomRobot>(route, secrets);
    if (connector.type == QLatin1String("dingtalk_robot"))
        return std::make_shared<DingtalkRobot>(route, secrets, m_surroundings.clock);
    return std::make_shared<Webhook>(route, secrets, m_surroundings.clock);
}

} // namespace fw::connectors
