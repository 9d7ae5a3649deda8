#include "opening.h"

#include "runtime/transfer/csvimport.h"

#include <QFile>
#include <QSaveFile>

namespace fw::cli
{

static Error cannotRead(const QFile& file)
{
    return Error(QStringLiteral("file.read"),
                 Message(FW_MSG("\"%1\" cannot be read: %2."), {file.fileName(), file.errorString()}),
                 Message(FW_MSG("Check the name and the rights.")), Place{file.fileName(), 0, 0, {}});
}

static Result<transfer::Mapping> mappingOf(const QCommandLineParser& parser)
{
    if (!parser.isSet(QStringLiteral("map")))
        return transfer::Mapping();
    QFile file(parser.value(QStringLiteral("map")));
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(file);
    return transfer::readMapping(file.read(1024 * 1024), file.fileName());
}

static void printReport(Console& console, const QString& file, const transfer::ImportReport& report)
{
    if (console.json()) {
        console.object(report.toJson());
        return;
    }
    constexpr qsizetype shown = 10;
    for (const transfer::RowProblem& each : report.problems.mid(0, shown)) {
        Problem problem = each.problem;
        problem.place.file = file;
        problem.place.line = static_cast<int>(each.line);
        problem.place.column = 1;
        console.problem(problem);
    }
    if (report.failed > shown)
        console.line(
            Message(FW_MSG("… and %1 more; --errors FILE keeps all of them."), {QString::number(report.failed - shown)})
                .text());
    if (!report.ignored.isEmpty())
        console.line(
            Message(FW_MSG("Columns that fit no field: %1"), {report.ignored.join(QStringLiteral(", "))}).text());
    console.line(Message(FW_MSG("%1 rows (%2): %3 created, %4 merged, %5 changed, %6 unchanged, %7 failed."),
                         {QString::number(report.rows), report.encoding, QString::number(report.created),
                          QString::number(report.merged), QString::number(report.updated),
                          QString::number(report.unchanged), QString::number(report.failed)})
                     .text());
}

int runImport(const QCommandLineParser& parser, Console& console)
{
    const auto path = onlyArgument(parser, console, "FILE");
    if (!path)
        return Usage;
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return console.fail(cannotRead(file));
    const auto mapping = mappingOf(parser);
    if (!mapping)
        return console.fail(mapping.error());
    int code = Ok;
    auto opened = openEngine(parser, console, &code);
    if (!opened)
        return code;
    transfer::ImportOptions options;
    options.mapping = *mapping;
    options.dryRun = parser.isSet(QStringLiteral("dry-run"));
    options.startWorkflows = parser.isSet(QStringLiteral("start-workflows"));
    QSaveFile errors(parser.value(QStringLiteral("errors")));
    if (parser.isSet(QStringLiteral("errors"))) {
        if (!errors.open(QIODevice::WriteOnly))
            return console.fail(
                Error(QStringLiteral("file.write"),
                      Message(FW_MSG("\"%1\" cannot be written: %2."), {errors.fileName(), errors.errorString()}),
                      Message(FW_MSG("Check the folder, its rights and the free space."))));
        options.errors = &errors;
    }
    const auto report = transfer::importCsv(*opened->engine, parser.value(QStringLiteral("table")), file, options);
    if (options.errors)
        errors.commit();
    if (!report)
        return console.fail(report.error());
    printReport(console, *path, *report);
    return report->failed ? Partly : Ok;
}

} // namespace fw::cli
