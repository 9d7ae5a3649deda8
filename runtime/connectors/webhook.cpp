#include "webhook.h"
#include "signing.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fw::connectors
{

Receipt Webhook::send(const Outgoing& message, std::stop_token stop)
{
    QByteArray sign;
    Result<Request> request = prepared(m_route, m_secrets, &sign);
    if (!request)
        return refused(request.error());
    const QByteArray body = QJsonDocument(QJsonObject{{"key", message.key},
                                                      {"to", message.to},
                                                      {"subject", message.subject},
                                                      {"text", message.body},
                                                      {"language", message.language},
                                                      {"at", formatInstant(message.at)}})
                                .toJson(QJsonDocument::Compact);
    request->headers << "Idempotency-Key: " + message.key.toUtf8().replace('\r', ' ').replace('\n', ' ');
    if (!sign.isEmpty())
        request->headers << "X-Signature: " + webhookSignature(sign, m_clock.now() / 1000, body);
    return judged(postJson(std::move(*request), body, std::move(stop)));
}

} // namespace fw::connectors
