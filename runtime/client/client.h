#pragma once
#include "model/base/result.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace fw::client
{

/// One call, serialisable as it stands. Methods and their parameters are listed in client/README.md:
/// data.* (list, get, create, update, remove, count, tasks, completeTask, button, tile, timeline, reasons, describe),
/// design.* (plan, apply, published), admin.* (users, settings, status).
struct Request {
    quint64 id = 0;  ///< for cancel and for matching the reply
    QString session; ///< opened by admin.login; decides user and roles
    QString method;
    QJsonObject params; ///< decimals as strings, instants as ISO 8601 with offset
    QByteArray encode() const;
    static Result<Request> decode(const QByteArray& bytes);
};

struct Reply {
    quint64 id = 0;
    bool ok = false;
    QJsonObject result;
    QList<QJsonObject> problems; ///< Problem::toJson() in the session's language, when not ok
    QByteArray encode() const;
    static Result<Reply> decode(const QByteArray& bytes);
};

/// The one interface the player uses. Asynchronous: the handler is called later, once, on the caller's thread (through
/// its event loop) unless the call was cancelled. Permissions are enforced behind it.
class Client
{
public:
    using Handler = std::function<void(const Reply&)>;
    virtual ~Client() = default;
    /// Returns the id given to the request.
    virtual quint64 send(const QString& method, const QJsonObject& params, Handler handler) = 0;
    virtual void cancel(quint64 id) = 0;
    /// Called with {table, id, fields} after commits of others or of this client (the change feed); empty = unsubscribe.
    virtual void subscribe(std::function<void(const QJsonObject&)> changes) = 0;
};

} // namespace fw::client
