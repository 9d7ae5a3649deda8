#include "samplerun.h"

#include "model/document/package.h"
#include "runtime/client/inprocessclient.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QPointer>
#include <QThreadPool>

namespace fw::studio
{

namespace
{
constexpr int reloadMs = 500; ///< edits in quick succession are one reload
}

struct SampleRun::Running {
    std::unique_ptr<client::Host> host;
    std::unique_ptr<client::Client> client; // goes first: it speaks to the host
};

SampleRun::SampleRun(Session& session, const ProblemList& problems) : m_session(session), m_problems(problems)
{
    m_later.setSingleShot(true);
    m_later.setInterval(reloadMs);
    connect(&m_later, &QTimer::timeout, this, &SampleRun::follow);
    connect(&session, &Session::edited, this, [this] {
        if (m_wanted)
            m_later.start();
    });
    connect(&session, &Session::documentChanged, this, [this] {
        m_wanted = false;
        m_later.stop();
        stop({});
    });
    connect(&session, &Session::languageChanged, this, [this] {
        stop({}); // labels come in the session's language
        if (m_wanted)
            m_later.start();
    });
}

SampleRun::~SampleRun() = default;

client::Client* SampleRun::client() const
{
    return m_running ? m_running->client.get() : nullptr;
}

void SampleRun::want()
{
    if (m_wanted || !m_session.isOpen())
        return;
    m_wanted = true;
    m_later.start(0);
}

void SampleRun::stop(const QString& reason)
{
    const bool news = m_running || reason != m_reason;
    ++m_epoch;
    m_busy = false;
    m_again = false;
    m_running.reset();
    m_package.clear();
    m_reason = reason;
    if (news)
        Q_EMIT changed();
}

/// Sample data is read once: another seed needs another store.
QByteArray SampleRun::seedMark() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto& assets = m_session.definition().assets();
    for (auto it = assets.begin(); it != assets.end(); ++it)
        if (it.key().startsWith(QLatin1String("seed/"))) {
            hash.addData(it.key().toUtf8());
            hash.addData(it.value());
        }
    return hash.result();
}

void SampleRun::follow()
{
    if (!m_wanted || !m_session.isOpen())
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    const QByteArray package = pack(m_session.definition());
    if (package == m_package && m_running)
        return;
    const QByteArray seed = seedMark();
    m_package = package;
    if (m_running && seed == m_seed)
        replace(package);
    else
        start(package, seed);
}

void SampleRun::start(const QByteArray& package, const QByteArray& seed)
{
    m_running.reset();
    m_seed = seed;
    m_busy = true;
    const int epoch = m_epoch;
    QPointer<SampleRun> self(this);
    client::HostOptions options;
    options.package = package;
    options.sampleData = true;
    options.program = QStringLiteral("Formwright");
    QThreadPool::globalInstance()->start([self, options, epoch] {
        auto started = std::make_shared<Result<std::unique_ptr<client::Host>>>(client::Host::start(options));
        QMetaObject::invokeMethod(
            qApp,
            [self, started, epoch] {
                if (!self || self->m_epoch != epoch)
                    return;
                self->m_busy = false;
                if (!*started) {
                    self->stop(Session::words(started->error()));
                    return;
                }
                auto running = std::make_unique<Running>();
                running->host = std::move(**started);
                auto client =
                    client::InProcessClient::open(*running->host, QStringLiteral("admin"), self->m_session.language());
                if (!client) {
                    self->stop(Session::words(client.error()));
                    return;
                }
                running->client = std::move(*client);
                self->m_running = std::move(running);
                self->m_reason.clear();
                Q_EMIT self->changed();
                if (std::exchange(self->m_again, false))
                    self->follow();
            },
            Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void SampleRun::replace(const QByteArray& package)
{
    m_busy = true;
    const int epoch = m_epoch;
    QPointer<SampleRun> self(this);
    m_running->host->replaceDefinitionLater(package, [self, epoch](const Result<void>& replaced) {
        const QString problem = replaced ? QString() : Session::words(replaced.error());
        QMetaObject::invokeMethod(
            qApp,
            [self, epoch, problem] {
                if (!self || self->m_epoch != epoch)
                    return;
                self->m_busy = false;
                self->m_reason = problem;
                Q_EMIT self->changed();
                if (std::exchange(self->m_again, false))
                    self->follow();
            },
            Qt::QueuedConnection);
    });
}

} // namespace fw::studio
