#include "opening.h"

#include "model/base/nearest.h"
#include "runtime/analytics/analytics.h"
#include "runtime/client/display.h"
#include "runtime/engine/environment.h"
#include "runtime/records/filter.h"
#include "runtime/records/reader.h"
#include "runtime/records/values.h"
#include "runtime/scoring/scoring.h"
#include "runtime/store/inbox.h"
#include "runtime/store/listquery.h"
#include "runtime/store/publishedplan.h"
#include "runtime/store/users.h"

namespace fw::cli
{

namespace
{

/// What one query works on: a read-only connection, so that it may run beside the store's owner.
struct Query {
    const QCommandLineParser& parser;
    Console& console;
    store::Connection& connection;
    const plan::Plan& plan;
    client::Display display;
    Instant now = SystemClock().now();
};

QString cell(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.isNull() ? QString() : value.toString();
}

void printRow(Query& query, const QStringList& columns, const QJsonObject& row)
{
    if (query.console.json()) {
        query.console.object(row);
        return;
    }
    QStringList cells;
    for (const QString& column : columns)
        cells << cell(row[column]);
    query.console.line(cells.join(QLatin1Char('\t')));
}

int showReasons(Query& query, const plan::Table& table, const QString& record)
{
    for (const plan::Field& field : table.fields) {
        const plan::Scoring* scoring =
            field.type == plan::FieldType::Score ? query.plan.findScoring(field.scoring) : nullptr;
        const auto score = scoring ? scoring::current(query.connection, *scoring, record) : std::nullopt;
        if (!score)
            continue;
        for (const scoring::Reason& reason : score->reasons)
            printRow(query,
                     {QStringLiteral("scoring"), QStringLiteral("criterion"), QStringLiteral("points"),
                      QStringLiteral("at"), QStringLiteral("text")},
                     {{"scoring", scoring->id},
                      {"criterion", reason.criterion},
                      {"points", reason.points.toString()},
                      {"event", QString::number(reason.event)},
                      {"at", reason.at ? QJsonValue(formatInstant(reason.at)) : QJsonValue()},
                      {"text", reason.label.in(query.console.language())}});
    }
    return Ok;
}

/// "Did you mean", or what there is.
Message remedyFor(const QString& word, const QStringList& known)
{
    const QString near = nearest(word, known);
    return near.isEmpty() ? Message(FW_MSG("Choose one of: %1."), {known.join(QStringLiteral(", "))})
                          : Message(FW_MSG("Did you mean \"%1\"?"), {near});
}

/// --fields, --sort, --limit and --why of a table: what they name is there.
Result<void> checkOptions(const Query& query, const plan::Table& table)
{
    QStringList known{QStringLiteral("id"),         QStringLiteral("version"),    QStringLiteral("created_at"),
                      QStringLiteral("created_by"), QStringLiteral("updated_at"), QStringLiteral("updated_by")};
    for (const plan::Field& field : table.fields)
        known << field.id;
    for (const char* option : {"fields", "sort"}) {
        for (QString name : query.parser.value(QLatin1String(option)).split(u',', Qt::SkipEmptyParts)) {
            if (*option == 's' && name.startsWith(u'-'))
                name.remove(0, 1); // the other way round
            if (!known.contains(name))
                return Error(QStringLiteral("query.unknown_field"),
                             Message(FW_MSG("Table \"%1\" has no field \"%2\"."), {table.id, name}),
                             remedyFor(name, known), Place{{}, 0, 0, QStringLiteral("--") + QLatin1String(option)});
        }
    }
    bool number = true;
    const QString limit = query.parser.value(QStringLiteral("limit"));
    if (query.parser.isSet(QStringLiteral("limit")) && (limit.toInt(&number) < 1 || !number))
        return Error(QStringLiteral("query.limit"), Message(FW_MSG("\"%1\" is no number of rows."), {limit}),
                     FW_MSG("Write a whole number of at least 1."), Place{{}, 0, 0, QStringLiteral("--limit")});
    const QString record = query.parser.value(QStringLiteral("why"));
    if (query.parser.isSet(QStringLiteral("why")) && !records::load(query.connection, query.plan, table, record))
        return Error(QStringLiteral("query.unknown_record"),
                     Message(FW_MSG("Table \"%1\" has no record \"%2\"."), {table.id, record}),
                     Message(FW_MSG("formwright query %1 lists the ids."), {table.id}),
                     Place{{}, 0, 0, QStringLiteral("--why")});
    return {};
}

/// Everything that can be asked for by name.
QStringList askable(const plan::Plan& plan)
{
    QStringList names{QStringLiteral("tasks"), QStringLiteral("messages")};
    for (const plan::Table& table : plan.tables)
        names << table.id;
    for (const plan::Dashboard& dashboard : plan.dashboards) {
        names << dashboard.id;
        for (const plan::Tile& tile : dashboard.tiles)
            names << dashboard.id + u'.' + tile.id;
    }
    return names;
}

int showTable(Query& query, const plan::Table& table)
{
    const QCommandLineParser& parser = query.parser;
    if (const auto checked = checkOptions(query, table); !checked)
        return query.console.fail(checked.error(), Usage);
    if (parser.isSet(QStringLiteral("why")))
        return showReasons(query, table, parser.value(QStringLiteral("why")));
    store::ListQuery list;
    list.table = &table;
    if (const QString text = parser.value(QStringLiteral("where")); !text.isEmpty()) {
        const auto where = records::compileFilter(query.plan, table, text, QStringLiteral("--where"));
        if (!where)
            return query.console.fail(where.error());
        records::addFilter(list, *where, query.plan, query.connection, {}, query.now);
    }
    for (const QString& key : parser.value(QStringLiteral("sort")).split(u',', Qt::SkipEmptyParts))
        list.sort.push_back({key.startsWith(u'-') ? key.mid(1) : key, key.startsWith(u'-')});
    QStringList columns = parser.value(QStringLiteral("fields")).split(u',', Qt::SkipEmptyParts);
    if (columns.isEmpty()) {
        columns << QStringLiteral("id");
        for (const plan::Field& field : table.fields)
            columns << field.id;
    }
    int left = parser.isSet(QStringLiteral("limit")) ? parser.value(QStringLiteral("limit")).toInt() : 100;
    if (!query.console.json())
        query.console.line(columns.join(QLatin1Char('\t')));
    for (QString cursor; left > 0;) {
        const auto page = store::listRecords(query.connection, query.plan, list, std::min(left, 1000), cursor);
        if (!page)
            return query.console.fail(page.error());
        for (const auto& record : page->records) {
            const engine::SubjectEnvironment environment(query.connection, query.plan, query.now, record->id);
            records::Evaluation evaluation(query.connection, query.plan, environment);
            evaluation.setRecord(record);
            QJsonObject row{{"id", record->id}, {"version", QString::number(record->version)}};
            for (size_t i = 0; i < table.fields.size(); ++i) {
                const plan::Field& field = table.fields[i];
                const feel::Value value = field.stored ? record->values[i] : evaluation(field.computed);
                if (!columns.contains(field.id))
                    continue;
                row[field.id] =
                    query.console.json() ? records::toJson(field, value) : QJsonValue(query.display.text(field, value));
            }
            printRow(query, columns, row);
        }
        left -= static_cast<int>(page->records.size());
        cursor = page->next;
        if (cursor.isEmpty())
            break;
    }
    return Ok;
}

int showTile(Query& query, const plan::Tile& tile)
{
    analytics::Request request;
    request.tile = &tile;
    request.now = query.now;
    request.language = query.console.language();
    const auto result = analytics::tile(query.connection, query.plan, request);
    if (!result)
        return query.console.fail(result.error());
    if (query.console.json()) {
        QJsonObject json = result->toJson();
        json[QLatin1String("tile")] = tile.id;
        query.console.object(json);
        return Ok;
    }
    query.console.line(QStringLiteral("%1\t%2%3")
                           .arg(tile.label.in(query.console.language()),
                                analytics::figureText(result->value, tile.decimals), tile.unit));
    for (const analytics::Group& group : result->groups) {
        QStringList cells{QStringLiteral("  ") + group.label};
        for (const feel::Value& value : group.values)
            cells << analytics::figureText(value, tile.decimals);
        query.console.line(cells.join(QLatin1Char('\t')));
    }
    for (const analytics::Funnel& funnel : result->funnels) {
        for (const analytics::FunnelStage& stage : funnel.stages)
            query.console.line(QStringLiteral("  %1\t%2").arg(stage.label).arg(stage.persons));
    }
    return Ok;
}

int showTasks(Query& query)
{
    for (const store::Task& task : store::tasks(query.connection, {})) {
        const auto user = store::findUser(query.connection, task.toUser);
        printRow(query,
                 {QStringLiteral("title"), QStringLiteral("to"), QStringLiteral("priority"), QStringLiteral("due"),
                  QStringLiteral("state")},
                 {{"id", task.id},
                  {"title", task.title},
                  {"to", user ? user->login : QString()},
                  {"priority", task.priority},
                  {"state", task.state},
                  {"due", task.due ? QJsonValue(formatInstant(*task.due)) : QJsonValue()},
                  {"createdAt", formatInstant(task.createdAt)},
                  {"table", task.table},
                  {"record", task.record},
                  {"workflow", task.workflow}});
    }
    return Ok;
}

int showMessages(Query& query)
{
    for (const store::OutboxRow& message : store::messages(query.connection))
        printRow(query,
                 {QStringLiteral("createdAt"), QStringLiteral("through"), QStringLiteral("to"), QStringLiteral("text"),
                  QStringLiteral("state")},
                 {{"key", message.key},
                  {"through", message.connector},
                  {"to", message.address},
                  {"text", message.message},
                  {"state", message.state},
                  {"words", message.words},
                  {"subject", message.subject},
                  {"body", message.body},
                  {"record", message.record},
                  {"createdAt", formatInstant(message.createdAt)}});
    return Ok;
}

} // namespace

int runQuery(const QCommandLineParser& parser, Console& console)
{
    const auto what = onlyArgument(parser, console, "TABLE | DASHBOARD[.TILE] | tasks | messages");
    if (!what)
        return Usage;
    int code = Ok;
    const auto connection = openReader(parser, console, &code);
    if (!connection)
        return code;
    const auto plan = store::publishedPlan(*connection);
    if (!plan)
        return console.fail(plan.error());
    Query query{parser, console, *connection, **plan, client::Display(*connection, **plan, console.language())};
    if (const plan::Table* table = (*plan)->findTable(*what))
        return showTable(query, *table);
    if (*what == QLatin1String("tasks"))
        return showTasks(query);
    if (*what == QLatin1String("messages"))
        return showMessages(query);
    const plan::Dashboard* dashboard = (*plan)->findDashboard(what->section(u'.', 0, 0));
    const QString tileId = what->section(u'.', 1);
    bool found = false;
    for (const plan::Tile& tile : dashboard ? dashboard->tiles : std::vector<plan::Tile>()) {
        if (!tileId.isEmpty() && tile.id != tileId)
            continue;
        found = true;
        if (const int failed = showTile(query, tile); failed != Ok)
            return failed;
    }
    if (found)
        return Ok;
    return console.fail(Error(QStringLiteral("query.unknown"),
                              Message(FW_MSG("The app has no table, dashboard or tile \"%1\"."), {*what}),
                              remedyFor(*what, askable(**plan))),
                        Usage);
}

} // namespace fw::cli
