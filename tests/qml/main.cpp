#include "app/common/fonts.h"

#include <QQmlEngine>
#include <QtQuickTest>

/// The set-up every QML test shares: the interface's fonts and the path of our modules.
class Setup : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void applicationAvailable() { fw::setUpFonts(); }
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(formwright, Setup)
#include "main.moc"
