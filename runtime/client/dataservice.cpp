#include "service.h"

#include "runtime/engine/environment.h"
#include "runtime/events/history.h"
#include "runtime/records/filter.h"
#include "runtime/records/reader.h"
#include "runtime/records/values.h"
#include "runtime/scoring/scoring.h"
#include "runtime/store/listquery.h"

namespace fw::client
{

static constexpr int s_mostRows = 500; ///< of one page

Result<Service::Listing> Service::listing(Call& call)
{
    const plan::Plan& plan = m_host.plan();
    const plan::View* view = plan.findView(call.params[QLatin1String("view")].toString());
    auto table = tableOf(view ? view->table : call.params[QLatin1String("table")].toString());
    if (!table || !call.access.may(**table, Access::Action::See))
        return denied();
    Listing listing{view, *table, {}};
    store::ListQuery& query = listing.query;
    query.table = *table;
    if (const auto scope = call.access.scope(**table, Access::Action::See))
        query.where.push_back(*scope);
    const Instant now = m_host.engine().now();
    if (view && view->filter)
        records::addFilter(query, view->filter.program, plan, connection(), call.session.user, now);
    if (const QString text = call.params[QLatin1String("filter")].toString(); !text.isEmpty()) {
        const auto filter = records::compileFilter(plan, **table, text, QStringLiteral("filter"));
        if (!filter)
            return filter.error();
        if (!mayAsk(call, *filter))
            return denied();
        records::addFilter(query, *filter, plan, connection(), call.session.user, now);
    }
    // Rows of one relation: related lists of a record page.
    const QString relation = call.params[QLatin1String("relation")].toString();
    if (!relation.isEmpty()) {
        feel::Predicate points;
        points.op = feel::Predicate::Op::Equal;
        points.path = {relation};
        points.values = {feel::Value(call.params[QLatin1String("of")].toString())};
        query.where.push_back(points);
    }
    query.search = call.params[QLatin1String("search")].toString().left(200);
    const auto visible = [&](const QString& id) {
        const plan::Field* field = (*table)->findField(id);
        return field && call.access.sight(**table, *field) == Access::FieldSight::Yes;
    };
    for (const QString& field : view ? view->search : std::vector<QString>()) {
        if (visible(field))
            query.searchFields.push_back(field);
    }
    query.sort = view ? view->sort : std::vector<plan::SortKey>();
    if (const QJsonArray sort = call.params[QLatin1String("sort")].toArray(); !sort.isEmpty()) {
        query.sort.clear();
        for (const QJsonValue& key : sort) {
            const QString field = key[QLatin1String("field")].toString();
            if (visible(field))
                query.sort.push_back({field, key[QLatin1String("descending")].toBool()});
        }
    }
    return listing;
}

/// Whether every field a condition looks at, on whatever table, may be seen: a filter would tell what a list hides.
bool Service::mayAsk(Call& call, const feel::Program& filter) const
{
    const auto& references = filter.references();
    return std::all_of(references.begin(), references.end(), [&](const feel::Reference& reference) {
        const plan::Table* table = m_host.plan().findTable(reference.owner);
        const plan::Field* field = table ? table->findField(reference.name) : nullptr;
        return !field || (call.access.may(*table, Access::Action::See) &&
                          call.access.sight(*table, *field) == Access::FieldSight::Yes);
    });
}

QJsonObject Service::recordJson(Call& call, const plan::Table& table, std::shared_ptr<const engine::Record> record)
{
    QJsonObject values, shown;
    const engine::SubjectEnvironment environment(connection(), m_host.plan(), m_host.engine().now(), record->id);
    records::Evaluation evaluation(connection(), m_host.plan(), environment, call.session.user);
    evaluation.setRecord(record);
    for (size_t i = 0; i < table.fields.size(); ++i) {
        const plan::Field& field = table.fields[i];
        const auto sight = call.access.sight(table, field);
        if (sight == Access::FieldSight::No)
            continue;
        const feel::Value value = field.stored ? record->values[i] : evaluation(field.computed);
        if (sight == Access::FieldSight::Masked) {
            shown[field.id] = masked(call.display.text(field, value));
            continue;
        }
        values[field.id] = records::toJson(field, value);
        shown[field.id] = call.display.text(field, value);
    }
    const feel::Value title = evaluation(table.title);
    return {{"id", record->id},
            {"version", record->version},
            {"title", title.isNull() ? QString() : title.toText()},
            {"values", values},
            {"display", shown},
            {"createdAt", call.display.iso(record->createdAt)},
            {"updatedAt", call.display.iso(record->updatedAt)}};
}

Result<QJsonObject> Service::list(Call& call)
{
    auto listing = this->listing(call);
    if (!listing)
        return listing.error();
    const int limit = std::clamp(call.params[QLatin1String("limit")].toInt(100), 1, s_mostRows);
    const auto page = store::listRecords(connection(), m_host.plan(), listing->query, limit,
                                         call.params[QLatin1String("after")].toString());
    if (!page)
        return page.error();
    QJsonArray rows;
    for (const auto& record : page->records) {
        QJsonObject row = recordJson(call, *listing->table, record);
        addPaths(call, *listing, record, row);
        rows.append(row);
    }
    return QJsonObject{{"rows", rows}, {"next", page->next}};
}

/// Columns that follow a relation ("customer.name") are shown as text beside the record's own fields.
void Service::addPaths(Call& call, const Listing& listing, const std::shared_ptr<const engine::Record>& record,
                       QJsonObject& row)
{
    if (!listing.view)
        return;
    QJsonObject shown = row[QLatin1String("display")].toObject();
    for (const plan::Column& column : listing.view->columns) {
        const QStringList path = column.field.split(u'.');
        if (path.size() < 2)
            continue;
        const plan::Table* table = listing.table;
        std::shared_ptr<const engine::Record> at = record;
        for (qsizetype i = 0; at && i + 1 < path.size(); ++i) {
            const plan::Field* relation = table->findField(path[i]);
            const QString id = relation && !at->value(path[i]).isNull() ? at->value(path[i]).toText() : QString();
            table = relation ? m_host.plan().findTable(relation->relationTo) : nullptr;
            at = table ? records::load(connection(), m_host.plan(), *table, id) : nullptr;
            if (at && !call.access.allows(*table, at, Access::Action::See))
                at = nullptr;
        }
        const plan::Field* field = at ? table->findField(path.last()) : nullptr;
        if (field && call.access.sight(*table, *field) == Access::FieldSight::Yes)
            shown[column.field] = call.display.text(*field, at->value(path.last()));
    }
    row[QLatin1String("display")] = shown;
}

Result<QJsonObject> Service::count(Call& call)
{
    auto listing = this->listing(call);
    if (!listing)
        return listing.error();
    const auto count = store::countRecords(connection(), m_host.plan(), listing->query);
    if (!count)
        return count.error();
    return QJsonObject{{"count", *count}};
}

Result<QJsonObject> Service::get(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table)
        return table.error();
    const auto record = seen(call, **table, call.params[QLatin1String("id")].toString());
    if (!record)
        return record.error();
    QJsonObject json = recordJson(call, **table, *record);
    json[QLatin1String("change")] = call.access.allows(**table, *record, Access::Action::Change);
    json[QLatin1String("delete")] = call.access.allows(**table, *record, Access::Action::Delete);
    QJsonObject scores;
    for (const plan::Field& field : (*table)->fields) {
        const plan::Scoring* scoring =
            field.type == plan::FieldType::Score ? m_host.plan().findScoring(field.scoring) : nullptr;
        const auto score = scoring && call.access.sight(**table, field) == Access::FieldSight::Yes
                               ? scoring::current(connection(), *scoring, (*record)->id)
                               : std::nullopt;
        if (score)
            scores[field.id] = scoreJson(call, *scoring, *score);
    }
    json[QLatin1String("score")] = scores;
    json[QLatin1String("buttons")] = buttonsOf(call, *record);
    return json;
}

