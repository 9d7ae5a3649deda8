#include "secrets.h"
#include "runtime/platform/keychain.h"

#include <QFile>
#include <QRegularExpression>

namespace fw::connectors
{

namespace
{

QByteArray variableOf(const QString& name)
{
    QByteArray variable = "FORMWRIGHT_SECRET_";
    for (const char c : name.toUpper().toUtf8())
        variable += isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return variable;
}

Error missing(const QString& name)
{
    return Error(QStringLiteral("secret.missing"), Message(FW_MSG("The secret \"%1\" is not set."), {name}),
                 Message(FW_MSG("Set the environment variable %1, write a line \"%2=…\" into the secrets file, or put "
                                "it into the keychain: "
                                "secret-tool store --label=Formwright application formwright name %2"),
                         {QString::fromLatin1(variableOf(name)), name}));
}

} // namespace

Result<QString> Secrets::value(const QString& name) const
{
    if (const QByteArray variable = variableOf(name); qEnvironmentVariableIsSet(variable.constData()))
        return qEnvironmentVariable(variable.constData());
    const auto written = m_file.isEmpty() ? Result<std::optional<QString>>(std::nullopt) : fromFile(name);
    if (!written)
        return written.error();
    if (*written)
        return **written;
    const std::optional<QString> kept = platform::keychainSecret(name);
    return kept ? Result<QString>(*kept) : Result<QString>(missing(name));
}

Result<std::optional<QString>> Secrets::fromFile(const QString& name) const
{
    QFile file(m_file);
    if (!file.exists())
        return std::optional<QString>();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return Error(QStringLiteral("secret.open_to_others"),
                     Message(FW_MSG("Other users can read the secrets file \"%1\"."), {m_file}),
                     Message(FW_MSG("Close it: chmod 600 \"%1\"."), {m_file}), Place{m_file, 0, 0, {}});
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return Error(QStringLiteral("secret.unreadable"),
                     Message(FW_MSG("The secrets file \"%1\" cannot be read."), {m_file}),
                     FW_MSG("Check its owner and rights."), Place{m_file, 0, 0, {}});
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.section(u'=', 0, 0).trimmed() == name && line.contains(u'='))
            return std::optional(line.section(u'=', 1).trimmed());
    }
    return std::optional<QString>();
}

Result<QString> Secrets::fill(const QString& text, QStringList* used) const
{
    static const QRegularExpression mark(QStringLiteral("\\$\\{secret:([A-Za-z0-9_.-]+)\\}"));
    QString out;
    qsizetype from = 0;
    for (auto matches = mark.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        Result<QString> secret = value(match.captured(1));
        if (!secret)
            return secret;
        if (used)
            *used << *secret;
        out += text.mid(from, match.capturedStart() - from) + *secret;
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

} // namespace fw::connectors
