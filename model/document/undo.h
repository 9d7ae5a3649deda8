#pragma once
#include "address.h"
#include "definition.h"

namespace fw
{

/// What one command did to one file: a splice of its bytes, small enough to keep without end.
struct FileChange {
    QString path;
    bool existedBefore = true;
    bool existsAfter = true;
    int at = 0;
    QByteArray removed;
    QByteArray inserted;

    /// The smallest splice between two states; nothing when they are the same.
    static std::optional<FileChange> between(const QString& path, const std::optional<QByteArray>& before,
                                             const std::optional<QByteArray>& after);
    FileChange inverted() const;
    /// The file's bytes after the change; nothing when it is gone.
    std::optional<QByteArray> applied(const std::optional<QByteArray>& bytes) const;
};

/// One entry of the history: its changes in the order they were made.
struct UndoStep {
    Message name;
    QString mergeKey;
    std::vector<FileChange> changes;
    std::vector<std::pair<Address, Address>> moves;
};

} // namespace fw
