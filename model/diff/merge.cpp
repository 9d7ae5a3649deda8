#include "merge.h"
#include "matching.h"

#include "model/yaml/path.h"
#include "model/yaml/splice.h"

#include <QSet>

namespace fw::diff
{

using yaml::Node;

namespace
{

/// Merges the trees of one file.
class TreeMerge
{
public:
    TreeMerge(const QHash<QString, Side>& choices, QList<Conflict>& conflicts)
        : m_choices(choices), m_conflicts(conflicts)
    {
    }

    Node node(const Node& base, const Node& mine, const Node& theirs, const Address& at)
    {
        if (mine.sameValue(theirs) || theirs.sameValue(base))
            return mine;
        if (mine.sameValue(base))
            return theirs;
        if (mine.isMap() && theirs.isMap())
            return map(base, mine, theirs, at);
        if (isList(base) && isList(mine) && isList(theirs) && mine.exists() && theirs.exists())
            return list(base, mine, theirs, at);
        return choose(base, mine, theirs, at);
    }

private:
    Node choose(const Node& base, const Node& mine, const Node& theirs, const Address& at)
    {
        Conflict conflict;
        conflict.kind = !mine.exists()     ? Conflict::Kind::IRemoved
                        : !theirs.exists() ? Conflict::Kind::TheyRemoved
                        : !base.exists()   ? Conflict::Kind::BothAdded
                                           : Conflict::Kind::BothChanged;
        conflict.address = at;
        conflict.base = base;
        conflict.mine = mine;
        conflict.theirs = theirs;
        conflict.taken = m_choices.value(at.toString(), Side::Mine);
        m_conflicts << conflict;
        return conflict.taken == Side::Mine ? mine : theirs;
    }

    Node map(const Node& base, const Node& mine, const Node& theirs, const Address& at)
    {
        Node merged = mine;
        merged.entries.clear();
        const auto take = [&](const QString& key) {
            Node value = node(base[key], mine[key], theirs[key], at.child(key));
            if (value.exists())
                merged.entries.push_back({key, std::move(value), {}});
        };
        for (const yaml::Entry& entry : mine.entries)
            take(entry.key);
        for (const yaml::Entry& entry : theirs.entries)
            if (!mine.entry(entry.key))
                take(entry.key);
        return merged;
    }

    /// A list whose elements can be told apart: maps with ids, or words. An empty or missing one can be either.
    static bool isList(const Node& node)
    {
        if (!node.exists() || (node.isSequence() && node.items.empty()))
            return true;
        return node.isSequence() && (hasIds(node) || std::all_of(node.items.begin(), node.items.end(),
                                                                 [](const Node& item) { return item.isScalar(); }));
    }

    /// The id an element had in the base: its own, or a former one.
    static QStringList idsIn(const Node& list, const Node& base)
    {
        const Matching matching(base, list);
        QStringList ids;
        for (int i = 0; i < int(list.items.size()); ++i) {
            const int old = matching.partnerOfNew(i);
            ids << idOf(old >= 0 ? base.items[size_t(old)] : list.items[size_t(i)]);
        }
        return ids;
    }

    static const Node& item(const Node& list, const QStringList& ids, const QString& id)
    {
        static const Node none;
        const qsizetype at = ids.indexOf(id);
        return at < 0 ? none : list.items[size_t(at)];
    }

    Node list(const Node& base, const Node& mine, const Node& theirs, const Address& at)
    {
        const QStringList baseIds = idsIn(base, base), mineIds = idsIn(mine, base), theirIds = idsIn(theirs, base);
        const bool theirOrder = Matching(base, theirs).anyMoved() && !Matching(base, mine).anyMoved();
        QStringList order = theirOrder ? theirIds : mineIds;
        // What only the other side has goes behind what stands before it there.
        const QStringList& other = theirOrder ? mineIds : theirIds;
        for (qsizetype i = 0; i < other.size(); ++i) {
            if (order.contains(other[i]))
                continue;
            qsizetype behind = -1;
            for (qsizetype j = i - 1; j >= 0 && behind < 0; --j)
                behind = order.indexOf(other[j]);
            order.insert(behind + 1, other[i]);
        }
        Node merged = mine.isSequence() ? mine : theirs;
        merged.items.clear();
        for (const QString& id : std::as_const(order)) {
            Node value =
                node(item(base, baseIds, id), item(mine, mineIds, id), item(theirs, theirIds, id), at.child(id));
            if (value.exists())
                merged.items.push_back(std::move(value));
        }
        return merged;
    }

    const QHash<QString, Side>& m_choices;
    QList<Conflict>& m_conflicts;
};

} // namespace

static bool isReadable(const DefinitionFile* file)
{
    return file && file->problems.isEmpty() && file->root.isMap();
}

/// The bytes of a file whose tree was merged: those of a side where it means the same, else mine with the changes put in.
static QByteArray textOf(const DefinitionFile& mine, const DefinitionFile& theirs, const Node& root,
                         const Definition& definition,
                         const std::function<QStringList(const Definition&, const Address& map)>& keyOrder)
{
    if (root.sameValue(theirs.root))
        return theirs.text;
    yaml::KeyOrder order;
    if (keyOrder)
        order = [&](const Node&, const QStringList& map) { return keyOrder(definition, {mine.path, map}); };
    yaml::Splicer splicer(mine.text, mine.root, mine.path, order);
    // An error leaves the text as it was; the merged tree holds only values that were read, so there is none to expect.
    return splicer.set({}, root) ? splicer.text() : mine.text;
}

Merged merge(const Definition& base, const Definition& mine, const Definition& theirs,
             const QHash<QString, Side>& choices,
             const std::function<QStringList(const Definition&, const Address& map)>& keyOrder)
{
    Merged merged;
    QSet<QString> paths;
    for (const Definition* each : {&base, &mine, &theirs}) {
        const auto all = each->allBytes();
        paths += QSet<QString>(all.keyBegin(), all.keyEnd());
    }
    QStringList sorted = paths.values();
    sorted.sort();
    for (const QString& path : sorted) {
        const auto was = base.bytes(path), ours = mine.bytes(path), other = theirs.bytes(path);
        if (other == was || other == ours)
            continue;
        if (ours == was) {
            merged.files.insert(path, other);
            continue;
        }
        const DefinitionFile *myFile = mine.file(path), *theirFile = theirs.file(path), *baseFile = base.file(path);
        if (isReadable(myFile) && isReadable(theirFile) && (!was || isReadable(baseFile))) {
            const Node root = TreeMerge(choices, merged.conflicts)
                                  .node(baseFile ? baseFile->root : Node(), myFile->root, theirFile->root, {path, {}});
            if (!root.sameValue(myFile->root))
                merged.files.insert(path, textOf(*myFile, *theirFile, root, mine, keyOrder));
            continue;
        }
        Conflict conflict;
        conflict.kind = !ours    ? Conflict::Kind::IRemoved
                        : !other ? Conflict::Kind::TheyRemoved
                        : !was   ? Conflict::Kind::BothAdded
                                 : Conflict::Kind::BothChanged;
        conflict.address = {path, {}};
        conflict.taken = choices.value(conflict.address.toString(), Side::Mine);
        if (conflict.taken == Side::Theirs)
            merged.files.insert(path, other);
        merged.conflicts << conflict;
    }
    return merged;
}

} // namespace fw::diff
