#include "workflowscript.h"

#include <QDir>
#include <QTest>

using namespace fw::testing;

/// The workflows of scripts/*.txt, each case on a store of its own with a virtual clock.
class TestScripts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("index");
        const QDir folder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/runtime/automation/scripts"));
        for (const QString& file : folder.entryList({QStringLiteral("*.txt")})) {
            const auto cases = readScript(folder.filePath(file));
            QVERIFY2(!cases.empty(), qPrintable(file));
            for (size_t i = 0; i < cases.size(); ++i)
                QTest::newRow(qPrintable(file.chopped(4) + ": " + cases[i].title)) << folder.filePath(file) << int(i);
        }
    }
    void cases()
    {
        QFETCH(QString, file);
        QFETCH(int, index);
        const auto all = readScript(file);
        const QString wrong = WorkflowScript(all[size_t(index)]).play();
        QVERIFY2(wrong.isEmpty(), qPrintable(QDir(file).dirName() + ", " + wrong));
    }
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
