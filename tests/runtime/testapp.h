#pragma once
#include "model/document/package.h"
#include "runtime/automation/outboxworker.h"
#include "runtime/connectors/recording.h"
#include "runtime/engine/engine.h"
#include "runtime/plan/compileplan.h"
#include "runtime/records/reader.h"
#include "runtime/store/apply.h"
#include "runtime/store/inbox.h"
#include "runtime/store/incidents.h"
#include "runtime/store/publishedplan.h"
#include "runtime/store/runs.h"
#include "runtime/store/users.h"

#include "teststore.h"

/// A small app made of YAML, running on a store with a virtual clock and repeatable ids: what engine and automation tests
/// play with.
namespace fw::testing
{

using Files = QMap<QString, QByteArray>;

/// Customers (persons), orders, three events, two connectors, one message. Tests add workflows.
inline Files smallApp()
{
    return {
        {"app.yaml", "kind: app\nformat: 1\nid: small\nlabel: Small\nlanguages: [en, zh]\ntimezone: Asia/Shanghai\n"},
        {"tables/customer.yaml", R"(kind: table
id: customer
label: Customer
title: "=name"
person: true
identity: [phone]
fields:
  - {id: name, type: text, label: Name, required: true}
  - {id: phone, type: phone, label: Phone}
  - {id: email, type: email, label: Mail}
  - {id: status, type: choice, label: Status, default: new, options: [{id: new, label: New}, {id: hot, label: Hot}, {id: won, label: Won}, {id: lost, label: Lost}]}
  - {id: visits, type: number, decimals: 0, label: Visits}
  - {id: double_visits, type: computed, result: number, decimals: 0, value: "=visits * 2", label: Double}
  - {id: owner, type: user, label: Owner}
  - {id: intent, type: score, scoring: intent, label: Intent}
validate:
  - {id: few, check: "=visits < 1000", text: "Too many visits."}
)"},
        {"tables/order.yaml", R"(kind: table
id: order
label: Order
title: "=number"
fields:
  - {id: number, type: text, label: Number, required: true}
  - {id: customer, type: relation, to: customer, label: Customer}
  - {id: amount, type: money, label: Amount}
)"},
        {"events/viewed.yaml", "kind: event\nid: viewed\nlabel: Viewed\nproperties:\n  - {id: page, type: text, label: "
                               "Page}\n  - {id: seconds, type: number, decimals: 0, label: Seconds}\n"},
        {"events/paid.yaml", "kind: event\nid: paid\nlabel: Paid\n"},
        {"events/replied.yaml", "kind: event\nid: replied\nlabel: Replied\n"},
        {"scoring/intent.yaml", R"(kind: scoring
id: intent
label: Intent
table: customer
criteria:
  - {id: look, event: viewed, when: "=event.page = \"pricing\"", points: 90}
  - {id: silent, inactive: {more_than: P30D}, points: -20}
)"},
        {"connectors.yaml", "kind: connectors\nconnectors:\n  - {id: mail, type: smtp, label: Mail}\n  - {id: robot, "
                            "type: wecom_robot, label: Robot}\n"},
        {"messages/hello.yaml",
         "kind: message\nid: hello\nlabel: Hello\nfor: customer\nsubject: {en: \"Hello {name}\", zh: "
         "\"{name}，您好\"}\ntext: {en: \"Dear {name}, status {status}\", zh: \"{name}，状态 {status}\"}\n"},
    };
}

/// A workflow file over customers.
inline void addWorkflow(Files& files, const QByteArray& id, const QByteArray& rest)
{
    files.insert(QStringLiteral("workflows/%1.yaml").arg(QString::fromLatin1(id)),
                 "kind: workflow\nid: " + id + "\nlabel: " + id + "\nfor: customer\n" + rest);
}

/// 2026-01-05 09:00 in Shanghai.
constexpr Instant monday = 1767574800000;
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

/// Publishes files into a store as the next number.
inline void publish(store::Store& store, const Files& files, Instant at)
{
    const auto compiled = plan::compilePlan(*Definition::fromFiles(files));
    if (!compiled)
        qFatal("%s", qPrintable(compiled.error().text()));
    const auto planned = store::planApply(store, **compiled);
    if (!planned)
        qFatal("%s", qPrintable(planned.error().text()));
    const auto applied = store::apply(store, *planned, pack(files), QStringLiteral("test"), {}, true, at);
    if (!applied)
        qFatal("%s", qPrintable(applied.error().text()));
}

class App
{
public:
    /// On a scratch store, or on the store file at `path` (published into when it is new).
    explicit App(const Files& files, const QString& path = {}, Instant start = monday, quint64 seed = 0)
        : clock(start), ids(seed)
    {
        if (path.isEmpty()) {
            store = scratchStore();
        } else {
            auto opened = store::Store::open(path, QStringLiteral("test"));
            if (!opened)
                qFatal("%s", qPrintable(opened.error().text()));
            store = std::move(*opened);
        }
        if (store->publishedNumber() == 0) {
            publish(*store, files, start);
            if (auto saved = store->commit([&] {
                    store::saveUser(store->writer(),
                                    {QStringLiteral("u-wang"),
                                     QStringLiteral("wang"),
                                     QStringLiteral("王芳"),
                                     QStringLiteral("wang@firm.cn"),
                                     {},
                                     QStringLiteral("zh"),
                                     {},
                                     {},
                                     true,
                                     {}},
                                    start);
                    store::saveUser(store->writer(),
                                    {QStringLiteral("u-bob"),
                                     QStringLiteral("bob"),
                                     QStringLiteral("Bob"),
                                     QStringLiteral("bob@firm.cn"),
                                     {},
                                     QStringLiteral("en"),
                                     {},
                                     {},
                                     true,
                                     {}},
                                    start);
                });
                !saved)
                qFatal("%s", qPrintable(saved.error().text()));
        }
        start_();
    }
    /// The program ends and begins again on the same store.
    void restart() { start_(); }

