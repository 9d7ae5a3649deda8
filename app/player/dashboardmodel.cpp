#include "dashboardmodel.h"

#include <algorithm>

namespace fw::player
{

int TileObject::width() const
{
    if (m_info.width > 0)
        return std::clamp(m_info.width, 2, 12);
    return m_info.kind == u"kpi" ? 3 : 6;
}

void TileObject::arrive(const client::Reply& reply)
{
    m_loaded = true;
    m_problem = reply.ok ? QString() : PlayerApp::problemText(reply);
    if (reply.ok)
        m_answer = reply.result.toVariantMap();
    Q_EMIT changed();
}

DashboardModel::DashboardModel(QObject* parent) : QObject(parent) {}

void DashboardModel::setApp(PlayerApp* app)
{
    if (app == m_app)
        return;
    if (m_app)
        m_app->disconnect(this);
    m_app = app;
    m_records.setApp(app);
    if (app) {
        connect(app, &PlayerApp::described, this, &DashboardModel::describe);
        connect(app, &PlayerApp::dataChanged, this, [this] { m_reload.ask(); });
    }
    Q_EMIT appChanged();
    describe();
}

void DashboardModel::setDashboard(const QString& id)
{
    if (id == m_dashboard)
        return;
    m_dashboard = id;
    describe();
}

QString DashboardModel::label() const
{
    return m_app ? m_app->description().dashboards.value(m_dashboard).label : QString();
}

QVariantList DashboardModel::tileObjects() const
{
    QVariantList objects;
    for (TileObject* tile : m_tiles)
        objects.append(QVariant::fromValue(tile));
    return objects;
}

void DashboardModel::describe()
{
    if (!m_app || !m_app->isReady() || m_dashboard.isEmpty())
        return;
    m_tiles.clear();
    QObject* old = m_root;
    m_root = new QObject(this);
    for (const TileInfo& tile : m_app->description().dashboards.value(m_dashboard).tiles)
        m_tiles.append(new TileObject(tile, m_root));
    Q_EMIT described();
    if (old)
        old->deleteLater();
    reload();
}

void DashboardModel::reload()
{
    if (!m_app)
        return;
    for (TileObject* tile : m_tiles) {
        m_app->call(QStringLiteral("data.tile"),
                    {{QStringLiteral("dashboard"), m_dashboard}, {QStringLiteral("tile"), tile->id()}}, tile,
                    [tile](const client::Reply& reply) { tile->arrive(reply); });
    }
}

void DashboardModel::drill(const QString& tile, const QString& group, const QString& title)
{
    if (!m_app)
        return;
    QJsonObject params{{QStringLiteral("dashboard"), m_dashboard}, {QStringLiteral("tile"), tile}};
    if (!group.isEmpty())
        params.insert(QStringLiteral("group"), group);
    m_app->call(QStringLiteral("data.drill"), params, this, [this, title](const client::Reply& reply) {
        if (!reply.ok) {
            Q_EMIT failed(PlayerApp::problemText(reply));
            return;
        }
        m_records.showDrill(reply.result);
        m_recordsTitle = title;
        Q_EMIT drilled();
    });
}

} // namespace fw::player
