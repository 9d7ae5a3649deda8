#include "grouping.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace fw::events
{

namespace
{

struct Forest {
    std::vector<size_t> parent;
    std::vector<QString> record; ///< of each root

    explicit Forest(const std::vector<IdentityNode>& nodes) : parent(nodes.size()), record(nodes.size())
    {
        std::iota(parent.begin(), parent.end(), size_t{0});
        for (size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].liveRecord)
                record[i] = nodes[i].value;
        }
    }
    size_t root(size_t node)
    {
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
    void join(size_t a, size_t b)
    {
        a = root(a);
        b = root(b);
        if (a == b || (!record[a].isEmpty() && !record[b].isEmpty()))
            return;
        parent[b] = a;
        if (record[a].isEmpty())
            record[a] = record[b];
    }
};

QString survivor(const std::vector<IdentityNode>& nodes, const PersonGroup& group)
{
    QString smallest;
    for (size_t index : group.members) {
        const IdentityNode& node = nodes[index];
        if (node.liveRecord)
            return node.born;
        if (smallest.isEmpty() || node.born < smallest)
            smallest = node.born;
    }
    return smallest;
}

} // namespace

std::vector<PersonGroup> groupPersons(const std::vector<IdentityNode>& nodes, std::vector<IdentityLink> links)
{
    QHash<qint64, size_t> indexOf;
    for (size_t i = 0; i < nodes.size(); ++i)
        indexOf.insert(nodes[i].id, i);
    const auto name = [&](qint64 id) {
        const IdentityNode& node = nodes[indexOf.value(id)];
        return std::tie(node.kind, node.value);
    };
    // Row ids follow arrival, so the tie is broken by the identities themselves, the smaller end first.
    const auto key = [&](const IdentityLink& link) {
        const auto [low, high] = std::minmax(name(link.a), name(link.b));
        return std::make_tuple(link.kind, link.at, low, high);
    };
    std::sort(links.begin(), links.end(),
              [&](const IdentityLink& x, const IdentityLink& y) { return key(x) < key(y); });

    Forest forest(nodes);
    for (const IdentityLink& link : links)
        forest.join(indexOf.value(link.a), indexOf.value(link.b));

    std::vector<PersonGroup> groups;
    QHash<size_t, size_t> groupOf;
    for (size_t i = 0; i < nodes.size(); ++i) {
        const size_t root = forest.root(i);
        auto found = groupOf.find(root);
        if (found == groupOf.end()) {
            found = groupOf.insert(root, groups.size());
            groups.push_back({{}, forest.record[root], {}});
        }
        groups[*found].members.push_back(i);
    }
    for (PersonGroup& group : groups)
        group.person = survivor(nodes, group);
    return groups;
}

} // namespace fw::events
