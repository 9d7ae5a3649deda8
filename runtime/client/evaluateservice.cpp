#include "service.h"

#include "model/schema/scopes.h"
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"

/// design.evaluate: the value of an expression on a record of the store, with what is empty in it and why.
namespace fw::client
{

namespace
{

constexpr int mostParts = 40;

/// The lowest parts that have no value: what made the whole empty.
void collectNulls(const feel::Explained& node, std::vector<const feel::Explained*>& found)
{
    bool below = false;
    for (const feel::Explained& part : node.parts)
        if (part.value.isNull()) {
            collectNulls(part, found);
            below = true;
        }
    if (!below && node.value.isNull())
        found.push_back(&node);
}

/// Comparisons and tests with what they gave; and what stands in them, so that one sees why.
void collectSteps(const feel::Explained& node, int depth, std::vector<std::pair<int, const feel::Explained*>>& steps)
{
    if (int(steps.size()) >= mostParts)
        return;
    if (!node.parts.empty() || depth > 0)
        steps.emplace_back(depth, &node);
    for (const feel::Explained& part : node.parts)
        if (!part.parts.empty() || part.value.kind() != feel::Value::Kind::Function)
            collectSteps(part, depth + 1, steps);
}

QString shown(const feel::Value& value)
{
    if (value.kind() == feel::Value::Kind::Record)
        return value.record()->type();
    return value.isNull() ? QString() : value.toText().left(200);
}

QString why(const feel::Explained& node)
{
    const feel::NullCause* cause = node.value.nullCause();
    return cause ? cause->what.text() : Message(FW_MSG("It is empty.")).text();
}

} // namespace

/// The record asked for, else the first there is.
std::shared_ptr<const engine::Record> Service::sampleRecord(const plan::Table& table, const QString& id)
{
    if (!id.isEmpty())
        return records::load(connection(), m_host.plan(), table, id);
    store::ListQuery query;
    query.table = &table;
    const auto page = store::listRecords(connection(), m_host.plan(), query, 1);
    return page && !page->records.empty() ? page->records.front() : nullptr;
}

Result<QJsonObject> Service::evaluate(Call& call)
{
    if (!mayDesign(call))
        return denied();
    schema::ScopeNames names;
    names.record = call.params[QLatin1String("table")].toString();
    names.event = call.params[QLatin1String("event")].toString();
    names.anyEvent = call.params[QLatin1String("anyEvent")].toBool();
    names.old = call.params[QLatin1String("old")].toBool();
    names.me = call.params[QLatin1String("me")].toBool();
    const feel::Scope scope = schema::makeScope(names, *m_host.plan().types);
    const feel::Compiled compiled = feel::compile(call.params[QLatin1String("expression")].toString(), scope);
    if (!compiled.ok())
        return QJsonObject{{"ok", false}};
    const plan::Table* table = m_host.plan().findTable(names.record);
    const auto record = table ? sampleRecord(*table, call.params[QLatin1String("id")].toString()) : nullptr;
    if (table && !record)
        return QJsonObject{{"ok", false}, {"noRecord", true}};
    const engine::SubjectEnvironment environment(connection(), m_host.plan(), m_host.clock().now(),
                                                 record ? record->id : QString());
    records::Evaluation evaluation(connection(), m_host.plan(), environment, call.session.user);
    if (record)
        evaluation.setRecord(record).setOld(record);
    if (!names.event.isEmpty()) {
        const auto events = environment.events(names.event.section(u':', 1), 0);
        if (!events.empty())
            evaluation.setEvent(events.back());
    }
    const feel::Explained whole = compiled.program.explain(evaluation.frame());
    QJsonArray nulls, steps;
    std::vector<const feel::Explained*> empty;
    collectNulls(whole, empty);
    for (const feel::Explained* node : empty)
        nulls.append(QJsonObject{{"begin", node->span.begin}, {"end", node->span.end}, {"why", why(*node)}});
    std::vector<std::pair<int, const feel::Explained*>> parts;
    collectSteps(whole, 0, parts);
    for (const auto& [depth, node] : parts)
        steps.append(QJsonObject{{"begin", node->span.begin},
                                 {"end", node->span.end},
                                 {"depth", depth},
                                 {"value", shown(node->value)},
                                 {"isNull", node->value.isNull()}});
    return QJsonObject{{"ok", true},
                       {"id", record ? record->id : QString()},
                       {"title", record ? call.display.recordTitle(table->id, record->id) : QString()},
                       {"value", shown(whole.value)},
                       {"isNull", whole.value.isNull()},
                       {"nulls", nulls},
                       {"steps", steps}};
}

} // namespace fw::client