    engine::Outcome create(const QString& table, const QJsonObject& values, const QString& key = {})
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Create;
        command.key = key;
        command.table = table;
        command.values = values;
        return engine->perform(command);
    }
    engine::Outcome update(const QString& id, const QJsonObject& values)
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Update;
        command.table = QStringLiteral("customer");
        command.id = id;
        command.values = values;
        return engine->perform(command);
    }
    static engine::Command eventCommand(const QString& event, const QString& id, const QJsonObject& properties = {},
                                        const QString& key = {})
    {
        engine::Command command;
        command.kind = engine::Command::Kind::Event;
        command.key = key;
        command.event = event;
        command.person = {{"id", id}};
        command.values = properties;
        return command;
    }
    engine::Outcome event(const QString& event, const QString& id, const QJsonObject& properties = {},
                          std::optional<Instant> at = {})
    {
        engine::Command command = eventCommand(event, id, properties);
        command.at = at;
        return engine->perform(command);
    }
    /// A customer named Li Lei of wang; the id.
    QString customer(const QJsonObject& more = {})
    {
        QJsonObject values{{"name", "李雷"},
                           {"phone", QStringLiteral("1380000%1").arg(++m_customers, 4, 10, QLatin1Char('0'))},
                           {"email", "li@example.com"},
                           {"owner", "wang"}};
        for (auto it = more.begin(); it != more.end(); ++it)
            values.insert(it.key(), it.value());
        const engine::Outcome outcome = create(QStringLiteral("customer"), values);
        if (!outcome.ok)
            qFatal("%s", qPrintable(outcome.problems.value(0).toString()));
        return outcome.id;
    }
    /// Time passes: every timer in between fires at its own instant.
    void pass(qint64 millis) { passTo(clock.now() + millis); }
    void passTo(Instant target)
    {
        for (auto due = engine->nextDue(); due && *due <= target; due = engine->nextDue()) {
            clock.set(std::max(clock.now(), *due));
            if (engine->runDue() < 0)
                qFatal("a timer could not be committed");
        }
        clock.set(target);
    }
    QString text(const QString& id, const QString& field)
    {
        const auto record = records::load(store->writer(), engine->plan(), *engine->plan().findTable(u"customer"), id);
        if (!record)
            return QStringLiteral("(gone)");
        return record->value(field).isNull() ? QString() : record->value(field).toText();
    }
    std::vector<store::Run> liveRuns(const QString& record) { return store::liveRunsOf(store->writer(), record); }
    std::vector<store::Task> tasks() { return store::tasks(store->writer(), {}); }
    std::vector<store::OutboxRow> messages() { return store::messages(store->writer()); }
    std::vector<store::Incident> incidents() { return store::openIncidents(store->writer()); }

    VirtualClock clock;
    CountingIds ids;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<engine::Engine> engine;
    connectors::RecordingConnector connector;
    std::unique_ptr<automation::OutboxWorker> worker;

private:
    void start_()
    {
        auto plan = store::publishedPlan(store->writer());
        if (!plan)
            qFatal("%s", qPrintable(plan.error().text()));
        engine = std::make_unique<engine::Engine>(*store, *plan, clock, ids);
        worker = std::make_unique<automation::OutboxWorker>(
            *store, [this](const QString&) { return connectors::borrowed(connector); },
            [this] { return &engine->plan(); });
    }
    int m_customers = 0;
};

} // namespace fw::testing
