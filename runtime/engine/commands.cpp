#include "commands.h"
#include "outcome.h"
#include "runtime/automation/automation.h"
#include "runtime/automation/operate.h"
#include "runtime/events/events.h"
#include "runtime/records/reader.h"
#include "runtime/records/records.h"
#include "timekeeper.h"

namespace fw::engine
{

namespace
{

Outcome written(Unit& unit, const Result<records::Written>& result)
{
    if (!result)
        return failed(result.error());
    Outcome outcome;
    outcome.ok = true;
    outcome.seq = unit.seq;
    outcome.id = result->id;
    outcome.version = result->version;
    outcome.outcome = result->outcome;
    return outcome;
}

Outcome done(const Unit& unit, const QString& id, const QString& word)
{
    Outcome outcome;
    outcome.ok = true;
    outcome.seq = unit.seq;
    outcome.id = id;
    outcome.outcome = word;
    return outcome;
}

/// The record a change or deletion names by id or by the values it must have.
Result<QString> target(Unit& unit, const plan::Table& table, const Command& command)
{
    if (!command.id.isEmpty() || command.match.isEmpty())
        return command.id;
    return records::findOne(unit.store.writer(), unit.plan, table, command.match);
}

/// A form that was filled in is a fact of its own, even when it changed nothing.
Outcome submitted(Unit& unit, const Command& command, Outcome outcome)
{
    if (outcome.ok && !command.form.isEmpty()) {
        Fact fact;
        fact.kind = Fact::Kind::FormSubmitted;
        fact.table = command.table;
        fact.record = outcome.id;
        fact.form = command.form;
        unit.facts.push_back(std::move(fact));
    }
    return outcome;
}

Outcome changeRecord(Unit& unit, const Command& command)
{
    const plan::Table* table = unit.plan.findTable(command.table);
    if (!table)
        return failed(Error(QStringLiteral("record.unknown_table"),
                            Message(FW_MSG("This app has no table \"%1\"."), {command.table}),
                            FW_MSG("Check the name of the table."), Place{{}, 0, 0, QStringLiteral("table")}));
    if (command.kind == Command::Kind::Create)
        return submitted(unit, command, written(unit, records::create(unit, *table, command.values)));
    const Result<QString> id = target(unit, *table, command);
    if (!id)
        return failed(id.error());
    if (command.kind == Command::Kind::Delete)
        return written(unit, records::remove(unit, *table, *id, command.version));
    return submitted(unit, command, written(unit, records::update(unit, *table, *id, command.values, command.version)));
}

Outcome storeEvent(Unit& unit, const Command& command)
{
    const auto stored = events::store(unit, command);
    if (!stored)
        return failed(stored.error());
    Outcome outcome = done(unit, {}, stored->outcome);
    outcome.repeated = stored->outcome == QLatin1String("repeated");
    return outcome;
}

Outcome pressButton(Unit& unit, const Command& command)
{
    const Result<QString> run = automation::pressButton(unit, command.workflow, command.trigger, command.id);
    return run ? done(unit, *run, QStringLiteral("started")) : failed(run.error());
}

Outcome receive(Unit& unit, const Command& command)
{
    const Result<QString> run = automation::receive(unit, command.workflow, command.trigger, command.values);
    return run ? done(unit, *run, run->isEmpty() ? QStringLiteral("not_started") : QStringLiteral("started"))
               : failed(run.error());
}

Outcome enrolExisting(Unit& unit, const Command& command)
{
    const Result<QString> job = automation::enrolExisting(unit, command.workflow, command.trigger);
    return job ? done(unit, *job, QStringLiteral("started")) : failed(job.error());
}

Outcome operate(Unit& unit, const Command& command)
{
    if (command.table == QLatin1String("clock") && command.action == QLatin1String("release")) {
        TimeKeeper(unit.store).release(unit.now);
        return done(unit, {}, QStringLiteral("released"));
    }
    const Result<QString> word =
        automation::operate(unit, command.table, command.id, command.action, command.values, command.user);
    return word ? done(unit, command.id, *word) : failed(word.error());
}

Outcome worded(const Unit& unit, const Result<QString>& word)
{
    return word ? done(unit, {}, *word) : failed(word.error());
}

} // namespace

Outcome execute(Unit& unit, const Command& command)
{
    switch (command.kind) {
    case Command::Kind::Create:
    case Command::Kind::Update:
    case Command::Kind::Delete: return changeRecord(unit, command);
    case Command::Kind::Event: return storeEvent(unit, command);
    case Command::Kind::Consent: return worded(unit, events::consent(unit, command));
    case Command::Kind::Link: {
        const Result<QString> person = events::link(unit, command);
        return person ? done(unit, *person, QStringLiteral("linked")) : failed(person.error());
    }
    case Command::Kind::Button: return pressButton(unit, command);
    case Command::Kind::Enrol: return enrolExisting(unit, command);
    case Command::Kind::Webhook: return receive(unit, command);
    case Command::Kind::Operate: return operate(unit, command);
    case Command::Kind::CompleteTask: {
        const Result<void> completed = automation::completeTask(unit, command.id, command.user);
        return completed ? done(unit, command.id, QStringLiteral("done")) : failed(completed.error());
    }
    }
    return {};
}

Cause::Kind causeOf(Command::Kind kind)
{
    switch (kind) {
    case Command::Kind::Create: return Cause::Kind::Create;
    case Command::Kind::Update: return Cause::Kind::Update;
    case Command::Kind::Delete: return Cause::Kind::Delete;
    case Command::Kind::Event: return Cause::Kind::Event;
    case Command::Kind::Consent:
    case Command::Kind::Link: return Cause::Kind::Consent;
    case Command::Kind::CompleteTask: return Cause::Kind::Decision;
    case Command::Kind::Button: return Cause::Kind::Button;
    case Command::Kind::Webhook: return Cause::Kind::Webhook;
    case Command::Kind::Enrol:
    case Command::Kind::Operate: return Cause::Kind::Operator;
    }
    return Cause::Kind::System;
}

} // namespace fw::engine
