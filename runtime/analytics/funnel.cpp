#include "funnel.h"

#include "funnelpath.h"
#include "labels.h"
#include "query.h"
#include "rowvalue.h"
#include "runtime/engine/environment.h"

namespace fw::analytics
{

namespace
{

using feel::Decimal;
using feel::Value;
using plan::FunnelStep;

/// Walks all events of the steps, person by person, and tells how far each came.
class Walk
{
public:
    Walk(store::Connection& connection, const plan::Plan& plan, const Request& request)
        : m_connection(connection), m_plan(plan), m_request(request), m_steps(request.tile->steps)
    {
    }

    Result<void> prepare()
    {
        QStringList events;
        for (const FunnelStep& step : m_steps) {
            if (!events.contains(step.event))
                events.append(step.event);
        }
        if (events.isEmpty())
            return Error(QStringLiteral("analytics.no_steps"), FW_MSG("This funnel has no steps."),
                         FW_MSG("Add at least one step with an event."));
        m_source = store::AnalyticsSource::ofEvents(m_connection.dialect(), m_plan, events);
        m_query.base.source = m_source.get();
        m_query.base.zone = m_plan.zone;
        m_query.columns = m_source->rowColumns();
        m_query.orderBy = "i.person, t.at, t.seq";
        if (auto split = m_source->resolve(m_request.tile->split))
            m_query.base.groups.push_back({*split, {}});
        auto scope = scopeSql(*m_source, m_plan, m_request);
        if (!scope)
            return scope.error();
        if (!scope->sql.isEmpty())
            m_query.base.where.push_back(std::move(*scope));
        return addFilters();
    }

    /// `visit` gets each person who entered, with the path walked and the value of the split.
    Result<void>
    run(const std::function<void(const QString& person, const FunnelPath& path, const Value& split)>& visit)
    {
        const Period period = periodNamed(m_request.tile->period, localDate(m_request.now, m_plan.zone));
        const Instant from = period.from ? startOfDay(*period.from, m_plan.zone) : 0;
        const Instant to = period.to ? startOfDay(*period.to, m_plan.zone) : 0;
        FunnelPath path(static_cast<int>(m_steps.size()), m_request.tile->within, m_plan.zone, from, to);
        QString person;
        Value split;
        const auto finishPerson = [&] {
            if (path.level() > 0)
                visit(person, path, split);
            path.clear();
            split = Value();
        };
        store::forEachRow(
            m_connection, m_query,
            [&](const QString&, const std::vector<Value>& keys, const store::Statement& row, int firstColumn) {
                if (QString next = row.text(firstColumn); next != person) {
                    finishPerson();
                    person = std::move(next);
                    m_record.reset();
                }
                const engine::EventRow event =
                    needsValue() ? readEventRow(m_connection, m_plan, row, firstColumn) : plainEvent(row, firstColumn);
                path.add(event.at, matches(event));
                if (!keys.empty())
                    split = keys.front();
                else if (split.isNull() && event.event == m_steps.front().event)
                    split = property(event);
                return true;
            });
        finishPerson();
        if (auto error = m_connection.takeError())
            return *error;
        return {};
    }

    store::GroupSql splitGroup() const
    {
        return m_query.base.groups.empty() ? store::GroupSql{} : m_query.base.groups.front();
    }

private:
    Result<void> addFilters()
    {
        for (const Filter& filter : m_request.filters) {
            if (filter.path == u"step")
                continue;
            const auto column = m_source->resolve(filter.path);
            if (!column)
                return Error(QStringLiteral("analytics.bad_path"),
                             Message(FW_MSG("\"%1\" leads to no stored value of the person."), {filter.path}),
                             FW_MSG("Choose a field of the person table."), Place{{}, 0, 0, filter.path});
            m_query.base.where.push_back(store::groupIs({*column, filter.every}, filter.value, m_plan.zone));
        }
        return {};
    }
    /// Conditions and a split by property read what the event carries; reading it for nothing would cost most of the time.
    bool needsValue() const
    {
        const bool conditions =
            std::any_of(m_steps.begin(), m_steps.end(), [](const FunnelStep& step) { return bool(step.when); });
        return conditions || (!m_request.tile->split.isEmpty() && m_query.base.groups.empty());
    }
    static engine::EventRow plainEvent(const store::Statement& row, int column)
    {
        engine::EventRow event;
        event.person = row.text(column);
        event.event = row.text(column + 1);
        event.at = row.integer(column + 2);
        return event;
    }
    std::vector<bool> matches(const engine::EventRow& event)
    {
        std::vector<bool> fits;
        for (const FunnelStep& step : m_steps)
            fits.push_back(step.event == event.event && (!step.when || holds(step.when, event)));
        return fits;
    }
    bool holds(const plan::Expression& condition, const engine::EventRow& event)
    {
        if (!m_record) {
            const plan::Table* table = m_plan.personTable();
            const QString id = events::recordOfPerson(m_connection, event.person);
            m_record = table && !id.isEmpty() ? records::load(m_connection, m_plan, *table, id) : nullptr;
        }
        const engine::SubjectEnvironment environment(m_connection, m_plan, m_request.now,
                                                     *m_record ? (*m_record)->id : QString(), event.person);
        records::Evaluation evaluate(m_connection, m_plan, environment, m_request.me);
        if (*m_record)
            evaluate.setRecord(*m_record);
        return evaluate.setEvent(events::eventValue(event, m_plan.zone))(condition).isTrue();
    }
    Value property(const engine::EventRow& event) const
    {
        const Value* value = event.properties.isNull() ? nullptr : event.properties.entry(m_request.tile->split);
        return value ? *value : Value();
    }

