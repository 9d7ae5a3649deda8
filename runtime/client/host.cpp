#include "host.h"

#include "model/document/package.h"
#include "runtime/audit/sealer.h"
#include "runtime/automation/outboxdispatch.h"
#include "runtime/backup/publishing.h"
#include "runtime/connectors/connectorset.h"
#include "runtime/plan/compileplan.h"
#include "runtime/platform/bootclock.h"
#include "runtime/store/incidents.h"
#include "runtime/store/publishedplan.h"
#include "runtime/store/users.h"
#include "runtime/transfer/sampledata.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace fw::client
{

/// Sleeps end after this time at the latest, so that a machine that slept itself is noticed (semantics.md, "Missed time").
static constexpr std::chrono::seconds s_longestSleep{30};

/// When a commit failed (disk full, store gone) the host tries again after this, instead of at once and for ever.
static constexpr std::chrono::seconds s_pauseAfterFailure{5};

/// Messages on their way when the program ends get this long to arrive by themselves.
static constexpr std::chrono::seconds s_grace{2};

/// How often a host of a shared store looks for messages that a runtime which ended had begun to send.
static constexpr Instant s_recoverEvery = 30'000;

namespace
{

/// Timers or messages could not be committed.
struct Trouble {
    Error error;
    Instant since = 0;
};

} // namespace

struct Host::Private {
    HostOptions options;
    SystemClock clock;
    RandomIds ids;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<connectors::ConnectorSet> connectors;
    std::unique_ptr<automation::OutboxDispatch> outbox;
    std::unique_ptr<audit::Sealer> sealer; ///< of a store that is kept
    std::unique_ptr<backup::Schedule> backups;
    QTemporaryDir scratch;
    QMap<int, std::function<void()>> listeners;
    int nextListener = 1;
    std::optional<Trouble> trouble;
    Instant recoveredAt = 0;
    int planTaken = 0; ///< number of the published version the connectors are made for

    std::mutex mutex;
    std::condition_variable wake, turned;
    std::deque<std::function<void()>> work;
    bool nudged = false; ///< there is something to do beside `work`
    bool stopping = false;
    bool othersCommitted = false;
    quint64 turnsBegun = 0, turnsEnded = 0;
    std::optional<Result<void>>
        rest; ///< of the last turn: nothing to do before a later time, or why nothing can be done
    std::unique_ptr<store::Watch> watch; // wakes through what stands above
    std::thread thread;

    bool design() const { return options.purpose == HostOptions::Purpose::Design; }
    Result<void> open();
    Result<void> publish(const QByteArray& package);
    Result<void> takePlan();
    Result<void> replace(const QByteArray& package);
    Result<void> ensurePeople();
    void loop();
    bool serve();
    void startSealing();
    void startWatching();
    void followOthers();
    Result<void> recoverMessages();
    QString beside() const;
    void keepBackups();
    void noteTrouble(const Error& error);
    Result<void> endTrouble();
    void nudge();
    std::optional<Instant> nextDue() const;
    std::chrono::milliseconds untilNextDue() const;
};

Result<void> Host::Private::open()
{
    if (options.storePath.isEmpty()) {
        store = store::Store::scratch();
    } else {
        auto opened = store::Store::open(options.storePath, options.program);
        if (!opened)
            return opened.error();
        store = std::move(*opened);
    }
    const bool fresh = store->publishedNumber() == 0;
    if (!options.package.isEmpty()) {
        if (auto published = publish(options.package); !published)
            return published;
    }
    if (auto taken = takePlan(); !taken)
        return taken;
    if (fresh && options.sampleData) {
        auto definition = store::publishedDefinition(store->writer());
        if (!definition)
            return definition.error();
        if (auto filled = transfer::loadSampleData(*engine, **definition); !filled)
            return filled.error();
    }
    if (design())
        return {};
    if (auto people = ensurePeople(); !people)
        return people;
    outbox = std::make_unique<automation::OutboxDispatch>(
        *store, [this](const QString& id) { return connectors->find(id); }, [this] { return &engine->plan(); },
        [this] { nudge(); });
    if (auto recovered = recoverMessages(); !recovered)
        return recovered;
    startSealing();
    const bool isFile = !store->isPrivate() && !store->isShared(); // a server has backups of its own
    backups = std::make_unique<backup::Schedule>(
        isFile ? options.backups : backup::Rhythm(), options.storePath, [this] { return store->reader(); },
        [this] { nudge(); });
    startWatching();
    return {};
}

/// Without its key the chain grows a tail without seals; that is told, and the app runs.
void Host::Private::startSealing()
{
    if (options.storePath.isEmpty())
        return;
    auto made = audit::Sealer::forStore(*store);
    if (made)
        sealer = std::move(*made);
    else if (options.onTrouble)
        options.onTrouble(made.error());
}

void Host::Private::startWatching()
{
    watch = store->watch([this] {
        const std::lock_guard guard(mutex);
        othersCommitted = true;
        nudged = true;
        wake.notify_one();
    });
}

/// What was being sent when its runtime ended. Another one may end at any time, so a shared store is looked through again,
/// while this one has nothing on its way.
Result<void> Host::Private::recoverMessages()
{
    recoveredAt = clock.now();
    const auto recovered = outbox->recover(recoveredAt);
    return recovered ? Result<void>() : Result<void>(recovered.error());
}

/// Where messages and secrets of the store lie: beside its file; for a database in the user's own data.
QString Host::Private::beside() const
{
    if (!store->isShared())
        return options.storePath;
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9.@_-]+"));
    const QString name = store->path().section(QStringLiteral("://"), 1).replace(odd, QStringLiteral("_"));
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/formwright/") +
           name;
}

