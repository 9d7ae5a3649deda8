#include "timing.h"
#include "programimpl.h"

namespace fw::feel
{

namespace
{

bool isClock(const Node& node)
{
    const auto* special = dynamic_cast<const SpecialNode*>(&node);
    return special && (special->form == SpecialForm::Now || special->form == SpecialForm::Today);
}

bool any(const Node& node, const std::function<bool(const Node&)>& is)
{
    if (is(node))
        return true;
    bool found = false;
    node.eachPart([&](const Node& part) { found = found || any(part, is); });
    return found;
}

bool hasClock(const Node& node)
{
    return any(node, isClock);
}

bool hasLocals(const Node& node)
{
    return any(node, [](const Node& n) {
        return dynamic_cast<const LocalNode*>(&n) || dynamic_cast<const ItemNameNode*>(&n);
    });
}

/// One side of a comparison that moves with time: clock + shifts, or its distance from a moment that stands still.
struct Moving {
    bool today = false;
    std::vector<std::pair<bool, const Node*>> shifts; ///< true: added
    const Node* moment = nullptr;                     ///< of a distance
    bool fromMoment = false;                          ///< clock − moment; else moment − clock
};

bool follow(const Node& node, Moving* out)
{
    if (isClock(node)) {
        out->today = static_cast<const SpecialNode&>(node).form == SpecialForm::Today;
        return true;
    }
    const auto* binary = dynamic_cast<const BinaryNode*>(&node);
    if (!binary || out->moment || (binary->op != Operator::Add && binary->op != Operator::Subtract))
        return false;
    const bool left = hasClock(*binary->left), right = hasClock(*binary->right);
    if (left == right)
        return false;
    const Node& still = left ? *binary->right : *binary->left;
    if (!follow(left ? *binary->left : *binary->right, out) || out->moment)
        return false;
    const Type::Kind kind = still.type.kind();
    if (kind == Type::Kind::MonthDuration || kind == Type::Kind::TimeDuration) {
        out->shifts.push_back({binary->op == Operator::Add, &still});
        return left || binary->op == Operator::Add;
    }
    if (binary->op != Operator::Subtract || (kind != Type::Kind::Date && kind != Type::Kind::DateTime))
        return false;
    out->moment = &still;
    out->fromMoment = left;
    return true;
}

/// Walks a program and gathers the instants at which something in it can turn.
class Finder
{
public:
    /// Without a frame only the form is looked at.
    Finder(const Frame* frame, const ProgramImpl& impl) : m_frame(frame), m_impl(impl) {}

    void explore(const Node& node)
    {
        if (isClock(node)) {
            m_unknown = true;
            return;
        }
        if (const auto* binary = dynamic_cast<const BinaryNode*>(&node);
            binary && binary->op >= Operator::Equal && hasClock(node)) {
            compare(*binary->left, *binary->right);
            return;
        }
        if (const auto* between = dynamic_cast<const BetweenNode*>(&node); between && hasClock(node)) {
            compare(*between->value, *between->low);
            compare(*between->value, *between->high);
            return;
        }
        if (const auto* tests = dynamic_cast<const TestsNode*>(&node); tests && hasClock(node)) {
            exploreTests(*tests);
            return;
        }
        if (const auto* special = dynamic_cast<const SpecialNode*>(&node))
            history(*special);
        node.eachPart([this](const Node& part) { explore(part); });
    }

    NextChange result() const
    {
        if (m_unknown)
            return {NextChange::Kind::Unknown, 0};
        return m_next ? NextChange{NextChange::Kind::At, *m_next} : NextChange{};
    }

private:
    void exploreTests(const TestsNode& tests)
    {
        for (const TestNode& test : tests.tests) {
            const auto* range = dynamic_cast<const RangeNode*>(test.operand.get());
            const auto* constant = dynamic_cast<const ConstantNode*>(test.operand.get());
            if (test.kind == TestNode::Kind::Comparison) {
                compare(*tests.input, *test.operand);
            } else if (range && !hasClock(*range)) {
                if (range->start)
                    compare(*tests.input, *range->start);
                if (range->end)
                    compare(*tests.input, *range->end);
            } else if (constant && constant->value.kind() == Value::Kind::Range) {
                turnsAt(*tests.input, constant->value.rangeValue().start);
                turnsAt(*tests.input, constant->value.rangeValue().end);
            } else {
                m_unknown = true;
            }
        }
    }

    void compare(const Node& left, const Node& right)
    {
        const bool moves = hasClock(left);
        const Node& moving = moves ? left : right;
        const Node& still = moves ? right : left;
        if (hasClock(still) || hasLocals(still) || !isMoment(still.type)) {
            m_unknown = true;
            return;
        }
        if (!m_frame)
            turnsAt(moving, Value());
        else
            turnsAt(moving, valueOf(still));
        explore(still);
    }

    static bool isMoment(const Type& type)
    {
        switch (type.kind()) {
        case Type::Kind::Date:
        case Type::Kind::DateTime:
        case Type::Kind::TimeDuration:
        case Type::Kind::Null:
        case Type::Kind::Any: return true;
        default: return false;
        }
    }

    Value valueOf(const Node& node) const
    {
        Evaluation evaluation(*m_frame, m_impl.limits);
        LocalFrame locals(evaluation, m_impl.localCount);
        return node.run(evaluation);
    }

