#include "compiler.h"
#include "model/schema/openhours.h"

namespace fw::plan
{

/// The kind of a trigger by the key it is written with.
static Trigger::Kind triggerKind(const NodeAt& at)
{
    if (const QString change = at["record"].text(); !change.isEmpty())
        return change == u"created"   ? Trigger::Kind::RecordCreated
               : change == u"deleted" ? Trigger::Kind::RecordDeleted
                                      : Trigger::Kind::RecordChanged;
    static constexpr std::pair<const char*, Trigger::Kind> keys[] = {
        {"becomes", Trigger::Kind::BecomesTrue},  {"crosses", Trigger::Kind::CrossesScore},
        {"enters", Trigger::Kind::EntersSegment}, {"leaves", Trigger::Kind::LeavesSegment},
        {"inactive", Trigger::Kind::Inactive},    {"date", Trigger::Kind::DateField},
        {"every", Trigger::Kind::Schedule},       {"form", Trigger::Kind::Form},
        {"webhook", Trigger::Kind::Webhook},      {"button", Trigger::Kind::Button},
        {"after", Trigger::Kind::AfterWorkflow}};
    for (const auto& [key, kind] : keys)
        if (at[key].exists())
            return kind;
    return Trigger::Kind::Event;
}

/// 1 = Monday … 7; 0 for no such day.
static int weekdayOf(const QString& name)
{
    static const QStringList days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return static_cast<int>(days.indexOf(name)) + 1;
}

void PlanCompiler::scheduleOf(Trigger& trigger, const NodeAt& at) const
{
    const NodeAt inactive = at["inactive"], date = at["date"];
    trigger.silenceMoreThan = inactive["more_than"].exists();
    trigger.silence = inactive[trigger.silenceMoreThan ? "more_than" : "for"].duration().value_or(Duration());
    trigger.dateField = date["field"].text();
    trigger.offsetBefore = date["before"].exists();
    trigger.offset = date[trigger.offsetBefore ? "before" : "after"].duration().value_or(Duration());
    const QString repeat = date["repeat"].text(), every = at["every"].text(), missed = at["missed"].text();
    trigger.repeat = repeat == u"year"    ? Trigger::Repeat::Year
                     : repeat == u"month" ? Trigger::Repeat::Month
                                          : Trigger::Repeat::None;
    trigger.atMinute = (date.exists() ? date["at"] : at["at"]).minuteOfDay();
    trigger.every = every == u"workday" ? Trigger::Every::Workday
                    : every == u"week"  ? Trigger::Every::Week
                    : every == u"month" ? Trigger::Every::Month
                                        : Trigger::Every::Day;
    for (const QString& day : at["weekdays"].texts())
        trigger.weekdays.push_back(weekdayOf(day));
    if (trigger.weekdays.empty())
        trigger.weekdays = {1};
    trigger.monthDay = at["day"].integer(1);
    trigger.calendar = at["calendar"].text();
    trigger.missed = missed == u"skip"  ? Trigger::Missed::Skip
                     : missed == u"all" ? Trigger::Missed::All
                                        : Trigger::Missed::Coalesce;
    trigger.missedMost = at["missed_most"].integer(10);
}

Trigger PlanCompiler::trigger(const NodeAt& at, const QString& table) const
{
    Trigger trigger;
    trigger.id = at["id"].text();
    trigger.kind = triggerKind(at);
    trigger.label = at["button"].localText();
    trigger.table = at["of"].text(table);
    if (trigger.table != table)
        for (const yaml::Node& field : (*m_names->table(trigger.table))[u"fields"].items)
            if (field[u"type"].string() == u"relation" && field[u"to"].string() == table)
                trigger.subjectRelation = field[u"id"].string();
    trigger.event = at["event"].text();
    trigger.fields = at["fields"].texts();
    trigger.condition = expression(trigger.kind == Trigger::Kind::BecomesTrue ? at["becomes"] : at["if"]);
    trigger.scoring = at["crosses"].text();
    trigger.above = at["above"].decimal().value_or(feel::Decimal());
    trigger.hysteresis = at["hysteresis"].decimal().value_or(feel::Decimal());
    trigger.segment = at["enters"].exists() ? at["enters"].text() : at["leaves"].text();
    trigger.form = at["form"].text();
    trigger.webhookField = at["webhook"]["field"].text();
    trigger.webhookValue = expression(at["webhook"]["value"]);
    trigger.webhookCreate = assignments(at["webhook"]["create"]);
    trigger.roles = at["roles"].texts();
    trigger.workflow = at["after"].text();
    const QString ended = at["ended"].text();
    trigger.ended = ended == u"stopped" ? Trigger::Ended::Stopped
                    : ended == u"any"   ? Trigger::Ended::Any
                                        : Trigger::Ended::Finished;
    scheduleOf(trigger, at);
    return trigger;
}

static Workflow::Reenter reenterOf(const QString& text)
{
    if (text == u"once")
        return Workflow::Reenter::Once;
    if (text == u"restart")
        return Workflow::Reenter::Restart;
    if (text == u"queue")
        return Workflow::Reenter::Queue;
    return text == u"parallel" ? Workflow::Reenter::Parallel : Workflow::Reenter::AfterExit;
}

Workflow PlanCompiler::workflow(const NodeAt& root) const
{
    Workflow workflow;
    workflow.id = root["id"].text();
    workflow.label = root["label"].exists() ? root["label"].localText() : LocalText(workflow.id);
    workflow.table = root["for"].text();
    for (const NodeAt& at : root["when"].items())
        workflow.triggers.push_back(trigger(at, workflow.table));
    workflow.reenter = reenterOf(root["reenter"].text());
    workflow.parallelLimit = root["parallel_limit"].integer(1);
    workflow.coolDown = root["cool_down"].duration();
    workflow.key = expression(root["key"]);
    workflow.queueLimit = root["queue_limit"].integer(10);
    workflow.suppress = root["suppress"].text();
    workflow.ownChanges = root["own_changes"].flag(false);
    for (const NodeAt& at : root["stop"].items())
        workflow.stops.push_back({at["id"].text(), at["event"].text(), expression(at["if"])});
    for (const NodeAt& at : root["goals"].items())
        workflow.goals.push_back({at["id"].text(), at["event"].text(), expression(at["if"])});
    workflow.steps = steps(root["then"]);
    workflow.enabled = root["enabled"].flag(true);
    return workflow;
}

MessageText PlanCompiler::message(const NodeAt& root) const
{
    MessageText message;
    message.id = root["id"].text();
    message.label = root["label"].localText();
    const QStringList tables = m_names->tables();
    const QString fallback =
        m_names->personTable().isEmpty() && tables.size() == 1 ? tables.first() : m_names->personTable();
    message.table = root["for"].text(fallback);
    message.subject = textPlan(root["subject"]);
    message.text = textPlan(root["text"]);
    message.markdown = root["format"].text() == u"markdown";
    message.templateId = root["template"].text();
    for (const NodeAt& at : root["values"].items())
        message.values.push_back({at["name"].text(), textPlan(at["value"])});
    return message;
}

static Calendar::Day openHours(const NodeAt& list)
{
    Calendar::Day day;
    for (const QString& text : list.texts())
        if (const auto hours = schema::parseOpenHours(text))
            day.push_back({hours->from, hours->to});
    return day;
}

Calendar PlanCompiler::calendar(const NodeAt& root) const
{
    static constexpr const char* days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
    const auto dateOf = [](const NodeAt& at) { return QDate::fromString(at.text(), Qt::ISODate); };
    Calendar calendar;
    calendar.id = root["id"].text();
    calendar.label = root["label"].exists() ? root["label"].localText() : LocalText(calendar.id);
    for (int day = 0; day < 7; ++day)
        calendar.week[day] = openHours(root["hours"][days[day]]);
    for (const NodeAt& at : root["holidays"].items())
        calendar.holidays.push_back({dateOf(at["from"]), dateOf(at[at["to"].exists() ? "to" : "from"])});
    for (const NodeAt& at : root["workdays"].items())
        calendar.workdays.insert(dateOf(at["date"]), weekdayOf(at["as"].text(QStringLiteral("monday"))) - 1);
    return calendar;
}

static Allowance allowance(const NodeAt& at)
{
    return {at["count"].integer(0), at["within"].duration().value_or(Duration())};
}

/// What vendors let a group robot send; Feishu allows 5 a second and 100 a minute, and this keeps both.
static Allowance vendorsRate(const QString& type)
{
    if (type == u"wecom_robot" || type == u"dingtalk_robot")
        return {20, Duration{0, 0, 60'000}};
    return type == u"feishu_robot" ? Allowance{4, Duration{0, 0, 3'000}} : Allowance();
}

Connector PlanCompiler::connector(const NodeAt& at) const
{
    Connector connector;
    connector.id = at["id"].text();
    connector.label = at["label"].localText();
    connector.type = at["type"].text();
    connector.honoursKey = at["honours_key"].flag(false);
    if (const NodeAt quiet = at["quiet"]; quiet.exists())
        connector.quiet =
            Calendar::Hours{quiet["from"].minuteOfDay().value_or(0), quiet["to"].minuteOfDay().value_or(0)};
    connector.open = at["open"].text();
    connector.cap = allowance(at["cap"]);
    connector.rate = at["rate"].exists() ? allowance(at["rate"]) : vendorsRate(connector.type);
    connector.signName = at["sign_name"].text();
    connector.appId = at["app_id"].text();
    connector.region = at["region"].text(QStringLiteral("ap-guangzhou"));
    const QString redirects = at["redirects"].text(QStringLiteral("same_host"));
    if (connector.type == u"http")
        connector.redirects = redirects == u"any"    ? Connector::Redirects::Any
                              : redirects == u"none" ? Connector::Redirects::None
                                                     : Connector::Redirects::SameHost;
    if (const auto timeout = at["timeout"].duration())
        connector.timeoutMs = timeout->millis;
    return connector;
}

} // namespace fw::plan
