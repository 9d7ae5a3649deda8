#include "command.h"

#include "model/base/timing.h"
#include "model/dmn/inputs.h"
#include "model/dmn/xmlreader.h"
#include "model/dmn/xmlwriter.h"
#include "model/feel/jsonl.h"
#include "model/interchange/interchange.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <deque>

namespace fw::cli
{

namespace
{

class Now : public feel::Environment
{
    qint64 nowMillis() const override { return SystemClock().now(); }
    QTimeZone zone() const override { return QTimeZone::systemTimeZone(); }
};

Result<dmn::Model> readModel(const QString& path, QList<Problem>* problems)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(QStringLiteral("file.read"),
                     Message(FW_MSG("\"%1\" cannot be read: %2."), {path, file.errorString()}),
                     Message(FW_MSG("Check the name and the rights.")), Place{path, 0, 0, {}});
    return dmn::readXml(file.readAll(), QFileInfo(path).fileName(), problems);
}

/// The models of a folder, or the one of a file and, for its imports, those beside it.
struct Models {
    std::deque<dmn::Model> models; ///< a file named on the command line comes first
    QList<Problem> problems;       ///< of the models that are asked for
    bool oneFile = false;
    feel::Dialect dialect = feel::Dialect::Strict;
};

/// The decisions of an app, or one of them, or one of its scoring tables.
Result<Models> modelOfApp(const QString& path, const QString& decision, const QString& scoring)
{
    const auto definition = Definition::fromFolder(path);
    if (!definition)
        return definition.error();
    Models out;
    out.oneFile = true;
    out.dialect = feel::Dialect::Studio;
    const bool named = !decision.isEmpty() && (*definition)->find(QStringLiteral("decision"), decision);
    out.models.push_back(
        scoring.isEmpty()
            ? interchange::toModel(**definition, named ? QStringList{decision} : QStringList(), &out.problems)
            : interchange::scoringToModel(**definition, scoring, &out.problems));
    if (out.models.front().name.isEmpty())
        return Error(QStringLiteral("dmn.unknown_scoring"),
                     Message(FW_MSG("There is no scoring table \"%1\"."), {scoring}),
                     Message(FW_MSG("formwright check FOLDER names what there is.")), Place{path, 0, 0, {}});
    return out;
}

Result<Models> readModels(const QString& path, const QString& decision, const QString& scoring)
{
    Models out;
    const QFileInfo info(path);
    if (info.isDir() && QFile::exists(QDir(path).filePath(QStringLiteral("app.yaml"))))
        return modelOfApp(path, decision, scoring);
    out.oneFile = !info.isDir();
    if (out.oneFile) {
        auto model = readModel(path, &out.problems);
        if (!model)
            return model.error();
        out.models.push_back(std::move(*model));
        if (out.models.front().imports.isEmpty())
            return out;
    }
    const QDir folder(out.oneFile ? info.absolutePath() : path);
    for (const QString& name : folder.entryList({QStringLiteral("*.dmn")}, QDir::Files, QDir::Name)) {
        if (out.oneFile && name == info.fileName())
            continue;
        QList<Problem> problems;
        auto model = readModel(folder.filePath(name), out.oneFile ? &problems : &out.problems);
        if (model)
            out.models.push_back(std::move(*model));
        else if (!out.oneFile)
            return model.error();
    }
    if (out.models.empty())
        return Error(QStringLiteral("dmn.no_model"), Message(FW_MSG("There is no file of DMN in \"%1\"."), {path}),
                     Message(FW_MSG("Give a file, or a folder with files that end in .dmn.")), Place{path, 0, 0, {}});
    return out;
}

dmn::CompiledModel compiled(const Models& models, size_t which, QList<Problem>* problems)
{
    std::vector<const dmn::Model*> others;
    for (size_t i = 0; i < models.models.size(); ++i)
        if (i != which)
            others.push_back(&models.models[i]);
    dmn::Options options;
    options.limits = feel::Limits::ofRequest();
    options.dialect = models.dialect;
    return dmn::CompiledModel::compile(models.models[which], others, options, problems);
}

/// What there is to decide, with what each decision asks for.
int listDecisions(const Models& models, Console& console)
{
    QList<Problem> problems = models.problems;
    const size_t count = models.oneFile ? 1 : models.models.size();
    for (size_t i = 0; i < count; ++i) {
        const dmn::CompiledModel model = compiled(models, i, &problems);
        for (const QString& name : model.decisions() + model.services()) {
            QStringList inputs;
            QJsonArray list;
            for (const auto& [input, type] : model.inputsOf(name)) {
                inputs << input + QStringLiteral(": ") + type.toString();
                list.append(QJsonObject{{QStringLiteral("name"), input}, {QStringLiteral("type"), type.toString()}});
            }
            if (console.json())
                console.object({{QStringLiteral("file"), models.models[i].id},
                                {QStringLiteral("decision"), name},
                                {QStringLiteral("inputs"), list},
                                {QStringLiteral("type"), model.typeOf(name).toString()}});
            else
                console.line(QStringLiteral("%1(%2): %3")
                                 .arg(name, inputs.join(QStringLiteral(", ")), model.typeOf(name).toString()));
        }
    }
    for (const Problem& problem : problems)
        console.problem(problem);
    return hasErrors(problems) ? Failed : Ok;
}

int convert(const Models& models, const QString& path, Console& console)
{
    QSaveFile file(path);
    const QByteArray xml = dmn::writeXml(models.models.front());
    if (!file.open(QIODevice::WriteOnly) || file.write(xml) != xml.size() || !file.commit())
        return console.fail(Error(
            QStringLiteral("file.write"), Message(FW_MSG("\"%1\" cannot be written: %2."), {path, file.errorString()}),
            Message(FW_MSG("Check the folder, its rights and the free space.")), Place{path, 0, 0, {}}));
    for (const Problem& problem : models.problems)
        console.problem(problem);
    console.line(
        Message(FW_MSG("%1 decisions written to %2."), {QString::number(models.models.front().decisions.size()), path})
            .text());
    return hasErrors(models.problems) ? Partly : Ok;
}

/// Files that are there already are never written over: what has the id of one gets another.
int import(const Models& models, const QString& path, const QString& scoring, const QString& table, Console& console)
{
    const auto definition = Definition::fromFolder(path);
    if (!definition)
        return console.fail(definition.error());
    QList<Problem> problems = models.problems;
    QMap<QString, QByteArray> files;
    if (!scoring.isEmpty()) {
        if ((*definition)->find(QStringLiteral("scoring"), scoring))
            return console.fail(Error(QStringLiteral("dmn.scoring_exists"),
                                      Message(FW_MSG("There is a scoring table \"%1\" already."), {scoring}),
                                      Message(FW_MSG("Choose another id.")), Place{path, 0, 0, {}}),
                                Usage);
        files.insert(QStringLiteral("scoring/%1.yaml").arg(scoring),
                     interchange::scoringFromModel(models.models.front(), scoring, table, &problems));
    } else {
        QStringList taken;
        for (const DefinitionFile* file : (*definition)->all(QStringLiteral("decision")))
            taken << file->id();
        files = interchange::fromModel(models.models.front(), taken, &problems);
    }
    for (auto it = files.begin(); it != files.end(); ++it) {
        const QString target = QDir(path).filePath(it.key());
        QDir().mkpath(QFileInfo(target).path());
        QSaveFile file(target);
        if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size() || !file.commit())
            return console.fail(Error(QStringLiteral("file.write"),
                                      Message(FW_MSG("\"%1\" cannot be written: %2."), {target, file.errorString()}),
                                      Message(FW_MSG("Check the folder, its rights and the free space.")),
                                      Place{target, 0, 0, {}}));
        console.line(it.key());
    }
    for (const Problem& problem : problems)
        console.problem(problem);
    return hasErrors(problems) || files.isEmpty() ? Partly : Ok;
}

