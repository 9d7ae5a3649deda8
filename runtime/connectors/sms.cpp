#include "sms.h"
#include "signing.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <QUrl>
#include <QUuid>

namespace fw::connectors
{

namespace
{

constexpr qint64 s_whenBusy = 60'000;

/// Providers keep 256 bytes beside a message; our keys are shorter unless an address is long.
QString reference(const QString& key)
{
    return key.toUtf8().size() <= 200
               ? key
               : QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QByteArray hostOf(const QString& url)
{
    const QUrl parsed(url);
    const QByteArray host = parsed.host().toLatin1();
    return parsed.port() < 0 ? host : host + ':' + QByteArray::number(parsed.port());
}

/// Nothing, or why the message cannot be sent at all.
std::optional<Receipt> unsendable(const Outgoing& message, const SmsRoute& route)
{
    if (internationalNumber(message.to).isEmpty())
        return refused(Message(FW_MSG("\"%1\" is no telephone number."), {message.to}));
    if (message.manner.templateId.isEmpty())
        return refused(
            Message(FW_MSG("The message has no \"template\": an SMS needs one that the provider has approved.")));
    if (route.keyId.isEmpty())
        return refused(
            Message(FW_MSG("Set \"user\" of the connector \"%1\" to the id of the access key."), {message.connector}));
    return std::nullopt;
}

/// Answers that lead nowhere when a message was to be found again: it may be asked for later.
Receipt askedLater(const Receipt& receipt)
{
    return {receipt.result == Receipt::Class::Permanent ? Receipt::Class::InDoubt : Receipt::Class::Temporary,
            receipt.words,
            {},
            receipt.retryAfterMs};
}

struct ProviderAnswer {
    std::optional<Receipt> receipt; ///< everything but "OK"
    QJsonObject json;
};

ProviderAnswer askAliyun(const SmsRoute& route, const Secrets& secrets, AcsCall call, const std::stop_token& stop)
{
    Request request;
    request.way = route.way;
    const Result<QString> secret = secrets.fill(route.secret, &request.secrets);
    if (!secret)
        return {refused(secret.error()), {}};
    call.host = hostOf(route.url);
    call.version = "2017-05-25";
    call.nonce = QUuid::createUuid().toByteArray(QUuid::Id128);
    request.url = route.url + QStringLiteral("/?") + QString::fromLatin1(acsQuery(call));
    request.headers = acsHeaders(call, route.keyId.toUtf8(), secret->toUtf8());
    const Answer answer = callHttp(request, stop);
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QString code = json[QLatin1String("Code")].toString();
    if (answer.receipt || code.isEmpty()) {
        const Receipt http = judged(answer);
        return {http.result == Receipt::Class::Sent
                    ? Receipt{Receipt::Class::InDoubt, QString::fromUtf8(answer.body.left(200)), {}, {}}
                    : http,
                json};
    }
    if (code == QLatin1String("OK"))
        return {std::nullopt, json};
    const QString words = code + u' ' + json[QLatin1String("Message")].toString().left(200);
    const bool later = code == QLatin1String("isv.BUSINESS_LIMIT_CONTROL") ||
                       code.startsWith(QLatin1String("Throttling")) || code == QLatin1String("isp.SYSTEM_ERROR") ||
                       code == QLatin1String("ServiceUnavailable") || code == QLatin1String("InternalError");
    return {Receipt{later ? Receipt::Class::Temporary : Receipt::Class::Permanent,
                    words,
                    {},
                    later ? answer.retryAfterMs.value_or(s_whenBusy) : std::optional<qint64>()},
            json};
}

ProviderAnswer askTencent(const SmsRoute& route, const Secrets& secrets, const char* action, const QJsonObject& body,
                          Instant now, const std::stop_token& stop)
{
    Request request;
    request.way = route.way;
    const Result<QString> secret = secrets.fill(route.secret, &request.secrets);
    if (!secret)
        return {refused(secret.error()), {}};
    const TcCall call{hostOf(route.url),
                      "sms",
                      action,
                      "2021-01-11",
                      route.region.toLatin1(),
                      "application/json",
                      QJsonDocument(body).toJson(QJsonDocument::Compact),
                      now / 1000};
    request.url = route.url + u'/';
    request.body = call.body;
    request.headers = tcHeaders(call, route.keyId.toUtf8(), secret->toUtf8());
    const Answer answer = callHttp(request, stop);
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object()[QLatin1String("Response")].toObject();
    if (answer.receipt || json.isEmpty()) {
        const Receipt http = judged(answer);
        return {http.result == Receipt::Class::Sent
                    ? Receipt{Receipt::Class::InDoubt, QString::fromUtf8(answer.body.left(200)), {}, {}}
                    : http,
                json};
    }
    const QJsonObject error = json[QLatin1String("Error")].toObject();
    if (error.isEmpty())
        return {std::nullopt, json};
    const QString code = error[QLatin1String("Code")].toString();
    const bool later = code.startsWith(QLatin1String("RequestLimitExceeded")) ||
                       code.startsWith(QLatin1String("LimitExceeded")) ||
                       code.startsWith(QLatin1String("InternalError"));
    return {Receipt{later ? Receipt::Class::Temporary : Receipt::Class::Permanent,
                    code + u' ' + error[QLatin1String("Message")].toString().left(200),
                    {},
                    later ? answer.retryAfterMs.value_or(s_whenBusy) : std::optional<qint64>()},
            json};
}

/// Domestic numbers are written without a country, others without the plus sign.
QString aliyunNumber(const QString& text)
{
    const QString number = internationalNumber(text).mid(1);
    return number.startsWith(QLatin1String("86")) ? number.mid(2) : number;
}

} // namespace

QString internationalNumber(const QString& text)
{
    constexpr qsizetype chinese = 11, longest = 15;
    QString digits;
    for (const QChar c : text.trimmed()) {
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits += c;
        else if (c != u' ' && c != u'-' && c != u'(' && c != u')')
            return {};
    }
    if (digits.startsWith(QLatin1String("00")))
        digits = u'+' + digits.mid(2);
    if (!digits.startsWith(u'+'))
        return digits.size() == chinese && digits.startsWith(u'1') ? QStringLiteral("+86") + digits : QString();
    return digits.size() >= 8 && digits.size() <= longest + 1 ? digits : QString();
}

Receipt AliyunSms::send(const Outgoing& message, std::stop_token stop)
{
    if (const auto never = unsendable(message, m_route))
        return *never;
    QJsonObject values;
    for (const auto& [name, value] : message.manner.values)
        values[name] = value;
    AcsCall call;
    call.action = "SendSms";
    call.at = m_clock.now();
    call.query = {{"PhoneNumbers", aliyunNumber(message.to).toUtf8()},
                  {"SignName", m_route.signName.toUtf8()},
                  {"TemplateCode", message.manner.templateId.toUtf8()},
                  {"OutId", reference(message.key).toUtf8()}};
    if (!values.isEmpty())
        call.query["TemplateParam"] = QJsonDocument(values).toJson(QJsonDocument::Compact);
    const ProviderAnswer answer = askAliyun(m_route, m_secrets, call, stop);
    if (answer.receipt)
        return *answer.receipt;
    return {Receipt::Class::Sent, {}, answer.json[QLatin1String("BizId")].toString(), {}};
}

Receipt AliyunSms::inquire(const Outgoing& message, std::stop_token stop)
{
    constexpr int perPage = 50, mostPages = 20;
    const QTimeZone zone("Asia/Shanghai"); // the provider's days
    const QString date = QDateTime::fromMSecsSinceEpoch(message.triedAt, zone).toString(QStringLiteral("yyyyMMdd"));
    for (int page = 1; page <= mostPages; ++page) {
        AcsCall call;
        call.action = "QuerySendDetails";
        call.at = m_clock.now();
        call.query = {{"PhoneNumber", aliyunNumber(message.to).toUtf8()},
                      {"SendDate", date.toLatin1()},
                      {"PageSize", QByteArray::number(perPage)},
                      {"CurrentPage", QByteArray::number(page)}};
        const ProviderAnswer answer = askAliyun(m_route, m_secrets, call, stop);
        if (answer.receipt)
            return askedLater(*answer.receipt);
        const QJsonArray sent =
            answer.json[QLatin1String("SmsSendDetailDTOs")][QLatin1String("SmsSendDetailDTO")].toArray();
        for (const QJsonValue& each : sent) {
            if (each[QLatin1String("OutId")].toString() == reference(message.key))
                return {Receipt::Class::Sent, {}, {}, {}};
        }
        if (sent.size() < perPage)
            return {Receipt::Class::NeverArrived, {}, {}, {}};
    }
    return {Receipt::Class::InDoubt, {}, {}, {}};
}

Receipt TencentSms::send(const Outgoing& message, std::stop_token stop)
{
    if (const auto never = unsendable(message, m_route))
        return *never;
    QJsonArray values;
    for (const auto& [name, value] : message.manner.values)
        values.append(value);
    const ProviderAnswer answer = askTencent(m_route, m_secrets, "SendSms",
                                             {{"PhoneNumberSet", QJsonArray{internationalNumber(message.to)}},
                                              {"SmsSdkAppId", m_route.appId},
                                              {"TemplateId", message.manner.templateId},
                                              {"SignName", m_route.signName},
                                              {"TemplateParamSet", values},
                                              {"SessionContext", reference(message.key)}},
                                             m_clock.now(), stop);
    if (answer.receipt)
        return *answer.receipt;
    const QJsonValue first = answer.json[QLatin1String("SendStatusSet")][0];
    const QString code = first[QLatin1String("Code")].toString();
    if (code == QLatin1String("Ok"))
        return {Receipt::Class::Sent, {}, first[QLatin1String("SerialNo")].toString(), {}};
    if (code.isEmpty())
        return {Receipt::Class::InDoubt, {}, {}, {}};
    const bool later =
        code.startsWith(QLatin1String("LimitExceeded")) || code.startsWith(QLatin1String("InternalError"));
    return {later ? Receipt::Class::Temporary : Receipt::Class::Permanent,
            code + u' ' + first[QLatin1String("Message")].toString().left(200),
            {},
            later ? std::optional<qint64>(s_whenBusy) : std::nullopt};
}

Receipt TencentSms::inquire(const Outgoing& message, std::stop_token stop)
{
    constexpr int most = 100;
    const ProviderAnswer answer = askTencent(m_route, m_secrets, "PullSmsSendStatusByPhoneNumber",
                                             {{"BeginTime", message.triedAt / 1000 - 60},
                                              {"Offset", 0},
                                              {"Limit", most},
                                              {"PhoneNumber", internationalNumber(message.to)},
                                              {"SmsSdkAppId", m_route.appId}},
                                             m_clock.now(), stop);
    if (answer.receipt)
        return askedLater(*answer.receipt);
    for (const QJsonValue& each : answer.json[QLatin1String("PullSmsSendStatusSet")].toArray()) {
        if (each[QLatin1String("SessionContext")].toString() == reference(message.key))
            return {Receipt::Class::Sent, {}, each[QLatin1String("SerialNo")].toString(), {}};
    }
    // Only what a telephone has confirmed stands there: silence proves nothing.
    return {Receipt::Class::InDoubt, {}, {}, {}};
}

} // namespace fw::connectors
