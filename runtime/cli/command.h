#pragma once
#include "model/base/result.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <vector>

namespace fw::cli
{

/// Exit codes mean the same in every command.
enum ExitCode {
    Ok = 0,
    Failed = 1,      ///< the input has errors, an expectation failed, a change was refused
    Usage = 2,       ///< the command line is wrong
    Partly = 3,      ///< some lines or rows failed, the others are done
    Unavailable = 4, ///< the store is owned by another process, unreadable or full
};

/// What a command writes to and how.
class Console
{
public:
    Console(bool json, QString language);
    bool json() const { return m_json; }
    const QString& language() const { return m_language; }
    void line(const QString& text = {});    ///< to standard output
    void object(const QJsonObject& object); ///< one line of JSON to standard output
    void problem(const Problem& problem);   ///< to standard error in words, or as a JSON line to standard output
    int fail(const Error& error, int code = Failed); ///< reports all problems and returns `code`
    void flush();

private:
    bool m_json;
    QString m_language;
    QTextStream m_out;
    QTextStream m_err;
};

/// One command of `formwright`.
struct Command {
    const char* name;
    const char* summary;                         ///< FW_MSG
    const char* arguments;                       ///< "<folder>"
    const char* examples;                        ///< lines
    void (*options)(QCommandLineParser& parser); ///< nullptr when there are none
    int (*run)(const QCommandLineParser& parser, Console& console);
};

const std::vector<Command>& commands();

int runCheck(const QCommandLineParser&, Console&);
int runSchema(const QCommandLineParser&, Console&);
int runFeel(const QCommandLineParser&, Console&);
int runDecide(const QCommandLineParser&, Console&);
int runPack(const QCommandLineParser&, Console&);
int runUnpack(const QCommandLineParser&, Console&);
int runPlay(const QCommandLineParser&, Console&);
int runApply(const QCommandLineParser&, Console&);
int runUser(const QCommandLineParser&, Console&);
int runRun(const QCommandLineParser&, Console&);
int runFeed(const QCommandLineParser&, Console&);
int runImport(const QCommandLineParser&, Console&);
int runMove(const QCommandLineParser&, Console&);
int runQuery(const QCommandLineParser&, Console&);
int runRuns(const QCommandLineParser&, Console&);
int runTrace(const QCommandLineParser&, Console&);
int runWhyNot(const QCommandLineParser&, Console&);
int runIncidents(const QCommandLineParser&, Console&);
int runCatchUp(const QCommandLineParser&, Console&);
int runAudit(const QCommandLineParser&, Console&);
int runBackup(const QCommandLineParser&, Console&);
int runRestore(const QCommandLineParser&, Console&);
int runDoctor(const QCommandLineParser&, Console&);
int runSetting(const QCommandLineParser&, Console&);

/// The single positional argument `what`; reports when it is missing or there are more.
std::optional<QString> onlyArgument(const QCommandLineParser& parser, Console& console, const char* what);

} // namespace fw::cli
