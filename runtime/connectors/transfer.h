#pragma once
#include "connector.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace fw::connectors
{

/// What came of one exchange over the net. `receipt` is set when it did not get as far as an answer.
struct Answer {
    std::optional<Receipt> receipt;
    int status = 0;
    QByteArray body;
    std::optional<qint64> retryAfterMs;
};

/// POST with JSON. Redirects are not followed, answers are cut at 1 MiB, 10 s to connect and 30 s in all. A failure before
/// the request was on its way is temporary; after that it is in doubt. `stop` ends it within a second.
Answer postJson(const QString& url, const QByteArray& json, const QList<QByteArray>& headers = {},
                std::stop_token stop = {});
/// The same with any method; an empty body is not sent.
Answer exchange(const QByteArray& method, const QString& url, const QByteArray& body, const QList<QByteArray>& headers,
                std::stop_token stop = {});

struct MailRoute {
    QString url;  ///< smtp://host:587 (STARTTLS) or smtps://host:465
    QString user; ///< "" = without signing in
    QString password;
    QString from;
    bool plain = false;  ///< do not ask for TLS: a relay on the same machine
    QString authorities; ///< PEM file of the certificates to trust; "" = the system's
};
/// One mail to one recipient by SMTP. The server's own word decides where there is one (4yz may pass later, 5yz never); a
/// reply lost after the final dot is in doubt. Certificates are checked, names included. Words never hold the password.
Receipt sendMail(const MailRoute& route, const QString& to, const QByteArray& mail, std::stop_token stop = {});

} // namespace fw::connectors
