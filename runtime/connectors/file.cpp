#include "file.h"
#include "mail.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace fw::connectors
{

namespace
{

constexpr qsizetype s_longestName = 150;

/// Sorts by time, tells the key; safe on every file system.
QString fileName(const Outgoing& message, const QString& ending)
{
    QString name;
    for (const QChar c : message.key)
        name += (c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'@')) ? c : QChar(u'.');
    const QByteArray hash = QCryptographicHash::hash(message.key.toUtf8(), QCryptographicHash::Sha256).toHex().left(8);
    return name.left(s_longestName) + u'.' + QString::fromLatin1(hash) + ending;
}

QByteArray jsonBytes(const Outgoing& message)
{
    const QJsonObject json{{"key", message.key},
                           {"through", message.connector},
                           {"to", message.to},
                           {"subject", message.subject},
                           {"text", message.body},
                           {"language", message.language},
                           {"at", formatInstant(message.at)}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace

FileConnector::FileConnector(QString folder, Form form, QString app)
    : m_folder(std::move(folder)), m_form(form), m_app(std::move(app))
{
}

Receipt FileConnector::send(const Outgoing& message, std::stop_token /*stop*/)
{
    if (!QDir().mkpath(m_folder))
        return {
            Receipt::Class::Temporary, Message(FW_MSG("The folder \"%1\" cannot be made."), {m_folder}).text(), {}, {}};
    const bool mail = m_form == Form::Mail;
    const QString path =
        QDir(m_folder).filePath(fileName(message, mail ? QStringLiteral(".eml") : QStringLiteral(".json")));
    QSaveFile file(path); // written aside, synced and renamed: a reader never sees half a message
    const QByteArray bytes =
        mail ? mailBytes(message, QStringLiteral("formwright@localhost"), m_app) : jsonBytes(message);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return {Receipt::Class::Temporary,
                Message(FW_MSG("\"%1\" cannot be written: %2"), {path, file.errorString()}).text(),
                {},
                {}};
    return {Receipt::Class::Sent, {}, path, {}};
}

} // namespace fw::connectors
