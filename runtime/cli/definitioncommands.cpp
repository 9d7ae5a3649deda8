#include "command.h"

#include "model/check/check.h"
#include "model/document/package.h"
#include "model/schema/jsonschema.h"
#include "runtime/platform/fileerrors.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace fw::cli
{

int runCheck(const QCommandLineParser& parser, Console& console)
{
    const auto folder = onlyArgument(parser, console, "FOLDER");
    if (!folder)
        return Usage;
    auto definition = Definition::fromFolder(*folder);
    if (!definition)
        return console.fail(definition.error());
    const QList<Problem> problems = check::check(**definition);
    for (const Problem& problem : problems)
        console.problem(problem);
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::Error; });
    if (console.json())
        console.object({{"errors", static_cast<int>(errors)}, {"problems", static_cast<int>(problems.size())}});
    else
        console.line(Message(FW_MSG("%1 files checked: %2 errors, %3 other problems."),
                             {QString::number((*definition)->files().size()), QString::number(errors),
                              QString::number(problems.size() - errors)})
                         .text());
    return errors ? Failed : Ok;
}

int runSchema(const QCommandLineParser& parser, Console& console)
{
    const QString id = parser.positionalArguments().value(1);
    const schema::Schema& schema = schema::Schema::instance();
    if (id.isEmpty()) {
        for (const schema::Kind& kind : schema.kinds())
            console.line(QStringLiteral("%1 %2").arg(kind.id, -12).arg(kind.label.in(console.language())));
        return Ok;
    }
    const schema::Kind* kind = schema.kind(id);
    if (!kind)
        return console.fail(Error(QStringLiteral("cli.unknown_kind"), Message(FW_MSG("There is no kind \"%1\"."), {id}),
                                  Message(FW_MSG("formwright schema lists the kinds."))),
                            Usage);
    console.line(
        QString::fromUtf8(QJsonDocument(schema::jsonSchema(*kind, console.language())).toJson(QJsonDocument::Indented))
            .trimmed());
    return Ok;
}

static Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return platform::cannotWrite(path, file.errorString());
    return {};
}

int runPack(const QCommandLineParser& parser, Console& console)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 3)
        return console.fail(
            Error(QStringLiteral("cli.arguments"), Message(FW_MSG("Give the app folder and the package to write."))),
            Usage);
    auto files = readFolder(arguments[1]);
    if (!files)
        return console.fail(files.error());
    if (auto written = writeFile(arguments[2], pack(*files)); !written)
        return console.fail(written.error());
    console.line(Message(FW_MSG("%1 files packed into %2."), {QString::number(files->size()), arguments[2]}).text());
    return Ok;
}

int runUnpack(const QCommandLineParser& parser, Console& console)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 3)
        return console.fail(
            Error(QStringLiteral("cli.arguments"), Message(FW_MSG("Give the package and the folder to make."))), Usage);
    QFile file(arguments[1]);
    if (!file.open(QIODevice::ReadOnly))
        return console.fail(platform::cannotRead(arguments[1], file.errorString()));
    auto files = unpack(file.readAll());
    if (!files)
        return console.fail(files.error());
    QDir folder(arguments[2]);
    if (folder.exists() && !folder.isEmpty())
        return console.fail(Error(QStringLiteral("file.not_empty"),
                                  Message(FW_MSG("The folder \"%1\" is not empty."), {arguments[2]}),
                                  Message(FW_MSG("Name a new folder; nothing was written."))));
    for (auto it = files->begin(); it != files->end(); ++it) {
        const QString path = folder.filePath(it.key());
        if (!QDir().mkpath(QFileInfo(path).path()))
            return console.fail(platform::cannotWrite(path, QStringLiteral("mkdir")));
        if (auto written = writeFile(path, it.value()); !written)
            return console.fail(written.error());
    }
    console.line(Message(FW_MSG("%1 files unpacked into %2."), {QString::number(files->size()), arguments[2]}).text());
    return Ok;
}

} // namespace fw::cli
