#include "app/common/fonts.h"
#include "app/player/localapp.h"
#include "tests/app/player/fakeclient.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QtQuickTest>

/// Hands a fresh small CRM to each test that asks for one, and tells what the player asked it.
class Bench : public QObject
{
    Q_OBJECT
public:
    /// A running app over `customers` records, in `language`. Lives until the next call.
    Q_INVOKABLE QObject* open(int customers = 12, const QString& language = QStringLiteral("en"))
    {
        m_app.reset();
        m_client = std::make_unique<FakeClient>(customers);
        m_app = std::make_unique<fw::player::PlayerApp>(*m_client, language);
        QQmlEngine::setObjectOwnership(m_app.get(), QQmlEngine::CppOwnership);
        return m_app.get();
    }
    /// A definition of tests/apps, run on a scratch store with its sample data. Lives until the next call.
    Q_INVOKABLE QObject* run(const QString& app, const QString& language = QStringLiteral("en"))
    {
        m_local.reset();
        auto local = fw::player::LocalApp::open(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/apps/") + app, language);
        if (!local)
            qFatal("%s", qPrintable(local.error().text()));
        m_local = std::move(*local);
        return m_local->app();
    }
    /// Where pictures go for a person to look at; "" = nowhere.
    Q_INVOKABLE QString pictures() const { return qEnvironmentVariable("FORMWRIGHT_PICTURES"); }
    Q_INVOKABLE int count(const QString& method) const { return m_client->count(method); }
    Q_INVOKABLE QVariantMap lastParams(const QString& method) const
    {
        return m_client->lastParams(method).toVariantMap();
    }
    Q_INVOKABLE void fail(const QString& method) { m_client->failing = method; }

private:
    std::unique_ptr<FakeClient> m_client;
    std::unique_ptr<fw::player::PlayerApp> m_app;
    std::unique_ptr<fw::player::LocalApp> m_local;
};

class Setup : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void applicationAvailable() { fw::setUpFonts(); }
    void qmlEngineAvailable(QQmlEngine* engine)
    {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        engine->rootContext()->setContextProperty(QStringLiteral("bench"), &m_bench);
    }

private:
    Bench m_bench;
};

QUICK_TEST_MAIN_WITH_SETUP(formwright_player, Setup)
#include "main.moc"
