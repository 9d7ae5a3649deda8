#include "httpservice.h"

#include "transfer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace fw::connectors
{

namespace
{

constexpr qsizetype s_mostKept = 64 * 1024;

Receipt refused(const QString& words)
{
    return {Receipt::Class::Permanent, words, {}, {}};
}

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
    const Result<QString> base = m_secrets.fill(m_route.url);
    const Result<QString> authorization = m_secrets.fill(m_route.authorization);
    if (!base || !authorization)
        return refused((base ? authorization : base).error().text());
    const auto url = addressOf(*base, message.subject.section(u' ', 1));
    if (!url)
        return refused(Message(FW_MSG("The path does not belong to the service's address.")).text());
    const QJsonObject request = QJsonDocument::fromJson(message.body.toUtf8()).object();
    const QByteArray body = request[QLatin1String("body")].toString().toUtf8();
    QList<QByteArray> headers{header(QStringLiteral("Idempotency-Key"), message.key)};
    if (!authorization->isEmpty())
        headers << header(QStringLiteral("Authorization"), *authorization);
    if (body.startsWith('{') || body.startsWith('['))
        headers << QByteArrayLiteral("Content-Type: application/json; charset=utf-8");
    for (const QJsonValue& each : request[QLatin1String("headers")].toArray())
        headers << header(each[0].toString(), each[1].toString());
    const Answer answer = exchange(message.subject.section(u' ', 0, 0).toLatin1(), *url, body, headers, stop);
    if (answer.receipt)
        return *answer.receipt;
    if (answer.status >= 200 && answer.status < 300)
        return {Receipt::Class::Sent, {}, QString::number(answer.status), {}, kept(answer, {})};
    const QString words =
        QStringLiteral("HTTP %1 %2").arg(answer.status).arg(QString::fromUtf8(answer.body.left(200)).trimmed());
    const bool later = answer.status == 408 || answer.status == 425 || answer.status == 429 || answer.status >= 500;
    return {later ? Receipt::Class::Temporary : Receipt::Class::Permanent,
            words,
            {},
            answer.retryAfterMs,
            kept(answer, words)};
}

} // namespace fw::connectors
