#include "labels.h"

#include "periods.h"
#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/store/users.h"

namespace fw::analytics
{

Labels::Labels(store::Connection& connection, const plan::Plan& plan, QString language)
    : m_connection(connection), m_plan(plan), m_language(std::move(language))
{
}

std::vector<plan::Option> Labels::options(const store::ColumnType& type) const
{
    if (!type.field)
        return {};
    const plan::Scoring* scoring = m_plan.findScoring(type.field->scoring);
    if (scoring && type.type == plan::FieldType::ScoreStage) {
        std::vector<plan::Option> stages = scoring->stages;
        if (scoring->fading)
            stages.insert(stages.begin(), *scoring->fading);
        return stages;
    }
    if (scoring && type.type == plan::FieldType::ScoreBand) {
        std::vector<plan::Option> bands;
        for (const plan::Band& band : scoring->bands)
            bands.push_back({band.id, band.label, band.color});
        return bands;
    }
    return type.field->options;
}

QString Labels::title(const QString& table, const QString& id) const
{
    const plan::Table* definition = m_plan.findTable(table);
    const auto record = definition ? records::load(m_connection, m_plan, *definition, id) : nullptr;
    if (!record)
        return id;
    if (!definition->title)
        return id;
    const engine::SubjectEnvironment environment(m_connection, m_plan, 0, id);
    records::Evaluation evaluate(m_connection, m_plan, environment);
    const feel::Value title = evaluate.setRecord(record)(definition->title);
    return title.isNull() ? id : title.toText();
}

QString Labels::label(const store::GroupSql& group, const feel::Value& key) const
{
    if (key.isNull())
        return {};
    if (!group.every.isEmpty())
        return bucketLabel(key.date(), group.every);
    const store::ColumnType& type = group.column.type;
    if (type.refers == u"user") {
        const auto user = store::findUser(m_connection, key.string());
        return user ? user->name : key.string();
    }
    if (!type.refers.isEmpty())
        return title(type.refers, key.string());
    for (const plan::Option& option : options(type)) {
        if (key.kind() == feel::Value::Kind::String && option.id == key.string())
            return option.label.isEmpty() ? option.id : option.label.in(m_language);
    }
    return key.kind() == feel::Value::Kind::Number ? key.number().normalizedString() : key.toText();
}

bool Labels::isOrdered(const store::GroupSql& group) const
{
    return !group.every.isEmpty() || !options(group.column.type).empty();
}

int Labels::position(const store::GroupSql& group, const feel::Value& key) const
{
    if (key.kind() != feel::Value::Kind::String)
        return -1;
    const std::vector<plan::Option> all = options(group.column.type);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const plan::Option& option) { return option.id == key.string(); });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

} // namespace fw::analytics
