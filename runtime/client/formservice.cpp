#include "service.h"

#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"
#include "runtime/records/values.h"

namespace fw::client
{

namespace
{

/// A record as it would be if the form were saved now: the stored one (or a new one with its defaults) with what was typed.
class Draft
{
public:
    Draft(store::Connection& connection, const plan::Plan& plan, const plan::Table& table, const Session& session,
          Instant now)
        : m_connection(connection), m_plan(plan), m_table(table), m_session(session),
          m_environment(connection, plan, now, QString())
    {
        m_record.table = &table;
        m_record.createdAt = m_record.updatedAt = now;
        m_record.createdBy = session.user;
        m_record.values.resize(table.fields.size());
    }

    void load(const engine::Record& stored) { m_record = stored; }

    void setDefaults()
    {
        for (size_t i = 0; i < m_table.fields.size(); ++i) {
            if (m_table.fields[i].defaultValue)
                m_record.values[i] = conformed(m_table.fields[i], evaluate(m_table.fields[i].defaultValue));
        }
    }

    /// Takes over what was typed; what cannot be read is reported and counts as empty.
    void take(const QJsonObject& typed, QJsonArray& problems)
    {
        for (auto it = typed.begin(); it != typed.end(); ++it) {
            const int index = m_table.field(it.key());
            if (index < 0)
                continue;
            const auto value =
                records::fromJson({m_connection, m_plan}, m_table.fields[static_cast<size_t>(index)], it.value());
            m_record.values[static_cast<size_t>(index)] = value ? *value : feel::Value();
            if (!value)
                report(problems, it.key(), value.error().problems().value(0).what.text());
        }
    }

    void compute()
    {
        for (const int index : m_table.computeOrder) {
            const plan::Field& field = m_table.fields[static_cast<size_t>(index)];
            if (field.computed)
                m_record.values[static_cast<size_t>(index)] = conformed(field, evaluate(field.computed));
        }
    }

    feel::Value evaluate(const plan::Expression& expression) const
    {
        records::Evaluation evaluation(m_connection, m_plan, m_environment, m_session.user);
        return evaluation.setRecord(std::make_shared<engine::Record>(m_record))(expression);
    }

    static void report(QJsonArray& problems, const QString& field, const QString& text)
    {
        problems.append(QJsonObject{{"field", field}, {"text", text}});
    }

    const engine::Record& record() const { return m_record; }

private:
    feel::Value conformed(const plan::Field& field, const feel::Value& value) const
    {
        const auto result = records::conform({m_connection, m_plan}, field, value);
        return result ? *result : feel::Value();
    }

    store::Connection& m_connection;
    const plan::Plan& m_plan;
    const plan::Table& m_table;
    const Session& m_session;
    engine::SubjectEnvironment m_environment;
    engine::Record m_record;
};

void describeParts(const std::vector<plan::FormPart>& parts, const plan::Table& table, const Draft& draft, bool shown,
                   QJsonObject& out, QJsonArray& problems)
{
    for (const plan::FormPart& part : parts) {
        // "Not met" is not shown; a condition that is null is not met (semantics.md).
        const bool visible = shown && (!part.visible || draft.evaluate(part.visible).isTrue());
        const bool readOnly = part.readOnly && draft.evaluate(part.readOnly).isTrue();
        const plan::Field* field = table.findField(part.field);
        const bool required = field && (field->required || (part.required && draft.evaluate(part.required).isTrue()));
        out[part.id] = QJsonObject{{"visible", visible}, {"readOnly", readOnly}, {"required", required}};
        if (visible && required && draft.record().value(part.field).isNull())
            Draft::report(problems, part.field, Message(FW_MSG("Please fill this in.")).text());
        describeParts(part.parts, table, draft, visible, out, problems);
    }
}

} // namespace

Result<QJsonObject> Service::form(Call& call)
{
    const plan::Plan& plan = m_host.plan();
    const plan::Form* form = plan.findForm(call.params[QLatin1String("form")].toString());
    const plan::Table* table = form ? plan.findTable(form->table) : nullptr;
    if (!table)
        return denied();
    Draft draft(connection(), plan, *table, call.session, m_host.engine().now());
    const QString id = call.params[QLatin1String("id")].toString();
    if (!id.isEmpty()) {
        const auto stored = seen(call, *table, id);
        if (!stored)
            return stored.error();
        draft.load(**stored);
    } else if (call.access.mayCreate(*table)) {
        draft.setDefaults();
    } else {
        return denied();
    }
    QJsonArray problems;
    draft.take(call.params[QLatin1String("values")].toObject(), problems);
    draft.compute();
    QJsonObject parts, values, computed;
    describeParts(form->parts, *table, draft, true, parts, problems);
    for (const plan::Rule& rule : table->rules) {
        const feel::Value passed = draft.evaluate(rule.check);
        if (!passed.isNull() && !passed.isTrue())
            Draft::report(problems, QString(), rule.text.in(call.session.language));
    }
    for (size_t i = 0; i < table->fields.size(); ++i) {
        const plan::Field& field = table->fields[i];
        if (call.access.sight(*table, field) != Access::FieldSight::Yes)
            continue;
        values[field.id] = records::toJson(field, draft.record().values[i]);
        if (field.computed)
            computed[field.id] = call.display.text(field, draft.record().values[i]);
    }
    return QJsonObject{{"parts", parts}, {"values", values}, {"computed", computed}, {"problems", problems}};
}

} // namespace fw::client