QJsonObject Service::scoreJson(Call& call, const plan::Scoring& scoring, const scoring::Score& score)
{
    const auto labelled = [&](const QString& id, const auto& list) {
        const auto it = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == id; });
        return it == list.end() ? id : it->label.in(call.session.language);
    };
    QJsonArray reasons;
    for (const scoring::Reason& reason : score.reasons)
        reasons.append(QJsonObject{{"text", reason.label.in(call.session.language)},
                                   {"points", reason.points.toString()},
                                   {"criterion", reason.criterion},
                                   {"at", reason.at ? QJsonValue(call.display.iso(reason.at)) : QJsonValue()}});
    const QString stage = scoring.fading && scoring.fading->id == score.stage
                              ? scoring.fading->label.in(call.session.language)
                              : labelled(score.stage, scoring.stages);
    const auto band = std::find_if(scoring.bands.begin(), scoring.bands.end(),
                                   [&](const plan::Band& each) { return each.id == score.band; });
    return {{"total", score.total.toString()},
            {"stage", stage},
            {"band", labelled(score.band, scoring.bands)},
            {"color", band == scoring.bands.end() ? QString() : band->color},
            {"label", scoring.label.in(call.session.language)},
            {"reasons", reasons}};
}

Result<QJsonObject> Service::write(Call& call, engine::Command command)
{
    command.user = call.session.user;
    command.key = call.params[QLatin1String("key")].toString();
    const engine::Outcome outcome = m_host.engine().perform(command);
    if (!outcome.ok)
        return Error(outcome.problems);
    m_host.notifyCommit();
    return outcome.toJson();
}

