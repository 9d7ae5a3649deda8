// Webhooks received: another system's call becomes a run.
#include "automation.h"
#include "enrolment.h"
#include "runtime/records/records.h"
#include "runtime/records/values.h"
#include "runview.h"
#include "subject.h"

#include <QJsonDocument>

namespace fw::automation
{

namespace
{

constexpr qsizetype s_mostBody = 64 * 1024; ///< runs remember it

/// The record the body speaks of; one is made when there is none and the trigger says with what.
Result<QString> recordOf(engine::Unit& unit, const plan::Table& table, const plan::Trigger& trigger,
                         const feel::Value& body)
{
    Subject subject(unit, unit.plan, nullptr);
    subject.setEvent(body);
    const plan::Field* field = table.findField(trigger.webhookField);
    if (!field)
        return Error(QStringLiteral("webhook.unknown"), FW_MSG("There is no such webhook."),
                     FW_MSG("Check the address."));
    const records::Conversion conversion{unit.store.writer(), unit.plan};
    const auto value = records::conform(conversion, *field, subject.value(trigger.webhookValue));
    if (!value)
        return value.error();
    const auto found = records::findOne(unit.store.writer(), unit.plan, table, {{field->id, records::toJson(*value)}});
    if (found || trigger.webhookCreate.empty() || found.error().code() != QLatin1String("record.unknown_record"))
        return found;
    records::Values values;
    for (const plan::Assignment& assignment : trigger.webhookCreate) {
        const plan::Field* target = table.findField(assignment.field);
        const auto given = target ? records::conform(conversion, *target, subject.value(assignment.value))
                                  : Result<feel::Value>(feel::Value());
        if (!given)
            return given.error();
        values.insert(assignment.field, *given);
    }
    const auto written = records::create(unit, table, values);
    if (!written)
        return written.error();
    return written->id;
}

} // namespace

Result<QString> receive(engine::Unit& unit, const QString& workflowId, const QString& triggerId,
                        const QJsonObject& json)
{
    const plan::Workflow* workflow = unit.plan.findWorkflow(workflowId);
    const plan::Trigger* trigger = workflow ? workflow->findTrigger(triggerId) : nullptr;
    const plan::Table* table = workflow ? unit.plan.findTable(workflow->table) : nullptr;
    if (!trigger || !table || trigger->kind != plan::Trigger::Kind::Webhook)
        return Error(QStringLiteral("webhook.unknown"), FW_MSG("There is no such webhook."),
                     FW_MSG("Check the address."));
    if (QJsonDocument(json).toJson(QJsonDocument::Compact).size() > s_mostBody)
        return Error(QStringLiteral("webhook.too_big"), FW_MSG("The body is larger than 64 KiB."),
                     FW_MSG("Send less, or in parts."));
    if (unit.cause.quiet)
        return QString();
    const feel::Value body = jsonValue(json);
    const auto record = recordOf(unit, *table, *trigger, body);
    if (!record)
        return record.error();
    Subject subject(unit, unit.plan, records::load(unit.store.writer(), unit.plan, *table, *record));
    subject.setEvent(body);
    if (!subject.holds(trigger->condition)) {
        unit.misses.push_back({workflow->id, trigger->id, *record, QStringLiteral("condition"),
                               subject.firstFailing(trigger->condition)});
        return QString();
    }
    Enrolment enrolment{workflow, trigger->id, *record};
    if (trigger->condition)
        enrolment.condition = subject.explain(trigger->condition);
    enrolment.body = json;
    return enrol(unit, enrolment).run;
}

} // namespace fw::automation