void show(const dmn::CompiledModel::Evaluated& result, bool trace, Console& console)
{
    if (console.json()) {
        QJsonObject object{{QStringLiteral("result"), feel::toJson(result.value)}};
        QJsonArray decisions;
        for (const auto& [name, value] : result.decisions)
            decisions.append(QJsonArray{name, feel::toJson(value)});
        if (trace)
            object.insert(QStringLiteral("decisions"), decisions);
        console.object(object);
        return;
    }
    if (trace)
        for (const auto& [name, value] : result.decisions)
            console.line(name + QStringLiteral(" = ") + value.toFeel());
    console.line(result.value.toFeel());
}

} // namespace

int runDecide(const QCommandLineParser& parser, Console& console)
{
    const auto path = onlyArgument(parser, console, "FILE");
    if (!path)
        return Usage;
    auto models = readModels(*path, parser.value(QStringLiteral("decision")), parser.value(QStringLiteral("scoring")));
    if (!models)
        return console.fail(models.error());
    if (const QString folder = parser.value(QStringLiteral("into")); !folder.isEmpty())
        return import(*models, folder, parser.value(QStringLiteral("scoring")), parser.value(QStringLiteral("for")),
                      console);
    if (const QString out = parser.value(QStringLiteral("convert")); !out.isEmpty())
        return convert(*models, out, console);
    const QString name = parser.value(QStringLiteral("decision"));
    if (name.isEmpty())
        return listDecisions(*models, console);
    QJsonParseError parsed{};
    const QByteArray text = parser.value(QStringLiteral("input")).toUtf8();
    const QJsonDocument input = QJsonDocument::fromJson(text.isEmpty() ? QByteArrayLiteral("{}") : text, &parsed);
    if (!input.isObject())
        return console.fail(Error(QStringLiteral("cli.input"),
                                  Message(FW_MSG("--input is no JSON object: %1."), {parsed.errorString()}),
                                  Message(FW_MSG("Write for example {\"Age\": 18}."))),
                            Usage);
    for (size_t i = 0; i < (models->oneFile ? 1 : models->models.size()); ++i) {
        QList<Problem> problems = models->problems;
        const dmn::CompiledModel model = compiled(*models, i, &problems);
        if (!model.has(name))
            continue;
        const Now now;
        const auto result = model.evaluate(name, dmn::inputsFromJson(input.object(), model, name), &now);
        show(result, parser.isSet(QStringLiteral("trace")), console);
        for (const Problem& problem : problems)
            console.problem(problem);
        if (const feel::NullCause* cause = result.value.nullCause())
            console.problem(Problem{Severity::Info, cause->code, cause->what, {}, Place{*path, 0, 0, name}, {}});
        return Ok;
    }
    return console.fail(Error(QStringLiteral("dmn.unknown_decision"),
                              Message(FW_MSG("There is no decision \"%1\"."), {name}),
                              Message(FW_MSG("formwright decide FILE lists the decisions.")), Place{*path, 0, 0, {}}),
                        Usage);
}

} // namespace fw::cli
