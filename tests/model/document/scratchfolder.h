#pragma once
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

/// A temporary folder with files, for tests that save and open.
class ScratchFolder
{
public:
    explicit ScratchFolder(const QMap<QString, QByteArray>& files = {})
    {
        for (auto it = files.begin(); it != files.end(); ++it)
            write(it.key(), it.value());
    }
    QString path() const { return m_dir.path(); }
    void write(const QString& file, const QByteArray& bytes)
    {
        const QString target = m_dir.filePath(file);
        QDir().mkpath(QFileInfo(target).path());
        QFile out(target);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(target));
    }
    QByteArray read(const QString& file) const
    {
        QFile in(m_dir.filePath(file));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("<none>");
    }
    bool has(const QString& file) const { return QFileInfo::exists(m_dir.filePath(file)); }
    void remove(const QString& file) { QFile::remove(m_dir.filePath(file)); }
    /// The files of the app (nothing of .studio).
    QMap<QString, QByteArray> files() const
    {
        QMap<QString, QByteArray> all;
        QDirIterator it(m_dir.path(), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString relative = QDir(m_dir.path()).relativeFilePath(it.next());
            if (!relative.startsWith(u'.'))
                all.insert(relative, read(relative));
        }
        return all;
    }

private:
    QTemporaryDir m_dir;
};
