// The operator's side of automation: what runs, why, why not, what stands still, what was made up for.
#include "opening.h"
#include "runtime/automation/tracewords.h"
#include "runtime/engine/timekeeper.h"
#include "runtime/store/incidents.h"
#include "runtime/store/outbox.h"
#include "runtime/store/runs.h"

namespace fw::cli
{

namespace
{

const char* stateName(store::Run::State state)
{
    static constexpr const char* names[] = {"queued", "ready", "waiting", "incident", "done", "stopped"};
    return names[static_cast<int>(state)];
}

QJsonValue instantOrNull(const std::optional<Instant>& at)
{
    return at ? QJsonValue(formatInstant(*at)) : QJsonValue();
}

void printRun(Console& console, const store::Run& run)
{
    if (console.json()) {
        console.object({{"run", run.id},
                        {"workflow", run.workflow},
                        {"record", run.record},
                        {"state", stateName(run.state)},
                        {"step", run.step},
                        {"due", instantOrNull(run.due)},
                        {"enrolledAt", formatInstant(run.enrolledAt)},
                        {"endedAt", instantOrNull(run.endedAt)},
                        {"reason", run.reason},
                        {"definition", run.number}});
        return;
    }
    console.line(QStringLiteral("%1  %2  %3  %4  %5  %6")
                     .arg(run.id, run.workflow, run.record, QLatin1String(stateName(run.state)), run.step,
                          run.due ? formatInstant(*run.due) : automation::reasonText(run.reason)));
}

void printIncident(Console& console, const store::Incident& incident)
{
    if (console.json()) {
        console.object({{"incident", incident.id},
                        {"at", formatInstant(incident.at)},
                        {"code", incident.code},
                        {"text", incident.words},
                        {"remedy", incident.remedy},
                        {"workflow", incident.workflow},
                        {"run", incident.run},
                        {"step", incident.step},
                        {"record", incident.record}});
        return;
    }
    console.line(QStringLiteral("%1  %2  %3  %4")
                     .arg(incident.id)
                     .arg(formatInstant(incident.at), incident.code, incident.words));
    console.line(QStringLiteral("     %1").arg(incident.remedy));
}

int failed(Console& console, store::Connection& connection)
{
    const auto error = connection.takeError();
    return error ? console.fail(*error) : int(Ok);
}

/// The incidents a person means: one number, several, or "all", narrowed by --code and --workflow.
std::vector<store::Incident> chosen(store::Connection& connection, const QCommandLineParser& parser)
{
    const QStringList wanted = parser.positionalArguments().mid(1);
    const QString code = parser.value(QStringLiteral("code")), workflow = parser.value(QStringLiteral("workflow"));
    std::vector<store::Incident> found;
    for (const store::Incident& incident : store::openIncidents(connection)) {
        const bool named =
            wanted.isEmpty() || wanted.contains(QLatin1String("all")) || wanted.contains(QString::number(incident.id));
        if (named && (code.isEmpty() || incident.code == code) && (workflow.isEmpty() || incident.workflow == workflow))
            found.push_back(incident);
    }
    return found;
}

/// What the engine is told to do about one incident; nothing when it is about nothing that can be told.
std::optional<engine::Command> commandFor(store::Connection& connection, const store::Incident& incident,
                                          const QCommandLineParser& parser)
{
    engine::Command command;
    command.kind = engine::Command::Kind::Operate;
    command.action = parser.value(QStringLiteral("do"));
    command.values = {{"step", parser.value(QStringLiteral("step"))}};
    if (incident.code == QLatin1String("clock.jumped")) {
        command.table = QStringLiteral("clock");
        command.action = QStringLiteral("release");
    } else if (incident.code.startsWith(QLatin1String("message."))) {
        command.table = QStringLiteral("message");
        for (const store::OutboxRow& row : store::troubledMessages(connection, incident.run, incident.step))
            command.id = row.key;
        command.values = {};
        if (parser.isSet(QStringLiteral("to")))
            command.values.insert(QStringLiteral("address"), parser.value(QStringLiteral("to")));
    } else if (!incident.run.isEmpty()) {
        command.table = QStringLiteral("run");
        command.id = incident.run;
    } else if (!incident.workflow.isEmpty()) {
        command.table = QStringLiteral("workflow");
        command.id = incident.workflow;
        command.action = QStringLiteral("resume");
    } else {
        return {};
    }
    return command;
}

int settleIncidents(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    auto opened = openEngine(parser, console, &code);
    if (!opened)
        return code;
    store::Connection& connection = opened->store->writer();
    for (const store::Incident& incident : chosen(connection, parser)) {
        const auto command = commandFor(connection, incident, parser);
        const engine::Outcome outcome = command ? opened->engine->perform(*command) : engine::Outcome();
        if (!outcome.ok)
            code = Partly;
        if (console.json())
            console.object({{"incident", incident.id}, {"ok", outcome.ok}, {"outcome", outcome.outcome}});
        else if (outcome.ok)
            console.line(Message(FW_MSG("Incident %1: %2."), {QString::number(incident.id), outcome.outcome}).text());
        for (const Problem& problem : outcome.problems)
            console.problem(problem);
    }
    return code;
}

} // namespace

int runRuns(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto connection = openReader(parser, console, &code);
    if (!connection)
        return code;
    const QString workflow = parser.positionalArguments().value(1), record = parser.value(QStringLiteral("record"));
    const auto runs = workflow.isEmpty() ? store::liveRunsAfter(*connection, {}, 10'000)
                                         : store::runsOf(*connection, workflow, record);
    for (const store::Run& run : runs) {
        if ((record.isEmpty() || run.record == record) && (run.live() || parser.isSet(QStringLiteral("all"))))
            printRun(console, run);
    }
    return failed(console, *connection);
}

int runTrace(const QCommandLineParser& parser, Console& console)
{
    const auto id = onlyArgument(parser, console, "RUN");
    int code = Ok;
    const auto connection = id ? openReader(parser, console, &code) : nullptr;
    if (!connection)
        return id ? code : int(Usage);
    for (const store::TraceRow& row : store::traceOf(*connection, *id)) {
        if (console.json())
            console.object({{"at", formatInstant(row.at)},
                            {"step", row.step},
                            {"kind", row.kind},
                            {"text", automation::traceText(row).text()},
                            {"data", row.data}});
        else
            console.line(
                QStringLiteral("%1  %2  %3")
                    .arg(formatInstant(row.at), row.step.leftJustified(14), automation::traceText(row).text()));
    }
    return failed(console, *connection);
}

int runWhyNot(const QCommandLineParser& parser, Console& console)
{
    const auto workflow = onlyArgument(parser, console, "WORKFLOW");
    int code = Ok;
    const auto connection = workflow ? openReader(parser, console, &code) : nullptr;
    if (!connection)
        return workflow ? code : int(Usage);
    for (const store::WhyNot& row : store::whyNot(*connection, *workflow, parser.value(QStringLiteral("record")))) {
        if (console.json())
            console.object({{"at", formatInstant(row.at)},
                            {"cause", row.cause},
                            {"trigger", row.trigger},
                            {"record", row.record},
                            {"reason", row.reason},
                            {"leaf", row.leaf},
                            {"text", automation::whyNotText(row)}});
        else
            console.line(QStringLiteral("%1  %2  %3  %4")
                             .arg(formatInstant(row.at), row.trigger.leftJustified(12), row.record,
                                  automation::whyNotText(row)));
    }
    return failed(console, *connection);
}

int runIncidents(const QCommandLineParser& parser, Console& console)
{
    if (parser.isSet(QStringLiteral("do")))
        return settleIncidents(parser, console);
    int code = Ok;
    const auto connection = openReader(parser, console, &code);
    if (!connection)
        return code;
    for (const store::Incident& incident : chosen(*connection, parser))
        printIncident(console, incident);
    return failed(console, *connection);
}

int runCatchUp(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto connection = openReader(parser, console, &code);
    if (!connection)
        return code;
    for (const store::CatchUp& catchUp : store::catchUps(*connection)) {
        if (console.json())
            console.object({{"from", formatInstant(catchUp.from)},
                            {"to", formatInstant(catchUp.to)},
                            {"timers", catchUp.timers},
                            {"expired", catchUp.expired},
                            {"finishedAt", instantOrNull(catchUp.finishedAt)},
                            {"text", engine::words(catchUp).text()}});
        else
            console.line(QStringLiteral("%1  %2").arg(formatInstant(catchUp.to), engine::words(catchUp).text()));
    }
    return failed(console, *connection);
}

} // namespace fw::cli
