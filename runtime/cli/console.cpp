#include "command.h"

#include <QJsonDocument>

#include <cstdio>

namespace fw::cli
{

Console::Console(bool json, QString language)
    : m_json(json), m_language(std::move(language)), m_out(stdout), m_err(stderr)
{
    m_out.setEncoding(QStringConverter::Utf8);
    m_err.setEncoding(QStringConverter::Utf8);
}

void Console::line(const QString& text)
{
    m_out << text << '\n';
}

void Console::object(const QJsonObject& object)
{
    m_out << QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) << '\n';
}

void Console::problem(const Problem& problem)
{
    if (m_json) {
        object(problem.toJson());
        return;
    }
    m_out.flush();
    m_err << problem.toString() << '\n';
    m_err.flush();
}

int Console::fail(const Error& error, int code)
{
    for (const Problem& each : error.problems())
        problem(each);
    // A database that goes away in the middle of a command is unavailable, whatever the command was about.
    const bool gone = error.code() == QLatin1String("store.gone") || error.code() == QLatin1String("store.in_doubt");
    return gone ? Unavailable : code;
}

void Console::flush()
{
    m_out.flush();
}

std::optional<QString> onlyArgument(const QCommandLineParser& parser, Console& console, const char* what)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() == 2) // the first is the command itself
        return arguments[1];
    console.fail(Error(QStringLiteral("cli.arguments"),
                       Message(FW_MSG("This command takes exactly one argument: %1."), {QString::fromUtf8(what)}),
                       Message(FW_MSG("See formwright help %1."), {arguments.value(0)})));
    return {};
}

} // namespace fw::cli
