#include "command.h"

#include "model/base/timing.h"
#include "model/dmn/lines.h"
#include "model/feel/jsonl.h"
#include "model/feel/services.h"
#include "runtime/platform/linesource.h"

#include <QFile>
#include <QJsonDocument>

namespace fw::cli
{

static constexpr qsizetype s_maxLine = 4 * 1024 * 1024;

/// One answer a line, in order; a line that is no request is answered with a warning.
static int answerLines(const QString& models, Console& console)
{
    dmn::LineSession session;
    if (!models.isEmpty()) {
        QFile file(models);
        if (!file.open(QIODevice::ReadOnly))
            return console.fail(Error(QStringLiteral("file.read"),
                                      Message(FW_MSG("\"%1\" cannot be read: %2."), {models, file.errorString()}),
                                      Message(FW_MSG("Check the name and the rights.")), Place{models, 0, 0, {}}),
                                Usage);
        while (!file.atEnd())
            session.remember(QJsonDocument::fromJson(file.readLine(s_maxLine)).object());
    }
    platform::LineSource source;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return Unavailable;
    for (QList<QByteArray> lines = source.next(200, s_maxLine); !lines.isEmpty(); lines = source.next(200, s_maxLine)) {
        for (const QByteArray& line : lines) {
            if (!line.trimmed().isEmpty())
                out.write(QJsonDocument(session.answer(QJsonDocument::fromJson(line).object()))
                              .toJson(QJsonDocument::Compact) +
                          '\n');
        }
        out.flush();
    }
    return Ok;
}

int runFeel(const QCommandLineParser& parser, Console& console)
{
    if (parser.isSet(QStringLiteral("jsonl")))
        return answerLines(parser.value(QStringLiteral("models")), console);
    if (parser.isSet(QStringLiteral("functions"))) {
        console.line(feel::functionReference().trimmed());
        return Ok;
    }
    const auto source = onlyArgument(parser, console, "EXPRESSION");
    if (!source)
        return Usage;
    feel::CompileOptions options;
    options.dialect = parser.isSet(QStringLiteral("strict")) ? feel::Dialect::Strict : feel::Dialect::Studio;
    options.limits = feel::Limits::ofRequest();
    const feel::Compiled compiled = feel::compile(*source, feel::Scope(), options);
    for (const feel::Diagnostic& diagnostic : compiled.diagnostics)
        console.problem(
            feel::toProblem(diagnostic, Place{QStringLiteral("expression"), 1, diagnostic.span.begin + 1, {}}));
    if (!compiled.ok())
        return Failed;
    class Now : public feel::Environment
    {
        qint64 nowMillis() const override { return SystemClock().now(); }
        QTimeZone zone() const override { return QTimeZone::systemTimeZone(); }
    } environment;
    const feel::Value value = compiled.program.evaluate({{}, &environment});
    if (console.json())
        console.object(feel::toJson(value));
    else
        console.line(value.toFeel());
    if (const feel::NullCause* cause = value.nullCause())
        console.problem(Problem{Severity::Info,
                                cause->code,
                                cause->what,
                                {},
                                Place{QStringLiteral("expression"), 1, cause->span.begin + 1, {}},
                                {}});
    return Ok;
}

} // namespace fw::cli
