#pragma once
#include "runtime/backup/schedule.h"
#include "runtime/engine/engine.h"

#include <functional>

namespace fw::client
{

/// Who is calling: decides language and rights of every answer.
struct Session {
    QString user; ///< user id
    QStringList roles;
    QString language;
    QString name; ///< of the person: stands beside what is published
};

/// What a host opens.
struct HostOptions {
    /// Run: the app works. Design: a store is looked at and published into; one without an app is opened too, no timer
    /// fires, no message is sent, no person is added.
    enum class Purpose { Run, Design } purpose = Purpose::Run;
    QString storePath;       ///< a file or postgresql://…; "" = a private scratch store
    QByteArray package;      ///< a definition to publish first (Try it); empty = what the store holds
    bool sampleData = false; ///< fill an empty store from the definition's seed/ folder
    QString messagesFolder;  ///< where the file connector writes; "" = beside the store
    QString program;
    backup::Rhythm backups;                      ///< of a kept store
    std::function<void(const Error&)> onTrouble; ///< timers or messages cannot be committed; on the engine's thread
};

/// A running app: the store, the engine and its one thread. It wakes for due timers (sleeping 30 s at most, so that a
/// suspended machine is noticed), fires them, and hands messages to a pool of sending threads, so that no server outside
/// can delay it. When the store cannot be written (disk full, database gone) it tries again every 5 s and raises an
/// incident afterwards. Several hosts may share a database: each is woken by the commits of the others.
class Host
{
public:
    static Result<std::unique_ptr<Host>> start(const HostOptions& options);
    ~Host();

    /// Runs `work` on the engine's thread; several posted together share a durable commit where they only perform commands.
    void post(std::function<void()> work);
    /// Runs `work` there and waits.
    void run(const std::function<void()>& work);
    /// Waits until nothing is due, on its way or waiting to be recorded; retries that are due later do not count. Fails at
    /// once when the store cannot be written. Not on the engine's thread.
    Result<void> untilIdle();
    /// Publishes another definition into the running store (hot reload of Try it); consent is given for scratch stores only.
    Result<void> replaceDefinition(const QByteArray& package);
    /// The same without waiting; `done` is called on the engine's thread.
    void replaceDefinitionLater(const QByteArray& package, std::function<void(const Result<void>&)> done);
    bool isDesign() const;

    // --- on the engine's thread only ---
    engine::Engine& engine();
    store::Store& store();
    const plan::Plan& plan();
    const Clock& clock() const;
    /// Takes over what was published last (by design.apply): plan, connectors, computed columns.
    Result<void> adoptPublished();
    /// When the next timer or message is due; nothing when none waits.
    std::optional<Instant> nextDue();
    /// Called after each commit of this host and of others on the same database, on the engine's thread.
    int addCommitListener(std::function<void()> listener);
    void removeCommitListener(int id);
    void notifyCommit();

private:
    Host() = default;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace fw::client
