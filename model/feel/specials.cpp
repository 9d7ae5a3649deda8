// Excel's functions that evaluate only what they need, and the functions over the person's history (semantics, "History").
#include "node.h"

namespace fw::feel
{

namespace
{

bool isBlank(const Value& value)
{
    return value.isNull() || (value.kind() == Value::Kind::String && value.string().isEmpty());
}

Value pairs(const Nodes& arguments, Evaluation& e)
{
    for (size_t i = 0; i + 1 < arguments.size(); i += 2)
        if (arguments[i]->run(e).isTrue())
            return arguments[i + 1]->run(e);
    return arguments.size() % 2 ? arguments.back()->run(e) : Value();
}

Value switched(const Nodes& arguments, Evaluation& e)
{
    const Value subject = arguments[0]->run(e);
    for (size_t i = 1; i + 1 < arguments.size(); i += 2)
        if (equals(subject, arguments[i]->run(e)) == Truth::True)
            return arguments[i + 1]->run(e);
    return arguments.size() % 2 == 0 ? arguments.back()->run(e) : Value();
}

/// Excel's AND and OR: blanks are skipped.
Value logic(const Nodes& arguments, Evaluation& e, bool isAnd)
{
    for (const NodePtr& argument : arguments) {
        const Value value = argument->run(e);
        if (value.kind() == Value::Kind::Boolean && value.boolean() != isAnd)
            return Value(!isAnd);
    }
    return Value(isAnd);
}

class History
{
public:
    History(const SpecialNode& node, int item, Evaluation& e) : m_node(node), m_item(item), m_e(e) {}

    /// The events that count, oldest first.
    Value::Items read(size_t withinIndex, size_t whereIndex, Value* problem) const
    {
        const Value name = m_node.arguments[0]->run(m_e);
        if (name.kind() != Value::Kind::String) {
            *problem =
                nullOf("feel.wrong_argument", Message(FW_MSG("The name of an event must be a text.")), m_node.span);
            return {};
        }
        const qint64 since = start(withinIndex, problem);
        const Node* where = whereIndex < m_node.arguments.size() ? m_node.arguments[whereIndex].get() : nullptr;
        Value::Items out;
        for (Value& event : m_e.environment->events(name.string(), since)) {
            if (!m_e.step(m_node.span))
                break;
            if (where) {
                m_e.locals[m_item].set(event);
                if (!where->run(m_e).isTrue())
                    continue;
            }
            out.push_back(std::move(event));
        }
        return out;
    }

private:
    qint64 start(size_t index, Value* problem) const
    {
        if (index >= m_node.arguments.size() || !m_node.arguments[index])
            return 0;
        const Value within = m_node.arguments[index]->run(m_e);
        const qint64 now = m_e.environment->nowMillis();
        if (within.kind() == Value::Kind::TimeDuration)
            return now - within.timeDuration().toMillis();
        if (within.kind() == Value::Kind::MonthDuration) {
            DateTime from = DateTime::fromEpochMillis(now, m_e.environment->zone());
            from.date = from.date.plusMonths(-within.monthDuration().months);
            return from.toEpochMillis(m_e.environment->zone());
        }
        if (!within.isNull())
            *problem = nullOf("feel.wrong_argument", Message(FW_MSG("The window must be a duration such as @\"P7D\".")),
                              m_node.span);
        return 0;
    }

    const SpecialNode& m_node;
    int m_item;
    Evaluation& m_e;
};

std::optional<Date> dayOf(const Value& event, const QTimeZone& zone)
{
    const Value at = member(event, QStringLiteral("at"), {});
    if (at.kind() != Value::Kind::DateTime)
        return std::nullopt;
    return DateTime::fromEpochMillis(at.dateTime().toEpochMillis(zone), zone).date;
}

/// Days up to today, or up to yesterday while today is still running, each with at least one such event.
qint64 daysInARow(const Value::Items& events, const Environment& environment)
{
    const QTimeZone zone = environment.zone();
    const qint64 today = DateTime::fromEpochMillis(environment.nowMillis(), zone).date.toEpochDay();
    qint64 expected = today, count = 0;
    for (auto it = events.rbegin(); it != events.rend(); ++it) {
        const auto date = dayOf(*it, zone);
        if (!date)
            continue;
        const qint64 day = date->toEpochDay();
        if (day > expected)
            continue;
        if (count == 0 && day == today - 1)
            expected = day;
        if (day != expected)
            break;
        ++count;
        --expected;
    }
    return count;
}

} // namespace

Value SpecialNode::evaluate(Evaluation& e) const
{
    Value problem;
    const auto events = [&](size_t within, size_t where) {
        return History(*this, item, e).read(within, where, &problem);
    };
    switch (form) {
    case SpecialForm::If:
        return arguments[0]->run(e).isTrue() ? arguments[1]->run(e) : arguments[2] ? arguments[2]->run(e) : Value();
    case SpecialForm::Ifs: return pairs(arguments, e);
    case SpecialForm::Switch: return switched(arguments, e);
    case SpecialForm::And: return logic(arguments, e, true);
    case SpecialForm::Or: return logic(arguments, e, false);
    case SpecialForm::IsBlank: return Value(isBlank(arguments[0]->run(e)));
    case SpecialForm::IfBlank: {
        Value value = arguments[0]->run(e);
        return isBlank(value) ? arguments[1]->run(e) : value;
    }
    case SpecialForm::Now: return Value(DateTime::fromEpochMillis(e.environment->nowMillis(), e.environment->zone()));
    case SpecialForm::Today:
        return Value(DateTime::fromEpochMillis(e.environment->nowMillis(), e.environment->zone()).date);
    case SpecialForm::InSegment: {
        const Value name = arguments[0]->run(e);
        return name.kind() == Value::Kind::String ? Value(e.environment->inSegment(name.string())) : name;
    }
    case SpecialForm::CountEvents: {
        const auto found = events(1, 2);
        return problem.nullCause() ? problem : Value(static_cast<qint64>(found.size()));
    }
    case SpecialForm::Events: {
        auto found = events(1, 2);
        return problem.nullCause() ? problem : Value::list(std::move(found));
    }
    case SpecialForm::LastEvent: {
        const auto found = events(arguments.size(), 1);
        return problem.nullCause() ? problem : found.empty() ? Value() : found.back();
    }
    case SpecialForm::DaysInARow: {
        const auto found = events(arguments.size(), arguments.size());
        return problem.nullCause() ? problem : Value(daysInARow(found, *e.environment));
    }
    case SpecialForm::None: break;
    }
    return Value();
}

} // namespace fw::feel