Result<void> Host::Private::publish(const QByteArray& package)
{
    const auto files = unpack(package);
    if (!files)
        return files.error();
    const auto definition = Definition::fromFiles(*files);
    const QList<store::Published> before = store->published();
    if (!before.isEmpty() && before.last().sha256 == definition->sha256())
        return {}; // it is what the store runs already
    auto plan = plan::compilePlan(*definition);
    if (!plan)
        return plan.error();
    const auto changes = store::planApply(*store, **plan);
    if (!changes)
        return changes.error();
    // Only a scratch store may lose data without being asked.
    const auto published =
        backup::publish(*store, *changes, {package, options.program, {}, store->isPrivate(), clock.now(), true, {}});
    if (!published)
        return published.error();
    return {};
}

Result<void> Host::Private::takePlan()
{
    if (design() && store->publishedNumber() == 0) {
        engine = std::make_unique<engine::Engine>(*store, std::make_shared<const plan::Plan>(), clock, ids);
        return {};
    }
    auto plan = store::publishedPlan(store->writer());
    if (!plan)
        return plan.error();
    engine = std::make_unique<engine::Engine>(*store, *plan, clock, ids);
    planTaken = (*plan)->number;
    if (auto filled = engine->backfill(); !filled)
        return filled.error();
    const QString messages = options.storePath.isEmpty() ? scratch.path() : beside() + QStringLiteral(".messages");
    const connectors::Surroundings around{
        [this](const QString& key) { return store->setting(key); },
        options.messagesFolder.isEmpty() ? messages : options.messagesFolder,
        options.storePath.isEmpty() ? QString() : beside() + QStringLiteral(".secrets"), clock};
    connectors = std::make_unique<connectors::ConnectorSet>(**plan, around);
    return {};
}

/// A store without people gets its first administrator, so that somebody can sign in.
Result<void> Host::Private::ensurePeople()
{
    const QList<store::User> people = store::users(store->writer());
    const bool hasAdmin = std::any_of(people.begin(), people.end(), [](const store::User& user) {
        return user.roles.contains(QLatin1String("admin"));
    });
    if (hasAdmin)
        return {};
    store::User admin;
    admin.id = ids.next(clock.now());
    admin.login = QStringLiteral("admin");
    admin.name = Message(FW_MSG("Administrator")).text();
    admin.roles = {QStringLiteral("admin")};
    return store->commit([&] { store::saveUser(store->writer(), admin, clock.now()); });
}

std::optional<Instant> Host::Private::nextDue() const
{
    std::optional<Instant> due = engine->nextDue();
    if (const auto message = outbox ? outbox->nextDue() : std::nullopt; message && (!due || *message < *due))
        due = message;
    return due;
}

