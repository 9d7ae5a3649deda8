#include "runtime/plan/compileplan.h"
#include "runtime/stories/story.h"

#include <QTest>

using namespace fw;

/// The three acts of the behaviour CRM (product.md, A) as the template tells them, on a virtual clock.
class TestActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto definition = Definition::fromFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
        QVERIFY(definition.ok());
        m_definition = *definition;
        auto plan = plan::compilePlan(*m_definition);
        QVERIFY2(plan.ok(), plan.ok() ? "" : qPrintable(plan.error().text()));
        m_plan = *plan;
    }
    void act_data()
    {
        QTest::addColumn<QString>("story");
        QTest::newRow("1, hot lead") << QStringLiteral("hot_lead");
        QTest::newRow("2, onboarding") << QStringLiteral("onboarding");
        QTest::newRow("3, silence") << QStringLiteral("silence");
    }
    void act()
    {
        QFETCH(QString, story);
        const DefinitionFile* file = m_definition->find(QStringLiteral("story"), story);
        QVERIFY(file);
        const auto played = stories::play(*m_definition, m_plan, *file, QStringLiteral("en"));
        QVERIFY2(played.ok(), played.ok() ? "" : qPrintable(played.error().text()));
        for (const stories::Failure& failure : played->failures)
            qWarning("%s: %s", qPrintable(failure.step), qPrintable(failure.text));
        QVERIFY(played->ok());
        QVERIFY(played->expectations > 5);
    }

private:
    std::shared_ptr<const Definition> m_definition;
    std::shared_ptr<const plan::Plan> m_plan;
};

QTEST_GUILESS_MAIN(TestActs)
#include "tst_acts.moc"
