#include "difference.h"
#include "matching.h"

#include "model/schema/schema.h"
#include "model/yaml/path.h"

#include <QSet>

namespace fw::diff
{

using yaml::Node;

namespace
{

using Kind = Difference::Kind;

/// An element that has no partner in its own list; it may have gone to another list of the file.
struct Loose {
    Address address;
    const Node* node = nullptr;
    qsizetype at = 0; ///< its place in the result, should it stay without a partner
};

/// Compares two files. Lists of elements are matched by id; what is left over is matched across the lists of the file.
class FileComparison
{
public:
    FileComparison(const Definition& before, const Definition& after, QList<Difference>& found)
        : m_before(before), m_after(after), m_found(found)
    {
    }

    void run(const DefinitionFile& before, const DefinitionFile& after)
    {
        const Address a{before.path, {}}, b{after.path, {}};
        if (before.root.isMap() && after.root.isMap())
            compareMaps(a, b, {}, before.root, after.root);
        else if (before.text != after.text)
            m_found << Difference{Kind::Changed, a, b, {}, {}, {}};
        matchLoose();
    }

private:
    bool isText(const Address& address) const
    {
        const schema::Key* key = schema::keyAt(m_after, address);
        return key && (key->type == schema::ValueType::LocalText || key->type == schema::ValueType::LocalTemplate);
    }

    /// `key` leads from the elements at `a` and `b` to the maps `was` and `now`.
    void compareMaps(const Address& a, const Address& b, const QStringList& key, const Node& was, const Node& now)
    {
        for (const yaml::Entry& entry : now.entries)
            compareKey(a, b, key + QStringList{entry.key}, was[entry.key], entry.value);
        for (const yaml::Entry& entry : was.entries)
            if (!now.entry(entry.key))
                compareKey(a, b, key + QStringList{entry.key}, entry.value, Node());
    }

    static Address below(Address address, const QStringList& key)
    {
        address.path += key;
        return address;
    }

    void compareKey(const Address& a, const Address& b, const QStringList& key, const Node& was, const Node& now)
    {
        if (was.sameValue(now) || key.last() == u"was" || key == QStringList{QStringLiteral("id")})
            return; // ids and former ids are told as renaming
        const bool elements = (hasIds(was) || !was.exists() || was.items.empty()) &&
                              (hasIds(now) || !now.exists() || now.items.empty()) && (hasIds(was) || hasIds(now));
        if (elements)
            compareLists(below(a, key), below(b, key), was, now);
        else if (was.isMap() && now.isMap() && !isText(below(b, key)))
            compareMaps(a, b, key, was, now);
        else
            m_found << Difference{Kind::Changed, a, b, key, was, now};
    }

    void compareLists(const Address& a, const Address& b, const Node& was, const Node& now)
    {
        const Matching matching(was, now);
        for (int i = 0; i < int(now.items.size()); ++i) {
            const Address address = b.child(yaml::stepOf(now, i));
            const int old = matching.partnerOfNew(i);
            if (old < 0) {
                m_added.push_back({address, &now.items[size_t(i)], m_found.size()});
                m_found << Difference{Kind::Added, {}, address, {}, {}, now.items[size_t(i)]};
                continue;
            }
            comparePair(a.child(yaml::stepOf(was, old)), address, was.items[size_t(old)], now.items[size_t(i)],
                        matching.isMoved(i));
        }
        for (int i = 0; i < int(was.items.size()); ++i) {
            if (matching.partnerOfOld(i) >= 0)
                continue;
            const Address address = a.child(yaml::stepOf(was, i));
            m_removed.push_back({address, &was.items[size_t(i)], m_found.size()});
            m_found << Difference{Kind::Removed, address, {}, {}, was.items[size_t(i)], {}};
        }
    }

