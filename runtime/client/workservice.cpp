#include "service.h"

#include "runtime/analytics/analytics.h"
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/store/inbox.h"

namespace fw::client
{

Result<QJsonObject> Service::tasks(Call& call)
{
    store::TaskFilter filter;
    filter.state = call.params[QLatin1String("state")].toString();
    filter.toUser = call.params[QLatin1String("mine")].toBool(true) ? call.session.user : QString();
    filter.limit = 500;
    QJsonArray rows;
    for (const store::Task& task : store::tasks(connection(), filter)) {
        const plan::Table* table = m_host.plan().findTable(task.table);
        const bool subjectSeen = table && seen(call, *table, task.record).ok();
        // One's own tasks are one's own; those of others show what they are about.
        if (task.toUser != call.session.user && !subjectSeen && !call.access.isAdmin())
            continue;
        QJsonObject row{{"id", task.id},
                        {"title", task.title},
                        {"detail", task.detail},
                        {"priority", task.priority},
                        {"state", task.state},
                        {"to", QJsonObject{{"id", task.toUser}, {"name", call.display.userName(task.toUser)}}},
                        {"createdAt", call.display.iso(task.createdAt)}};
        if (task.due) {
            row["due"] = call.display.iso(*task.due);
            row["overdue"] = task.state == QLatin1String("open") && *task.due < m_host.engine().now();
        }
        if (task.doneAt)
            row["doneAt"] = call.display.iso(*task.doneAt);
        if (subjectSeen)
            row["subject"] = QJsonObject{{"table", task.table},
                                         {"id", task.record},
                                         {"title", call.display.recordTitle(task.table, task.record)}};
        rows.append(row);
    }
    return QJsonObject{{"rows", rows}, {"open", store::openTasks(connection(), call.session.user)}};
}

Result<QJsonObject> Service::completeTask(Call& call)
{
    engine::Command command;
    command.kind = engine::Command::Kind::CompleteTask;
    command.id = call.params[QLatin1String("id")].toString();
    const auto task = store::findTask(connection(), command.id);
    // A task belongs to one person; nobody else closes it from the player.
    if (!task || task->toUser != call.session.user)
        return denied();
    return write(call, std::move(command));
}

/// Who may press a button: the roles it names, else whoever may change the record.
static bool mayPress(const Access& access, const Session& session, const plan::Trigger& trigger,
                     const std::shared_ptr<const engine::Record>& record)
{
    if (trigger.roles.empty() || session.roles.contains(QLatin1String("admin")))
        return access.allows(*record->table, record, Access::Action::Change);
    return std::any_of(trigger.roles.begin(), trigger.roles.end(),
                       [&session](const QString& role) { return session.roles.contains(role); });
}

QJsonArray Service::buttonsOf(Call& call, const std::shared_ptr<const engine::Record>& record)
{
    QJsonArray buttons;
    const engine::SubjectEnvironment environment(connection(), m_host.plan(), m_host.engine().now(), record->id);
    records::Evaluation evaluate(connection(), m_host.plan(), environment);
    evaluate.setRecord(record);
    for (const plan::Workflow& workflow : m_host.plan().workflows) {
        for (const plan::Trigger& trigger : workflow.triggers) {
            if (trigger.kind == plan::Trigger::Kind::Button && workflow.enabled &&
                workflow.table == record->table->id && mayPress(call.access, call.session, trigger, record) &&
                (!trigger.condition || evaluate(trigger.condition).isTrue()))
                buttons.append(QJsonObject{{"workflow", workflow.id},
                                           {"trigger", trigger.id},
                                           {"label", trigger.label.in(call.session.language)}});
        }
    }
    return buttons;
}

Result<QJsonObject> Service::button(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table)
        return table.error();
    const auto record = seen(call, **table, call.params[QLatin1String("id")].toString());
    if (!record)
        return record.error();
    engine::Command command;
    command.kind = engine::Command::Kind::Button;
    command.table = (*table)->id;
    command.id = (*record)->id;
    command.workflow = call.params[QLatin1String("workflow")].toString();
    command.trigger = call.params[QLatin1String("trigger")].toString();
    const plan::Workflow* workflow = m_host.plan().findWorkflow(command.workflow);
    const plan::Trigger* trigger =
        workflow && workflow->table == (*table)->id ? workflow->findTrigger(command.trigger) : nullptr;
    if (!trigger || trigger->kind != plan::Trigger::Kind::Button ||
        !mayPress(call.access, call.session, *trigger, *record))
        return denied();
    return write(call, std::move(command));
}

