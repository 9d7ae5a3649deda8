#include "model/check/check.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace fw;

/// Text scripts under scripts/: files of a small definition, then the problems expected of it, one a line.
///
///     --- tables/customer.yaml
///     kind: table
///     …
///     === problems
///     tables/customer.yaml:4:5 error key.unknown: Unknown key "titel". Did you mean "title"? [fix "title"]
///
/// A definition without "app.yaml" gets the plainest one. `[fix …]` is the replacement text of the first fix.
class TestCheck : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scripts_data();
    void scripts();
    void fixesLeaveNothingBehind_data();
    void fixesLeaveNothingBehind();
    void templatesAreClean_data();
    void templatesAreClean();
};

namespace
{

struct Script {
    QMap<QString, QByteArray> files;
    QStringList expected;
};

Script readScript(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    Script script;
    QString current;
    bool problems = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("--- "))
            current = QString::fromUtf8(line.mid(4)).trimmed();
        else if (line == "=== problems")
            problems = true;
        else if (problems && !line.isEmpty() && !line.startsWith('#'))
            script.expected << QString::fromUtf8(line);
        else if (!problems && !current.isEmpty())
            script.files[current] += line + '\n';
    }
    if (!script.files.contains(QStringLiteral("app.yaml")))
        script.files.insert(QStringLiteral("app.yaml"),
                            "kind: app\nformat: 1\nid: test\nlanguages: [en, zh]\ntimezone: Asia/Shanghai\n");
    return script;
}

QString oneLine(const Problem& problem)
{
    const QString severity = problem.severity == Severity::Error     ? "error"
                             : problem.severity == Severity::Warning ? "warning"
                                                                     : "info";
    QString text =
        QStringLiteral("%1 %2 %3: %4").arg(problem.place.toString(), severity, problem.code, problem.what.english());
    if (!problem.remedy.isEmpty())
        text += u' ' + problem.remedy.english();
    if (!problem.fixes.isEmpty())
        text += QStringLiteral(" [fix \"%1\"]")
                    .arg(QString::fromUtf8(problem.fixes.first().replacement).replace(u'\n', u'⏎'));
    return text;
}

QStringList lines(const QList<Problem>& problems)
{
    QStringList found;
    for (const Problem& problem : problems)
        found << oneLine(problem);
    return found;
}

void addScripts()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/model/check/scripts"));
    for (const QString& name : folder.entryList({"*.txt"}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

} // namespace

void TestCheck::scripts_data()
{
    addScripts();
}

void TestCheck::scripts()
{
    QFETCH(QString, path);
    const Script script = readScript(path);
    const QStringList found = lines(check::check(*Definition::fromFiles(script.files)));
    if (found != script.expected)
        qWarning().noquote() << "found:\n" + found.join(u'\n');
    QCOMPARE(found, script.expected);
}

void TestCheck::fixesLeaveNothingBehind_data()
{
    addScripts();
}

/// Applying a problem's first fix removes that problem.
void TestCheck::fixesLeaveNothingBehind()
{
    QFETCH(QString, path);
    const Script script = readScript(path);
    for (const Problem& problem : check::check(*Definition::fromFiles(script.files))) {
        if (problem.fixes.isEmpty())
            continue;
        QMap<QString, QByteArray> files = script.files;
        const Fix& fix = problem.fixes.first();
        files[fix.file].replace(fix.begin, fix.end - fix.begin, fix.replacement);
        const QStringList after = lines(check::check(*Definition::fromFiles(files)));
        QVERIFY2(!after.contains(oneLine(problem)),
                 qPrintable(oneLine(problem) + "\nstill there after its fix:\n" + QString::fromUtf8(files[fix.file])));
    }
}

void TestCheck::templatesAreClean_data()
{
    QTest::addColumn<QString>("folder");
    for (const char* parent : {"/templates", "/tests/apps"}) {
        const QDir apps(QStringLiteral(FORMWRIGHT_SOURCE_DIR) + QString::fromLatin1(parent));
        for (const QString& name : apps.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(apps.filePath(name + "/app.yaml")))
                QTest::newRow(qPrintable(name)) << apps.filePath(name);
    }
}

void TestCheck::templatesAreClean()
{
    QFETCH(QString, folder);
    const auto definition = Definition::fromFolder(folder);
    QVERIFY(definition.ok());
    const QStringList found = lines(check::check(**definition));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
