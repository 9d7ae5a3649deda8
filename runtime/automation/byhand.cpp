// What people start by hand: buttons, and enrolling what a trigger matches already.
#include "arming.h"
#include "automation.h"
#include "subject.h"

namespace fw::automation
{

namespace
{

struct Found {
    const plan::Workflow* workflow;
    const plan::Trigger* trigger;
};

Result<Found> matchable(const plan::Plan& plan, const QString& workflowId, const QString& triggerId)
{
    const plan::Workflow* workflow = plan.findWorkflow(workflowId);
    const plan::Trigger* trigger = workflow ? workflow->findTrigger(triggerId) : nullptr;
    if (!trigger)
        return Error(QStringLiteral("enrol.unknown"),
                     Message(FW_MSG("There is no trigger \"%2\" of a workflow \"%1\"."), {workflowId, triggerId}),
                     FW_MSG("Check the names."));
    if (!canMatch(*trigger))
        return Error(QStringLiteral("enrol.not_possible"),
                     FW_MSG("This trigger waits for something that happens; no record matches it as it stands."),
                     FW_MSG("Choose a trigger by condition, segment, score or silence."));
    return Found{workflow, trigger};
}

} // namespace

Result<QString> pressButton(engine::Unit& unit, const QString& workflowId, const QString& triggerId,
                            const QString& record)
{
    const plan::Workflow* workflow = unit.plan.findWorkflow(workflowId);
    const plan::Trigger* trigger = workflow ? workflow->findTrigger(triggerId) : nullptr;
    const plan::Table* table = workflow ? unit.plan.findTable(workflow->table) : nullptr;
    const auto subjectRecord = table ? records::load(unit.store.writer(), unit.plan, *table, record) : nullptr;
    if (!trigger || trigger->kind != plan::Trigger::Kind::Button || !subjectRecord)
        return Error(QStringLiteral("button.unknown"), FW_MSG("There is no such button on this record."),
                     FW_MSG("Refresh the page: the app may have changed."));
    const auto refused = [](const QString& why) {
        return Error(QStringLiteral("button.not_started"), refusalText(why),
                     FW_MSG("Try again when that has changed."));
    };
    const Subject subject(unit, unit.plan, subjectRecord);
    if (!subject.holds(trigger->condition)) {
        unit.misses.push_back(
            {workflow->id, trigger->id, record, QStringLiteral("condition"), subject.firstFailing(trigger->condition)});
        return refused(QStringLiteral("condition"));
    }
    Enrolment enrolment{workflow, trigger->id, record};
    if (trigger->condition)
        enrolment.condition = subject.explain(trigger->condition);
    const Entry entry = enrol(unit, enrolment);
    if (entry.run.isEmpty())
        return refused(entry.refused);
    return entry.run;
}

Result<QString> enrolExisting(engine::Unit& unit, const QString& workflow, const QString& trigger)
{
    const auto found = matchable(unit.plan, workflow, trigger);
    if (!found)
        return found.error();
    return enrolMatching(unit, *found->workflow, *found->trigger, unit.now);
}

Result<qint64> countExisting(engine::Unit& unit, const QString& workflow, const QString& trigger)
{
    const auto found = matchable(unit.plan, workflow, trigger);
    if (!found)
        return found.error();
    return countMatching(unit, *found->workflow, *found->trigger);
}

} // namespace fw::automation
