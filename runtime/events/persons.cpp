#include "persons.h"

#include "runtime/store/personstore.h"

#include <QSet>

namespace fw::events
{

namespace
{

using store::IdentityRow;

IdentityRow ensureIdentity(engine::Unit& unit, const Identity& identity)
{
    store::Connection& connection = unit.store.writer();
    if (auto known = store::findIdentity(connection, identity.kind, identity.value))
        return *known;
    return store::addIdentity(connection, identity.kind, identity.value, unit.newId(), unit.now);
}

/// Notes the link; true when that can change who is who. A link keeps its strongest reason and its earliest time.
bool addLink(engine::Unit& unit, qint64 a, qint64 b, LinkKind kind, Instant at)
{
    if (a == b)
        return false;
    store::IdentityLinkRow link{std::min(a, b), std::max(a, b), static_cast<int>(kind), at};
    store::Connection& connection = unit.store.writer();
    if (auto known = store::findLink(connection, link.a, link.b)) {
        link.kind = std::min(known->kind, link.kind);
        link.at = std::min(known->at, link.at);
        if (link.kind == known->kind && link.at == known->at)
            return false;
    }
    store::putLink(connection, link, unit.seq);
    return true;
}

void weakenLink(engine::Unit& unit, qint64 a, qint64 b)
{
    store::Connection& connection = unit.store.writer();
    if (auto known = store::findLink(connection, std::min(a, b), std::max(a, b))) {
        known->kind = static_cast<int>(LinkKind::FormerRecord);
        store::putLink(connection, *known, unit.seq);
    }
}

std::vector<PersonGroup> regroup(const store::IdentityNetwork& network)
{
    std::vector<IdentityNode> nodes;
    for (const IdentityRow& row : network.identities)
        nodes.push_back({row.id, row.kind, row.value, row.born, row.person, row.liveRecord});
    std::vector<IdentityLink> links;
    for (const store::IdentityLinkRow& row : network.links)
        links.push_back({row.a, row.b, static_cast<LinkKind>(row.kind), row.at});
    return groupPersons(nodes, std::move(links));
}

/// Brings persons in line with the links around `identity`. Records that gained or lost identities are re-scored.
void relink(engine::Unit& unit, qint64 identity)
{
    store::Connection& connection = unit.store.writer();
    const store::IdentityNetwork network = store::networkOf(connection, identity);
    QSet<QString> touched; // persons that gained or lost an identity
    const std::vector<PersonGroup> groups = regroup(network);
    for (const PersonGroup& group : groups) {
        for (size_t index : group.members) {
            const IdentityRow& row = network.identities[index];
            if (row.person == group.person)
                continue;
            touched << row.person << group.person;
            store::moveIdentity(connection, row, group.person, unit.now, unit.seq);
        }
    }
    for (const PersonGroup& group : groups) {
        for (size_t index : group.members) {
            const QString& born = network.identities[index].born;
            if (born != group.person)
                store::putPerson(connection, born, {}, group.person);
        }
        store::putPerson(connection, group.person, group.record, {});
    }
    for (const PersonGroup& group : groups) {
        if (group.record.isEmpty() || !touched.contains(group.person))
            continue;
        engine::Fact fact;
        fact.kind = engine::Fact::Kind::PersonRelinked;
        fact.table = unit.plan.personTable()->id;
        fact.record = group.record;
        unit.facts.push_back(std::move(fact));
    }
}

Resolved resolved(store::Connection& connection, const IdentityRow& row)
{
    return {row.id, row.person, store::recordOfPerson(connection, row.person)};
}

} // namespace

std::optional<Resolved> findPerson(store::Connection& connection, const std::vector<Identity>& identities)
{
    for (const Identity& identity : identities) {
        if (auto row = store::findIdentity(connection, identity.kind, identity.value))
            return resolved(connection, *row);
    }
    return std::nullopt;
}

Resolved ensurePerson(engine::Unit& unit, const std::vector<Identity>& identities, LinkKind kind, Instant at)
{
    const IdentityRow strongest = ensureIdentity(unit, identities.front());
    bool changed = false;
    for (size_t i = 1; i < identities.size(); ++i)
        changed |= addLink(unit, strongest.id, ensureIdentity(unit, identities[i]).id, kind, at);
    if (changed)
        relink(unit, strongest.id);
    return *findPerson(unit.store.writer(), {identities.front()});
}

void followRecord(engine::Unit& unit, const engine::Record* before, const engine::Record& after)
{
    store::Connection& connection = unit.store.writer();
    const IdentityRow record = ensureIdentity(unit, {recordIdentity, after.id});
    const bool live = after.deletedAt == 0;
    bool changed = record.liveRecord != live || !before;
    if (record.liveRecord != live)
        store::setLiveRecord(connection, record.id, live);
    for (const QString& name : after.table->identity) {
        const plan::Field* field = after.table->findField(name);
        if (!field)
            continue;
        const QString now = identityOf(*field, after.value(name));
        const QString was = before ? identityOf(*field, before->value(name)) : QString();
        if (now == was)
            continue;
        changed = true;
        if (!was.isEmpty())
            weakenLink(unit, record.id, ensureIdentity(unit, {name, was}).id);
        if (!now.isEmpty())
            addLink(unit, record.id, ensureIdentity(unit, {name, now}).id, LinkKind::Record, unit.now);
    }
    if (changed)
        relink(unit, record.id);
}

} // namespace fw::events
