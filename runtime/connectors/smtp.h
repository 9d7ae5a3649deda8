#pragma once
#include "connector.h"
#include "secrets.h"
#include "transfer.h"

namespace fw::connectors
{

/// Mail over SMTP. A repeat cannot be told by most receivers in spite of the constant Message-ID: class C.
class SmtpConnector : public Connector
{
public:
    /// The route's password may hold ${secret:name}; it is filled in for each mail and kept nowhere.
    SmtpConnector(MailRoute route, Secrets secrets, QString app);
    Receipt send(const Outgoing& message, std::stop_token stop = {}) override;

private:
    MailRoute m_route;
    Secrets m_secrets;
    QString m_app;
};

} // namespace fw::connectors
