#include "opening.h"

#include "runtime/platform/fileerrors.h"
#include "runtime/transfer/csvimport.h"

#include <QFile>
#include <QSaveFile>

namespace fw::cli
{

static Result<transfer::Mapping> mappingOf(const QCommandLineParser& parser)
{
    if (!parser.isSet(QStringLiteral("map")))
        return transfer::Mapping();
    QFile file(parser.value(QStringLiteral("map")));
    if (!file.open(QIODevice::ReadOnly))
        return platform::cannotRead(file.fileName(), file.errorString());
    return transfer::readMapping(file.read(1024 * 1024), file.fileName());
}

/// What is wrong with the file as a whole names the file.
static Error inFile(const Error& error, const QString& file)
{
    QList<Problem> problems = error.problems();
    for (Problem& problem : problems) {
        if (problem.place.file.isEmpty() && problem.code.startsWith(QLatin1String("transfer.")))
            problem.place.file = file;
    }
    return Error(problems);
}

static void printReport(Console& console, const QString& file, const transfer::ImportReport& report, bool dryRun)
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
    console.line(Message(dryRun
                             ? FW_MSG("%1 rows (%2): %3 would be created, %4 merged, %5 changed, %6 unchanged; %7 have "
                                      "errors. Nothing was stored.")
                             : FW_MSG("%1 rows (%2): %3 created, %4 merged, %5 changed, %6 unchanged, %7 failed."),
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
    if (parser.value(QStringLiteral("table")).isEmpty())
        return console.fail(Error(QStringLiteral("cli.no_table"), FW_MSG("Into which table? Give --table ID.")), Usage);
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return console.fail(platform::cannotRead(file.fileName(), file.errorString()));
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
            return console.fail(platform::cannotWrite(errors.fileName(), errors.errorString()));
        options.errors = &errors;
    }
    const auto report = transfer::importCsv(*opened->engine, parser.value(QStringLiteral("table")), file, options);
    const bool told = !options.errors || errors.commit();
    if (!report)
        return console.fail(inFile(report.error(), *path), codeOf(report.error()));
    if (!told)
        console.fail(platform::cannotWrite(errors.fileName(), errors.errorString()));
    printReport(console, *path, *report, options.dryRun);
    return report->failed || !told ? Partly : Ok;
}

} // namespace fw::cli
