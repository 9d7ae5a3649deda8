#include "app/common/fonts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QQmlContext>
#include <QQmlEngine>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtQuickTest>

/// Files for the QML tests: a fresh copy of a template, and what stands in a file.
class Files : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// A copy of templates/<name> that goes when the program ends.
    Q_INVOKABLE QString copyTemplate(const QString& name)
    {
        return copyFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/") + name);
    }
    /// A copy of a folder, hidden files included but for the lock.
    Q_INVOKABLE QString copyFolder(const QString& from)
    {
        const QString to = m_folder.path() + QLatin1Char('/') + QString::number(++m_copies);
        QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (file.endsWith(QLatin1String(".studio/lock")))
                continue;
            const QString target = to + QLatin1Char('/') + QDir(from).relativeFilePath(file);
            QDir().mkpath(QFileInfo(target).path());
            QFile::copy(file, target);
            QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
        }
        return to;
    }
    /// A folder that is not there yet.
    Q_INVOKABLE QString freshFolder() { return m_folder.path() + QStringLiteral("/new") + QString::number(++m_copies); }
    Q_INVOKABLE QString read(const QString& path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    Q_INVOKABLE bool write(const QString& path, const QString& text) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0;
    }

private:
    QTemporaryDir m_folder;
    int m_copies = 0;
};

/// The set-up every QML test shares: the interface's fonts, the path of our modules, settings of its own.
class Setup : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void applicationAvailable()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("formwright-test"));
        fw::setUpFonts();
    }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->rootContext()->setContextProperty(QStringLiteral("files"), new Files(engine));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(formwright, Setup)
#include "main.moc"
