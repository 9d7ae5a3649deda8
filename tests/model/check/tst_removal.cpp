#include "tests/model/document/scratchfolder.h"

#include "model/check/check.h"
#include "model/check/removal.h"
#include "model/document/package.h"
#include "model/schema/keyorder.h"

#include <QTest>

using namespace fw;
using check::Dependent;
using check::Leaving;

/// Deleting a thing that others name: what would go with it, what only a person can mend, and that undo brings all back.
class RemovalTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ScratchFolder> m_folder;
    std::unique_ptr<Document> m_document;
    QMap<QString, QByteArray> m_first;

    /// "element forms/customer.yaml#parts/who/parts/phone", sorted, each once.
    QStringList plan(const char* target) const
    {
        static constexpr const char* names[] = {"key", "item", "element", "file", "mend"};
        QStringList lines;
        for (const Dependent& each :
             check::dependents(*m_document->definition(), {Address::parse(QString::fromLatin1(target))}))
            lines << QString::fromLatin1(names[int(each.remedy)]) + u' ' + each.taken.toString();
        lines.removeDuplicates();
        lines.sort();
        return lines;
    }
    Result<void> remove(const char* target, Leaving leaving, bool references = true)
    {
        return check::removeWithReferences(*m_document, {Address::parse(QString::fromLatin1(target))}, leaving,
                                           references, Message("Delete"));
    }
    QByteArray text(const char* path) const
    {
        return m_document->definition()->bytes(QString::fromUtf8(path)).value_or("<none>");
    }
    int errors() const
    {
        int count = 0;
        for (const Problem& problem : check::check(*m_document->definition()))
            count += problem.severity == Severity::Error;
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_document.reset();
        m_first = *readFolder(QStringLiteral(FORMWRIGHT_SOURCE_DIR "/templates/behaviour-crm"));
        m_folder = std::make_unique<ScratchFolder>(m_first);
        auto opened = Document::open(m_folder->path(), schema::documentOptions());
        QVERIFY(opened.ok());
        m_document = std::move(*opened);
    }

    void aFieldThatOnlyAFormAndAListShow()
    {
        QVERIFY2(plan("tables/customer.yaml#fields/company")
                     .contains(QStringLiteral("element forms/customer.yaml#parts/who/parts/company")),
                 qPrintable(plan("tables/customer.yaml#fields/company").join(u'\n')));
        QVERIFY(remove("tables/customer.yaml#fields/company", Leaving::ForGood).ok());
        QVERIFY(!text("forms/customer.yaml").contains("company"));
        QCOMPARE(m_document->historyIndex(), 1);
        m_document->undo();
        QCOMPARE(m_document->definition()->allBytes(), m_first);
    }

    void anOptionalKeyGoesAWordOfAListGoes()
    {
        const QStringList lines = plan("tables/customer.yaml#fields/openid");
        QVERIFY2(lines.contains(QStringLiteral("item tables/customer.yaml#identity/[2]")),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(remove("tables/customer.yaml#fields/openid", Leaving::ForGood).ok());
        QVERIFY(text("tables/customer.yaml").contains("identity: [phone, email]\n"));
        QCOMPARE(errors(), 0);
    }

    void formulasAreLeftToAPerson()
    {
        const QStringList lines = plan("tables/customer.yaml#fields/lead_on");
        QVERIFY2(lines.contains(QStringLiteral("mend tables/customer.yaml#fields/days_to_order/value")),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(remove("tables/customer.yaml#fields/lead_on", Leaving::ForGood).ok());
        QVERIFY(text("tables/customer.yaml").contains("(first_order - lead_on).days"));
        QVERIFY(errors() > 0);
    }

    void aTableTakesItsFormsAndViewsAlong()
    {
        const QStringList lines = plan("tables/follow_up.yaml");
        QVERIFY2(lines.contains(QStringLiteral("file forms/follow_up.yaml")), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(QStringLiteral("file views/follow_ups.yaml")), qPrintable(lines.join(u'\n')));
        QVERIFY(remove("tables/follow_up.yaml", Leaving::KeepData).ok());
        QCOMPARE(text("forms/follow_up.yaml"), QByteArray("<none>"));
        QVERIFY(text("app.yaml").contains("{id: follow_up, kind: table}"));
        m_document->undo();
        QCOMPARE(m_document->definition()->allBytes(), m_first);
    }

    void withoutReferencesTheyStayAndBecomeProblems()
    {
        QVERIFY(remove("events/viewed_page.yaml", Leaving::ForGood, false).ok());
        QVERIFY(text("scoring/intent.yaml").contains("viewed_page"));
        QVERIFY(errors() > 0);
    }

    void aFieldKeptForItsDataIsRetired()
    {
        QVERIFY(remove("tables/customer.yaml#fields/company", Leaving::KeepData).ok());
        QVERIFY(text("tables/customer.yaml").contains("retired:\n  - {id: company"));
    }

    void severalAtOnceAreOneStep()
    {
        QVERIFY(
            check::removeWithReferences(*m_document,
                                        {Address::parse(QStringLiteral("forms/customer.yaml#parts/who/parts/name")),
                                         Address::parse(QStringLiteral("forms/customer.yaml#parts/who/parts/email")),
                                         Address::parse(QStringLiteral("forms/customer.yaml#parts/sales"))},
                                        Leaving::ForGood, false, Message("Delete"))
                .ok());
        QCOMPARE(m_document->historyIndex(), 1);
        QVERIFY(!text("forms/customer.yaml").contains("field: email"));
        QVERIFY(text("forms/customer.yaml").contains("field: phone"));
        QVERIFY(!text("forms/customer.yaml").contains("id: sales"));
    }

    void everythingOfTheTemplateCanBeRemovedAndComesBack()
    {
        const auto definition = m_document->definition();
        schema::walk(*definition, [&](const schema::Site& site) {
            const bool element = site.element && site.node->isMap();
            if (!element && !site.address.path.isEmpty())
                return;
            if (site.address.path.isEmpty() && !site.kind->file.isEmpty())
                return;
            const auto done =
                check::removeWithReferences(*m_document, {site.address}, Leaving::ForGood, true, Message("Delete"));
            QVERIFY2(done.ok(), done ? "" : qPrintable(site.address.toString() + done.error().text()));
            QVERIFY(m_document->definition()->readProblems().isEmpty());
            m_document->undo();
            QCOMPARE(m_document->definition()->sha256(), definition->sha256());
        });
    }
};

QTEST_GUILESS_MAIN(RemovalTest)
#include "tst_removal.moc"
