#include "compiler.h"

namespace fw::plan
{

std::vector<Assignment> PlanCompiler::assignments(const NodeAt& map) const
{
    std::vector<Assignment> found;
    for (const yaml::Entry& entry : map.node->entries)
        found.push_back({entry.key, expression({&entry.value, map.address.child(entry.key)})});
    return found;
}

RecordQuery PlanCompiler::query(const NodeAt& at) const
{
    RecordQuery query;
    query.table = at["table"].text();
    query.where = expression(at["where"]);
    if (const QString field = at["sort"].text(); !field.isEmpty())
        query.sort.push_back({field, at["descending"].flag(false)});
    query.limit = at["limit"].integer(100);
    return query;
}

/// Steps that read and write records.
void PlanCompiler::recordStep(Step& step, const NodeAt& at) const
{
    const NodeAt create = at["create"], update = at["update"], assign = at["assign"], tag = at["tag"];
    step.table = create["table"].text();
    step.values = assignments(create.exists() ? create["values"] : update.exists() ? update["values"] : at["set"]);
    for (const char* action : {"update", "find", "for_each"})
        if (at[action].exists())
            step.query = query(at[action]);
    step.record = expression(update.exists() ? update["record"] : at["start"]["record"]);
    step.field = (assign.exists() ? assign : tag)["field"].text();
    step.keep = assign["keep"].flag(false);
    step.add = tag["add"].texts();
    step.remove = tag["remove"].texts();
}

static InDoubt inDoubt(const QString& text)
{
    return text == u"resend" ? InDoubt::Resend : text == u"ask" ? InDoubt::Ask : InDoubt::ByKind;
}

/// Steps that speak to people and other systems.
void PlanCompiler::outwardStep(Step& step, const NodeAt& at) const
{
    const NodeAt task = at["task"], message = at["message"], http = at["http"];
    step.taskTo = expression(task.exists() ? task["to"] : at["assign"]["to"]);
    step.priority = task["priority"].text(QStringLiteral("normal"));
    step.due = task["due"].duration();
    step.title = textPlan(task["title"]);
    step.detail = textPlan(task["detail"]);
    step.connector = (http.exists() ? http : message)["through"].text();
    step.message = message["text"].text();
    step.messageTo = expression(message["to"]);
    step.mention = expression(message["mention"]);
    step.urgent = message["urgent"].flag(false);
    step.notAfter = message["not_after"].duration().value_or(Duration{0, 1, 0});
    step.inDoubt = inDoubt((http.exists() ? http : message)["in_doubt"].text());
    step.http.method = http["method"].text(QStringLiteral("POST"));
    step.http.path = textPlan(http["path"]);
    for (const NodeAt& header : http["headers"].items())
        step.http.headers.push_back({header["name"].text(), textPlan(header["value"])});
    step.http.body = expression(http["body"]);
}

/// Steps that decide when and where a run goes on.
void PlanCompiler::flowStep(Step& step, const NodeAt& at) const
{
    const NodeAt wait = at["wait"], until = at["wait_until"], start = at["start"];
    step.wait = wait.duration();
    if (wait["day"].exists())
        step.waitDay = wait["day"].integer(0);
    if (wait["workdays"].exists())
        step.waitWorkdays = wait["workdays"].integer(0);
    step.waitWorking = wait["working"].duration();
    step.waitAtMinute = wait["at"].minuteOfDay();
    for (const NodeAt& counted : {wait, until, at["task"]})
        if (counted["calendar"].exists())
            step.calendar = counted["calendar"].text();
    step.untilEvent = until["event"].text();
    step.untilInteraction = until["interaction"].flag(false);
    step.untilCondition = expression(until["if"]);
    step.limit = (start.exists() ? start : until)["limit"].duration();
    step.allBranches = at["paths"].text() == u"all";
    step.workflow = start["workflow"].text();
    step.waitForEnd = start["wait"].flag(true);
    step.reason = at["reason"].text();
    const NodeAt timeout = start.exists()        ? start["timeout"]
                           : at["http"].exists() ? at["http"]["failed"]
                                                 : at["timeout"];
    step.then = steps(at["for_each"].exists() ? at["for_each"]["then"] : at["then"]);
    step.timeout = steps(timeout);
    step.hasTimeout = timeout.exists();
    for (const NodeAt& branch : at["branch"].items())
        step.branches.push_back(
            {branch["id"].text(), branch["label"].localText(), expression(branch["if"]), steps(branch["then"])});
}

static Step::Kind stepKind(const NodeAt& at)
{
    static constexpr std::pair<const char*, Step::Kind> keys[] = {{"set", Step::Kind::Set},
                                                                  {"create", Step::Kind::Create},
                                                                  {"update", Step::Kind::Update},
                                                                  {"find", Step::Kind::Find},
                                                                  {"task", Step::Kind::Task},
                                                                  {"message", Step::Kind::Message},
                                                                  {"http", Step::Kind::Http},
                                                                  {"assign", Step::Kind::Assign},
                                                                  {"tag", Step::Kind::Tag},
                                                                  {"wait", Step::Kind::Wait},
                                                                  {"wait_until", Step::Kind::WaitUntil},
                                                                  {"branch", Step::Kind::Branch},
                                                                  {"for_each", Step::Kind::ForEach},
                                                                  {"start", Step::Kind::Start},
                                                                  {"stop", Step::Kind::Stop}};
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
    recordStep(step, at);
    outwardStep(step, at);
    flowStep(step, at);
    return step;
}

Steps PlanCompiler::steps(const NodeAt& list) const
{
    Steps found;
    for (const NodeAt& at : list.items())
        found.push_back(step(at));
    return found;
}

} // namespace fw::plan
