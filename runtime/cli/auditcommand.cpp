#include "opening.h"

#include "runtime/audit/verify.h"

namespace fw::cli
{

static QJsonObject jsonOf(const audit::Report& report)
{
    return {{"sealed", report.sealed},
            {"unsealed", report.unsealed},
            {"erased", report.erased},
            {"head", report.head.position},
            {"anchor", report.anchor ? QJsonValue(report.anchor->position) : QJsonValue()},
            {"findings", report.findings}};
}

static void print(Console& console, const audit::Report& report)
{
    for (const audit::Finding& finding : report.list)
        console.problem(finding.problem());
    if (console.json()) {
        console.object(jsonOf(report));
        return;
    }
    if (report.findings > report.list.size())
        console.line(Message(FW_MSG("… and %1 more."), {QString::number(report.findings - report.list.size())}).text());
    console.line(
        Message(FW_MSG("%1 sealed rows, %2 not sealed yet, the values of %3 erased."),
                {QString::number(report.sealed), QString::number(report.unsealed), QString::number(report.erased)})
            .text());
    if (!report.anchor)
        console.line(Message(FW_MSG("There is no anchor file: whether the end was cut off cannot be told.")).text());
    console.line(
        report.intact()
            ? Message(FW_MSG("The audit chain is intact.")).text()
            : Message(FW_MSG("The audit chain is broken in %1 places."), {QString::number(report.findings)}).text());
}

int runAudit(const QCommandLineParser& parser, Console& console)
{
    const auto what = onlyArgument(parser, console, "verify");
    if (!what)
        return Usage;
    if (*what != QLatin1String("verify"))
        return console.fail(Error(QStringLiteral("cli.arguments"),
                                  Message(FW_MSG("There is no \"%1\" to do with the audit chain."), {*what}),
                                  Message(FW_MSG("See formwright help %1."), {QStringLiteral("audit")})),
                            Usage);
    int code = Ok;
    const auto connection = openReader(parser, console, &code);
    if (!connection)
        return code;
    const audit::Keeping keeping = audit::keepingOf(store::storeId(*connection));
    const auto key = audit::keyOf(keeping, false);
    if (!key)
        return console.fail(key.error());
    // Before the store is read: it may grow meanwhile, but never behind an anchor.
    const auto anchors = audit::AnchorFile(keeping.anchorFile, *key).read();
    if (!anchors)
        return console.fail(anchors.error());
    const auto report = audit::verify(*connection, *key, *anchors);
    if (!report)
        return console.fail(report.error(), Unavailable);
    print(console, *report);
    return report->intact() ? Ok : Failed;
}

} // namespace fw::cli
