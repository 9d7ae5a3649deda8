// Every file of the corpus through its target, without libFuzzer: what was found once stays mended.
#include "targets.h"

#include <QDir>
#include <QtTest>

class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsAnswered_data()
    {
        QTest::addColumn<QString>("target");
        for (const auto& target : fw::fuzz::targets())
            QTest::newRow(target.name) << QString::fromLatin1(target.name);
    }
    void everyFileIsAnswered()
    {
        QFETCH(QString, target);
        const auto& all = fw::fuzz::targets();
        const auto it = std::find_if(all.begin(), all.end(), [&](const auto& t) { return target == t.name; });
        const QDir folder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/tests/fuzz/corpus/") + target);
        int count = 0;
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            it->run(bytes);
            // Cut anywhere it is still input.
            for (qsizetype size = 0; size < bytes.size(); size += 1 + bytes.size() / 16)
                it->run(QByteArrayView(bytes).first(size));
            ++count;
        }
        QVERIFY(count > 0);
    }
};

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
