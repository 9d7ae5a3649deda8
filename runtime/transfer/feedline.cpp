#include "feedline.h"

#include "model/base/nearest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

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

namespace
{

/// What a line can ask for, and the keys that it may then have beside "key" and its own name.
struct Action {
    QString name;
    Command::Kind kind;
    QString payload; ///< the key of its values; "" = it has none
    QStringList keys;
};

const std::vector<Action>& actions()
{
    static const auto words = [](const char* text) { return QString::fromLatin1(text).split(u' '); };
    static const std::vector<Action> all{{"event", Command::Kind::Event, "props", words("person at props channel")},
                                         {"create", Command::Kind::Create, "values", words("values")},
                                         {"update", Command::Kind::Update, "values", words("id match version values")},
                                         {"delete", Command::Kind::Delete, {}, words("id match version")},
                                         {"consent", Command::Kind::Consent, {}, words("person at granted")},
                                         {"complete", Command::Kind::CompleteTask, {}, {}},
                                         {"link", Command::Kind::Link, {}, words("person")},
                                         {"webhook", Command::Kind::Webhook, "body", words("body")}};
    return all;
}

Error malformed(const QString& key, Message what, Message remedy = {})
{
    return Error(QStringLiteral("feed.malformed"), std::move(what), std::move(remedy), Place{{}, 0, 0, key});
}

/// The one thing that the line asks for.
Result<const Action*> actionOf(const QJsonObject& json)
{
    const Action* found = nullptr;
    for (const Action& action : actions()) {
        if (!json.contains(action.name))
            continue;
        if (found)
            return Error(QStringLiteral("feed.two_actions"),
                         Message(FW_MSG("\"%1\" and \"%2\" cannot stand together."), {found->name, action.name}),
                         FW_MSG("Keep one of the two."), Place{{}, 0, 0, action.name});
        found = &action;
    }
    if (!found)
        return Error(QStringLiteral("feed.unknown_action"), Message(FW_MSG("The line says nothing to do.")),
                     Message(FW_MSG("Give one of event, create, update, delete, consent, complete, link, webhook.")));
    return found;
}

/// The allowed key that somebody who wrote `key` meant; "" when that cannot be told.
QString meantKey(const QString& key, const Action& action, const QStringList& allowed)
{
    static const QStringList payloads{"props", "properties", "values", "value", "fields", "data", "body", "payload"};
    return payloads.contains(key) && !action.payload.isEmpty() ? action.payload : nearest(key, allowed);
}

Result<void> checkKeys(const QJsonObject& json, const Action& action)
{
    static const QStringList objects{"person", "props", "values", "match", "body"};
    static const QStringList texts{"key", "id", "at", "channel", "version"};
    const QStringList allowed = QStringList{QStringLiteral("key"), action.name} + action.keys;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QString key = it.key();
        if (!allowed.contains(key)) {
            const QString meant = meantKey(key, action, allowed);
            return Error(QStringLiteral("feed.unknown_key"),
                         Message(FW_MSG("\"%1\" means nothing in a line with \"%2\"."), {key, action.name}),
                         meant.isEmpty()
                             ? Message(FW_MSG("Remove it. Known here: %1."), {allowed.join(QStringLiteral(", "))})
                             : Message(FW_MSG("Did you mean \"%1\"?"), {meant}),
                         Place{{}, 0, 0, key});
        }
        if (objects.contains(key) && !it->isObject())
            return malformed(key, Message(FW_MSG("\"%1\" must hold keys."), {key}),
                             FW_MSG("Write {\"field\": value, …}."));
        if (texts.contains(key) && !it->isString())
            return malformed(key, Message(FW_MSG("\"%1\" must be a text."), {key}), FW_MSG("Write it in quotes."));
        if (key == QLatin1String("granted") && !it->isBool())
            return malformed(key, Message(FW_MSG("\"%1\" must be true or false."), {key}),
                             FW_MSG("Write true or false, without quotes."));
    }
    return {};
}

