#include "playermode.h"

#include "app/common/language.h"
#include "app/common/picture.h"
#include "app/player/localapp.h"
#include "app/player/playerapp.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <cstdio>

namespace fw::studio
{

namespace
{
constexpr int pictureMs = 2500; ///< the first answers of the store are on screen by then
}

int runPlayer(QGuiApplication& gui, const PlayerOptions& options)
{
    const auto local = player::LocalApp::open(options.folder, options.language);
    if (!local) {
        for (const Problem& problem : local.error().problems())
            std::fprintf(stderr, "%s\n", qPrintable(problem.toString()));
        return 1;
    }
    Language language;
    QQmlApplicationEngine engine;
    language.set(options.language, &engine);
    const auto follow = [&] { language.set((*local)->app()->language(), &engine); };
    const auto followApp = [&] {
        QObject::connect((*local)->app(), &player::PlayerApp::languageChanged, &engine, follow);
    };
    followApp();
    QObject::connect(local->get(), &player::LocalApp::signedIn, &engine, followApp);

    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue((*local)->app())},
                                 {QStringLiteral("local"), QVariant::fromValue(local->get())},
                                 {QStringLiteral("dark"), options.dark},
                                 {QStringLiteral("subtitle"), QCoreApplication::translate("main", "Try it")}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Formwright/Player/PlayerWindow.qml")));
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window)
        return 1;
    if (options.size.isValid())
        window->resize(options.size);
    if (!options.picture.isEmpty())
        savePictureAndQuit(window, options.picture, pictureMs);
    return gui.exec();
}

} // namespace fw::studio
