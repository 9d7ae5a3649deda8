#include "inboxmodel.h"

#include <algorithm>

namespace fw::player
{
namespace
{

/// Overdue, then by due time, tasks without one last; of equals the more important, then the older.
bool before(const QJsonObject& a, const QJsonObject& b)
{
    const auto rank = [](const QJsonObject& task) {
        const QString priority = task[u"priority"].toString();
        return priority == u"high" ? 0 : priority == u"low" ? 2 : 1;
    };
    const auto key = [&](const QJsonObject& task) {
        const QString due = task[u"due"].toString();
        return std::tuple(!task[u"overdue"].toBool(), due.isEmpty(),
                          QDateTime::fromString(due, Qt::ISODateWithMs).toMSecsSinceEpoch(), rank(task),
                          task[u"createdAt"].toString());
    };
    return key(a) < key(b);
}

} // namespace

InboxModel::InboxModel(QObject* parent) : QAbstractListModel(parent) {}

void InboxModel::setApp(PlayerApp* app)
{
    if (app == m_app)
        return;
    if (m_app)
        m_app->disconnect(this);
    m_app = app;
    if (app) {
        connect(app, &PlayerApp::described, this, &InboxModel::reload);
        connect(app, &PlayerApp::dataChanged, this, [this](const QString& table) {
            if (table == u"task")
                m_reload.ask();
        });
    }
    Q_EMIT appChanged();
    reload();
}

void InboxModel::setMine(bool mine)
{
    if (mine == m_mine)
        return;
    m_mine = mine;
    Q_EMIT filterChanged();
    reload();
}

void InboxModel::setState(const QString& state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT filterChanged();
    reload();
}

void InboxModel::reload()
{
    if (!m_app || !m_app->isReady())
        return;
    m_loading = true;
    Q_EMIT stateChanged();
    m_app->cancel(m_request);
    m_request = m_app->call(QStringLiteral("data.tasks"),
                            {{QStringLiteral("state"), m_state}, {QStringLiteral("mine"), m_mine}}, this,
                            [this](const client::Reply& reply) {
                                if (reply.id != m_request)
                                    return;
                                m_loading = false;
                                m_problem = reply.ok ? QString() : PlayerApp::problemText(reply);
                                if (reply.ok) {
                                    std::vector<QJsonObject> tasks;
                                    for (const QJsonValue& task : PlayerApp::rowsOf(reply))
                                        tasks.push_back(task.toObject());
                                    std::stable_sort(tasks.begin(), tasks.end(), before);
                                    beginResetModel();
                                    m_tasks = std::move(tasks);
                                    endResetModel();
                                }
                                Q_EMIT stateChanged();
                            });
}

void InboxModel::complete(const QString& id)
{
    const auto it = std::find_if(m_tasks.begin(), m_tasks.end(),
                                 [&](const QJsonObject& task) { return task[u"id"].toString() == id; });
    if (it == m_tasks.end() || !m_app)
        return;
    const QString title = (*it)[u"title"].toString();
    m_app->call(QStringLiteral("data.completeTask"), {{QStringLiteral("id"), id}}, this,
                [this, id, title](const client::Reply& reply) {
                    if (!reply.ok) {
                        Q_EMIT failed(PlayerApp::problemText(reply));
                        reload(); // it may have been handled by someone else
                        return;
                    }
                    const auto done = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const QJsonObject& task) {
                        return task[u"id"].toString() == id;
                    });
                    if (done != m_tasks.end() && m_state == u"open") {
                        const int row = static_cast<int>(done - m_tasks.begin());
                        beginRemoveRows({}, row, row);
                        m_tasks.erase(done);
                        endRemoveRows();
                        Q_EMIT stateChanged();
                    }
                    Q_EMIT completed(title);
                });
}

int InboxModel::overdue() const
{
    return static_cast<int>(std::count_if(m_tasks.begin(), m_tasks.end(),
                                          [](const QJsonObject& task) { return task[u"overdue"].toBool(); }));
}

int InboxModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QString InboxModel::dueText(const QJsonObject& task) const
{
    const QDateTime due = QDateTime::fromString(task[u"due"].toString(), Qt::ISODateWithMs);
    return due.isValid() && m_app ? m_app->formats().dateTime(due) : QString();
}

QVariant InboxModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count() || !m_app)
        return {};
    const QJsonObject& task = m_tasks[static_cast<size_t>(index.row())];
    const QJsonObject subject = task[u"subject"].toObject();
    switch (role) {
    case IdRole: return task[u"id"].toString();
    case Qt::DisplayRole:
    case TitleRole: return task[u"title"].toString();
    case DetailRole: return task[u"detail"].toString();
    case PriorityRole: return task[u"priority"].toString();
    case DueRole: return dueText(task);
    case OverdueRole: return task[u"overdue"].toBool();
    case DoneRole: return task[u"state"].toString() == u"done";
    case PersonRole:
        return m_app->description().userName(task[u"to"].isObject() ? task[u"to"][u"name"].toString()
                                                                    : task[u"to"].toString());
    case TableRole: return subject[u"table"].toString();
    case RecordRole: return subject[u"id"].toString();
    case SubjectRole: return subject[u"title"].toString();
    case GroupRole:
        return m_state == u"done"                  ? tr("Done")
               : task[u"overdue"].toBool()         ? tr("Overdue")
               : task[u"due"].toString().isEmpty() ? tr("No due time")
                                                   : tr("Coming up");
    default: return {};
    }
}

QHash<int, QByteArray> InboxModel::roleNames() const
{
    return {{IdRole, "taskId"},         {TitleRole, "title"},     {DetailRole, "detail"},
            {PriorityRole, "priority"}, {DueRole, "due"},         {OverdueRole, "overdue"},
            {DoneRole, "done"},         {PersonRole, "person"},   {TableRole, "subjectTable"},
            {RecordRole, "subjectId"},  {SubjectRole, "subject"}, {GroupRole, "group"}};
}

} // namespace fw::player
