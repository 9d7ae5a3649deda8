#include "feedline.h"

#include <QRegularExpression>

namespace fw::transfer
{

using engine::Command;

/// Puts quotes around the numbers of a JSON text, outside strings. A malformed text stays malformed.
static QByteArray quoteNumbers(const QByteArray& json)
{
    QByteArray out;
    out.reserve(json.size() + 32);
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"')
            inString = true;
        if (c == '-' || (c >= '0' && c <= '9')) {
            qsizetype end = i + 1;
            while (end < json.size() && std::strchr("+-.0123456789eE", json[end]))
                ++end;
            out += '"' + json.mid(i, end - i) + '"';
            i = end - 1;
            continue;
        }
        out += c;
    }
    return out;
}

std::optional<Instant> parseInstant(const QString& text)
{
    static const QRegularExpression withOffset(QStringLiteral("T.*(Z|[+-]\\d\\d:?\\d\\d)$"));
    if (!withOffset.match(text).hasMatch())
        return {};
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    return instant.isValid() ? std::optional<Instant>(instant.toMSecsSinceEpoch()) : std::nullopt;
}

static Error missing(const QString& what)
{
    return Error(QStringLiteral("feed.missing"), Message(FW_MSG("\"%1\" is missing."), {what}),
                 Message(FW_MSG("Add it to the line.")), Place{{}, 0, 0, what});
}

static Result<Command> readAction(const QJsonObject& json)
{
    Command command;
    const auto text = [&](const char* name) { return json[QLatin1String(name)].toString(); };
    struct Action {
        const char* name;
        Command::Kind kind;
    };
    static constexpr Action actions[] = {{"event", Command::Kind::Event},     {"create", Command::Kind::Create},
                                         {"update", Command::Kind::Update},   {"delete", Command::Kind::Delete},
                                         {"consent", Command::Kind::Consent}, {"complete", Command::Kind::CompleteTask},
                                         {"link", Command::Kind::Link},       {"webhook", Command::Kind::Webhook}};
    const Action* found = nullptr;
    for (const Action& action : actions) {
        if (json.contains(QLatin1String(action.name)))
            found = &action;
    }
    if (!found)
        return Error(QStringLiteral("feed.unknown_action"), Message(FW_MSG("The line says nothing to do.")),
                     Message(FW_MSG("Give one of event, create, update, delete, consent, complete, link, webhook.")));
    command.kind = found->kind;
    const QString subject = text(found->name);
    switch (found->kind) {
    case Command::Kind::Event: command.event = subject; break;
    case Command::Kind::Consent: command.purpose = subject; break;
    case Command::Kind::CompleteTask: command.id = subject; break;
    case Command::Kind::Webhook:
        command.workflow = subject.section(u'/', 0, 0);
        command.trigger = subject.section(u'/', 1);
        break;
    case Command::Kind::Link: command.person = json[QLatin1String("link")].toObject(); break;
    default: command.table = subject; break;
    }
    if (subject.isEmpty() && found->kind != Command::Kind::Link)
        return missing(QLatin1String(found->name));
    return command;
}

static Result<Command> readLine(const QJsonObject& json)
{
    auto command = readAction(json);
    if (!command)
        return command;
    command->key = json[QLatin1String("key")].toString();
    if (json.contains(QLatin1String("id")))
        command->id = json[QLatin1String("id")].toString();
    command->match = json[QLatin1String("match")].toObject();
    command->values =
        json[json.contains(QLatin1String("props")) ? QLatin1String("props") : QLatin1String("values")].toObject();
    if (json.contains(QLatin1String("person")))
        command->person = json[QLatin1String("person")].toObject();
    command->channel = json[QLatin1String("channel")].toString();
    command->granted = json[QLatin1String("granted")].toBool(true);
    if (json.contains(QLatin1String("version"))) {
        bool number = false;
        command->version = json[QLatin1String("version")].toString().toLongLong(&number);
        if (!number)
            return Error(QStringLiteral("feed.malformed"), Message(FW_MSG("\"version\" is no whole number.")), {},
                         Place{{}, 0, 0, QStringLiteral("version")});
    }
    if (json.contains(QLatin1String("at"))) {
        command->at = parseInstant(json[QLatin1String("at")].toString());
        if (!command->at)
            return Error(QStringLiteral("feed.instant"), Message(FW_MSG("\"at\" is no instant with offset.")),
                         Message(FW_MSG("Write it like 2026-01-05T09:00:00+08:00.")),
                         Place{{}, 0, 0, QStringLiteral("at")});
    }
    const bool needsPerson = command->kind == Command::Kind::Event || command->kind == Command::Kind::Consent ||
                             command->kind == Command::Kind::Link;
    if (needsPerson && command->person.isEmpty())
        return missing(QStringLiteral("person"));
    const bool needsRecord = command->kind == Command::Kind::Update || command->kind == Command::Kind::Delete;
    if (needsRecord && command->id.isEmpty() && command->match.isEmpty())
        return missing(QStringLiteral("id"));
    return command;
}

Result<Command> readFeedLine(const QByteArray& line, QString* key)
{
    if (line.size() > MaxFeedLine)
        return Error(QStringLiteral("feed.too_long"), Message(FW_MSG("The line is longer than 1 MiB.")));
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(quoteNumbers(line), &parse);
    if (!document.isObject())
        return Error(QStringLiteral("feed.malformed"), Message(FW_MSG("The line is no JSON object.")),
                     Message(FW_MSG("Write one JSON object a line.")));
    const QJsonObject json = document.object();
    *key = json[QLatin1String("key")].toString();
    auto command = readLine(json);
    // The body of a webhook is what its sender made it: its numbers stay numbers.
    if (command && command->kind == Command::Kind::Webhook)
        command->values = QJsonDocument::fromJson(line).object()[QLatin1String("body")].toObject();
    return command;
}

QJsonObject feedAnswer(const QString& key, const Error& error)
{
    const Problem problem = error.problems().value(0);
    QJsonObject words{{"code", problem.code}, {"text", problem.what.text()}};
    if (!problem.place.element.isEmpty())
        words["field"] = problem.place.element;
    return {{"key", key}, {"ok", false}, {"error", words}};
}

QJsonObject feedAnswer(const QString& key, const engine::Outcome& outcome)
{
    if (!outcome.ok)
        return feedAnswer(key, Error(outcome.problems));
    QJsonObject answer = outcome.toJson();
    answer["key"] = key;
    return answer;
}

} // namespace fw::transfer
