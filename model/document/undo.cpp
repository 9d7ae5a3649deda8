#include "undo.h"

namespace fw
{

std::optional<FileChange> FileChange::between(const QString& path, const std::optional<QByteArray>& before,
                                              const std::optional<QByteArray>& after)
{
    if (before == after)
        return std::nullopt;
    const QByteArray old = before.value_or(QByteArray());
    const QByteArray fresh = after.value_or(QByteArray());
    const qsizetype shorter = std::min(old.size(), fresh.size());
    const qsizetype head = std::mismatch(old.begin(), old.begin() + shorter, fresh.begin()).first - old.begin();
    qsizetype tail = 0;
    while (tail < shorter - head && old[old.size() - 1 - tail] == fresh[fresh.size() - 1 - tail])
        ++tail;
    return FileChange{path,
                      before.has_value(),
                      after.has_value(),
                      static_cast<int>(head),
                      old.mid(head, old.size() - head - tail),
                      fresh.mid(head, fresh.size() - head - tail)};
}

FileChange FileChange::inverted() const
{
    return {path, existsAfter, existedBefore, at, inserted, removed};
}

std::optional<QByteArray> FileChange::applied(const std::optional<QByteArray>& bytes) const
{
    if (!existsAfter)
        return std::nullopt;
    return bytes.value_or(QByteArray()).replace(at, removed.size(), inserted);
}

} // namespace fw
