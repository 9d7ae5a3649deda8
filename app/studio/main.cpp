#include "app/common/fonts.h"
#include "app/common/picture.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <cstdio>

namespace {

struct Options {
    QString picture;
    QSize size;
    QString theme;
    QString language;
    bool gallery = false;
    bool timeFirstFrame = false;
};

Options readOptions(const QGuiApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Formwright: draw forms, scores, workflows and dashboards."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption gallery(QStringLiteral("gallery"), QCoreApplication::translate("main", "Show every control."));
    const QCommandLineOption picture(QStringLiteral("screenshot"), QCoreApplication::translate("main", "Save a picture of the window and end."), QStringLiteral("file.png"));
    const QCommandLineOption size(QStringLiteral("size"), QCoreApplication::translate("main", "Size of the window."), QStringLiteral("WxH"));
    const QCommandLineOption theme(QStringLiteral("theme"), QCoreApplication::translate("main", "light or dark."), QStringLiteral("name"));
    const QCommandLineOption language(QStringLiteral("lang"), QCoreApplication::translate("main", "en or zh."), QStringLiteral("code"));
    const QCommandLineOption time(QStringLiteral("time-to-first-frame"), QCoreApplication::translate("main", "Print the milliseconds to the first frame and end."));
    parser.addOptions({gallery, picture, size, theme, language, time});
    parser.process(app);

    Options options;
    options.gallery = parser.isSet(gallery);
    options.picture = parser.value(picture);
    options.theme = parser.value(theme);
    options.language = parser.value(language);
    options.timeFirstFrame = parser.isSet(time);
    const QStringList wh = parser.value(size).split(QLatin1Char('x'));
    if (wh.size() == 2)
        options.size = QSize(wh[0].toInt(), wh[1].toInt());
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("formwright-studio"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Formwright"));
    const Options options = readOptions(app);
    fw::setUpFonts();

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("dark"), options.theme == QLatin1String("dark")},
                                 {QStringLiteral("language"), options.language.isEmpty() ? QStringLiteral("en") : options.language}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Formwright/Controls/Gallery.qml")));
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (options.size.isValid())
        window->resize(options.size);
    if (!options.picture.isEmpty())
        fw::savePictureAndQuit(window, options.picture);
    return app.exec();
}
