#include "runtime/events/grouping.h"
#include "runtime/events/identity.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace fw;
using namespace fw::events;

namespace
{

IdentityNode node(qint64 id, const char* kind, const QString& value, bool live = false)
{
    return {id, QLatin1String(kind), value, QStringLiteral("p%1").arg(id, 3, 10, QLatin1Char('0')), {}, live};
}

/// Who is with whom, as names of identities: what must not depend on the order things arrived in.
QSet<QStringList> partition(const std::vector<IdentityNode>& nodes, const std::vector<IdentityLink>& links)
{
    QSet<QStringList> groups;
    for (const PersonGroup& group : groupPersons(nodes, links)) {
        QStringList names{group.record};
        for (size_t index : group.members)
            names.append(nodes[index].kind + QLatin1Char(':') + nodes[index].value);
        names.sort();
        groups.insert(names);
    }
    return groups;
}

} // namespace

class TestGrouping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSeenTogetherIsOnePerson()
    {
        const std::vector<IdentityNode> nodes{node(1, "anonymous", QStringLiteral("c-1")),
                                              node(2, "phone", QStringLiteral("138")),
                                              node(3, "email", QStringLiteral("a@b.c"))};
        const auto groups = groupPersons(nodes, {{1, 2, LinkKind::Event, 10}});
        QCOMPARE(groups.size(), size_t(2));
        QCOMPARE(groups[0].members.size(), size_t(2));
    }

    void theSmallerIdSurvivesUnlessThereIsARecord()
    {
        std::vector<IdentityNode> nodes{node(1, "anonymous", QStringLiteral("c-1")),
                                        node(2, "id", QStringLiteral("r-1"))};
        QCOMPARE(groupPersons(nodes, {{1, 2, LinkKind::Event, 10}})[0].person, QStringLiteral("p001"));
        nodes[1].liveRecord = true;
        const PersonGroup group = groupPersons(nodes, {{1, 2, LinkKind::Event, 10}})[0];
        QCOMPARE(group.person, QStringLiteral("p002"));
        QCOMPARE(group.record, QStringLiteral("r-1"));
    }

    void twoRecordsAreNeverJoinedByAnEvent()
    {
        const std::vector<IdentityNode> nodes{node(1, "id", QStringLiteral("r-1"), true),
                                              node(2, "id", QStringLiteral("r-2"), true),
                                              node(3, "anonymous", QStringLiteral("shared"))};
        const auto groups = groupPersons(nodes, {{1, 3, LinkKind::Event, 20}, {2, 3, LinkKind::Event, 10}});
        QCOMPARE(groups.size(), size_t(2));
        // The earlier link decides whose device it is, whichever arrived first.
        QCOMPARE(groups[1].record, QStringLiteral("r-2"));
        QCOMPARE(groups[1].members.size(), size_t(2));
    }

    void anIdentityOfARecordOutweighsAnOlderSighting()
    {
        const std::vector<IdentityNode> nodes{node(1, "id", QStringLiteral("r-1"), true),
                                              node(2, "id", QStringLiteral("r-2"), true),
                                              node(3, "phone", QStringLiteral("138"))};
        const auto groups = groupPersons(nodes, {{1, 3, LinkKind::Event, 1}, {2, 3, LinkKind::Record, 99}});
        QCOMPARE(groups[1].record, QStringLiteral("r-2"));
        QCOMPARE(groups[1].members.size(), size_t(2));
    }

    void theGroupsDoNotDependOnTheOrderOfArrival()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            QRandomGenerator random(seed);
            std::vector<IdentityNode> nodes;
            const int count = 4 + int(random.bounded(12));
            for (int i = 0; i < count; ++i)
                nodes.push_back(node(i + 1,
                                     i % 3 == 0   ? "id"
                                     : i % 3 == 1 ? "phone"
                                                  : "anonymous",
                                     QStringLiteral("v%1").arg(i), i % 3 == 0 && random.bounded(2)));
            std::vector<IdentityLink> links;
            for (int i = 0; i < count + 3; ++i) {
                const qint64 a = 1 + random.bounded(count), b = 1 + random.bounded(count);
                if (a != b)
                    links.push_back({std::min(a, b), std::max(a, b), static_cast<LinkKind>(random.bounded(4)),
                                     Instant(random.bounded(5))});
            }
            const auto expected = partition(nodes, links);
            // Another arrival: other row ids, other order of links.
            std::vector<IdentityNode> others = nodes;
            std::vector<qint64> newId(static_cast<size_t>(count) + 1);
            std::shuffle(others.begin(), others.end(), random);
            for (size_t i = 0; i < others.size(); ++i) {
                newId[static_cast<size_t>(others[i].id)] = qint64(i) + 1;
                others[i].id = qint64(i) + 1;
            }
            std::vector<IdentityLink> otherLinks;
            for (const IdentityLink& link : links) {
                const qint64 a = newId[static_cast<size_t>(link.a)], b = newId[static_cast<size_t>(link.b)];
                otherLinks.push_back({std::min(a, b), std::max(a, b), link.kind, link.at});
            }
            std::shuffle(otherLinks.begin(), otherLinks.end(), random);
            QVERIFY2(partition(others, otherLinks) == expected, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void spellingsOfOneIdentityAreOneText_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("normal");
        const int phone = int(plan::FieldType::Phone), email = int(plan::FieldType::Email),
                  text = int(plan::FieldType::Text);
        QTest::newRow("blanks and dashes") << phone << "138-0000 0001"
                                           << "13800000001";
        QTest::newRow("country code") << phone << "+86 13800000001"
                                      << "13800000001";
        QTest::newRow("country code with zeros") << phone << "0086 13800000001"
                                                 << "13800000001";
        QTest::newRow("full width") << phone << QStringLiteral("１３８０００００００１") << "13800000001";
        QTest::newRow("another country") << phone << "+44 20 7946 0018"
                                         << "+442079460018";
        QTest::newRow("no number at all") << phone << "n/a"
                                          << "";
        QTest::newRow("no address at all") << email << "li at home"
                                           << "";
        QTest::newRow("case of an address") << email << " Li@Example.COM "
                                            << "li@example.com";
        QTest::newRow("an open id keeps its case") << text << "oXyZ"
                                                   << "oXyZ";
    }
    void spellingsOfOneIdentityAreOneText()
    {
        QFETCH(int, type);
        QFETCH(QString, written);
        QFETCH(QString, normal);
        QCOMPARE(normalizeIdentity(static_cast<plan::FieldType>(type), written), normal);
    }
};

QTEST_GUILESS_MAIN(TestGrouping)
#include "tst_grouping.moc"
