#include "storyplayer.h"
#include "storyreader.h"

#include "runtime/analytics/analytics.h"
#include "runtime/records/reader.h"
#include "runtime/scoring/scoring.h"
#include "runtime/store/inbox.h"
#include "runtime/store/users.h"

namespace fw::stories
{

void StoryPlayer::fail(const yaml::Node& node, const QString& text)
{
    m_played.failures << Failure{m_step, placeOf(node), text};
}

static QString inWords(const yaml::Node& expected)
{
    return expected.isScalar() ? expected.scalar : Message(FW_MSG("nothing")).text();
}

static QString inWords(const feel::Value& found)
{
    return found.isNull() ? Message(FW_MSG("nothing")).text() : found.toText();
}

/// Whether a value is what the story writes: numbers by value, everything else by its text.
static bool matches(const yaml::Node& expected, const feel::Value& found)
{
    if (!expected.isScalar())
        return found.isNull();
    if (found.kind() == feel::Value::Kind::Number) {
        const auto number = feel::Decimal::fromString(expected.scalar);
        return number && *number == found.number();
    }
    return !found.isNull() && found.toText() == expected.scalar;
}

void StoryPlayer::compare(const QString& what, const yaml::Node& expected, const feel::Value& found)
{
    ++m_played.expectations;
    if (!matches(expected, found))
        fail(expected, Message(FW_MSG("%1: expected %2, found %3"), {what, inWords(expected), inWords(found)}).text());
}

void StoryPlayer::compareCount(const QString& what, const yaml::Node& expected, qint64 found)
{
    compare(what, expected, feel::Value(found));
}

void StoryPlayer::expect(const yaml::Node& expected)
{
    const qsizetype before = m_played.failures.size();
    if (expected[u"record"].exists())
        expectRecord(expected[u"record"]);
    if (expected[u"reasons"].exists())
        expectReasons(expected[u"reasons"]);
    expectTasks(expected[u"tasks"]);
    expectMessages(expected[u"messages"]);
    if (expected[u"tasks_count"].exists())
        compareCount(Message(FW_MSG("number of tasks")).text(), expected[u"tasks_count"],
                     static_cast<qint64>(store::tasks(m_store->writer(), {}).size()));
    if (expected[u"messages_count"].exists())
        compareCount(Message(FW_MSG("number of messages")).text(), expected[u"messages_count"],
                     static_cast<qint64>(m_recorder.messages.size()));
    expectFigures(expected[u"figures"]);
    if (m_played.failures.size() == before)
        say(m_step, Message(FW_MSG("as expected")).text());
}

void StoryPlayer::expectRecord(const yaml::Node& expected)
{
    const QString of = expected[u"of"].string();
    const Alias alias = m_aliases.value(of);
    const plan::Table* table = m_plan->findTable(alias.table);
    const auto record = table ? records::load(m_store->writer(), *m_plan, *table, alias.id) : nullptr;
    if (!record) {
        ++m_played.expectations;
        fail(expected, Message(FW_MSG("the record \"%1\" does not exist"), {of}).text());
        return;
    }
    for (const yaml::Entry& entry : expected[u"fields"].entries) {
        const plan::Field* field = table->findField(entry.key);
        feel::Value found = record->value(entry.key);
        if (field && field->type == plan::FieldType::User && !found.isNull()) {
            if (const auto user = store::findUser(m_store->writer(), found.string()))
                found = feel::Value(user->login);
        }
        if (field && field->type == plan::FieldType::Relation && !found.isNull()) {
            for (auto it = m_aliases.begin(); it != m_aliases.end(); ++it) {
                if (it->id == found.string())
                    found = feel::Value(it.key());
            }
        }
        compare(of + u'.' + entry.key, entry.value, found);
    }
}

void StoryPlayer::expectReasons(const yaml::Node& expected)
{
    const QString of = expected[u"of"].string();
    const plan::Scoring* scoring = m_plan->findScoring(expected[u"scoring"].string());
    const auto score = scoring ? scoring::current(m_store->writer(), *scoring, m_aliases.value(of).id) : std::nullopt;
    QMap<QString, feel::Decimal> points;
    if (score) {
        for (const scoring::Reason& reason : score->reasons) {
            if (!reason.criterion.isEmpty())
                points[reason.criterion] = points.value(reason.criterion).plus(reason.points).value_or(feel::Decimal());
        }
    }
    const yaml::Node& lines = expected[u"points"];
    for (const yaml::Entry& entry : lines.entries) {
        const auto it = points.constFind(entry.key);
        compare(Message(FW_MSG("points for \"%1\""), {entry.key}).text(), entry.value,
                it == points.constEnd() ? feel::Value() : feel::Value(*it));
    }
    for (auto it = points.constBegin(); it != points.constEnd(); ++it) {
        if (!lines[it.key()].exists())
            fail(lines, Message(FW_MSG("points for \"%1\" were not expected: %2"), {it.key(), it->toString()}).text());
    }
}

void StoryPlayer::expectTasks(const yaml::Node& expected)
{
    const auto all = store::tasks(m_store->writer(), {});
    for (const yaml::Node& one : expected.items) {
        ++m_played.expectations;
        const auto due = one[u"due"].exists() ? instantOf(yaml::Node::map({{QStringLiteral("at"), one[u"due"], {}}}), 0,
                                                          m_plan->zone, placeOf(one))
                                              : Result<Instant>(Instant(0));
        const bool found = std::any_of(all.begin(), all.end(), [&](const store::Task& task) {
            const auto user = store::findUser(m_store->writer(), task.toUser);
            return (!one[u"title"].exists() || one[u"title"].string() == task.title) &&
                   (!one[u"to"].exists() || (user && user->login == one[u"to"].string())) &&
                   (!one[u"priority"].exists() || one[u"priority"].string() == task.priority) &&
                   (!one[u"state"].exists() || one[u"state"].string() == task.state) &&
                   (!one[u"due"].exists() || (due && task.due == *due));
        });
        if (found)
            continue;
        QStringList there;
        for (const store::Task& task : all)
            there << QStringLiteral("“%1” (%2, %3)").arg(task.title, task.priority, task.state);
        fail(one, Message(FW_MSG("no task \"%1\" as described; there are: %2"),
                          {one[u"title"].string(),
                           there.isEmpty() ? Message(FW_MSG("none")).text() : there.join(QStringLiteral("; "))})
                      .text());
    }
}

void StoryPlayer::expectMessages(const yaml::Node& expected)
{
    const auto all = store::messages(m_store->writer());
    for (const yaml::Node& one : expected.items) {
        ++m_played.expectations;
        const bool found = std::any_of(all.begin(), all.end(), [&](const store::OutboxRow& message) {
            return message.state == QLatin1String("sent") &&
                   (!one[u"through"].exists() || one[u"through"].string() == message.connector) &&
                   (!one[u"to"].exists() || one[u"to"].string() == message.address) &&
                   (!one[u"text"].exists() || one[u"text"].string() == message.message) &&
                   (!one[u"contains"].exists() || message.body.contains(one[u"contains"].string()) ||
                    message.subject.contains(one[u"contains"].string()));
        });
        if (found)
            continue;
        QStringList there;
        for (const store::OutboxRow& message : all)
            there << QStringLiteral("%1 → %2 (%3): %4")
                         .arg(message.message, message.address, message.state, message.body.left(60).simplified());
        fail(one, Message(FW_MSG("no message as described; there are: %1"),
                          {there.isEmpty() ? Message(FW_MSG("none")).text() : there.join(QStringLiteral("; "))})
                      .text());
    }
}

/// A group's key as a story writes it: a user by login, everything else as text.
static QString keyText(store::Connection& connection, const feel::Value& key)
{
    if (key.isNull())
        return QString();
    if (key.kind() == feel::Value::Kind::String) {
        if (const auto user = store::findUser(connection, key.string()))
            return user->login;
    }
    return key.toText();
}

void StoryPlayer::expectFigures(const yaml::Node& expected)
{
    for (const yaml::Node& one : expected.items) {
        const QStringList path = one[u"tile"].string().split(u'.');
        const plan::Dashboard* dashboard = m_plan->findDashboard(path.value(0));
        const plan::Tile* tile = nullptr;
        if (dashboard) {
            const auto it = std::find_if(dashboard->tiles.begin(), dashboard->tiles.end(),
                                         [&](const plan::Tile& each) { return each.id == path.value(1); });
            tile = it == dashboard->tiles.end() ? nullptr : &*it;
        }
        if (!tile) {
            fail(one, Message(FW_MSG("there is no tile \"%1\""), {one[u"tile"].string()}).text());
            continue;
        }
        analytics::Request request;
        request.tile = tile;
        request.now = m_clock.now();
        request.language = m_language;
        const auto result = analytics::tile(m_store->writer(), *m_plan, request);
        if (!result) {
            fail(one, result.error().text());
            continue;
        }
        if (one[u"value"].exists())
            compare(one[u"tile"].string(), one[u"value"], result->value);
        QMap<QString, feel::Value> groups;
        for (const analytics::Group& group : result->groups)
            groups.insert(keyText(m_store->writer(), group.key),
                          group.values.empty() ? feel::Value() : group.values.front());
        for (const analytics::Funnel& funnel : result->funnels) {
            for (const analytics::FunnelStage& stage : funnel.stages)
                groups.insert(stage.id, feel::Value(stage.persons));
        }
        for (const yaml::Entry& group : one[u"groups"].entries)
            compare(one[u"tile"].string() + u'/' + group.key, group.value, groups.value(group.key));
    }
}

} // namespace fw::stories
