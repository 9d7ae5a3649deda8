#include "storyplayer.h"
#include "storyreader.h"

#include "model/document/package.h"
#include "model/schema/schema.h"
#include "model/yaml/reader.h"
#include "runtime/store/apply.h"
#include "runtime/store/inbox.h"
#include "runtime/store/users.h"

namespace fw::stories
{

using engine::Command;

StoryPlayer::StoryPlayer(const Definition& definition, std::shared_ptr<const plan::Plan> plan,
                         const DefinitionFile& story, QString language, std::unique_ptr<store::Store> store)
    : m_definition(definition), m_plan(std::move(plan)), m_story(story), m_language(std::move(language)),
      m_store(store ? std::move(store) : store::Store::scratch())
{
    m_played.story = story.id();
    m_played.label = schema::labelOf(story.root).in(m_language);
}

Place StoryPlayer::placeOf(const yaml::Node& node) const
{
    Place place = yaml::placeAt(m_story.text, m_story.path, node.span.begin);
    place.element = m_story.path + QStringLiteral("#steps/") + m_step;
    return place;
}

void StoryPlayer::say(const QString& step, const QString& text)
{
    m_played.lines << Line{m_clock.now(), step, text};
}

QString StoryPlayer::userId(const QString& login) const
{
    const auto user = store::findUserByLogin(m_store->writer(), login);
    return user ? user->id : QString();
}

Result<void> StoryPlayer::prepare()
{
    auto start = instantOf(yaml::Node::map({{QStringLiteral("at"), m_story.root[u"start"], {}}}), 0, m_plan->zone,
                           placeOf(m_story.root[u"start"]));
    if (!start)
        return start.error();
    m_clock.set(*start);
    auto changes = store::planApply(*m_store, *m_plan);
    if (!changes)
        return changes.error();
    if (auto number = store::apply(*m_store, *changes, pack(m_definition), QStringLiteral("story"), {}, true, *start);
        !number)
        return number.error();
    for (const yaml::Node& user : m_story.root[u"users"].items) {
        store::User row;
        row.id = m_ids.next(*start);
        row.login = user[u"login"].string();
        row.name = user[u"name"].string(row.login);
        row.language = user[u"language"].string();
        for (const yaml::Node& role : user[u"roles"].items)
            row.roles << role.string();
        store::saveUser(m_store->writer(), row, *start);
    }
    m_engine = std::make_unique<engine::Engine>(*m_store, m_plan, m_clock, m_ids);
    m_worker = std::make_unique<automation::OutboxWorker>(
        *m_store, [this](const QString&) { return connectors::borrowed(m_recorder); }, [this] { return m_plan.get(); });
    return {};
}

Result<Played> StoryPlayer::play()
{
    if (auto prepared = prepare(); !prepared)
        return prepared.error();
    for (const yaml::Node& step : m_story.root[u"steps"].items) {
        m_step = step[u"id"].string();
        if (auto played = playStep(step); !played)
            return played.error();
    }
    summarize();
    return std::move(m_played);
}

Result<void> StoryPlayer::playStep(const yaml::Node& step)
{
    auto target = instantOf(step, m_clock.now(), m_plan->zone, placeOf(step));
    if (!target)
        return target.error();
    if (*target < m_clock.now())
        return Error(QStringLiteral("story.order"),
                     Message(FW_MSG("Step \"%1\" lies before the step above it."), {m_step}),
                     Message(FW_MSG("Put the steps in order of time.")), placeOf(step));
    advanceTo(*target);
    if (step[u"expect"].exists()) {
        expect(step[u"expect"]);
        return {};
    }
    if (step[u"pass"].exists())
        return {};
    return act(step);
}

void StoryPlayer::advanceTo(Instant target)
{
    // Whatever falls due on the way happens at its own time, timers before the messages they write.
    for (;;) {
        std::optional<Instant> due = m_engine->nextDue();
        if (const auto message = m_worker->nextDue(); message && (!due || *message < *due))
            due = message;
        if (!due || *due > target)
            break;
        m_clock.set(std::max(m_clock.now(), *due));
        const int fired = m_engine->runDue();
        const auto sent = m_worker->work(m_clock.now());
        if (fired <= 0 && (!sent || *sent == 0))
            break;
    }
    m_clock.set(target);
}

QJsonObject StoryPlayer::resolved(const QString& tableId, const yaml::Node& values) const
{
    const plan::Table* table = m_plan->findTable(tableId);
    QJsonObject out;
    for (const yaml::Entry& entry : values.entries) {
        const plan::Field* field = table ? table->findField(entry.key) : nullptr;
        const QString alias = entry.value.string();
        if (field && field->type == plan::FieldType::Relation && m_aliases.contains(alias))
            out[entry.key] = m_aliases[alias].id;
        else
            out[entry.key] = toJson(entry.value);
    }
    return out;
}

Result<QJsonObject> StoryPlayer::personOf(const yaml::Node& step)
{
    if (step[u"person"].exists())
        return toJson(step[u"person"]).toObject();
    const QString alias = step[u"of"].string();
    if (!m_aliases.contains(alias))
        return Error(QStringLiteral("story.unknown_step"),
                     Message(FW_MSG("No step \"%1\" has made a record."), {alias}),
                     Message(FW_MSG("Name the id of a create step above.")), placeOf(step));
    return QJsonObject{{QStringLiteral("id"), m_aliases[alias].id}};
}

Result<Command> StoryPlayer::command(const yaml::Node& step)
{
    Command command;
    command.user = userId(step[u"by"].string());
    const bool aboutPerson = step[u"event"].exists() || step[u"consent"].exists();
    if (aboutPerson) {
        auto person = personOf(step);
        if (!person)
            return person.error();
        command.person = *person;
        command.channel = step[u"channel"].string();
        command.granted = step[u"granted"].toBool(true);
    }
    if (step[u"event"].exists()) {
        command.kind = Command::Kind::Event;
        command.event = step[u"event"].string();
        command.values = toJson(step[u"props"]).toObject();
    } else if (step[u"consent"].exists()) {
        command.kind = Command::Kind::Consent;
        command.purpose = step[u"consent"].string();
    } else if (step[u"create"].exists()) {
        command.kind = Command::Kind::Create;
        command.table = step[u"create"].string();
        command.values = resolved(command.table, step[u"values"]);
    } else if (step[u"update"].exists() || step[u"delete"].exists()) {
        const bool update = step[u"update"].exists();
        command.kind = update ? Command::Kind::Update : Command::Kind::Delete;
        const Alias alias = m_aliases.value(step[update ? u"update" : u"delete"].string());
        command.table = alias.table;
        command.id = alias.id;
        command.values = resolved(alias.table, step[u"values"]);
    } else if (step[u"complete"].exists()) {
        command.kind = Command::Kind::CompleteTask;
        const yaml::Node& complete = step[u"complete"];
        command.user = userId(complete[u"by"].string());
        for (const store::Task& task : store::tasks(m_store->writer(), {})) {
            if (task.title == complete[u"task"].string() && task.state == QLatin1String("open"))
                command.id = task.id;
        }
        if (command.id.isEmpty())
            return Error(QStringLiteral("story.no_task"),
                         Message(FW_MSG("There is no open task \"%1\"."), {complete[u"task"].string()}),
                         Message(FW_MSG("Compare the title with what the workflow writes.")), placeOf(complete));
    } else {
        return Error(QStringLiteral("story.nothing"),
                     Message(FW_MSG("Step \"%1\" does nothing and expects nothing."), {m_step}),
                     Message(FW_MSG("Give it create, update, delete, event, consent, complete, pass or expect.")),
                     placeOf(step));
    }
    return command;
}

static QString words(const Command& command)
{
    switch (command.kind) {
    case Command::Kind::Event: return Message(FW_MSG("event %1"), {command.event}).text();
    case Command::Kind::Consent:
        return Message(command.granted ? FW_MSG("consent given: %1") : FW_MSG("consent withdrawn: %1"),
                       {command.purpose})
            .text();
    case Command::Kind::Create: return Message(FW_MSG("%1 created"), {command.table}).text();
    case Command::Kind::Update: return Message(FW_MSG("%1 changed"), {command.table}).text();
    case Command::Kind::Delete: return Message(FW_MSG("%1 deleted"), {command.table}).text();
    case Command::Kind::CompleteTask: return Message(FW_MSG("task done")).text();
    case Command::Kind::Link: return Message(FW_MSG("identities linked")).text();
    case Command::Kind::Button: return Message(FW_MSG("button pressed")).text();
    case Command::Kind::Enrol: return Message(FW_MSG("records enrolled")).text();
    case Command::Kind::Operate: return Message(FW_MSG("run handled")).text();
    case Command::Kind::Webhook: return Message(FW_MSG("webhook received")).text();
    }
    return {};
}

Result<void> StoryPlayer::act(const yaml::Node& step)
{
    auto command = this->command(step);
    if (!command)
        return command.error();
    command->key = m_played.story + u'/' + m_step;
    const engine::Outcome outcome = m_engine->perform(*command);
    const QString expectedCode = step[u"fails"].string();
    if (!expectedCode.isEmpty()) {
        ++m_played.expectations;
        const QString code = outcome.problems.value(0).code;
        if (outcome.ok || code != expectedCode)
            fail(step, Message(FW_MSG("expected to be refused with %1, but %2"),
                               {expectedCode, outcome.ok ? Message(FW_MSG("it was done")).text()
                                                         : outcome.problems.value(0).what.text()})
                           .text());
        return {};
    }
    if (!outcome.ok) {
        fail(step, Error(outcome.problems).text());
        return {};
    }
    if (command->kind == Command::Kind::Create)
        m_aliases.insert(m_step, {command->table, outcome.id});
    say(m_step, words(*command));
    if (const auto sent = m_worker->work(m_clock.now()); !sent)
        return sent.error();
    return {};
}

Result<Played> play(const Definition& definition, std::shared_ptr<const plan::Plan> plan, const DefinitionFile& story,
                    const QString& language, std::unique_ptr<store::Store> store)
{
    return StoryPlayer(definition, std::move(plan), story, language, std::move(store)).play();
}

QJsonObject Played::toJson() const
{
    QJsonArray happened, failed;
    for (const Line& line : lines)
        happened.append(QJsonObject{{"at", formatInstant(line.at)}, {"step", line.step}, {"text", line.text}});
    for (const Failure& failure : failures)
        failed.append(QJsonObject{{"step", failure.step},
                                  {"file", failure.place.file},
                                  {"line", failure.place.line},
                                  {"text", failure.text}});
    return {{"story", story},
            {"label", label},
            {"ok", ok()},
            {"expectations", expectations},
            {"failures", failed},
            {"lines", happened},
            {"scores", QJsonArray::fromStringList(scores)},
            {"tasks", QJsonArray::fromStringList(tasks)},
            {"messages", QJsonArray::fromStringList(messages)},
            {"figures", QJsonArray::fromStringList(figures)}};
}

} // namespace fw::stories
