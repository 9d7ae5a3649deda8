#include "compiler.h"

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
        {"every", Trigger::Kind::Schedule},       {"button", Trigger::Kind::Button}};
    for (const auto& [key, kind] : keys)
        if (at[key].exists())
            return kind;
    return Trigger::Kind::Event;
}

void PlanCompiler::scheduleOf(Trigger& trigger, const NodeAt& at) const
{
    const NodeAt inactive = at["inactive"], date = at["date"];
    trigger.silenceMoreThan = inactive["more_than"].exists();
    trigger.silence = inactive[trigger.silenceMoreThan ? "more_than" : "for"].duration().value_or(Duration());
    trigger.dateField = date["field"].text();
    trigger.offsetBefore = date["before"].exists();
    trigger.offset = date[trigger.offsetBefore ? "before" : "after"].duration().value_or(Duration());
    trigger.every = at["every"].text();
    trigger.atMinute = (date.exists() ? date["at"] : at["at"]).minuteOfDay().value_or(0);
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
    scheduleOf(trigger, at);
    return trigger;
}

std::vector<Assignment> PlanCompiler::assignments(const NodeAt& map) const
{
    std::vector<Assignment> found;
    for (const yaml::Entry& entry : map.node->entries)
        found.push_back({entry.key, expression({&entry.value, map.address.child(entry.key)})});
    return found;
}

void PlanCompiler::waitOf(Step& step, const NodeAt& at) const
{
    if (const NodeAt wait = at["wait"]; wait.exists()) {
        step.wait = wait.duration();
        if (wait.node->isMap()) {
            step.waitDay = wait["day"].integer(0);
            step.waitAtMinute = wait["at"].minuteOfDay();
        }
    }
    const NodeAt until = at["wait_until"];
    step.untilEvent = until["event"].text();
    step.untilInteraction = until["interaction"].flag(false);
    step.untilCondition = expression(until["if"]);
    step.limit = until["limit"].duration();
    step.then = steps(at["then"]);
    step.timeout = steps(at["timeout"]);
}

static Step::Kind stepKind(const NodeAt& at)
{
    static constexpr std::pair<const char*, Step::Kind> keys[] = {
        {"set", Step::Kind::Set},         {"create", Step::Kind::Create}, {"task", Step::Kind::Task},
        {"message", Step::Kind::Message}, {"wait", Step::Kind::Wait},     {"wait_until", Step::Kind::WaitUntil},
        {"branch", Step::Kind::Branch},   {"stop", Step::Kind::Stop}};
    for (const auto& [key, kind] : keys)
        if (at[key].exists())
            return kind;
    return Step::Kind::Stop;
}

Step PlanCompiler::step(const NodeAt& at) const
{
    Step step;
    step.id = at["id"].text();
    step.label = at["label"].localText();
    step.kind = stepKind(at);
    const NodeAt create = at["create"], task = at["task"], message = at["message"];
    step.table = create["table"].text();
    step.values = assignments(create.exists() ? create["values"] : at["set"]);
    step.taskTo = expression(task["to"]);
    step.priority = task["priority"].text(QStringLiteral("normal"));
    step.due = task["due"].duration();
    step.title = textPlan(task["title"]);
    step.detail = textPlan(task["detail"]);
    step.connector = message["through"].text();
    step.message = message["text"].text();
    step.messageTo = expression(message["to"]);
    waitOf(step, at);
    for (const NodeAt& branch : at["branch"].items())
        step.branches.push_back(
            {branch["id"].text(), branch["label"].localText(), expression(branch["if"]), steps(branch["then"])});
    return step;
}

Steps PlanCompiler::steps(const NodeAt& list) const
{
    Steps found;
    for (const NodeAt& at : list.items())
        found.push_back(step(at));
    return found;
}

static Workflow::Reenter reenterOf(const QString& text)
{
    if (text == u"once")
        return Workflow::Reenter::Once;
    if (text == u"restart")
        return Workflow::Reenter::Restart;
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
    for (const NodeAt& at : root["stop"].items())
        workflow.stops.push_back({at["id"].text(), at["event"].text(), expression(at["if"])});
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
    return message;
}

Connector PlanCompiler::connector(const NodeAt& at) const
{
    return {at["id"].text(), at["label"].localText(), at["type"].text(), at["honours_key"].flag(false)};
}

} // namespace fw::plan
