#include "command.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <cstring>

using namespace fw;
using namespace fw::cli;

static QString chosenLanguage(const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--lang"));
    if (at >= 0 && at + 1 < arguments.size())
        return arguments[at + 1];
    for (const QString& argument : arguments) {
        if (argument.startsWith(QLatin1String("--lang=")))
            return argument.section(u'=', 1);
    }
    return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
}

static QString words(const char* text)
{
    return Message(text).text();
}

static int printHelp(Console& console, const QString& name)
{
    for (const Command& command : commands()) {
        if (name != QLatin1String(command.name))
            continue;
        console.line(QStringLiteral("formwright %1 %2").arg(name, QString::fromUtf8(command.arguments)));
        console.line(QStringLiteral("\n  ") + words(command.summary) + QLatin1Char('\n'));
        QCommandLineParser parser;
        if (command.options)
            command.options(parser);
        const QString help = parser.helpText();
        const qsizetype options = help.indexOf(QLatin1String("Options:"));
        if (command.options && options >= 0)
            console.line(help.mid(options));
        console.line(words(FW_MSG("Examples:")));
        for (const QString& example : QString::fromUtf8(command.examples).split(QLatin1Char('\n')))
            console.line(QStringLiteral("  ") + example);
        return Ok;
    }
    console.line(words(FW_MSG("formwright: works with app definitions and their stores.")));
    console.line();
    for (const Command& command : commands())
        console.line(QStringLiteral("  %1 %2").arg(QLatin1String(command.name), -8).arg(words(command.summary)));
    console.line();
    console.line(words(
        FW_MSG("Every command takes --json and --lang en|zh; formwright help COMMAND shows options and examples.")));
    console.line(words(
        FW_MSG("Exit codes: 0 done, 1 errors found, 2 wrong command line, 3 partly done, 4 store not available.")));
    return name.isEmpty() || name == QLatin1String("help") ? Ok : Usage;
}

static int dispatch(const QStringList& arguments, Console& console)
{
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == QLatin1String("help") || name == QLatin1String("--help") ||
        name == QLatin1String("-h"))
        return printHelp(console, arguments.value(2));
    if (name == QLatin1String("--version") || name == QLatin1String("-v")) {
        console.line(QStringLiteral("formwright ") + QCoreApplication::applicationVersion());
        return Ok;
    }
    if (const QString language = console.language(); language != QLatin1String("en") && language != QLatin1String("zh"))
        return console.fail(Error(QStringLiteral("cli.language"),
                                  Message(FW_MSG("There are no words in the language \"%1\"."), {language}),
                                  FW_MSG("Give --lang en or --lang zh.")),
                            Usage);
    for (const Command& command : commands()) {
        if (name != QLatin1String(command.name))
            continue;
        QCommandLineParser parser;
        parser.addOption({QStringLiteral("json"), QStringLiteral("JSON lines instead of words")});
        parser.addOption({QStringLiteral("lang"), QStringLiteral("en or zh"), QStringLiteral("language")});
        parser.addOption({QStringLiteral("help"), QStringLiteral("show this help")});
        if (command.options)
            command.options(parser);
        if (!parser.parse(arguments)) {
            console.fail(Error(QStringLiteral("cli.usage"), Message("%1", {parser.errorText()}),
                               Message(FW_MSG("See formwright help %1."), {name})));
            return Usage;
        }
        return parser.isSet(QStringLiteral("help")) ? printHelp(console, name) : command.run(parser, console);
    }
    console.fail(Error(QStringLiteral("cli.unknown_command"), Message(FW_MSG("There is no command \"%1\"."), {name}),
                       Message(FW_MSG("See formwright help."))));
    return Usage;
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("formwright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FORMWRIGHT_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    const QString language = chosenLanguage(arguments);
    QTranslator translator;
    if (language == QLatin1String("zh") && translator.load(QStringLiteral(":/i18n/formwright_zh_CN.qm")))
        QCoreApplication::installTranslator(&translator);
    Console console(arguments.contains(QStringLiteral("--json")), language);
    const int code = dispatch(arguments, console);
    console.flush();
    return code;
}