std::chrono::milliseconds Host::Private::untilNextDue() const
{
    if (design())
        return s_longestSleep;
    if (trouble) // a full disk does not mend itself in a millisecond
        return s_pauseAfterFailure;
    std::optional<Instant> due = nextDue();
    for (const auto& other : {sealer ? sealer->nextDue() : std::nullopt, backups->nextDue()}) {
        if (other && (!due || *other < *due))
            due = other;
    }
    const qint64 longest = std::chrono::milliseconds(s_longestSleep).count();
    return std::chrono::milliseconds(due ? std::clamp<qint64>(*due - clock.now(), 0, longest) : longest);
}

void Host::Private::nudge()
{
    const std::lock_guard guard(mutex);
    nudged = true;
    wake.notify_one();
}

void Host::Private::loop()
{
    auto sleep = untilNextDue();
    std::unique_lock lock(mutex);
    while (!stopping) {
        if (work.empty() && !nudged)
            wake.wait_for(lock, sleep, [this] { return stopping || nudged || !work.empty(); });
        const bool others = std::exchange(othersCommitted, false);
        std::deque<std::function<void()>> now;
        now.swap(work);
        nudged = false;
        ++turnsBegun;
        lock.unlock();
        if (others)
            followOthers();
        for (const auto& each : now)
            each();
        const bool atRest = serve();
        sleep = untilNextDue(); // asks the store: not while others wait for the lock
        lock.lock();
        rest.reset();
        if (trouble)
            rest = Result<void>(trouble->error);
        else if (atRest)
            rest = Result<void>();
        turnsEnded = turnsBegun;
        turned.notify_all();
    }
    lock.unlock();
    for (const auto& each : work) // what was posted last (a client's farewell) still runs
        each();
    backups.reset();
    if (outbox)
        (void)outbox->stop(clock.now(), s_grace); // what cannot be recorded now is in doubt at the next start
    if (sealer)
        (void)sealer->seal(clock.now()); // or at the next start
}

/// Another runtime has committed: its version of the app is taken over, and whoever looks at lists is told.
void Host::Private::followOthers()
{
    const int number = store->publishedNumber();
    if (number != 0 && number != planTaken) {
        if (auto taken = takePlan(); !taken)
            noteTrouble(taken.error());
    }
    for (const auto& listener : std::as_const(listeners))
        listener();
}

/// Due timers, then messages: a few at a time, so that requests of people are not kept waiting. True when nothing is left
/// to do before a later time.
bool Host::Private::serve()
{
    if (design())
        return true;
    Error why;
    const int fired = engine->runDue(50, engine::TimeReading{clock.now(), platform::millisSinceBoot()}, &why);
    if (fired < 0)
        noteTrouble(why);
    const auto recorded = outbox->turn(clock.now());
    if (!recorded)
        noteTrouble(recorded.error());
    const auto sealed = sealer ? sealer->sealNowAndThen(clock.now()) : Result<int>(0);
    if (!sealed)
        noteTrouble(sealed.error());
    Result<void> recovered;
    if (store->isShared() && outbox->idle() && clock.now() - recoveredAt >= s_recoverEvery)
        recovered = recoverMessages();
    if (!recovered)
        noteTrouble(recovered.error());
    if (fired >= 0 && recorded && sealed && recovered && trouble) {
        if (auto ended = endTrouble(); !ended)
            noteTrouble(ended.error());
    }
    keepBackups();
    if (fired > 0 || (recorded && *recorded > 0)) {
        for (const auto& listener : std::as_const(listeners))
            listener();
    }
    const std::optional<Instant> due = nextDue();
    return !trouble && outbox->idle() && !backups->running() && (!due || *due > clock.now());
}

void Host::Private::keepBackups()
{
    if (const auto failure = backups->takeFailure()) {
        if (options.onTrouble)
            options.onTrouble(*failure);
        const Problem problem = failure->problems().value(0);
        (void)store->commit([&] {
            store::raiseIncident(store->writer(),
                                 {0,
                                  clock.now(),
                                  QStringLiteral("backup.failed"),
                                  Message(FW_MSG("The backup failed: %1"), {problem.what.text()}).text(),
                                  problem.remedy.text(),
                                  {},
                                  {},
                                  {},
                                  {},
                                  true});
        });
    }
    const auto due = backups->nextDue();
    if (!due || *due > clock.now())
        return;
    if (sealer)
        (void)sealer->seal(clock.now()); // so that the backup's head is the newest
    backups->begin(clock.now());
}

