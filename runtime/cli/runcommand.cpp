#include "opening.h"
#include "passphrase.h"

#include "model/feel/temporal.h"
#include "runtime/client/host.h"
#include "runtime/platform/fileerrors.h"
#include "runtime/platform/linesource.h"

#include <QCoreApplication>

namespace fw::cli
{

static std::optional<Instant> nextDue(client::Host& host)
{
    std::optional<Instant> due;
    host.run([&] { due = host.nextDue(); });
    return due;
}

static void describe(client::Host& host, Console& console)
{
    const auto due = nextDue(host);
    if (console.json())
        console.object({{"running", true}, {"nextDue", due ? QJsonValue(formatInstant(*due)) : QJsonValue()}});
    else
        console.line(due ? Message(FW_MSG("Running. Next: %1. Ctrl+C ends."), {formatInstant(*due)}).text()
                         : Message(FW_MSG("Running. Nothing is waiting. Ctrl+C ends.")).text());
    console.flush();
}

/// How often and where to the running store is backed up.
static Result<backup::Rhythm> rhythmOf(const QCommandLineParser& parser)
{
    backup::Rhythm rhythm;
    if (!parser.isSet(QStringLiteral("backup-every")))
        return rhythm;
    const auto every = feel::parseTimeDuration(parser.value(QStringLiteral("backup-every")));
    rhythm.every = every ? every->toMillis() : 0;
    if (rhythm.every < 1000)
        return Error(
            QStringLiteral("cli.duration"),
            Message(FW_MSG("\"%1\" is no time between two backups."), {parser.value(QStringLiteral("backup-every"))}),
            FW_MSG("Write it as P1D (a day) or PT6H (six hours)."));
    rhythm.folder = parser.value(QStringLiteral("backup-to"));
    if (parser.isSet(QStringLiteral("backup-keep")))
        rhythm.keep = std::max(1, parser.value(QStringLiteral("backup-keep")).toInt());
    const auto passphrase = passphraseOf(parser);
    if (!passphrase)
        return passphrase.error();
    rhythm.passphrase = *passphrase;
    return rhythm;
}

int runRun(const QCommandLineParser& parser, Console& console)
{
    int code = Ok;
    const auto store = existingStore(parser, console, &code);
    if (!store)
        return code;
    const QString messages = parser.value(QStringLiteral("messages"));
    if (!messages.isEmpty()) {
        if (const auto writable = platform::checkWritableFolder(messages); !writable)
            return console.fail(writable.error(), codeOf(writable.error()));
    }
    platform::onStopRequest([] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    });
    client::HostOptions options;
    if (const auto rhythm = rhythmOf(parser))
        options.backups = *rhythm;
    else
        return console.fail(rhythm.error(), Usage);
    options.storePath = *store;
    options.messagesFolder = messages;
    options.program = QStringLiteral("formwright run");
    options.onTrouble = [&console](const Error& error) {
        console.fail(error);
        console.flush();
    };
    auto host = client::Host::start(options);
    if (!host)
        return console.fail(host.error(), codeOf(host.error()));
    if (parser.isSet(QStringLiteral("until-idle"))) {
        return (*host)->untilIdle() ? Ok : Unavailable; // what is wrong was said when it happened
    }
    describe(**host, console);
    return QCoreApplication::exec();
}

} // namespace fw::cli