    void comparePair(const Address& a, const Address& b, const Node& was, const Node& now, bool moved)
    {
        if (idOf(was) != idOf(now))
            m_found << Difference{Kind::Renamed, a, b, {}, {}, {}};
        if (moved)
            m_found << Difference{Kind::Moved, a, b, {}, {}, {}};
        if (was.isMap() && now.isMap())
            compareMaps(a, b, {}, was, now);
    }

    /// An element that left one list and stands in another of the same file has moved.
    void matchLoose()
    {
        QSet<qsizetype> settled;
        // Comparing a moved pair may find further loose elements inside; these lists grow while they are walked.
        for (size_t i = 0; i < m_added.size(); ++i) {
            for (size_t j = 0; j < m_removed.size(); ++j) {
                const Loose added = m_added[i], removed = m_removed[j];
                if (settled.contains(added.at) || settled.contains(removed.at) ||
                    added.address.last() != removed.address.last() || !sameShape(removed, added))
                    continue;
                settled << added.at << removed.at;
                m_moves.push_back({added.at, Difference{Kind::Moved, removed.address, added.address, {}, {}, {}}});
                compareMaps(removed.address, added.address, {}, *removed.node, *added.node);
            }
        }
        for (const auto& [at, move] : m_moves)
            m_found[at] = move;
        QList<qsizetype> gone;
        for (const Loose& removed : m_removed)
            if (settled.contains(removed.at))
                gone << removed.at;
        std::sort(gone.rbegin(), gone.rend());
        for (const qsizetype at : gone)
            m_found.removeAt(at);
    }

    bool sameShape(const Loose& removed, const Loose& added) const
    {
        const schema::Shape* shape = schema::shapeAt(m_before, removed.address).shape;
        return shape && shape == schema::shapeAt(m_after, added.address).shape;
    }

    const Definition& m_before;
    const Definition& m_after;
    QList<Difference>& m_found;
    std::vector<Loose> m_added, m_removed;
    std::vector<std::pair<qsizetype, Difference>> m_moves;
};

/// The file of the first version that `file` was, by path, by kind and id, or by kind and former id.
const DefinitionFile* formerFile(const Definition& before, const Definition& after, const DefinitionFile& file)
{
    if (const DefinitionFile* same = before.file(file.path))
        return same;
    if (file.kind().isEmpty())
        return nullptr;
    if (const DefinitionFile* same = before.find(file.kind(), file.id()); same && !after.file(same->path))
        return same;
    for (const Node& was : file.root[u"was"].items)
        if (const DefinitionFile* former = before.find(file.kind(), was.string()); former && !after.file(former->path))
            return former;
    return nullptr;
}

} // namespace

QList<Difference> difference(const Definition& before, const Definition& after)
{
    QList<Difference> found;
    QSet<QString> seen;
    for (const auto& file : after.files()) {
        const DefinitionFile* former = formerFile(before, after, *file);
        if (!former) {
            found << Difference{Kind::Added, {}, {file->path, {}}, {}, {}, {}};
            continue;
        }
        seen << former->path;
        if (former->path != file->path)
            found << Difference{Kind::Renamed, {former->path, {}}, {file->path, {}}, {}, {}, {}};
        if (former->text != file->text)
            FileComparison(before, after, found).run(*former, *file);
    }
    for (const auto& file : before.files())
        if (!seen.contains(file->path))
            found << Difference{Kind::Removed, {file->path, {}}, {}, {}, {}, {}};
    for (auto it = after.assets().begin(); it != after.assets().end(); ++it) {
        const auto old = before.assets().constFind(it.key());
        if (old == before.assets().constEnd())
            found << Difference{Kind::Added, {}, {it.key(), {}}, {}, {}, {}};
        else if (*old != *it)
            found << Difference{Kind::Changed, {it.key(), {}}, {it.key(), {}}, {}, {}, {}};
    }
    for (auto it = before.assets().begin(); it != before.assets().end(); ++it)
        if (!after.assets().contains(it.key()))
            found << Difference{Kind::Removed, {it.key(), {}}, {}, {}, {}, {}};
    return found;
}

} // namespace fw::diff
