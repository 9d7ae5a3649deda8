#include "opening.h"
#include "passphrase.h"

#include "runtime/backup/backup.h"

#include <QLocale>

namespace fw::cli
{

static QJsonObject jsonOf(const backup::Entry& entry)
{
    return {{"path", entry.path},
            {"reason", backup::nameOf(entry.reason)},
            {"at", formatInstant(entry.at)},
            {"bytes", entry.bytes}};
}

static qint64 rowsOf(const backup::Manifest& manifest)
{
    qint64 rows = 0;
    for (const store::TableDigest& table : manifest.digest.tables)
        rows += table.rows;
    return rows;
}

static QString size(qint64 bytes)
{
    return QLocale(QLocale::C).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

static int listBackups(const QString& folder, Console& console)
{
    for (const backup::Entry& entry : backup::list(folder)) {
        if (console.json())
            console.object(jsonOf(entry));
        else
            console.line(QStringLiteral("%1  %2  %3  %4")
                             .arg(formatInstant(entry.at), backup::nameOf(entry.reason).leftJustified(9),
                                  size(entry.bytes).rightJustified(9), entry.path));
    }
    return Ok;
}

static int checkBackup(const QString& path, const QString& passphrase, Console& console)
{
    const auto manifest = backup::check(path, passphrase);
    if (!manifest)
        return console.fail(manifest.error());
    if (console.json())
        console.object({{"ok", true},
                        {"path", path},
                        {"at", formatInstant(manifest->at)},
                        {"app", manifest->app},
                        {"published", manifest->published},
                        {"tables", manifest->digest.tables.size()},
                        {"rows", rowsOf(*manifest)}});
    else
        console.line(Message(FW_MSG("The backup of %1 is sound: %2 tables, %3 rows, all as they were."),
                             {formatInstant(manifest->at), QString::number(manifest->digest.tables.size()),
                              QString::number(rowsOf(*manifest))})
                         .text());
    return Ok;
}

int runBackup(const QCommandLineParser& parser, Console& console)
{
    const auto passphrase = passphraseOf(parser);
    if (!passphrase)
        return console.fail(passphrase.error(), Usage);
    if (parser.isSet(QStringLiteral("verify")))
        return checkBackup(parser.value(QStringLiteral("verify")), *passphrase, console);
    const QString store = parser.value(QStringLiteral("store"));
    const QString to = parser.value(QStringLiteral("to"));
    if (parser.isSet(QStringLiteral("list")))
        return listBackups(to.isEmpty() ? backup::folderOf(store) : to, console);
    int code = Ok;
    const auto connection = openReader(parser, console, &code);
    if (!connection)
        return code;
    backup::Options options;
    options.folder = to;
    options.passphrase = *passphrase;
    options.at = SystemClock().now();
    const auto made = backup::make(*connection, store, options);
    if (!made)
        return console.fail(made.error(), codeOf(made.error()));
    if (console.json())
        console.object(jsonOf(made->entry));
    else
        console.line(
            Message(FW_MSG("Backed up and verified: %1 (%2, %3 tables, %4 rows)."),
                    {made->entry.path, size(made->entry.bytes), QString::number(made->manifest.digest.tables.size()),
                     QString::number(rowsOf(made->manifest))})
                .text());
    return Ok;
}

int runRestore(const QCommandLineParser& parser, Console& console)
{
    const auto path = onlyArgument(parser, console, "BACKUP");
    if (!path)
        return Usage;
    const auto passphrase = passphraseOf(parser);
    if (!passphrase)
        return console.fail(passphrase.error(), Usage);
    int code = Ok;
    const auto store = storePath(parser, console, &code);
    if (!store)
        return code;
    const auto restored = backup::restore(*path, *store,
                                          {*passphrase, SystemClock().now(), !parser.isSet(QStringLiteral("no-backup")),
                                           QStringLiteral("formwright restore")});
    if (!restored)
        return console.fail(restored.error(), codeOf(restored.error()));
    if (console.json()) {
        console.object({{"restored", formatInstant(restored->manifest.at)},
                        {"published", restored->manifest.published},
                        {"safetyBackup", restored->safetyBackup},
                        {"setAside", restored->setAside},
                        {"heldBack", restored->heldBack}});
        return Ok;
    }
    console.line(Message(FW_MSG("The store is as it was at %1."), {formatInstant(restored->manifest.at)}).text());
    if (!restored->safetyBackup.isEmpty())
        console.line(Message(FW_MSG("What it held before is in %1."), {restored->safetyBackup}).text());
    if (!restored->setAside.isEmpty())
        console.line(Message(FW_MSG("The damaged file was kept as %1."), {restored->setAside}).text());
    if (restored->heldBack > 0)
        console.line(Message(FW_MSG("%1 messages that were waiting then are held back: they may have gone out since."),
                             {QString::number(restored->heldBack)})
                         .text());
    return Ok;
}

} // namespace fw::cli
