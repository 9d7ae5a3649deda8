#include "auditkey.h"
#include "runtime/platform/privatefile.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>

namespace fw::audit
{

namespace
{

constexpr qsizetype s_bytes = 32;
constexpr const char* s_variable = "FORMWRIGHT_AUDIT_KEY";

Result<QByteArray> parsed(const QByteArray& text, const QString& where)
{
    static const QByteArray digits = "0123456789abcdef";
    const QByteArray hex = text.trimmed().toLower();
    const bool clean = std::all_of(hex.begin(), hex.end(), [](char c) { return digits.contains(c); });
    if (hex.size() != 2 * s_bytes || !clean)
        return Error(QStringLiteral("audit.bad_key"), Message(FW_MSG("The audit key in %1 is not a key."), {where}),
                     FW_MSG("It consists of 64 hexadecimal digits. Put the right one back."), Place{where, 0, 0, {}});
    return QByteArray::fromHex(hex);
}

} // namespace

Keeping keepingOf(const QString& storeId)
{
    const QString chosen = qEnvironmentVariable("FORMWRIGHT_AUDIT_FOLDER");
    const QDir folder(chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                             QStringLiteral("/formwright/audit")
                                       : chosen);
    return {folder.filePath(storeId + QStringLiteral(".key")), folder.filePath(storeId + QStringLiteral(".anchor"))};
}

Result<QByteArray> keyOf(const Keeping& keeping, bool make)
{
    if (qEnvironmentVariableIsSet(s_variable))
        return parsed(qgetenv(s_variable), QString::fromLatin1(s_variable));
    if (!QFile::exists(keeping.keyFile)) {
        if (!make)
            return Error(QStringLiteral("audit.no_key"),
                         Message(FW_MSG("The key of this store's audit chain is missing: \"%1\"."), {keeping.keyFile}),
                         Message(FW_MSG("Bring the file from the computer that wrote the store, or set %1."),
                                 {QString::fromLatin1(s_variable)}),
                         Place{keeping.keyFile, 0, 0, {}});
        QByteArray key(s_bytes, Qt::Uninitialized);
        QRandomGenerator::system()->generate(key.begin(), key.end());
        if (auto written = platform::createPrivate(keeping.keyFile, key.toHex() + '\n'); !written)
            return written.error();
        return key;
    }
    const auto text = platform::readPrivate(keeping.keyFile);
    return text ? parsed(*text, keeping.keyFile) : text;
}

} // namespace fw::audit
