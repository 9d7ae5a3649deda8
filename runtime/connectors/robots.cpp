#include "robots.h"
#include "transfer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

namespace fw::connectors
{

namespace
{

constexpr qsizetype s_wecomBytes = 2048;

QByteArray hmac(const QByteArray& key, const QByteArray& text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString plainText(const Outgoing& message)
{
    return message.subject.isEmpty() ? message.body : message.subject + u'\n' + message.body;
}

/// At most so many bytes of UTF-8, cut between characters, with a mark that something is missing.
QString cut(const QString& text, qsizetype most)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= most)
        return text;
    utf8.truncate(most - 3);
    while (!utf8.isEmpty() && (static_cast<quint8>(utf8.back()) & 0xc0) == 0x80)
        utf8.chop(1);
    if (!utf8.isEmpty() && static_cast<quint8>(utf8.back()) >= 0xc0)
        utf8.chop(1);
    return QString::fromUtf8(utf8) + QChar(0x2026);
}

/// What a status without an own error code means.
Receipt judged(const Answer& answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return {};
    const QString words =
        QStringLiteral("HTTP %1 %2").arg(answer.status).arg(QString::fromUtf8(answer.body.left(200)).trimmed());
    const bool later = answer.status == 408 || answer.status == 425 || answer.status == 429 || answer.status >= 500;
    return {later ? Receipt::Class::Temporary : Receipt::Class::Permanent, words, {}, answer.retryAfterMs};
}

/// Robots answer 200 with {"errcode": …}; 0 is success, some codes pass later.
Receipt robotAnswer(const Answer& answer, std::initializer_list<int> later)
{
    if (answer.receipt)
        return *answer.receipt;
    if (const Receipt http = judged(answer); http.result != Receipt::Class::Sent)
        return http;
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (!json.contains(QStringLiteral("errcode")))
        return {Receipt::Class::InDoubt, QString::fromUtf8(answer.body.left(200)), {}, {}};
    const int code = json["errcode"].toInt();
    if (code == 0)
        return {};
    const QString words = QStringLiteral("%1 %2").arg(code).arg(json["errmsg"].toString());
    if (std::find(later.begin(), later.end(), code) != later.end())
        return {Receipt::Class::Temporary, words, {}, answer.retryAfterMs.value_or(60'000)};
    return {Receipt::Class::Permanent, words, {}, {}};
}

Receipt refused(const Error& error)
{
    return {Receipt::Class::Permanent, error.text(), {}, {}};
}

} // namespace

Receipt WecomRobot::send(const Outgoing& message, std::stop_token stop)
{
    const Result<QString> url = m_secrets.fill(m_route.url);
    if (!url)
        return refused(url.error());
    const QJsonObject body{{"msgtype", "text"},
                           {"text", QJsonObject{{"content", cut(plainText(message), s_wecomBytes)}}}};
    return robotAnswer(postJson(*url, compact(body), {}, stop), {-1, 45009});
}

QByteArray DingtalkRobot::signature(const QByteArray& secret, Instant at)
{
    return hmac(secret, QByteArray::number(at) + '\n' + secret).toBase64().toPercentEncoding();
}

Receipt DingtalkRobot::send(const Outgoing& message, std::stop_token stop)
{
    const Result<QString> url = m_secrets.fill(m_route.url);
    const Result<QString> sign = m_secrets.fill(m_route.sign);
    if (!url || !sign)
        return refused(url ? sign.error() : url.error());
    QString address = *url;
    if (!sign->isEmpty()) {
        const Instant at = m_clock.now();
        address += (address.contains(u'?') ? u'&' : u'?') + QStringLiteral("timestamp=%1&sign=").arg(at) +
                   QString::fromLatin1(signature(sign->toUtf8(), at));
    }
    const QJsonObject body{{"msgtype", "text"}, {"text", QJsonObject{{"content", plainText(message)}}}};
    return robotAnswer(postJson(address, compact(body), {}, stop), {-1, 130101, 410100});
}

Receipt Webhook::send(const Outgoing& message, std::stop_token stop)
{
    const Result<QString> url = m_secrets.fill(m_route.url);
    const Result<QString> sign = m_secrets.fill(m_route.sign);
    if (!url || !sign)
        return refused(url ? sign.error() : url.error());
    const QByteArray body = compact({{"key", message.key},
                                     {"to", message.to},
                                     {"subject", message.subject},
                                     {"text", message.body},
                                     {"language", message.language},
                                     {"at", formatInstant(message.at)}});
    QList<QByteArray> headers{"Idempotency-Key: " + message.key.toUtf8().replace('\r', ' ').replace('\n', ' ')};
    if (!sign->isEmpty()) {
        const QByteArray time = QByteArray::number(m_clock.now() / 1000);
        headers << "X-Signature: t=" + time + ",v1=" + hmac(sign->toUtf8(), time + '.' + body).toHex();
    }
    const Answer answer = postJson(*url, body, headers, stop);
    return answer.receipt ? *answer.receipt : judged(answer);
}

} // namespace fw::connectors
