#pragma once
#include "connector.h"
#include "reach.h"

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

struct Request {
    QByteArray method = "POST";
    QString url;
    QByteArray body; ///< an empty one is sent with POST only
    QList<QByteArray> headers;
    Way way;
    QStringList secrets; ///< never to be seen in what comes back, whatever the server repeats
};
/// One call by HTTP. Answers are cut at 1 MiB, five redirects at most (a changed method or a way from https to http is never
/// followed; Authorization stays with its host). A failure before the request was on its way is temporary; after that it is
/// in doubt; an address that may not be reached is permanent. `stop` ends it within a second.
Answer callHttp(const Request& request, std::stop_token stop = {});
/// POST with JSON.
Answer postJson(Request request, const QByteArray& json, std::stop_token stop = {});
/// What a status without an own error code means: 2xx sent; 408, 425, 429 and 5xx may pass later, everything else never.
Receipt judged(const Answer& answer);

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
