#include "watch.h"
#include "pgsession.h"
#include "runtime/platform/socketwait.h"

#include <atomic>
#include <thread>

namespace fw::store
{

using namespace std::chrono_literals;
using platform::SocketWait;

struct Watch::Private {
    pg::Session session;
    const QByteArray self;
    const std::function<void()> changed;
    SocketWait waiter;
    std::atomic<bool> stopping = false;
    std::thread thread;

    void loop();
    bool listen();
    void takeNotices();
};

QByteArray Watch::channel()
{
    return "'formwright_' || hashtext(current_schema())";
}

/// Begins to listen; what happened before may have been missed, so it counts as a change.
bool Watch::Private::listen()
{
    if (!session.open())
        return false;
    const QByteArray listen = "DO $$ BEGIN EXECUTE format('LISTEN %I', " + channel() + "); END $$";
    PGresult* done = PQexec(session.handle(), listen.constData());
    const bool ok = PQresultStatus(done) == PGRES_COMMAND_OK;
    PQclear(done);
    if (ok)
        changed();
    return ok;
}

void Watch::Private::takeNotices()
{
    if (!PQconsumeInput(session.handle()))
        return; // broken: the loop connects anew
    bool others = false;
    while (PGnotify* notice = PQnotifies(session.handle())) {
        others = others || self != notice->extra;
        PQfreemem(notice);
    }
    if (others)
        changed();
}

void Watch::Private::loop()
{
    while (!stopping) {
        if (session.isBroken() && !listen()) {
            waiter.wait(-1, false, 1s);
            continue;
        }
        if (waiter.wait(PQsocket(session.handle()), false, 60s) == SocketWait::Result::Ready)
            takeNotices();
    }
}

Watch::Watch(const QString& place, const QByteArray& self, std::function<void()> changed)
    : d(new Private{{place, true}, self, std::move(changed), {}, {}, {}})
{
    d->thread = std::thread([this] { d->loop(); });
}

Watch::~Watch()
{
    d->stopping = true;
    d->waiter.wake();
    d->thread.join();
}

} // namespace fw::store