    /// `moving` reaches `value`: solved for the clock, by doing the inverse of each step.
    void turnsAt(const Node& moving, const Value& value)
    {
        Moving form;
        if (!follow(moving, &form) || hasLocals(moving)) {
            m_unknown = true;
            return;
        }
        if (!m_frame)
            return;
        Value at = onTheClock(value);
        if (form.moment) {
            Value moment = onTheClock(valueOf(*form.moment));
            if (moment.kind() == Value::Kind::Date && !form.today)
                moment = Value(startOfDay(moment.date()));
            at = applyOperator(form.fromMoment ? Operator::Add : Operator::Subtract, moment, value, {});
        }
        bool months = false;
        for (auto it = form.shifts.rbegin(); it != form.shifts.rend(); ++it) {
            const Value shift = valueOf(*it->second);
            months = months || shift.kind() == Value::Kind::MonthDuration;
            at = applyOperator(it->first ? Operator::Subtract : Operator::Add, at, shift, {});
        }
        candidates(at, form.today, months);
    }

    /// The instant itself and the one right behind it ("more than"). Months clipped to a month's end may put the change off
    /// by some days, and then it comes at a midnight.
    void candidates(const Value& at, bool today, bool months)
    {
        const QTimeZone zone = m_frame->environment->zone();
        if (at.kind() == Value::Kind::DateTime) {
            const qint64 millis = at.dateTime().toEpochMillis(zone);
            for (int d = 0; !today && d <= (months ? 4 : 0); ++d) {
                consider(millis + d * 86'400'000ll);
                consider(millis + d * 86'400'000ll + 1);
                // The hour that a clock leaves out or shows twice, where the months lead, makes jumps at its ends.
                constexpr qint64 halfHour = 1'800'000;
                for (int h = -6; months && h <= 6; ++h)
                    consider((millis / halfHour + h) * halfHour + d * 86'400'000ll);
            }
            // A day compared with an instant of another zone begins where that one is.
            const Date date = DateTime::fromEpochMillis(millis, zone).date;
            if (today || months)
                midnights(date, today ? -1 : 0, months ? 6 : 2);
        } else if (at.kind() == Value::Kind::Date) {
            midnights(at.date(), 0, months ? 6 : 2); // part of a day moves a date by one or by none
        }
        // A null on either side never turns into anything else by waiting.
    }

    void midnights(const Date& around, int from, int to)
    {
        for (int d = from; d <= to; ++d)
            consider(DateTime{Date::fromEpochDay(around.toEpochDay() + d), Time{}}.toEpochMillis(
                m_frame->environment->zone()));
    }

    /// Months are counted on the calendar that the clock shows.
    Value onTheClock(Value value) const
    {
        if (value.kind() != Value::Kind::DateTime)
            return value;
        return Value(value.dateTime().inZone(Zone{Zone::Kind::Region, 0, m_frame->environment->zone().id(), false}));
    }

    void history(const SpecialNode& node)
    {
        if (!m_frame)
            return;
        const Environment& environment = *m_frame->environment;
        if (node.form == SpecialForm::DaysInARow) {
            const Date today = DateTime::fromEpochMillis(environment.nowMillis(), environment.zone()).date;
            consider(DateTime{Date::fromEpochDay(today.toEpochDay() + 1), Time{}}.toEpochMillis(environment.zone()));
        }
        const bool windowed = node.form == SpecialForm::CountEvents || node.form == SpecialForm::Events;
        if (!windowed || node.arguments.size() < 2 || !node.arguments[1])
            return;
        const Value name = valueOf(*node.arguments[0]), window = valueOf(*node.arguments[1]);
        if (name.kind() != Value::Kind::String ||
            (window.kind() != Value::Kind::TimeDuration && window.kind() != Value::Kind::MonthDuration))
            return;
        const Value now(DateTime::fromEpochMillis(environment.nowMillis(), environment.zone()));
        const Value since = applyOperator(Operator::Subtract, now, window, {});
        if (since.kind() != Value::Kind::DateTime)
            return;
        const auto events = environment.events(name.string(), since.dateTime().toEpochMillis(environment.zone()));
        const Value oldest = events.empty() ? Value() : member(events.front(), QStringLiteral("at"), {});
        if (oldest.kind() == Value::Kind::DateTime)
            candidates(
                applyOperator(Operator::Add, Value(oldest.dateTime().inZone(now.dateTime().time.zone)), window, {}),
                false, window.kind() == Value::Kind::MonthDuration);
    }

    void consider(qint64 millis)
    {
        if (millis > m_frame->environment->nowMillis() && (!m_next || millis < *m_next))
            m_next = millis;
    }

    const Frame* m_frame;
    const ProgramImpl& m_impl;
    std::optional<qint64> m_next;
    bool m_unknown = false;
};

} // namespace

NextChange nextChange(const Program& program, const Frame& frame)
{
    if (!program.isValid() || program.expressionClass() != ExpressionClass::TimeDependent)
        return {};
    static const Environment nothing;
    const Frame complete{frame.slots, frame.environment ? frame.environment : &nothing};
    Finder finder(&complete, *program.impl());
    finder.explore(*program.impl()->root);
    return finder.result();
}

bool isForeseeable(const Program& program)
{
    if (!program.isValid())
        return true;
    Finder finder(nullptr, *program.impl());
    finder.explore(*program.impl()->root);
    return finder.result().kind != NextChange::Kind::Unknown;
}

} // namespace fw::feel
