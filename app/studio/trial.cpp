#include "trial.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace fw::studio
{

namespace
{
constexpr int gatherMs = 400; ///< edits in quick succession are one reload

bool writeIfOther(const QString& path, const QByteArray& bytes)
{
    QFile now(path);
    if (now.open(QIODevice::ReadOnly) && now.readAll() == bytes)
        return true;
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}
} // namespace

Trial::Trial(Session& session) : m_session(session)
{
    m_later.setSingleShot(true);
    m_later.setInterval(gatherMs);
    connect(&m_later, &QTimer::timeout, this, [this] { m_session.report(mirror()); });
    connect(&session, &Session::edited, this, [this] {
        if (m_following)
            m_later.start();
    });
    connect(&session, &Session::documentChanged, this, [this] { m_following = false; });
}

Result<QString> Trial::begin()
{
    if (const auto done = mirror(); !done)
        return done.error();
    m_following = true;
    return m_folder.path();
}

Result<void> Trial::mirror()
{
    const Definition& definition = m_session.definition();
    QMap<QString, QByteArray> files = definition.assets();
    for (const auto& file : definition.files())
        files.insert(file->path, file->text);
    for (auto it = files.constBegin(); it != files.constEnd(); ++it)
        if (!writeIfOther(m_folder.filePath(it.key()), it.value()))
            return Error(QStringLiteral("studio.trial"),
                         Message(FW_MSG("The scratch folder %1 cannot be written."), {m_folder.path()}),
                         Message(FW_MSG("Check that the disk has room.")));
    for (const QString& old : std::as_const(m_written))
        if (!files.contains(old))
            QFile::remove(m_folder.filePath(old));
    m_written = files.keys();
    return {};
}

} // namespace fw::studio
