#pragma once
#include "model/base/timing.h"

#include <QByteArray>
#include <QList>

#include <map>

/// How requests are signed: pure functions, so that the vendors' examples are tests.
namespace fw::connectors
{

/// DingTalk robots: urlencode(base64(HMAC-SHA256(secret, ms + "\n" + secret))).
QByteArray dingtalkSignature(const QByteArray& secret, Instant at);
/// Feishu robots: base64(HMAC-SHA256(key = seconds + "\n" + secret, "")). `seconds` since 1970.
QByteArray feishuSignature(const QByteArray& secret, qint64 seconds);
/// Our webhooks: `t=…,v1=hex(HMAC-SHA256(secret, t + "." + body))`.
QByteArray webhookSignature(const QByteArray& secret, qint64 seconds, const QByteArray& body);

/// Alibaba Cloud, ACS3-HMAC-SHA256 (V3 request signature): all parameters stand in the query, the body is empty.
struct AcsCall {
    QByteArray host, action, version;
    std::map<QByteArray, QByteArray> query; ///< UTF-8, not encoded
    Instant at = 0;
    QByteArray nonce; ///< different for every request
};
/// The query as it is sent and signed: sorted, encoded by RFC 3986.
QByteArray acsQuery(const AcsCall& call);
/// hex(HMAC-SHA256(secret, "ACS3-HMAC-SHA256\n" + hex(SHA-256(canonical request)))).
QByteArray acsSignature(const AcsCall& call, const QByteArray& secret);
/// The headers of the request, Authorization among them.
QList<QByteArray> acsHeaders(const AcsCall& call, const QByteArray& keyId, const QByteArray& secret);

/// Tencent Cloud, TC3-HMAC-SHA256.
struct TcCall {
    QByteArray host, service, action, version, region;
    QByteArray contentType, body;
    qint64 seconds = 0; ///< since 1970
};
QByteArray tcSignature(const TcCall& call, const QByteArray& secret);
QList<QByteArray> tcHeaders(const TcCall& call, const QByteArray& secretId, const QByteArray& secret);

} // namespace fw::connectors
