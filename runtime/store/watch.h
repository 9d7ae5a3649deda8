#pragma once
#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace fw::store
{

/// Tells that another runtime has committed something to the same database (LISTEN). It only wakes: what changed is read from
/// the tables. It has a thread and a connection of its own and connects anew by itself.
class Watch
{
public:
    /// Calls `changed` on the watch's thread; commits of the runtime `self` are passed over.
    Watch(const QString& place, const QByteArray& self, std::function<void()> changed);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// The channel of the store a connection is in, as an SQL expression.
    static QByteArray channel();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace fw::store
