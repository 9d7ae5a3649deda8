#include "client.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace fw::client
{

static Result<QJsonObject> decodeObject(const QByteArray& bytes)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parse);
    if (parse.error != QJsonParseError::NoError || !document.isObject())
        return Error(QStringLiteral("client.malformed"), Message(FW_MSG("The message is not a JSON object.")));
    return document.object();
}

QByteArray Request::encode() const
{
    const QJsonObject json{{"id", QString::number(id)}, {"session", session}, {"method", method}, {"params", params}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Request> Request::decode(const QByteArray& bytes)
{
    auto json = decodeObject(bytes);
    if (!json)
        return json.error();
    Request request;
    request.id = (*json)[QStringLiteral("id")].toString().toULongLong();
    request.session = (*json)[QStringLiteral("session")].toString();
    request.method = (*json)[QStringLiteral("method")].toString();
    request.params = (*json)[QStringLiteral("params")].toObject();
    if (request.method.isEmpty())
        return Error(QStringLiteral("client.malformed"), Message(FW_MSG("The request names no method.")));
    return request;
}

QByteArray Reply::encode() const
{
    QJsonArray list;
    for (const QJsonObject& problem : problems)
        list.append(problem);
    const QJsonObject json{{"id", QString::number(id)}, {"ok", ok}, {"result", result}, {"problems", list}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Reply> Reply::decode(const QByteArray& bytes)
{
    auto json = decodeObject(bytes);
    if (!json)
        return json.error();
    Reply reply;
    reply.id = (*json)[QStringLiteral("id")].toString().toULongLong();
    reply.ok = (*json)[QStringLiteral("ok")].toBool();
    reply.result = (*json)[QStringLiteral("result")].toObject();
    for (const QJsonValue& problem : (*json)[QStringLiteral("problems")].toArray())
        reply.problems.append(problem.toObject());
    return reply;
}

} // namespace fw::client
