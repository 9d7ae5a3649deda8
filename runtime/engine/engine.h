#pragma once
#include "unit.h"

#include <QJsonObject>

namespace fw::automation
{
struct RunPolicy;
}

namespace fw::engine
{

/// A request that changes something, as the client, feed, import and stories make it. Values come as they were sent
/// (JSON); the record service converts and validates them by field type.
struct Command {
    enum class Kind {
        Create,
        Update,
        Delete,
        Event,
        Consent,
        CompleteTask,
        Link,
        Button,
        Enrol,
        Operate,
        Webhook
    } kind = Kind::Create;
    QString key;  ///< idempotency key; "" = none
    QString user; ///< acting user's id; "" = the system
    bool quiet = false;
    QString table;
    QString id;                    ///< record or task id
    QJsonObject match;             ///< instead of id: field → value, must find exactly one record
    std::optional<qint64> version; ///< optimistic lock
    QJsonObject values;
    /// Of Create and Update: rows of other tables that point to the record, written in the same unit. "order.customer" →
    /// [{values}, {id, version, values}, {id, remove: true}].
    QJsonObject rows;
    QString event;
    QJsonObject person; ///< identity kind → value, or {"id": record}
    std::optional<Instant> at;
    QString channel;
    QString purpose; ///< of Consent
    bool granted = true;
    QString form;              ///< of Create and Update: the form that was filled in
    QString workflow, trigger; ///< of Button (with id), Enrol (all that it matches now), Webhook (values: the body)
    QString action; ///< of Operate, on `table` (run | message | workflow | clock) and `id`: automation/operate.h
};

struct Outcome {
    bool ok = false;
    bool repeated = false; ///< answered from the first result of the same key
    qint64 seq = 0;        ///< of the cause row
    QString id;            ///< record, event or task id
    qint64 version = 0;
    QString outcome;            ///< "created" | "merged" | "updated" | "deleted" | "stored" | "refused" | "started" …
    QList<Problem> problems;    ///< when not ok: each with code; place.element names the field
    QJsonObject toJson() const; ///< the answer line of `feed` without its key
};

/// What the driver reads off the machine: the wall clock, and the time since the machine was switched on, sleep included.
/// Within one boot they go alike unless somebody sets the clock.
struct TimeReading {
    Instant wall = 0;
    qint64 sinceBoot = 0; ///< ms
};

/// Executes a plan on a store: the step function of semantics.md over (store, now, ids). No clock, thread, socket or
/// random call inside: time comes from the injected Clock, chance from Ids. One thread at a time.
///
/// The order inside a unit: write → computed fields → scores → segments → enrolments, stop rules and timers → audit and
/// change feed. Activations of runs follow, each as its own unit; a failing activation becomes an incident and never
/// undoes its cause. Several units share one durable commit.
class Engine
{
public:
    Engine(store::Store& store, std::shared_ptr<const plan::Plan> plan, const Clock& clock, Ids& ids);
    ~Engine();

    const plan::Plan& plan() const;
    store::Store& store();
    Instant now() const;

    /// Performs commands in order, each in a savepoint of its own, all in one durable commit (group commit) together with
    /// the activations they start. Nothing is acknowledged before that commit: when it fails every outcome says so.
    QList<Outcome> perform(const QList<Command>& commands);
    Outcome perform(const Command& command);
    /// Runs `work` as one unit of `cause` in a durable commit of its own: facts are followed like those of a command. Gives
    /// the cause's seq. When `work` fails nothing of the unit stands. For imports, whose rows are not commands.
    Result<qint64> perform(const Cause& cause, const std::function<Result<void>(Unit&)>& work);

    /// Fills columns that apply left to be computed (a new rollup, another formula); workflows do not start. Nothing to do
    /// costs one look. Gives the number of records looked at.
    Result<qint64> backfill();

    /// The instant at which the next timer is due; nothing when none waits.
    std::optional<Instant> nextDue() const;
    /// Fires timers due at or before now, in due order (while much is overdue, people's work first), at most `limit`, in one
    /// durable commit; returns how many, -1 when the commit failed (then nothing of it stands and the timers are still due).
    /// `why`: then the reason. `reading`: the machine's clocks, when the driver has them: a jump of the clock is noticed by them.
    int runDue(int limit = 1000, std::optional<TimeReading> reading = {}, Error* why = nullptr);
    /// How many records a trigger matches as they stand: what a person is offered to enrol after switching a workflow on.
    Result<qint64> countExisting(const QString& workflow, const QString& trigger);
    /// Moves or stops the live runs of earlier definitions, in batches with a commit each. Gives how many commits it took.
    /// Errors: publish.no_target (nothing was done), those of the store.
    Result<int> settleRuns(const automation::RunPolicy& policy);
    /// Reloads the plan when another publish has moved the store's definition number.
    Result<void> reloadPlan();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace fw::engine