/// The form a record was written with, when it is one of its table.
static QString formOf(const QJsonObject& params, const plan::Plan& plan, const plan::Table& table)
{
    const plan::Form* form = plan.findForm(params[QLatin1String("form")].toString());
    return form && form->table == table.id ? form->id : QString();
}

Result<QJsonObject> Service::create(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table || !call.access.mayCreate(**table))
        return denied();
    engine::Command command;
    command.kind = engine::Command::Kind::Create;
    command.table = (*table)->id;
    command.form = formOf(call.params, m_host.plan(), **table);
    command.values = call.params[QLatin1String("values")].toObject();
    if (const auto allowed = mayWrite(call, **table, command.values); !allowed)
        return allowed.error();
    return write(call, std::move(command));
}

Result<void> Service::mayWrite(Call& call, const plan::Table& table, const QJsonObject& values) const
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        const plan::Field* field = table.findField(it.key());
        if (field && !call.access.mayChangeField(table, *field))
            return denied();
    }
    return {};
}

Result<QJsonObject> Service::update(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table)
        return table.error();
    const auto record = seen(call, **table, call.params[QLatin1String("id")].toString());
    if (!record || !call.access.allows(**table, *record, Access::Action::Change))
        return denied();
    engine::Command command;
    command.kind = engine::Command::Kind::Update;
    command.table = (*table)->id;
    command.form = formOf(call.params, m_host.plan(), **table);
    command.id = (*record)->id;
    command.values = call.params[QLatin1String("values")].toObject();
    if (call.params.contains(QLatin1String("version")))
        command.version = call.params[QLatin1String("version")].toInteger();
    if (const auto allowed = mayWrite(call, **table, command.values); !allowed)
        return allowed.error();
    return write(call, std::move(command));
}

Result<QJsonObject> Service::remove(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table)
        return table.error();
    const auto record = seen(call, **table, call.params[QLatin1String("id")].toString());
    if (!record || !call.access.allows(**table, *record, Access::Action::Delete))
        return denied();
    engine::Command command;
    command.kind = engine::Command::Kind::Delete;
    command.table = (*table)->id;
    command.id = (*record)->id;
    if (call.params.contains(QLatin1String("version")))
        command.version = call.params[QLatin1String("version")].toInteger();
    return write(call, std::move(command));
}

/// Titles of records one may choose from, for relation fields.
Result<QJsonObject> Service::options(Call& call)
{
    auto table = tableOf(call.params[QLatin1String("table")].toString());
    if (!table || !call.access.may(**table, Access::Action::See))
        return denied();
    store::ListQuery query;
    query.table = *table;
    if (const auto scope = call.access.scope(**table, Access::Action::See))
        query.where.push_back(*scope);
    query.search = call.params[QLatin1String("search")].toString().left(200);
    for (const plan::Field& field : (*table)->fields) {
        if (field.storage == plan::Storage::Text &&
            (field.type == plan::FieldType::Text || field.type == plan::FieldType::Phone) &&
            call.access.sight(**table, field) == Access::FieldSight::Yes)
            query.searchFields.push_back(field.id);
    }
    const auto page = store::listRecords(connection(), m_host.plan(), query,
                                         std::clamp(call.params[QLatin1String("limit")].toInt(50), 1, s_mostRows));
    if (!page)
        return page.error();
    QJsonArray rows;
    for (const auto& record : page->records)
        rows.append(QJsonObject{{"id", record->id}, {"title", call.display.recordTitle((*table)->id, record->id)}});
    return QJsonObject{{"rows", rows}};
}

} // namespace fw::client
