#include "model/yaml/reader.h"
#include "runtime/plan/compileplan.h"
#include "runtime/stories/story.h"
#include "runtime/stories/storyreader.h"
#include "tests/runtime/teststore.h"

#include <QDir>
#include <QTest>

using namespace fw;

/// The stories of the templates hold, and a story that does not hold says why.
class TestStories : public QObject
{
    Q_OBJECT

    static QString templates() { return QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates"); }

    static Result<stories::Played> playChanged(const QString& story, const QByteArray& from, const QByteArray& to)
    {
        const auto folder = Definition::fromFolder(templates() + QStringLiteral("/behaviour-crm"));
        QMap<QString, QByteArray> files;
        for (auto it = (*folder)->files().begin(); it != (*folder)->files().end(); ++it)
            files.insert(it.key(), it.value()->text);
        const QString path = QStringLiteral("stories/%1.yaml").arg(story);
        if (!files[path].contains(from))
            qFatal("the story has changed: adapt the test");
        files[path].replace(from, to);
        const auto definition = Definition::fromFiles(files);
        const auto plan = plan::compilePlan(*definition);
        if (!plan)
            return plan.error();
        return stories::play(*definition, *plan, *definition->find(QStringLiteral("story"), story),
                             QStringLiteral("en"), testing::scratchStore());
    }

private Q_SLOTS:
    void templateStoriesHold_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("story");
        for (const QString& app : QDir(templates()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QString& file :
                 QDir(templates() + u'/' + app + QStringLiteral("/stories")).entryList({QStringLiteral("*.yaml")}))
                QTest::newRow(qPrintable(app + u'/' + file)) << templates() + u'/' + app << file.chopped(5);
        }
    }
    void templateStoriesHold()
    {
        QFETCH(QString, folder);
        QFETCH(QString, story);
        const auto definition = Definition::fromFolder(folder);
        QVERIFY2(definition.ok(), definition ? "" : qPrintable(definition.error().text()));
        const auto plan = plan::compilePlan(**definition);
        QVERIFY2(plan.ok(), plan ? "" : qPrintable(plan.error().text()));
        const auto played = stories::play(**definition, *plan, *(*definition)->find(QStringLiteral("story"), story),
                                          QStringLiteral("en"), testing::scratchStore());
        QVERIFY2(played.ok(), played ? "" : qPrintable(played.error().text()));
        for (const stories::Failure& failure : played->failures)
            qWarning("%s %s: %s", qPrintable(failure.place.toString()), qPrintable(failure.step),
                     qPrintable(failure.text));
        QVERIFY(played->ok());
        QVERIFY(played->expectations > 0);
    }

    void aWrongExpectationIsNamedWithItsPlace()
    {
        const auto played = playChanged(QStringLiteral("hot_lead"), "intent: 100", "intent: 99");
        QVERIFY(played.ok());
        QCOMPARE(played->failures.size(), 1);
        QCOMPARE(played->failures.first().text, QStringLiteral("li.intent: expected 99, found 100"));
        QCOMPARE(played->failures.first().place.file, QStringLiteral("stories/hot_lead.yaml"));
        QVERIFY(played->failures.first().place.line > 1);
    }

    void aTaskThatIsNotThereIsShownBesideThoseThatAre()
    {
        const auto played = playChanged(QStringLiteral("hot_lead"), "priority: high, due", "priority: low, due");
        QVERIFY(played.ok());
        QVERIFY(!played->failures.isEmpty());
        QVERIFY(played->failures.first().text.contains(QStringLiteral("致电李雷：刚看过价格页")));
        QVERIFY(played->failures.first().text.contains(QStringLiteral("high")));
    }

    void stepsOutOfOrderAreRefused()
    {
        const auto played = playChanged(QStringLiteral("silence"), "at: \"2026-05-04T09:00:00+08:00\"",
                                        "at: \"2025-05-04T09:00:00+08:00\"");
        QVERIFY(!played.ok());
        QCOMPARE(played.error().code(), QStringLiteral("story.order"));
    }

    void theSameStoryGivesTheSameLinesTwice()
    {
        const auto first = playChanged(QStringLiteral("onboarding"), "start:", "start:");
        const auto second = playChanged(QStringLiteral("onboarding"), "start:", "start:");
        QCOMPARE(first->toJson(), second->toJson());
    }

    void instantsAreAbsoluteLocalOrRelative()
    {
        const QTimeZone shanghai("Asia/Shanghai");
        const auto instant = [&](const char* yaml) {
            return stories::instantOf(*yaml::read(yaml, QStringLiteral("t")), 1000, shanghai, {});
        };
        QCOMPARE(formatInstant(*instant("at: \"2026-01-05T09:00:00+08:00\"")),
                 QStringLiteral("2026-01-05T01:00:00.000Z"));
        QCOMPARE(formatInstant(*instant("at: \"2026-01-05T09:00:00\"")), QStringLiteral("2026-01-05T01:00:00.000Z"));
        QCOMPARE(*instant("after: PT1S"), 2000);
        QCOMPARE(*instant("pass: true"), 1000);
        QCOMPARE(instant("after: soon").error().code(), QStringLiteral("story.duration"));
        QCOMPARE(instant("at: noon").error().code(), QStringLiteral("story.instant"));
    }
};

QTEST_GUILESS_MAIN(TestStories)
#include "tst_stories.moc"
