#include "livetiles.h"

#include "runtime/client/client.h"

#include <QPointer>

namespace fw::studio
{

LiveTiles::LiveTiles(Session& session, const ProblemList& problems, SampleRun& run)
    : m_session(session), m_problems(problems), m_run(run)
{
    connect(&run, &SampleRun::changed, this, &LiveTiles::ask);
    connect(&problems, &ProblemList::counted, this, &LiveTiles::changed);
}

void LiveTiles::setDashboard(const QString& id)
{
    if (id == m_dashboard)
        return;
    m_dashboard = id;
    m_tiles.clear();
    Q_EMIT dashboardChanged();
    if (!id.isEmpty())
        m_run.want();
    ask();
}

QString LiveTiles::reason() const
{
    if (!m_session.isOpen())
        return {};
    if (m_problems.errors() > 0)
        return tr("Sketches: figures come when the errors of the app are mended (%1).").arg(m_problems.errors());
    return m_run.reason().isEmpty() ? QString() : tr("Sketches: %1").arg(m_run.reason());
}

void LiveTiles::ask()
{
    ++m_round;
    m_waiting = 0;
    client::Client* client = m_run.client();
    if (!client || m_dashboard.isEmpty()) {
        m_tiles.clear();
        Q_EMIT changed();
        return;
    }
    m_waiting = 1;
    const int round = m_round;
    client->send(QStringLiteral("data.describe"), {}, [this, round](const client::Reply& reply) {
        if (round != m_round)
            return;
        m_waiting = 0;
        askTiles(
            reply.result[QLatin1String("dashboards")][m_dashboard][QLatin1String("tiles")].toArray().toVariantList());
    });
    Q_EMIT changed();
}

void LiveTiles::askTiles(const QVariantList& described)
{
    QVariantMap fresh;
    for (const QVariant& tile : described) {
        const QString id = tile.toMap()[QStringLiteral("id")].toString();
        QVariantMap entry = m_tiles.value(id).toMap(); // the figures before stay on screen until the new ones are there
        entry.insert(QStringLiteral("description"), tile);
        fresh.insert(id, entry);
    }
    m_tiles = fresh;
    const int round = m_round;
    for (const QString& id : fresh.keys()) {
        ++m_waiting;
        m_run.client()->send(QStringLiteral("data.tile"), {{"dashboard", m_dashboard}, {"tile", id}},
                             [this, round, id](const client::Reply& reply) {
                                 if (round != m_round)
                                     return;
                                 --m_waiting;
                                 QVariantMap entry = m_tiles.value(id).toMap();
                                 entry.insert(QStringLiteral("answer"), reply.result.toVariantMap());
                                 entry.insert(QStringLiteral("problem"),
                                              reply.ok ? QString()
                                                       : reply.problems.value(0)[QLatin1String("text")].toString());
                                 m_tiles.insert(id, entry);
                                 Q_EMIT changed();
                             });
    }
    Q_EMIT changed();
}

} // namespace fw::studio
