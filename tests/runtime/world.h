#pragma once
#include "behaviourplan.h"
#include "runtime/records/reader.h"
#include "runtime/scoring/scoring.h"
#include "teststore.h"

/// A running app in memory with a clock that stands still until told.
namespace fw::testing
{

constexpr qint64 minute = 60'000, hour = 60 * minute, day = 24 * hour;

struct World {
    explicit World(std::shared_ptr<plan::Plan> given = behaviourPlan(),
                   Instant start = 1'767'571'200'000 /* 2026-01-05T08:00+08:00 */)
        : clock(start), plan(std::move(given)), store(scratchStore())
    {
        applyOrDie(*store, *plan);
        engine = std::make_unique<engine::Engine>(*store, plan, clock, ids);
    }

    store::Connection& connection() { return store->writer(); }

    /// Moves the clock, firing what becomes due at its own instant.
    void pass(qint64 millis)
    {
        const Instant until = clock.now() + millis;
        for (auto due = engine->nextDue(); due && *due <= until; due = engine->nextDue()) {
            clock.set(std::max(clock.now(), *due));
            if (engine->runDue() <= 0)
                break;
        }
        clock.set(until);
    }

    engine::Outcome perform(const engine::Command& command)
    {
        const engine::Outcome outcome = engine->perform(command);
        for (const Problem& problem : outcome.problems)
            lastProblem = problem.code;
        return outcome;
    }

    QString create(const QString& table, const QJsonObject& values)
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Create;
        command.table = table;
        command.values = values;
        const engine::Outcome outcome = perform(command);
        if (!outcome.ok)
            qWarning("%s", qPrintable(outcome.problems.value(0).toString()));
        return outcome.id;
    }

    engine::Outcome update(const QString& table, const QString& id, const QJsonObject& values)
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Update;
        command.table = table;
        command.id = id;
        command.values = values;
        return perform(command);
    }

    engine::Outcome consent(const QJsonObject& person, bool granted = true)
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Consent;
        command.person = person;
        command.purpose = QStringLiteral("behaviour");
        command.granted = granted;
        return perform(command);
    }

    engine::Outcome event(const QString& name, const QJsonObject& person, const QJsonObject& properties = {},
                          std::optional<Instant> at = {}, const QString& key = {})
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Event;
        command.event = name;
        command.person = person;
        command.values = properties;
        command.at = at;
        command.key = key;
        return perform(command);
    }

    /// A customer who has agreed to be followed.
    QString customer(const QString& phone, const QString& name = QStringLiteral("李雷"))
    {
        const QString id =
            create(QStringLiteral("customer"), {{QStringLiteral("name"), name}, {QStringLiteral("phone"), phone}});
        consent({{QStringLiteral("phone"), phone}});
        return id;
    }

    feel::Value field(const QString& table, const QString& id, const QString& name)
    {
        const auto record = records::load(connection(), *plan, *plan->findTable(table), id);
        return record ? record->value(name) : feel::Value();
    }
    QString intent(const QString& id)
    {
        return field(QStringLiteral("customer"), id, QStringLiteral("intent")).toText();
    }
    QString stage(const QString& id)
    {
        return field(QStringLiteral("customer"), id, QStringLiteral("intent_stage")).toText();
    }
    QString band(const QString& id)
    {
        return field(QStringLiteral("customer"), id, QStringLiteral("intent_band")).toText();
    }

    VirtualClock clock;
    CountingIds ids;
    std::shared_ptr<plan::Plan> plan;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<engine::Engine> engine;
    QString lastProblem;
};

} // namespace fw::testing
