#include "passphrase.h"

#include "runtime/platform/privatefile.h"

#include <QFile>

namespace fw::cli
{

void addPassphraseOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("passphrase-file"),
                      Message(FW_MSG("a file whose first line is the passphrase of encrypted backups")).text(),
                      QStringLiteral("file")});
    parser.addOption({QStringLiteral("passphrase-fd"),
                      Message(FW_MSG("a file descriptor to read the passphrase from")).text(),
                      QStringLiteral("number")});
}

static Result<QString> firstLine(const QByteArray& text)
{
    const QString line = QString::fromUtf8(text.left(text.indexOf('\n') < 0 ? text.size() : text.indexOf('\n')));
    const QString passphrase = line.endsWith(u'\r') ? line.chopped(1) : line;
    if (passphrase.isEmpty())
        return Error(QStringLiteral("backup.no_passphrase"), Message(FW_MSG("The passphrase is empty.")),
                     Message(FW_MSG("Write it into the first line.")));
    return passphrase;
}

Result<QString> passphraseOf(const QCommandLineParser& parser)
{
    if (parser.isSet(QStringLiteral("passphrase-file"))) {
        const auto text = platform::readPrivate(parser.value(QStringLiteral("passphrase-file")));
        return text ? firstLine(*text) : Result<QString>(text.error());
    }
    if (parser.isSet(QStringLiteral("passphrase-fd"))) {
        QFile file;
        bool isNumber = false;
        const int descriptor = parser.value(QStringLiteral("passphrase-fd")).toInt(&isNumber);
        if (!isNumber || !file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle))
            return Error(QStringLiteral("file.read"), Message(FW_MSG("The passphrase cannot be read from there.")));
        return firstLine(file.read(65536));
    }
    return qEnvironmentVariable("FORMWRIGHT_BACKUP_PASSPHRASE");
}

} // namespace fw::cli
