#include "access.h"

#include "runtime/engine/environment.h"
#include "runtime/records/reader.h"

namespace fw::client
{

using feel::Predicate;

Access::Access(store::Connection& connection, const plan::Plan& plan, const Session& session)
    : m_connection(connection), m_plan(plan), m_session(session)
{
    for (const QString& role : session.roles) {
        const plan::Role* found = plan.findRole(role);
        m_admin = m_admin || role == QLatin1String("admin") || (found && found->admin);
        if (found)
            m_roles.push_back(found);
    }
}

std::vector<const plan::TableRight*> Access::rightsOn(const plan::Table& table) const
{
    std::vector<const plan::TableRight*> rights;
    for (const plan::Role* role : m_roles) {
        for (const plan::TableRight& right : role->tables) {
            if (right.table == table.id)
                rights.push_back(&right);
        }
    }
    return rights;
}

static const QString& scopeOf(const plan::TableRight& right, Access::Action action)
{
    switch (action) {
    case Access::Action::See: return right.see;
    case Access::Action::Change: return right.change;
    case Access::Action::Delete: return right.remove;
    }
    return right.see;
}

bool Access::may(const plan::Table& table, Action action) const
{
    if (m_admin)
        return true;
    const auto rights = rightsOn(table);
    return std::any_of(rights.begin(), rights.end(),
                       [&](const auto* right) { return scopeOf(*right, action) != QLatin1String("none"); });
}

bool Access::mayCreate(const plan::Table& table) const
{
    const auto rights = rightsOn(table);
    return m_admin || std::any_of(rights.begin(), rights.end(), [](const auto* right) { return right->create; });
}

Access::FieldSight Access::sight(const plan::Table& table, const plan::Field& field) const
{
    if (m_admin)
        return FieldSight::Yes;
    FieldSight widest = FieldSight::No;
    for (const plan::TableRight* right : rightsOn(table)) {
        if (right->see == QLatin1String("none"))
            continue;
        FieldSight here = field.mask.isEmpty() ? FieldSight::Yes : FieldSight::Masked;
        for (const plan::FieldRight& each : right->fields) {
            if (each.field == field.id)
                here = each.see == QLatin1String("no")     ? FieldSight::No
                       : each.see == QLatin1String("mask") ? FieldSight::Masked
                                                           : FieldSight::Yes;
        }
        widest = std::max(widest, here);
    }
    return widest;
}

bool Access::mayChangeField(const plan::Table& table, const plan::Field& field) const
{
    if (m_admin)
        return true;
    for (const plan::TableRight* right : rightsOn(table)) {
        if (right->change == QLatin1String("none") && !right->create)
            continue;
        const auto it = std::find_if(right->fields.begin(), right->fields.end(),
                                     [&](const auto& each) { return each.field == field.id; });
        if (it == right->fields.end() || it->change != QLatin1String("no"))
            return true;
    }
    return false;
}

static Predicate isUser(const QString& field, const QString& user)
{
    Predicate predicate;
    predicate.op = Predicate::Op::Equal;
    predicate.path = {field};
    predicate.values = {feel::Value(user)};
    return predicate;
}

std::optional<Predicate> Access::scope(const plan::Table& table, Action action) const
{
    if (m_admin)
        return {};
    Predicate any;
    any.op = Predicate::Op::Or;
    for (const plan::TableRight* right : rightsOn(table)) {
        const QString& kind = scopeOf(*right, action);
        if (kind == QLatin1String("all"))
            return {};
        if (kind == QLatin1String("own"))
            any.operands.push_back(
                isUser(table.owner.isEmpty() ? QStringLiteral("created_by") : table.owner, m_session.user));
        if (kind == QLatin1String("where") && right->seeScope) {
            std::array<feel::Value, plan::SlotCount> slotValues;
            slotValues[plan::SlotMe] = records::userView(m_connection, m_plan, m_session.user);
            if (const auto where = feel::toPredicate(right->seeScope.program, {slotValues, nullptr}, table.id))
                any.operands.push_back(*where);
        }
    }
    if (any.operands.empty())
        any.op = Predicate::Op::False;
    return any;
}

bool Access::allows(const plan::Table& table, const std::shared_ptr<const engine::Record>& record, Action action) const
{
    if (m_admin)
        return true;
    const auto rights = rightsOn(table);
    return std::any_of(rights.begin(), rights.end(), [&](const plan::TableRight* right) {
        const QString& kind = scopeOf(*right, action);
        if (kind == QLatin1String("own")) {
            const feel::Value owner =
                table.owner.isEmpty() ? feel::Value(record->createdBy) : record->value(table.owner);
            return !owner.isNull() && owner.toText() == m_session.user;
        }
        if (kind == QLatin1String("where") && right->seeScope) {
            const engine::SubjectEnvironment environment(m_connection, m_plan, record->updatedAt, record->id);
            records::Evaluation evaluation(m_connection, m_plan, environment, m_session.user);
            return evaluation.setRecord(record)(right->seeScope).isTrue();
        }
        return kind == QLatin1String("all");
    });
}

QHash<QString, Predicate> Access::scopes() const
{
    QHash<QString, Predicate> scopes;
    for (const plan::Table& table : m_plan.tables) {
        if (const auto predicate = scope(table, Action::See))
            scopes.insert(table.id, *predicate);
    }
    return scopes;
}

QString masked(const QString& text)
{
    const qsizetype hidden = (text.size() + 2) / 3;
    const qsizetype start = (text.size() - hidden) / 2;
    return text.left(start) + QString(hidden, u'*') + text.mid(start + hidden);
}

} // namespace fw::client
