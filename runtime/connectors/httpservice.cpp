#include "httpservice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace fw::connectors
{

namespace
{

constexpr qsizetype s_mostKept = 64 * 1024;

/// The whole address; nothing when the path leads away from the service.
std::optional<QString> addressOf(const QString& base, const QString& path)
{
    const QUrl service(base);
    QString joined = base;
    while (joined.endsWith(u'/'))
        joined.chop(1);
    const QUrl url(joined + (path.isEmpty() || path.startsWith(u'/') || path.startsWith(u'?') ? path : u'/' + path));
    if (!url.isValid() || url.host() != service.host() || url.port() != service.port() ||
        url.scheme() != service.scheme())
        return std::nullopt;
    return QString::fromLatin1(url.toEncoded());
}

/// One header; what would end it early is taken out.
QByteArray header(const QString& name, const QString& value)
{
    return (name + QStringLiteral(": ") + value).toUtf8().replace('\r', ' ').replace('\n', ' ');
}

QString kept(const Answer& answer, const QString& error)
{
    const QJsonDocument json =
        answer.body.size() <= s_mostKept ? QJsonDocument::fromJson(answer.body) : QJsonDocument();
    const QJsonValue body = json.isObject()  ? QJsonValue(json.object())
                            : json.isArray() ? QJsonValue(json.array())
                                             : QJsonValue(QString::fromUtf8(answer.body.left(s_mostKept)));
    QJsonObject whole{{"status", answer.status}, {"body", body}};
    if (!error.isEmpty())
        whole["error"] = error;
    return QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Compact));
}

} // namespace

Receipt HttpService::send(const Outgoing& message, std::stop_token stop)
{
    Result<Request> request = prepared({m_route.url, m_route.authorization, false, m_route.way}, m_secrets);
    const Result<QString> authorization = m_secrets.fill(m_route.authorization);
    if (!request || !authorization)
        return refused(request ? authorization.error() : request.error());
    const auto url = addressOf(request->url, message.subject.section(u' ', 1));
    if (!url)
        return refused(Message(FW_MSG("The path does not belong to the service's address.")));
    const QJsonObject written = QJsonDocument::fromJson(message.body.toUtf8()).object();
    request->method = message.subject.section(u' ', 0, 0).toLatin1();
    request->url = *url;
    request->body = written[QLatin1String("body")].toString().toUtf8();
    request->headers << header(QStringLiteral("Idempotency-Key"), message.key);
    if (!authorization->isEmpty())
        request->headers << header(QStringLiteral("Authorization"), *authorization);
    if (request->body.startsWith('{') || request->body.startsWith('['))
        request->headers << QByteArrayLiteral("Content-Type: application/json; charset=utf-8");
    for (const QJsonValue& each : written[QLatin1String("headers")].toArray())
        request->headers << header(each[0].toString(), each[1].toString());
    const Answer answer = callHttp(*request, std::move(stop));
    Receipt receipt = judged(answer);
    if (answer.receipt)
        return receipt;
    receipt.answer = kept(answer, receipt.words);
    if (receipt.result == Receipt::Class::Sent)
        receipt.reference = QString::number(answer.status);
    return receipt;
}

} // namespace fw::connectors