    store::Connection& m_connection;
    const plan::Plan& m_plan;
    const Request& m_request;
    const std::vector<FunnelStep>& m_steps;
    std::unique_ptr<store::AnalyticsSource> m_source;
    store::RawQuery m_query;
    std::optional<std::shared_ptr<const engine::Record>>
        m_record; ///< of the person being walked; absent = not looked up
};

/// One funnel while it is counted.
struct Counting {
    Value split;
    std::vector<qint64> reached, open;
    std::vector<std::vector<qint64>> times;

    void add(const FunnelPath& path, Instant now)
    {
        const auto level = static_cast<size_t>(path.level());
        for (size_t step = 0; step < level; ++step) {
            ++reached[step];
            if (const auto time = path.timeTo(static_cast<int>(step)))
                times[step].push_back(*time);
        }
        if (path.isOpen(now))
            ++open[level - 1];
    }
};

std::optional<Decimal> share(qint64 part, qint64 whole)
{
    return whole == 0 ? std::nullopt : Decimal(part).dividedBy(Decimal(whole));
}

std::optional<qint64> median(std::vector<qint64> values)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<qint64> mean(const std::vector<qint64>& values)
{
    Decimal sum;
    for (qint64 value : values)
        sum = sum.plus(Decimal(value)).value_or(sum);
    const auto result = sum.dividedBy(Decimal(static_cast<qint64>(values.size())));
    return result ? result->toScaled(0) : std::nullopt;
}

Funnel funnelOf(const Counting& counting, const plan::Plan& plan, const plan::Tile& tile, const QString& language)
{
    Funnel funnel;
    funnel.split = counting.split;
    for (size_t i = 0; i < tile.steps.size(); ++i) {
        const FunnelStep& step = tile.steps[i];
        FunnelStage stage;
        stage.id = step.id;
        const plan::Event* event = plan.findEvent(step.event);
        // A step without a name of its own is called as its event.
        const LocalText& label = step.label.isEmpty() && event ? event->label : step.label;
        stage.label = label.isEmpty() ? step.id : label.in(language);
        stage.persons = counting.reached[i];
        stage.open = counting.open[i];
        stage.ofFirst = share(stage.persons, counting.reached[0]);
        stage.ofPrevious = share(stage.persons, counting.reached[i == 0 ? 0 : i - 1]);
        stage.medianMillis = median(counting.times[i]);
        stage.meanMillis = mean(counting.times[i]);
        funnel.open += stage.open;
        funnel.stages.push_back(std::move(stage));
    }
    return funnel;
}

} // namespace

Result<TileResult> funnelTile(store::Connection& connection, const plan::Plan& plan, const Request& request)
{
    const plan::Tile& tile = *request.tile;
    Walk walk(connection, plan, request);
    if (auto prepared = walk.prepare(); !prepared)
        return prepared.error();
    const size_t steps = tile.steps.size();
    const Counting fresh{
        {}, std::vector<qint64>(steps), std::vector<qint64>(steps), std::vector<std::vector<qint64>>(steps)};
    QMap<QString, Counting> funnels; // by the split's text
    if (tile.split.isEmpty())
        funnels.insert({}, fresh);
    auto walked = walk.run([&](const QString&, const FunnelPath& path, const Value& split) {
        const QString key = tile.split.isEmpty() ? QString() : split.toFeel();
        auto funnel = funnels.find(key);
        if (funnel == funnels.end()) {
            funnel = funnels.insert(key, fresh);
            funnel->split = split;
        }
        funnel->add(path, request.now);
    });
    if (!walked)
        return walked.error();
    const Labels labels(connection, plan, request.language);
    TileResult result;
    result.kind = tile.kind;
    result.counts = QStringLiteral("persons");
    for (const Counting& counting : funnels) {
        Funnel funnel = funnelOf(counting, plan, tile, request.language);
        funnel.splitLabel = labels.label(walk.splitGroup(), funnel.split);
        result.rows += funnel.stages.front().persons;
        result.funnels.push_back(std::move(funnel));
    }
    std::stable_sort(result.funnels.begin(), result.funnels.end(), [](const Funnel& a, const Funnel& b) {
        return a.stages.front().persons > b.stages.front().persons;
    });
    result.value = result.rows;
    return result;
}

Result<QStringList> funnelPersons(store::Connection& connection, const plan::Plan& plan, const Request& request,
                                  int limit)
{
    int level = 1;
    for (const Filter& filter : request.filters) {
        for (size_t i = 0; filter.path == u"step" && i < request.tile->steps.size(); ++i) {
            if (filter.value.kind() == Value::Kind::String && request.tile->steps[i].id == filter.value.string())
                level = static_cast<int>(i) + 1;
        }
    }
    Walk walk(connection, plan, request);
    if (auto prepared = walk.prepare(); !prepared)
        return prepared.error();
    QStringList persons;
    auto walked = walk.run([&](const QString& person, const FunnelPath& path, const Value&) {
        if (path.level() >= level && persons.size() < limit)
            persons.append(person);
    });
    if (!walked)
        return walked.error();
    for (QString& person : persons) {
        if (const QString record = events::recordOfPerson(connection, person); !record.isEmpty())
            person = record;
    }
    return persons;
}

} // namespace fw::analytics
