#include "app/common/fonts.h"
#include "app/common/language.h"
#include "app/common/picture.h"
#include "app/studio/playermode.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSettings>
#include <QSurfaceFormat>
#include <algorithm>
#include <cstdio>

namespace
{

struct Options {
    QString playerFolder; ///< "" = the studio
    QString page;         ///< QML file to show
    QVariantMap properties;
    QString picture;
    QSize size;
    bool timeFirstFrame = false;
};

QString translated(const char* text)
{
    return QCoreApplication::translate("main", text);
}

/// Reads the command line; ends the program when it is wrong or asks for help.
Options readOptions(const QGuiApplication& app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        translated(QT_TRANSLATE_NOOP("main", "Formwright: draw forms, scores, workflows and dashboards.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("folder"),
                                 translated(QT_TRANSLATE_NOOP("main", "The folder of an app to open.")),
                                 QStringLiteral("[folder]"));
    const QCommandLineOption gallery(QStringLiteral("gallery"),
                                     translated(QT_TRANSLATE_NOOP("main", "Show every control.")));
    const QCommandLineOption player(
        QStringLiteral("player"),
        translated(QT_TRANSLATE_NOOP("main", "Run the app in this folder on a scratch store.")),
        QStringLiteral("folder"));
    const QCommandLineOption picture(QStringLiteral("screenshot"),
                                     translated(QT_TRANSLATE_NOOP("main", "Save a picture of the window and end.")),
                                     QStringLiteral("file.png"));
    const QCommandLineOption size(QStringLiteral("size"), translated(QT_TRANSLATE_NOOP("main", "Size of the window.")),
                                  QStringLiteral("WxH"));
    const QCommandLineOption theme(QStringLiteral("theme"), translated(QT_TRANSLATE_NOOP("main", "light or dark.")),
                                   QStringLiteral("name"));
    const QCommandLineOption language(QStringLiteral("lang"), translated(QT_TRANSLATE_NOOP("main", "en or zh.")),
                                      QStringLiteral("code"));
    const QCommandLineOption show(
        QStringLiteral("show"),
        translated(QT_TRANSLATE_NOOP("main", "Select an element, e.g. forms/customer.yaml#parts/who.")),
        QStringLiteral("address"));
    const QCommandLineOption time(
        QStringLiteral("time-to-first-frame"),
        translated(QT_TRANSLATE_NOOP("main", "Print the milliseconds to the first frame and end.")));
    parser.addOptions({gallery, player, picture, size, theme, language, show, time});
    parser.process(app);

    Options options;
    options.playerFolder = parser.value(player);
    options.page = parser.isSet(gallery) ? QStringLiteral("Controls/Gallery.qml") : QStringLiteral("Studio/Main.qml");
    options.properties.insert(QStringLiteral("dark"), parser.value(theme) == QLatin1String("dark"));
    options.properties.insert(QStringLiteral("language"),
                              parser.isSet(language) ? parser.value(language) : fw::Language::ofDesktop());
    if (!parser.isSet(gallery)) {
        const QStringList folders = parser.positionalArguments();
        if (!folders.isEmpty())
            options.properties.insert(QStringLiteral("startFolder"), QFileInfo(folders.first()).absoluteFilePath());
        options.properties.insert(QStringLiteral("show"), parser.value(show));
    }
    options.picture = parser.value(picture);
    options.timeFirstFrame = parser.isSet(time);
    const QStringList wh = parser.value(size).split(QLatin1Char('x'));
    if (wh.size() == 2)
        options.size = QSize(wh[0].toInt(), wh[1].toInt());
    return options;
}

/// Without a display, help and pictures still work (drawn in memory); anything else is refused in words.
bool chooseDisplay(int argc, char** argv)
{
#ifdef Q_OS_LINUX
    for (const char* variable : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    for (int i = 1; i < argc; ++i)
        for (const char* without : {"-h", "--help", "-v", "--version", "--screenshot", "--time-to-first-frame"})
            if (qstrcmp(argv[i], without) == 0)
                return qputenv("QT_QPA_PLATFORM", "offscreen");
    std::fprintf(stderr, "There is no display to open a window on. Start it in a desktop session, or work without one "
                         "with: ./run --headless\n");
    return false;
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setSamples(4); // shapes have jagged edges without
    QSurfaceFormat::setDefaultFormat(format);
    if (!chooseDisplay(argc, argv))
        return 1;
    const int scale =
        QSettings(QStringLiteral("formwright"), QStringLiteral("studio")).value(QStringLiteral("scale")).toInt();
    if (scale > 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR")) // Qt reads it while the application is made
        qputenv("QT_SCALE_FACTOR", QByteArray::number(std::min(scale, 200) / 100.0));
    QGuiApplication app(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("formwright"));
    QCoreApplication::setApplicationName(QStringLiteral("studio"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Formwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FORMWRIGHT_VERSION));
    const Options options = readOptions(app);
    if (!fw::setUpFonts())
        std::fprintf(stderr, "The icon font is missing. Install fonts-material-design-icons-iconfont, or start with "
                             "./run, which does it.\n");

    if (!options.playerFolder.isEmpty())
        return fw::studio::runPlayer(
            app, {options.playerFolder, options.properties.value(QStringLiteral("language")).toString(),
                  options.properties.value(QStringLiteral("dark")).toBool(), options.picture, options.size});

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties(options.properties);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Formwright/") + options.page));
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window)
        return 1;
    if (options.size.isValid())
        window->resize(options.size);
    if (options.timeFirstFrame)
        QObject::connect(
            window, &QQuickWindow::frameSwapped, &app,
            [&clock] {
                std::printf("%lld\n", static_cast<long long>(clock.elapsed()));
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    if (!options.picture.isEmpty())
        fw::savePictureAndQuit(window, options.picture);
    return app.exec();
}
