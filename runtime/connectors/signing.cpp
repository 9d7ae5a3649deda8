#include "signing.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>

namespace fw::connectors
{

namespace
{

QByteArray hmac(const QByteArray& key, const QByteArray& text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

QByteArray digest(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QDateTime utc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

/// Headers of an Alibaba call that are signed, in their order.
std::map<QByteArray, QByteArray> acsSigned(const AcsCall& call)
{
    return {{"host", call.host},
            {"x-acs-action", call.action},
            {"x-acs-content-sha256", digest({})},
            {"x-acs-date", utc(call.at).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toLatin1()},
            {"x-acs-signature-nonce", call.nonce},
            {"x-acs-version", call.version}};
}

QByteArray namesOf(const std::map<QByteArray, QByteArray>& headers)
{
    QByteArrayList names;
    for (const auto& [name, value] : headers)
        names << name;
    return names.join(';');
}

QByteArray tcScope(const TcCall& call)
{
    return utc(call.seconds * 1000).toString(QStringLiteral("yyyy-MM-dd")).toLatin1() + '/' + call.service +
           "/tc3_request";
}

} // namespace

QByteArray dingtalkSignature(const QByteArray& secret, Instant at)
{
    return hmac(secret, QByteArray::number(at) + '\n' + secret).toBase64().toPercentEncoding();
}

QByteArray feishuSignature(const QByteArray& secret, qint64 seconds)
{
    return hmac(QByteArray::number(seconds) + '\n' + secret, {}).toBase64();
}

QByteArray webhookSignature(const QByteArray& secret, qint64 seconds, const QByteArray& body)
{
    const QByteArray time = QByteArray::number(seconds);
    return "t=" + time + ",v1=" + hmac(secret, time + '.' + body).toHex();
}

QByteArray acsQuery(const AcsCall& call)
{
    QByteArrayList parts;
    for (const auto& [name, value] : call.query)
        parts << name.toPercentEncoding() + '=' + value.toPercentEncoding();
    return parts.join('&');
}

QByteArray acsSignature(const AcsCall& call, const QByteArray& secret)
{
    const auto headers = acsSigned(call);
    QByteArray canonical = "POST\n/\n" + acsQuery(call) + '\n';
    for (const auto& [name, value] : headers)
        canonical += name + ':' + value + '\n';
    canonical += '\n' + namesOf(headers) + '\n' + digest({});
    return hmac(secret, "ACS3-HMAC-SHA256\n" + digest(canonical)).toHex();
}

QList<QByteArray> acsHeaders(const AcsCall& call, const QByteArray& keyId, const QByteArray& secret)
{
    const auto headers = acsSigned(call);
    QList<QByteArray> all{"Authorization: ACS3-HMAC-SHA256 Credential=" + keyId + ",SignedHeaders=" + namesOf(headers) +
                          ",Signature=" + acsSignature(call, secret)};
    for (const auto& [name, value] : headers)
        all << name + ": " + value;
    return all;
}

QByteArray tcSignature(const TcCall& call, const QByteArray& secret)
{
    const QByteArray canonical = "POST\n/\n\ncontent-type:" + call.contentType + "\nhost:" + call.host +
                                 "\n\ncontent-type;host\n" + digest(call.body);
    const QByteArray toSign =
        "TC3-HMAC-SHA256\n" + QByteArray::number(call.seconds) + '\n' + tcScope(call) + '\n' + digest(canonical);
    const QByteArray date = tcScope(call).left(10);
    return hmac(hmac(hmac(hmac("TC3" + secret, date), call.service), "tc3_request"), toSign).toHex();
}

QList<QByteArray> tcHeaders(const TcCall& call, const QByteArray& secretId, const QByteArray& secret)
{
    return {"Authorization: TC3-HMAC-SHA256 Credential=" + secretId + '/' + tcScope(call) +
                ", SignedHeaders=content-type;host, Signature=" + tcSignature(call, secret),
            "Content-Type: " + call.contentType,
            "Host: " + call.host,
            "X-TC-Action: " + call.action,
            "X-TC-Version: " + call.version,
            "X-TC-Region: " + call.region,
            "X-TC-Timestamp: " + QByteArray::number(call.seconds)};
}

} // namespace fw::connectors
