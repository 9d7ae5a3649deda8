#pragma once
#include "model/document/definition.h"

#include <QJsonArray>

/// What two versions of a definition do differently, by id and meaning, and how two of them come together again.
namespace fw::diff
{

/// One difference. Order of keys, comments, quotes and line breaks mean nothing and are none.
struct Difference {
    enum class Kind {
        Added,   ///< `after` is new
        Removed, ///< `before` is gone
        Renamed, ///< another id (the new version says so under `was:`); `before` and `after` are both set
        Moved,   ///< into another list, or to another place of its list (then both addresses are equal)
        Changed  ///< the value of `key` in the element differs
    } kind = Kind::Changed;
    Address before;  ///< the file or element in the first version; empty for Added
    Address after;   ///< … in the second version; empty for Removed
    QStringList key; ///< of Changed: the keys below the element, outermost first; empty for a file that is no YAML
    yaml::Node was;  ///< of Changed: the value in the first version; missing when the key was not written
    yaml::Node now;  ///< … in the second version
};

/// Files in path order; within a file in the order of the second version, what is gone after what is there.
/// Elements are the same when their id is, or when the second names the first's id under `was:`.
QList<Difference> difference(const Definition& before, const Definition& after);

/// A difference as a person reads it, in one language. Sentences are left to the screen.
struct Wording {
    QString sort;  ///< "Field"
    QString title; ///< "Phone"
    QString place; ///< "Customer"
    QString key;   ///< "Label"; "" unless Changed
    QString was;   ///< of Changed; of Renamed and Moved: the former id or place
    QString now;
};
/// All differences, worded, as JSON: [{kind: added, removed, renamed, moved, changed; before, after (addresses, "" = none), engine,
/// icon, file (its title), sort, title, place, key, was, now}].
QJsonArray differencesJson(const Definition& before, const Definition& after, const QString& language);
Wording wording(const Difference& difference, const Definition& before, const Definition& after,
                const QString& language);

} // namespace fw::diff
