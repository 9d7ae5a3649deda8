#include "matching.h"

#include <algorithm>

namespace fw::diff
{

using yaml::Node;

QString idOf(const Node& element)
{
    return element.isMap() ? element[u"id"].string() : element.string();
}

bool hasIds(const Node& list)
{
    return list.isSequence() && !list.items.empty() &&
           std::all_of(list.items.begin(), list.items.end(),
                       [](const Node& item) { return item.isMap() && !idOf(item).isEmpty(); });
}

Matching::Matching(const Node& before, const Node& after)
    : m_old(after.items.size(), -1), m_new(before.items.size(), -1), m_moved(after.items.size(), false)
{
    const auto pair = [&](size_t newIndex, const QString& id) {
        for (size_t i = 0; i < before.items.size(); ++i) {
            if (m_new[i] >= 0 || idOf(before.items[i]) != id)
                continue;
            m_new[i] = int(newIndex);
            m_old[newIndex] = int(i);
            return;
        }
    };
    for (size_t i = 0; i < after.items.size(); ++i)
        if (const QString id = idOf(after.items[i]); !id.isEmpty())
            pair(i, id);
    for (size_t i = 0; i < after.items.size(); ++i)
        for (const Node& former : after.items[i][u"was"].items)
            if (m_old[i] < 0)
                pair(i, former.string());
    findMoved();
}

/// All but a longest ascending run of old places have moved.
void Matching::findMoved()
{
    std::vector<int> length(m_old.size(), 0), previous(m_old.size(), -1);
    int best = -1;
    for (size_t i = 0; i < m_old.size(); ++i) {
        if (m_old[i] < 0)
            continue;
        length[i] = 1;
        for (size_t j = 0; j < i; ++j)
            if (m_old[j] >= 0 && m_old[j] < m_old[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                previous[i] = int(j);
            }
        if (best < 0 || length[i] > length[size_t(best)])
            best = int(i);
        m_moved[i] = true;
    }
    for (; best >= 0; best = previous[size_t(best)])
        m_moved[size_t(best)] = false;
}

bool Matching::anyMoved() const
{
    return std::find(m_moved.begin(), m_moved.end(), true) != m_moved.end();
}

} // namespace fw::diff