static const plan::Tile* findTile(const plan::Plan& plan, const QJsonObject& params)
{
    const plan::Dashboard* dashboard = plan.findDashboard(params[QLatin1String("dashboard")].toString());
    if (!dashboard)
        return nullptr;
    const QString id = params[QLatin1String("tile")].toString();
    const auto it = std::find_if(dashboard->tiles.begin(), dashboard->tiles.end(),
                                 [&](const plan::Tile& tile) { return tile.id == id; });
    return it == dashboard->tiles.end() ? nullptr : &*it;
}

/// Filters as the client sends them: [{path, every?, value}] with the value as text or null.
static std::vector<analytics::Filter> filtersOf(const QJsonObject& params)
{
    std::vector<analytics::Filter> filters;
    for (const QJsonValue& each : params[QLatin1String("filters")].toArray()) {
        const QJsonObject json = each.toObject();
        const QJsonValue value = json[QLatin1String("value")];
        const QString every = json[QLatin1String("every")].toString();
        const auto day = every.isEmpty() ? std::nullopt : feel::Date::fromString(value.toString());
        filters.push_back({json[QLatin1String("path")].toString(), every,
                           day                ? feel::Value(*day)
                           : value.isString() ? feel::Value(value.toString())
                           : value.isBool()   ? feel::Value(value.toBool())
                                              : feel::Value()});
    }
    return filters;
}

static analytics::Request requestOf(const plan::Tile& tile, const QJsonObject& params, const Access& access,
                                    const Session& session, Instant now)
{
    analytics::Request request;
    request.tile = &tile;
    request.now = now;
    request.me = session.user;
    request.language = session.language;
    request.rowScope = access.scopes();
    request.filters = filtersOf(params);
    return request;
}

Result<QJsonObject> Service::tile(Call& call)
{
    const plan::Tile* tile = findTile(m_host.plan(), call.params);
    if (!tile)
        return denied();
    const auto result = analytics::tile(
        connection(), m_host.plan(), requestOf(*tile, call.params, call.access, call.session, m_host.engine().now()));
    if (!result)
        return result.error();
    return result->toJson();
}

/// The filter that leaves one group of a tile: what a click on its bar, slice or point asks for.
static QJsonObject groupFilter(const plan::Tile& tile, const QJsonValue& key)
{
    if (!tile.every.isEmpty())
        return {{"path", tile.at.isEmpty() ? QStringLiteral("at") : tile.at}, {"every", tile.every}, {"value", key}};
    return {{"path", tile.by}, {"value", key.toString().isEmpty() ? QJsonValue() : key}};
}

Result<QJsonObject> Service::drill(Call& call)
{
    const plan::Tile* tile = findTile(m_host.plan(), call.params);
    if (!tile)
        return denied();
    QJsonObject params = call.params;
    if (params.contains(QLatin1String("group")) && !(tile->by.isEmpty() && tile->every.isEmpty())) {
        QJsonArray filters = params[QLatin1String("filters")].toArray();
        filters.append(groupFilter(*tile, params[QLatin1String("group")]));
        params[QLatin1String("filters")] = filters;
    }
    const auto ids = analytics::recordsBehind(
        connection(), m_host.plan(), requestOf(*tile, params, call.access, call.session, m_host.engine().now()), 1000);
    if (!ids)
        return ids.error();
    QJsonArray rows;
    const plan::Table* table = m_host.plan().findTable(tile->from);
    for (const QString& id : *ids) {
        const auto record = table ? seen(call, *table, id) : Result<std::shared_ptr<const engine::Record>>(denied());
        rows.append(record ? recordJson(call, *table, *record) : QJsonObject{{"id", id}, {"title", id}});
    }
    return QJsonObject{{"table", table ? table->id : QString()}, {"rows", rows}};
}

} // namespace fw::client