Result<Command> readAction(const QJsonObject& json, const Action& action)
{
    Command command;
    command.kind = action.kind;
    const QString subject = json[action.name].toString();
    switch (action.kind) {
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
    if (subject.isEmpty() && action.kind != Command::Kind::Link)
        return missing(action.name);
    return command;
}

/// What cannot be done without: whom an event is about, which record is changed, what it is to hold.
Result<void> checkComplete(const QJsonObject& json, const Command& command)
{
    const bool needsPerson = command.kind == Command::Kind::Event || command.kind == Command::Kind::Consent ||
                             command.kind == Command::Kind::Link;
    if (needsPerson && command.person.isEmpty())
        return missing(QStringLiteral("person"));
    const bool needsRecord = command.kind == Command::Kind::Update || command.kind == Command::Kind::Delete;
    if (needsRecord && command.id.isEmpty() && command.match.isEmpty())
        return missing(QStringLiteral("id"));
    const bool needsValues = command.kind == Command::Kind::Create || command.kind == Command::Kind::Update;
    if (needsValues && !json.contains(QLatin1String("values")))
        return missing(QStringLiteral("values"));
    return {};
}

Result<Command> readLine(const QJsonObject& json)
{
    const auto action = actionOf(json);
    if (!action)
        return action.error();
    if (auto known = checkKeys(json, **action); !known)
        return known.error();
    auto command = readAction(json, **action);
    if (!command)
        return command;
    command->key = json[QLatin1String("key")].toString();
    if (json.contains(QLatin1String("id")))
        command->id = json[QLatin1String("id")].toString();
    command->match = json[QLatin1String("match")].toObject();
    command->values = json[(*action)->payload].toObject();
    if (json.contains(QLatin1String("person")))
        command->person = json[QLatin1String("person")].toObject();
    command->channel = json[QLatin1String("channel")].toString();
    command->granted = json[QLatin1String("granted")].toBool(true);
    if (json.contains(QLatin1String("version"))) {
        bool number = false;
        command->version = json[QLatin1String("version")].toString().toLongLong(&number);
        if (!number)
            return malformed(QStringLiteral("version"), FW_MSG("\"version\" is no whole number."));
    }
    if (json.contains(QLatin1String("at"))) {
        command->at = parseInstant(json[QLatin1String("at")].toString());
        if (!command->at)
            return Error(QStringLiteral("feed.instant"), Message(FW_MSG("\"at\" is no instant with offset.")),
                         Message(FW_MSG("Write it like 2026-01-05T09:00:00+08:00.")),
                         Place{{}, 0, 0, QStringLiteral("at")});
    }
    if (auto complete = checkComplete(json, *command); !complete)
        return complete.error();
    return command;
}

/// A key that stands twice in one object of a well-formed text: which of the two was meant cannot be told.
std::optional<QString> repeatedKey(const QByteArray& json)
{
    std::vector<std::optional<QSet<QString>>> open; // the names so far; nothing for a list
    bool name = false;                              // the next text names something
    for (qsizetype i = 0; i < json.size(); ++i) {
        switch (json[i]) {
        case '{': open.emplace_back(QSet<QString>()); break;
        case '[': open.emplace_back(); break;
        case '}':
        case ']': open.pop_back(); break;
        case '"': {
            const qsizetype begin = i;
            for (++i; json[i] != '"'; ++i)
                i += json[i] == '\\';
            if (!name)
                break;
            const QByteArray text = '[' + json.mid(begin, i - begin + 1) + ']';
            const QString key = QJsonDocument::fromJson(text).array().first().toString();
            if (open.back()->contains(key))
                return key;
            open.back()->insert(key);
            break;
        }
        default: break;
        }
        if (std::strchr("{[,:", json[i]))
            name = json[i] != ':' && !open.empty() && open.back().has_value();
    }
    return {};
}

} // namespace

Error missingKey()
{
    return Error(QStringLiteral("feed.missing"), FW_MSG("The line has no key."),
                 FW_MSG("Give every line a \"key\" of its own, so that it can be sent again without being done twice."),
                 Place{{}, 0, 0, QStringLiteral("key")});
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
    if (const auto twice = repeatedKey(line))
        return Error(QStringLiteral("feed.duplicate_key"),
                     Message(FW_MSG("\"%1\" stands twice in the line."), {*twice}), FW_MSG("Keep one of the two."),
                     Place{{}, 0, 0, *twice});
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
    if (!problem.remedy.isEmpty())
        words["remedy"] = problem.remedy.text();
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
