#pragma once
#include "difference.h"

#include <QHash>

#include <functional>
#include <optional>

namespace fw::diff
{

enum class Side { Mine, Theirs };

/// Something that both sides changed in different ways.
struct Conflict {
    enum class Kind {
        BothChanged, ///< one value, two new ones
        TheyRemoved, ///< I changed what they removed
        IRemoved,    ///< they changed what I removed
        BothAdded    ///< both made something of one id, differently
    } kind = Kind::BothChanged;
    Address address;               ///< of the value or element; of a file with an empty path
    yaml::Node base, mine, theirs; ///< missing where it is not there; all missing for files that are no YAML
    Side taken = Side::Mine;
};

struct Merged {
    QMap<QString, std::optional<QByteArray>> files; ///< what differs from mine: new bytes, or none for a file that goes
    QList<Conflict> conflicts;
};

/// Brings two versions that come from one base together, by id and meaning: elements by their ids, maps key by key. What
/// only one side changed is taken; what both changed differently is a conflict and is taken from the side that `choices`
/// names for its address (as text), else from mine. A file that only they changed comes with their bytes; in a file that
/// both changed mine keeps its text and comments wherever its meaning stays.
/// `keyOrder` as in DocumentOptions: where new keys go.
Merged merge(const Definition& base, const Definition& mine, const Definition& theirs,
             const QHash<QString, Side>& choices = {},
             const std::function<QStringList(const Definition&, const Address& map)>& keyOrder = {});

} // namespace fw::diff
