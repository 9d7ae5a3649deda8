#include "opening.h"

#include "runtime/client/host.h"
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

/// Whether it is the store that cannot be had, rather than the app in it that is wrong.
static bool unavailable(const QString& code)
{
    return code.startsWith(QLatin1String("lock.")) ||
           (code.startsWith(QLatin1String("store.")) && code != QLatin1String("store.not_published"));
}

int runRun(const QCommandLineParser& parser, Console& console)
{
    if (!parser.isSet(QStringLiteral("store")))
        return console.fail(Error(QStringLiteral("cli.no_store"), Message(FW_MSG("Which store? Give --store FILE."))),
                            Usage);
    platform::onStopRequest([] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    });
    client::HostOptions options;
    options.storePath = parser.value(QStringLiteral("store"));
    options.messagesFolder = parser.value(QStringLiteral("messages"));
    options.program = QStringLiteral("formwright run");
    auto host = client::Host::start(options);
    if (!host)
        return console.fail(host.error(), unavailable(host.error().code()) ? Unavailable : Failed);
    if (parser.isSet(QStringLiteral("until-idle"))) {
        // Each round trip through the host's thread lets it fire what is due.
        for (auto due = nextDue(**host); due && *due <= SystemClock().now(); due = nextDue(**host)) {
        }
        return Ok;
    }
    describe(**host, console);
    return QCoreApplication::exec();
}

} // namespace fw::cli