void Host::Private::noteTrouble(const Error& error)
{
    if (trouble)
        return;
    trouble = Trouble{error, clock.now()};
    if (options.onTrouble)
        options.onTrouble(error);
}

/// The store can be written again as soon as the incident that tells of it can.
Result<void> Host::Private::endTrouble()
{
    const Problem problem = trouble->error.problems().value(0);
    auto told = store->commit([&] {
        store::raiseIncident(
            store->writer(),
            {0,
             clock.now(),
             problem.code,
             Message(FW_MSG("From %1 on nothing could be stored: %2 What was due waited and goes on now."),
                     {formatInstant(trouble->since), problem.what.text()})
                 .text(),
             problem.remedy.text(),
             {},
             {},
             {},
             {},
             true});
    });
    if (told)
        trouble.reset();
    return told;
}

Result<std::unique_ptr<Host>> Host::start(const HostOptions& options)
{
    std::unique_ptr<Host> host(new Host);
    host->d = std::make_unique<Private>();
    host->d->options = options;
    // The store is opened on the thread that will use it.
    std::optional<Result<void>> opened;
    std::mutex mutex;
    std::condition_variable done;
    host->d->thread = std::thread([d = host->d.get(), &opened, &mutex, &done] {
        Result<void> result = d->open();
        const bool ok = result.ok();
        {
            const std::lock_guard guard(mutex);
            opened = std::move(result);
            done.notify_one();
        }
        if (ok)
            d->loop();
    });
    std::unique_lock lock(mutex);
    done.wait(lock, [&] { return opened.has_value(); });
    if (!*opened)
        return opened->error();
    return host;
}

Host::~Host()
{
    {
        const std::lock_guard guard(d->mutex);
        d->stopping = true;
        d->wake.notify_one();
    }
    d->watch.reset();
    if (d->thread.joinable())
        d->thread.join();
}

void Host::post(std::function<void()> work)
{
    const std::lock_guard guard(d->mutex);
    d->work.push_back(std::move(work));
    d->wake.notify_one();
}

void Host::run(const std::function<void()>& work)
{
    std::mutex mutex;
    std::condition_variable finished;
    bool done = false;
    post([&] {
        work();
        const std::lock_guard guard(mutex);
        done = true;
        finished.notify_one();
    });
    std::unique_lock lock(mutex);
    finished.wait(lock, [&] { return done; });
}

Result<void> Host::untilIdle()
{
    std::unique_lock lock(d->mutex);
    const quint64 begun = d->turnsBegun;
    d->nudged = true;
    d->wake.notify_one();
    d->turned.wait(lock, [&] { return d->turnsEnded > begun && d->rest; });
    return *d->rest;
}

Result<void> Host::Private::replace(const QByteArray& package)
{
    const Result<void> published = publish(package);
    return published ? takePlan() : published;
}

Result<void> Host::replaceDefinition(const QByteArray& package)
{
    Result<void> result;
    run([&] { result = d->replace(package); });
    return result;
}

void Host::replaceDefinitionLater(const QByteArray& package, std::function<void(const Result<void>&)> done)
{
    post([this, package, done] { done(d->replace(package)); });
}

bool Host::isDesign() const
{
    return d->design();
}
const Clock& Host::clock() const
{
    return d->clock;
}
Result<void> Host::adoptPublished()
{
    return d->takePlan();
}
engine::Engine& Host::engine()
{
    return *d->engine;
}
store::Store& Host::store()
{
    return *d->store;
}
const plan::Plan& Host::plan()
{
    return d->engine->plan();
}
std::optional<Instant> Host::nextDue()
{
    return d->nextDue();
}

int Host::addCommitListener(std::function<void()> listener)
{
    d->listeners.insert(d->nextListener, std::move(listener));
    return d->nextListener++;
}

void Host::removeCommitListener(int id)
{
    d->listeners.remove(id);
}

void Host::notifyCommit()
{
    for (const auto& listener : std::as_const(d->listeners))
        listener();
}

} // namespace fw::client
