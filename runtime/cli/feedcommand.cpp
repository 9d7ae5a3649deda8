#include "opening.h"

#include "runtime/platform/fileerrors.h"
#include "runtime/platform/linesource.h"
#include "runtime/transfer/feedline.h"

#include <QFile>
#include <QJsonDocument>

namespace fw::cli
{

namespace
{

constexpr int s_batch = 500; ///< lines that share one durable commit at most

bool isGone(const engine::Outcome& outcome)
{
    const QString code = outcome.problems.value(0).code;
    return code == QLatin1String("store.gone") || code == QLatin1String("store.in_doubt");
}

/// Answers a batch: what can be read goes into one group commit, what cannot is answered in its place.
int answer(engine::Engine& engine, const QList<QByteArray>& lines, bool quiet, QFile& out, std::optional<Error>* gone)
{
    struct Slot {
        QString key;
        std::optional<Error> error;
    };
    std::vector<Slot> answers;
    QList<engine::Command> commands;
    for (const QByteArray& line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        Slot slot;
        auto command = transfer::readFeedLine(line, &slot.key);
        if (command && command->key.isEmpty())
            command = transfer::missingKey();
        if (command) {
            command->quiet = quiet;
            commands << *command;
        } else {
            slot.error = command.error();
        }
        answers.push_back(std::move(slot));
    }
    const QList<engine::Outcome> outcomes = engine.perform(commands);
    int failed = 0;
    qsizetype next = 0;
    QByteArray text;
    for (const engine::Outcome& outcome : outcomes) {
        if (isGone(outcome))
            *gone = Error(outcome.problems);
    }
    for (const Slot& slot : answers) {
        const QJsonObject json =
            slot.error ? transfer::feedAnswer(slot.key, *slot.error) : transfer::feedAnswer(slot.key, outcomes[next++]);
        failed += json[QLatin1String("ok")].toBool() ? 0 : 1;
        text += QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
    }
    out.write(text);
    out.flush(); // the caller looks for errors
    return failed;
}

} // namespace

int runFeed(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    auto opened = openEngine(parser, console, &code);
    if (!opened)
        return code;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return Unavailable;
    platform::LineSource source;
    int failed = 0;
    for (;;) {
        const QList<QByteArray> lines = source.next(s_batch, transfer::MaxFeedLine);
        if (lines.isEmpty())
            break;
        std::optional<Error> gone;
        failed += answer(*opened->engine, lines, parser.isSet(QStringLiteral("quiet")), out, &gone);
        if (out.error() != QFile::NoError) // nobody would learn what became of the lines
            return console.fail(platform::cannotWrite(QStringLiteral("stdout"), out.errorString()), Unavailable);
        if (gone) // the lines behind would only wait for it in vain; none of them is acknowledged
            return console.fail(*gone, Unavailable);
        if (opened->owned->sealer)
            (void)opened->owned->sealer->sealNowAndThen(opened->clock.now());
    }
    // What fell due while nothing ran, or because of what came in, happens now; events dated before it are all in.
    while (opened->engine->runDue() > 0) {
    }
    return failed ? Partly : Ok;
}

} // namespace fw::cli
