#pragma once
#include "runtime/engine/engine.h"
#include "testplan.h"

/// The behaviour CRM of product.md A as a plan made by hand: customers, orders, events, the default scoring table.
namespace fw::testing
{

/// Record types of a plan made by hand.
class PlanTypes : public feel::TypeSource
{
public:
    explicit PlanTypes(const plan::Plan& plan) : m_plan(plan) {}
    std::optional<feel::Type> member(const QString& recordName, const QString& name) const override
    {
        for (const plan::Field& field : fields(recordName)) {
            if (field.id == name)
                return field.feelType;
        }
        if (name == u"at" || name == u"created_at" || name == u"done_at")
            return feel::Type::Kind::DateTime;
        if (name == u"old_total" || name == u"new_total")
            return feel::Type::Kind::Number;
        if (QStringList{QStringLiteral("id"), QStringLiteral("channel"), QStringLiteral("person"),
                        QStringLiteral("scoring"), QStringLiteral("band"), QStringLiteral("state"),
                        QStringLiteral("workflow"), QStringLiteral("login")}
                .contains(name))
            return feel::Type::Kind::String;
        return std::nullopt;
    }
    QStringList members(const QString& recordName) const override
    {
        QStringList names;
        for (const plan::Field& field : fields(recordName))
            names.append(field.id);
        return names;
    }

private:
    std::vector<plan::Field> fields(const QString& recordName) const
    {
        if (const plan::Table* table = m_plan.findTable(recordName))
            return table->fields;
        const plan::Event* event =
            recordName.startsWith(QLatin1String("event:")) ? m_plan.findEvent(recordName.mid(6)) : nullptr;
        return event ? event->properties : std::vector<plan::Field>();
    }
    const plan::Plan& m_plan;
};

/// An expression over a record of `table` and, if named, an event.
inline plan::Expression expression(const plan::Plan& plan, const QString& source, const QString& table,
                                   const QString& event = {})
{
    feel::Scope scope;
    scope.types = plan.types.get();
    scope.addAt(plan::SlotRecord, QStringLiteral("record"), feel::Type::record(table));
    scope.spread(plan::SlotRecord, table);
    if (!event.isEmpty())
        scope.addAt(plan::SlotEvent, QStringLiteral("event"), feel::Type::record(QStringLiteral("event:") + event));
    const feel::Compiled compiled = feel::compile(source, scope);
    if (!compiled.ok())
        qFatal("%s: %s", qPrintable(source), qPrintable(compiled.diagnostics.value(0).what.english()));
    return {compiled.program};
}

inline plan::Event event(const QString& id, std::vector<plan::Field> properties = {})
{
    plan::Event made;
    made.id = id;
    made.label = LocalText(id);
    made.purpose = QStringLiteral("behaviour");
    made.properties = std::move(properties);
    return made;
}

inline plan::Criterion behaviour(const plan::Plan& plan, const QString& id, const QString& event, int points, int stage,
                                 const QString& when = {}, qint64 count = 1)
{
    plan::Criterion made;
    made.id = id;
    made.label = LocalText(id);
    made.event = event;
    made.points = feel::Decimal(points);
    made.stage = stage;
    made.countThreshold = count;
    if (!when.isEmpty())
        made.when = expression(plan, when, QStringLiteral("customer"), event);
    return made;
}

/// The default table, exactly (product.md A).
inline plan::Scoring intentTable(const plan::Plan& plan)
{
    plan::Scoring intent;
    intent.id = QStringLiteral("intent");
    intent.table = QStringLiteral("customer");
    for (const char* stage : {"awareness", "interest", "clear_intent", "decision"})
        intent.stages.push_back({QLatin1String(stage), LocalText(QLatin1String(stage)), {}});
    intent.fading = plan::Option{QStringLiteral("fading"), LocalText(QStringLiteral("fading")), {}};
    const QString page = QStringLiteral("viewed_page");
    intent.criteria = {
        behaviour(plan, QStringLiteral("subscribed"), QStringLiteral("subscribed"), 5, 0),
        behaviour(plan, QStringLiteral("white_paper"), QStringLiteral("downloaded"), 10, 1,
                  QStringLiteral("event.file_type in (\"white_paper\", \"case_collection\")")),
        behaviour(plan, QStringLiteral("seminar"), QStringLiteral("seminar_registered"), 15, 1),
        behaviour(plan, QStringLiteral("features"), page, 20, 2, QStringLiteral("event.page = \"features\""), 4),
        behaviour(plan, QStringLiteral("cases"), page, 25, 2, QStringLiteral("event.page = \"cases\"")),
        behaviour(plan, QStringLiteral("pricing"), page, 40, 3, QStringLiteral("event.page = \"pricing\"")),
        behaviour(plan, QStringLiteral("trial"), QStringLiteral("trial_submitted"), 60, 3)};
    plan::Criterion silent;
    silent.id = QStringLiteral("silent");
    silent.label = LocalText(silent.id);
    silent.kind = plan::Criterion::Kind::Inactivity;
    silent.silence = plan::Duration{0, 30, 0};
    silent.points = feel::Decimal(-10);
    silent.fading = true;
    intent.criteria.push_back(silent);
    intent.bands.resize(2);
    intent.bands[0].id = QStringLiteral("cold");
    intent.bands[1].id = QStringLiteral("hot");
    intent.bands[1].above = feel::Decimal(80);
    return intent;
}

inline plan::Field scoreField(const QString& id, plan::FieldType type, const QString& scoring)
{
    plan::Field made = field(id, type, 0);
    made.scoring = scoring;
    return made;
}

/// Customers (persons by phone and e-mail), orders, the events of the default table, the table itself.
inline std::shared_ptr<plan::Plan> behaviourPlan()
{
    using plan::FieldType;
    plan::Table customer =
        table(QStringLiteral("customer"),
              {field(QStringLiteral("name"), FieldType::Text), field(QStringLiteral("phone"), FieldType::Phone),
               field(QStringLiteral("email"), FieldType::Email), field(QStringLiteral("size"), FieldType::Number, 0),
               choice(QStringLiteral("source"),
                      {{QStringLiteral("expo"), LocalText(QStringLiteral("Trade fair"), QStringLiteral("展会")), {}},
                       {QStringLiteral("website"), LocalText(QStringLiteral("Website"), QStringLiteral("官网")), {}}}),
               field(QStringLiteral("owner"), FieldType::User),
               scoreField(QStringLiteral("intent"), FieldType::Score, QStringLiteral("intent")),
               scoreField(QStringLiteral("intent_stage"), FieldType::ScoreStage, QStringLiteral("intent")),
               scoreField(QStringLiteral("intent_band"), FieldType::ScoreBand, QStringLiteral("intent"))});
    customer.person = true;
    customer.identity = {QStringLiteral("phone"), QStringLiteral("email")};
    plan::Table order =
        table(QStringLiteral("order"), {field(QStringLiteral("number"), FieldType::Text),
                                        relation(QStringLiteral("customer"), QStringLiteral("customer")),
                                        field(QStringLiteral("amount"), FieldType::Money),
                                        field(QStringLiteral("ordered_on"), FieldType::Date)});
    auto made = planOf({customer, order});
    made->number = 1;
    made->consents = {{QStringLiteral("behaviour"), LocalText(QStringLiteral("Behaviour")), {}}};
    plan::Field page = choice(QStringLiteral("page"), {{QStringLiteral("features"), {}, {}},
                                                       {QStringLiteral("cases"), {}, {}},
                                                       {QStringLiteral("pricing"), {}, {}},
                                                       {QStringLiteral("home"), {}, {}}});
    made->events = {
        event(QStringLiteral("viewed_page"), {page, field(QStringLiteral("seconds"), FieldType::Number, 0)}),
        event(QStringLiteral("subscribed")),
        event(QStringLiteral("downloaded"), {field(QStringLiteral("file_type"), FieldType::Text)}),
        event(QStringLiteral("seminar_registered")),
        event(QStringLiteral("trial_submitted")),
        event(QStringLiteral("logged_in")),
        event(QStringLiteral("paid"), {field(QStringLiteral("amount"), FieldType::Money)}),
        event(QStringLiteral("unsubscribed"))};
    made->events.back().interaction = false;
    made->types = std::make_shared<PlanTypes>(*made);
    made->scorings = {intentTable(*made)};
    return made;
}

} // namespace fw::testing
