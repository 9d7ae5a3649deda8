#include "outcome.h"
#include "engine.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace fw::engine
{

namespace
{

/// The kind as it goes into the hash of a command.
int number(Command::Kind kind)
{
    return static_cast<int>(kind);
}

QJsonObject wordsOf(const Problem& problem)
{
    QJsonObject words{{"code", problem.code}, {"field", problem.place.element}, {"text", problem.what.text()}};
    if (!problem.remedy.isEmpty())
        words["remedy"] = problem.remedy.text();
    return words;
}

} // namespace

QJsonObject Outcome::toJson() const
{
    if (!ok) {
        const Problem first = problems.value(0);
        QJsonObject json{{"ok", false}, {"error", wordsOf(first)}};
        if (problems.size() > 1) {
            QJsonArray all;
            for (const Problem& problem : problems)
                all.append(wordsOf(problem));
            json["errors"] = all;
        }
        return json;
    }
    QJsonObject json{{"ok", true}, {"seq", seq}};
    if (!id.isEmpty())
        json["id"] = id;
    if (version > 0)
        json["version"] = version;
    if (!outcome.isEmpty())
        json["outcome"] = outcome;
    return json;
}

Outcome outcomeFromJson(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Outcome outcome;
    outcome.ok = object["ok"].toBool();
    outcome.repeated = true;
    outcome.seq = object["seq"].toInteger();
    outcome.id = object["id"].toString();
    outcome.version = object["version"].toInteger();
    outcome.outcome = object["outcome"].toString();
    return outcome;
}

Outcome failed(const Error& error)
{
    Outcome outcome;
    outcome.problems = error.problems();
    return outcome;
}

QByteArray bodyHash(const Command& command)
{
    // QJsonObject keeps its keys sorted, so the order in which a client writes them does not matter.
    QJsonObject body{{"kind", number(command.kind)},
                     {"user", command.user},
                     {"quiet", command.quiet},
                     {"table", command.table},
                     {"id", command.id},
                     {"match", command.match},
                     {"version", command.version ? QJsonValue(*command.version) : QJsonValue()},
                     {"values", command.values},
                     {"event", command.event},
                     {"person", command.person},
                     {"at", command.at ? QJsonValue(*command.at) : QJsonValue()},
                     {"channel", command.channel},
                     {"purpose", command.purpose},
                     {"granted", command.granted}};
    for (const auto& [key, value] : {std::pair("form", command.form), std::pair("workflow", command.workflow),
                                     std::pair("trigger", command.trigger), std::pair("action", command.action)}) {
        if (!value.isEmpty())
            body.insert(QLatin1String(key), value);
    }
    if (!command.rows.isEmpty()) // keys kept from before there were rows still match
        body["rows"] = command.rows;
    return QCryptographicHash::hash(QJsonDocument(body).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

} // namespace fw::engine
