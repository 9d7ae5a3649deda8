#include "smtp.h"
#include "mail.h"
#include "post.h"

namespace fw::connectors
{

SmtpConnector::SmtpConnector(MailRoute route, Secrets secrets, QString app)
    : m_route(std::move(route)), m_secrets(std::move(secrets)), m_app(std::move(app))
{
}

Receipt SmtpConnector::send(const Outgoing& message, std::stop_token stop)
{
    if (!isAddress(message.to))
        return refused(Message(FW_MSG("\"%1\" is no e-mail address."), {message.to}));
    if (!isAddress(m_route.from))
        return refused(Message(FW_MSG("The sender address of the connector \"%1\" is not set."), {message.connector}));
    MailRoute route = m_route;
    if (!route.user.isEmpty()) {
        const Result<QString> password = m_secrets.fill(route.password);
        if (!password)
            return refused(password.error());
        route.password = *password;
    }
    return sendMail(route, message.to, mailBytes(message, route.from, m_app), stop);
}

} // namespace fw::connectors
