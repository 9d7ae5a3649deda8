#include "connectorset.h"
#include "file.h"
#include "httpservice.h"
#include "robots.h"
#include "sms.h"
#include "smtp.h"
#include "webhook.h"

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

static Way wayOf(const plan::Connector& connector, const QString& network)
{
    using Redirects = plan::Connector::Redirects;
    const Way::Redirects redirects = connector.redirects == Redirects::Any        ? Way::Redirects::Any
                                     : connector.redirects == Redirects::SameHost ? Way::Redirects::SameHost
                                                                                  : Way::Redirects::None;
    return {reachOf(network), redirects, connector.timeoutMs};
}

std::shared_ptr<Connector> ConnectorSet::make(const plan::Connector& connector) const
{
    const auto setting = [&](const char* key) {
        return m_surroundings.setting(QStringLiteral("connector.%1.%2").arg(connector.id, QLatin1String(key)));
    };
    const QString& type = connector.type;
    const QString url = setting("url");
    const QString written = setting("password");
    const QString password = written.isEmpty() ? QStringLiteral("${secret:%1}").arg(connector.id) : written;
    const Secrets secrets(m_surroundings.secretsFile);
    const Clock& clock = m_surroundings.clock;
    if (url.isEmpty() || type == u"file") {
        const bool mail = type == u"smtp" || type == u"file";
        return std::make_shared<FileConnector>(m_surroundings.folder,
                                               mail ? FileConnector::Form::Mail : FileConnector::Form::Json, m_app);
    }
    if (type == u"smtp") {
        const QString from = setting("from");
        const QString user = setting("user");
        return std::make_shared<SmtpConnector>(MailRoute{url, user, password, from.isEmpty() ? user : from,
                                                         setting("tls") == QLatin1String("none"), setting("ca")},
                                               secrets, m_app);
    }
    const Way way = wayOf(connector, setting("network"));
    if (type == u"http")
        return std::make_shared<HttpService>(
            HttpService::Route{url, setting("authorization"), connector.honoursKey, way}, secrets);
    const SmsRoute sms{url, setting("user"), password, connector.signName, connector.appId, connector.region, way};
    if (type == u"aliyun_sms")
        return std::make_shared<AliyunSms>(sms, secrets, clock);
    if (type == u"tencent_sms")
        return std::make_shared<TencentSms>(sms, secrets, clock);
    const PostRoute route{url, setting("sign"), connector.honoursKey, way};
    if (type == u"wecom_robot")
        return std::make_shared<WecomRobot>(route, secrets);
    if (type == u"dingtalk_robot")
        return std::make_shared<DingtalkRobot>(route, secrets, clock);
    if (type == u"feishu_robot")
        return std::make_shared<FeishuRobot>(route, secrets, clock);
    return std::make_shared<Webhook>(route, secrets, clock);
}

} // namespace fw::connectors
