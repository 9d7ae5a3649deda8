#include "opening.h"
#include "passphrase.h"

#include "model/document/package.h"
#include "runtime/automation/versions.h"
#include "runtime/backup/publishing.h"
#include "runtime/store/publishedplan.h"
#include "runtime/store/runs.h"
#include "runtime/store/users.h"
#include "runtime/transfer/sampledata.h"

namespace fw::cli
{

static int printPlan(Console& console, const store::ApplyPlan& plan)
{
    if (console.json()) {
        console.object(plan.toJson());
        return Ok;
    }
    if (plan.changes.isEmpty())
        console.line(Message(FW_MSG("The tables need no change.")).text());
    for (const QString& sentence : plan.text())
        console.line(sentence);
    for (const QString& missing : plan.missing)
        console.line(Message(FW_MSG("Still missing: %1"), {missing}).text());
    return Ok;
}

static int fillSampleData(const App& app, store::Store& store, Console& console)
{
    SystemClock clock;
    RandomIds ids;
    engine::Engine engine(store, app.plan, clock, ids);
    const auto filled = transfer::loadSampleData(engine, *app.definition);
    if (!filled)
        return console.fail(filled.error());
    for (auto it = filled->begin(); it != filled->end(); ++it)
        console.line(Message(FW_MSG("Sample data: %1 rows of %2"), {QString::number(it.value()), it.key()}).text());
    return Ok;
}

/// What stands at which step now: the person decides what becomes of it.
static void printRuns(Console& console, store::Store& store)
{
    if (console.json())
        return;
    for (const store::StepCount& count : store::liveRunsPerStep(store.writer()))
        console.line(
            count.step.isEmpty()
                ? Message(FW_MSG("%1 runs of \"%2\" are about to begin (definition %3)."),
                          {QString::number(count.runs), count.workflow, QString::number(count.number)})
                      .text()
                : Message(FW_MSG("%1 runs of \"%2\" are at the step \"%3\" (definition %4)."),
                          {QString::number(count.runs), count.workflow, count.step, QString::number(count.number)})
                      .text());
}

/// --runs keep|move|stop, --move workflow/step=step.
static Result<automation::RunPolicy> runPolicy(const QCommandLineParser& parser)
{
    automation::RunPolicy policy;
    const QString kind = parser.value(QStringLiteral("runs"));
    policy.kind = kind == QLatin1String("move")   ? automation::RunPolicy::Kind::Move
                  : kind == QLatin1String("stop") ? automation::RunPolicy::Kind::Stop
                                                  : automation::RunPolicy::Kind::Keep;
    if (!kind.isEmpty() && kind != QLatin1String("keep") && policy.kind == automation::RunPolicy::Kind::Keep)
        return Error(QStringLiteral("cli.bad_runs"),
                     Message(FW_MSG("--runs is one of keep, move, stop; not \"%1\"."), {kind}));
    for (const QString& target : parser.values(QStringLiteral("move")))
        policy.targets.insert(target.section(u'=', 0, 0), target.section(u'=', 1));
    return policy;
}

/// Computed fields, and what the person decided about the runs of earlier definitions.
static Result<void> settle(store::Store& store, const App& app, const automation::RunPolicy& policy)
{
    SystemClock clock;
    RandomIds ids;
    if (const auto filled = engine::Engine(store, app.plan, clock, ids).backfill(); !filled)
        return filled.error();
    const auto published = store::publishedPlan(store.writer());
    if (!published)
        return published.error();
    const auto settled = engine::Engine(store, *published, clock, ids).settleRuns(policy);
    return settled ? Result<void>() : Result<void>(settled.error());
}

int runApply(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto app = openApp(parser, console, &code);
    if (!app)
        return code;
    const auto passphrase = passphraseOf(parser);
    if (!passphrase)
        return console.fail(passphrase.error(), Usage);
    auto owned = openOrMakeStore(parser, console, &code);
    if (!owned)
        return code;
    store::Store& store = **owned;
    const auto changes = store::planApply(store, *app->plan);
    if (!changes)
        return console.fail(changes.error());
    printPlan(console, *changes);
    if (parser.isSet(QStringLiteral("dry-run"))) {
        printRuns(console, store);
        return Ok;
    }
    const auto policy = runPolicy(parser);
    if (!policy)
        return console.fail(policy.error(), Usage);
    printRuns(console, store);
    if (auto fits = automation::checkRunPolicy(store.writer(), *app->plan, *policy); !fits)
        return console.fail(fits.error());
    const auto published =
        backup::publish(store, *changes,
                        {pack(*app->definition), qEnvironmentVariable("USER", QStringLiteral("formwright")),
                         parser.value(QStringLiteral("note")), parser.isSet(QStringLiteral("accept-loss")),
                         SystemClock().now(), !parser.isSet(QStringLiteral("no-backup")), *passphrase});
    if (!published)
        return console.fail(published.error(), codeOf(published.error()));
    if (auto settled = settle(store, *app, *policy); !settled)
        return console.fail(settled.error(), codeOf(settled.error()));
    if (console.json()) {
        console.object({{"published", published->number}, {"backup", published->backup}});
    } else {
        if (!published->backup.isEmpty())
            console.line(Message(FW_MSG("What the store held before is in %1."), {published->backup}).text());
        console.line(Message(FW_MSG("Published as number %1."), {QString::number(published->number)}).text());
    }
    return parser.isSet(QStringLiteral("sample-data")) ? fillSampleData(*app, store, console) : Ok;
}

int runUser(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const QString login = parser.positionalArguments().value(1);
    auto opened = openEngine(parser, console, &code);
    if (!opened)
        return code;
    store::Connection& connection = opened->store->writer();
    if (!login.isEmpty()) {
        store::User user = store::findUserByLogin(connection, login).value_or(store::User());
        user.login = login;
        user.name = parser.value(QStringLiteral("name")).isEmpty() ? (user.name.isEmpty() ? login : user.name)
                                                                   : parser.value(QStringLiteral("name"));
        user.email = parser.isSet(QStringLiteral("email")) ? parser.value(QStringLiteral("email")) : user.email;
        user.language =
            parser.isSet(QStringLiteral("language")) ? parser.value(QStringLiteral("language")) : user.language;
        if (parser.isSet(QStringLiteral("role")))
            user.roles = parser.values(QStringLiteral("role"));
        for (const QString& role : user.roles) {
            if (role != QLatin1String("admin") && !opened->engine->plan().findRole(role))
                return console.fail(
                    Error(QStringLiteral("user.unknown_role"), Message(FW_MSG("The app has no role \"%1\"."), {role})));
        }
        if (user.id.isEmpty())
            user.id = opened->ids.next(opened->clock.now());
        const auto saved = opened->store->commit([&] { store::saveUser(connection, user, opened->clock.now()); });
        if (!saved)
            return console.fail(saved.error(), Unavailable);
    }
    for (const store::User& user : store::users(connection)) {
        if (console.json())
            console.object({{"login", user.login},
                            {"name", user.name},
                            {"roles", QJsonArray::fromStringList(user.roles)},
                            {"id", user.id}});
        else
            console.line(QStringLiteral("%1 %2 %3")
                             .arg(user.login, -12)
                             .arg(user.name, -16)
                             .arg(user.roles.join(QStringLiteral(", "))));
    }
    return Ok;
}

} // namespace fw::cli
