#include "robots.h"
#include "signing.h"
#include "sms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace fw::connectors
{

namespace
{

constexpr qsizetype s_wecomText = 2048;
constexpr qsizetype s_wecomMarkdown = 4096;
constexpr qsizetype s_dingtalkBytes = 20'000;
constexpr qsizetype s_feishuBytes = 18'000; ///< of 20 KB for the whole body; what JSON adds is looked at below
constexpr qsizetype s_feishuBody = 20 * 1024;
constexpr qint64 s_minute = 60'000;

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
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

/// Chat systems read `<at …>` and `<@…>` inside a text; a customer's name must not call the whole group.
QString withoutCalls(QString text)
{
    return text.replace(QLatin1String("<at"), QStringLiteral("＜at"), Qt::CaseInsensitive)
        .replace(QLatin1String("<@"), QStringLiteral("＜@"));
}

QString wholeText(const Outgoing& message)
{
    if (message.subject.isEmpty())
        return message.body;
    return message.manner.markdown ? QStringLiteral("**%1**\n%2").arg(message.subject, message.body)
                                   : message.subject + u'\n' + message.body;
}

/// Who is to be called: everybody, by telephone number, by id.
struct Called {
    bool all = false;
    QStringList phones, ids;
    explicit Called(const QStringList& mentions)
    {
        for (const QString& each : mentions) {
            if (each == QLatin1String("all") || each == QLatin1String("@all"))
                all = true;
            else if (!each.isEmpty())
                (internationalNumber(each).isEmpty() ? ids : phones) << each;
        }
    }
};

/// Robots answer 200 with a code; 0 is success, some codes pass later.
Receipt robotAnswer(const Answer& answer, const char* codeKey, const char* wordsKey,
                    std::initializer_list<std::pair<int, qint64>> later)
{
    const Receipt http = judged(answer);
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    // Feishu answers bad requests with a status of 400 and the same body.
    const bool coded = json.contains(QLatin1String(codeKey));
    if (http.result != Receipt::Class::Sent && (answer.receipt || !coded))
        return http;
    if (!coded)
        return {Receipt::Class::InDoubt, QString::fromUtf8(answer.body.left(200)), {}, {}};
    const int code = json[QLatin1String(codeKey)].toInt();
    if (code == 0)
        return {};
    const QString words = QStringLiteral("%1 %2").arg(code).arg(json[QLatin1String(wordsKey)].toString().left(200));
    for (const auto& [passing, pause] : later) {
        if (code == passing)
            return {Receipt::Class::Temporary, words, {}, answer.retryAfterMs.value_or(pause)};
    }
    return {Receipt::Class::Permanent, words, {}, {}};
}

} // namespace

Receipt WecomRobot::send(const Outgoing& message, std::stop_token stop)
{
    Result<Request> request = prepared(m_route, m_secrets);
    if (!request)
        return refused(request.error());
    const Called called(message.manner.mentions);
    QString text = withoutCalls(wholeText(message));
    QJsonObject content;
    if (message.manner.markdown) { // knows calls inside the text only, and by id only
        QString calls;
        for (const QString& id : called.ids)
            calls += QStringLiteral("<@%1>").arg(QString(id).remove(u'>'));
        content = {{"content", cut(text, s_wecomMarkdown - calls.toUtf8().size() - 1) +
                                   (calls.isEmpty() ? QString() : u'\n' + calls)}};
    } else {
        content = {{"content", cut(text, s_wecomText)}};
        QStringList ids = called.ids;
        if (called.all)
            ids << QStringLiteral("@all");
        if (!ids.isEmpty())
            content["mentioned_list"] = QJsonArray::fromStringList(ids);
        if (!called.phones.isEmpty())
            content["mentioned_mobile_list"] = QJsonArray::fromStringList(called.phones);
    }
    const QString kind = message.manner.markdown ? QStringLiteral("markdown") : QStringLiteral("text");
    const QJsonObject body{{"msgtype", kind}, {kind, content}};
    return robotAnswer(postJson(std::move(*request), compact(body), std::move(stop)), "errcode", "errmsg",
                       {{-1, s_minute}, {45009, s_minute}});
}

Receipt DingtalkRobot::send(const Outgoing& message, std::stop_token stop)
{
    QByteArray sign;
    Result<Request> request = prepared(m_route, m_secrets, &sign);
    if (!request)
        return refused(request.error());
    if (!sign.isEmpty()) {
        const Instant at = m_clock.now();
        request->url += (request->url.contains(u'?') ? u'&' : u'?') + QStringLiteral("timestamp=%1&sign=").arg(at) +
                        QString::fromLatin1(dingtalkSignature(sign, at));
    }
    const Called called(message.manner.mentions);
    QString text = cut(wholeText(message), s_dingtalkBytes);
    QJsonObject body{{"msgtype", "text"}, {"text", QJsonObject{{"content", text}}}};
    if (message.manner.markdown) {
        for (const QString& each : called.phones + called.ids) // Markdown shows a call only where the text has it
            text += QStringLiteral(" @%1").arg(each);
        const QString title = message.subject.isEmpty() ? message.body.section(u'\n', 0, 0).left(64) : message.subject;
        body = {{"msgtype", "markdown"}, {"markdown", QJsonObject{{"title", title}, {"text", text}}}};
    }
    if (called.all || !called.phones.isEmpty() || !called.ids.isEmpty())
        body["at"] = QJsonObject{{"atMobiles", QJsonArray::fromStringList(called.phones)},
                                 {"atUserIds", QJsonArray::fromStringList(called.ids)},
                                 {"isAtAll", called.all}};
    // Too many messages close the robot for ten minutes.
    return robotAnswer(postJson(std::move(*request), compact(body), std::move(stop)), "errcode", "errmsg",
                       {{-1, s_minute}, {130101, 10 * s_minute}, {410100, 10 * s_minute}});
}

Receipt FeishuRobot::send(const Outgoing& message, std::stop_token stop)
{
    QByteArray sign;
    Result<Request> request = prepared(m_route, m_secrets, &sign);
    if (!request)
        return refused(request.error());
    const Called called(message.manner.mentions); // it knows no telephone numbers
    QString calls;
    for (const QString& id : called.ids)
        calls += message.manner.markdown ? QStringLiteral("<at id=%1></at>").arg(QString(id).remove(u'>'))
                                         : QStringLiteral("<at user_id=\"%1\"></at>").arg(QString(id).remove(u'"'));
    if (called.all)
        calls +=
            message.manner.markdown ? QStringLiteral("<at id=all></at>") : QStringLiteral("<at user_id=\"all\"></at>");
    const auto bodyWith = [&](qsizetype most) {
        QJsonObject body;
        if (message.manner.markdown) {
            const QString text = cut(withoutCalls(message.body), most) + (calls.isEmpty() ? QString() : u'\n' + calls);
            QJsonObject card{{"elements", QJsonArray{QJsonObject{{"tag", "markdown"}, {"content", text}}}}};
            if (!message.subject.isEmpty())
                card["header"] =
                    QJsonObject{{"title", QJsonObject{{"tag", "plain_text"}, {"content", message.subject}}}};
            body = {{"msg_type", "interactive"}, {"card", card}};
        } else {
            const QString text = cut(withoutCalls(wholeText(message)), most) + calls;
            body = {{"msg_type", "text"}, {"content", QJsonObject{{"text", text}}}};
        }
        if (!sign.isEmpty()) {
            const qint64 seconds = m_clock.now() / 1000;
            body["timestamp"] = QString::number(seconds);
            body["sign"] = QString::fromLatin1(feishuSignature(sign, seconds));
        }
        return compact(body);
    };
    QByteArray body = bodyWith(s_feishuBytes);
    if (body.size() > s_feishuBody) // quotation marks and line breaks take two bytes each in JSON
        body = bodyWith(s_feishuBytes / 2);
    return robotAnswer(postJson(std::move(*request), body, std::move(stop)), "code", "msg",
                       {{11232, s_minute}, {-1, s_minute}});
}

} // namespace fw::connectors
