#include "tableindex.h"
#include "programimpl.h"

namespace fw::feel
{

namespace
{

/// More than any table a person writes needs (10,000 rules with 5,000 different limits take 12 MiB); beyond it the cells run.
constexpr size_t maximumBytes = 32 * 1024 * 1024;

// The classes that are always there.
enum : size_t { NullClass, FalseClass, TrueClass, OtherTextClass, FixedClasses };

void put(quint64* set, size_t rule, bool holds)
{
    const quint64 bit = quint64(1) << (rule % 64);
    set[rule / 64] = holds ? set[rule / 64] | bit : set[rule / 64] & ~bit;
}

/// A text that none of the column's cells mentions.
QString unmentioned(const QHash<QString, size_t>& texts)
{
    QString text = QStringLiteral("?");
    while (texts.contains(text))
        text += u'?';
    return text;
}

// A value of the class between two constants, or below the first or above the last (a null pointer). Where there is none,
// the class is empty and any answer does.
Decimal between(const Decimal* low, const Decimal* high)
{
    static const Decimal most = Decimal::fromString(u"9.999999999999999999999999999999999e6144").value_or(Decimal());
    if (!low || !high)
        return low ? most : most.negated();
    const auto distance = high->minus(*low);
    const auto half = distance ? distance->times(Decimal::fromScaled(5, 1)) : std::nullopt;
    const auto middle = half ? low->plus(*half) : std::nullopt;
    return middle.value_or(Decimal()); // too far apart for a decimal: zero lies between them
}

qint64 between(const qint64* low, const qint64* high)
{
    if (!low || !high)
        return low ? *low + 1 : *high - 1;
    return *low + (*high - *low) / 2;
}

template <class T> void makeUnique(std::vector<T>& points)
{
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
}

} // namespace

/// The constants of a cell.
struct ColumnIndex::Cell {
    std::vector<Decimal> numbers;
    std::vector<qint64> days;
    QStringList texts;

    /// False when what the cell says may depend on more than the input's place among such constants.
    bool gather(const Value& constant)
    {
        switch (constant.kind()) {
        case Value::Kind::Null:
        case Value::Kind::Boolean: return true;
        case Value::Kind::Number: numbers.push_back(constant.number()); return true;
        case Value::Kind::Date: days.push_back(constant.date().toEpochDay()); return true;
        case Value::Kind::String: texts << constant.string(); return true;
        case Value::Kind::List:
            return std::all_of(constant.items().begin(), constant.items().end(),
                               [this](const Value& item) { return gather(item); });
        case Value::Kind::Range:
            return isOnLine(constant.rangeValue().start) && isOnLine(constant.rangeValue().end) &&
                   gather(constant.rangeValue().start) && gather(constant.rangeValue().end);
        default: return false;
        }
    }

    static std::optional<Cell> of(const Program& program)
    {
        Cell cell;
        const auto* tests = dynamic_cast<const TestsNode*>(program.impl()->root.get());
        if (!tests)
            return std::nullopt;
        for (const TestNode& test : tests->tests) {
            if (test.kind == TestNode::Kind::Anything)
                continue;
            const auto* constant = dynamic_cast<const ConstantNode*>(test.operand.get());
            const bool ordered = test.kind == TestNode::Kind::Comparison && test.op >= Operator::Less;
            if (!constant || test.usesInput || (ordered && !isOnLine(constant->value)) || !cell.gather(constant->value))
                return std::nullopt;
        }
        makeUnique(cell.numbers);
        makeUnique(cell.days);
        return cell;
    }

private:
    /// Texts are found by hash, which knows no order.
    static bool isOnLine(const Value& limit)
    {
        return limit.isNull() || limit.kind() == Value::Kind::Number || limit.kind() == Value::Kind::Date;
    }
};

template <class T> size_t ColumnIndex::Line<T>::classOf(const T& value) const
{
    const auto at = std::lower_bound(points.begin(), points.end(), value);
    const bool itself = at != points.end() && *at == value;
    return first + 2 * static_cast<size_t>(at - points.begin()) + (itself ? 1 : 0);
}

ColumnIndex::ColumnIndex(const std::vector<const Program*>& cells, int inputSlot)
    : m_words((cells.size() + 63) / 64), m_open(m_words), m_tested(m_words)
{
    std::vector<std::optional<Cell>> constants(cells.size());
    for (size_t rule = 0; rule < cells.size(); ++rule) {
        if (!cells[rule]->isValid())
            continue;
        put(m_tested.data(), rule, true);
        constants[rule] = Cell::of(*cells[rule]);
    }
    findClasses(constants);
    for (size_t rule = 0; rule < cells.size(); ++rule) {
        if (m_sets.empty() || !constants[rule])
            put(m_open.data(), rule, cells[rule]->isValid());
        else
            fill(rule, *cells[rule], *constants[rule], inputSlot);
    }
    for (size_t i = 0; i < m_sets.size(); ++i)
        m_sets[i] |= ~m_tested[i % m_words];
}

void ColumnIndex::findClasses(const std::vector<std::optional<Cell>>& cells)
{
    size_t count = FixedClasses;
    for (const std::optional<Cell>& cell : cells) {
        if (!cell)
            continue;
        m_numbers.points.insert(m_numbers.points.end(), cell->numbers.begin(), cell->numbers.end());
        m_days.points.insert(m_days.points.end(), cell->days.begin(), cell->days.end());
        for (const QString& text : cell->texts)
            if (!m_texts.contains(text))
                m_texts.insert(text, count++);
    }
    const auto number = [&count](auto& line) {
        makeUnique(line.points);
        line.first = count;
        count += 2 * line.points.size() + 1;
    };
    number(m_numbers);
    number(m_days);
    if (count * m_words * sizeof(quint64) <= maximumBytes)
        m_sets.resize(count * m_words);
}

/// `own`: the constants of this rule's cell, between which it says the same; `holds` runs it.
template <class T> void ColumnIndex::fillLine(size_t rule, const Line<T>& line, std::vector<T> own, auto holds)
{
    const size_t end = line.first + 2 * line.points.size() + 1;
    size_t next = line.first;
    for (size_t i = 0; i <= own.size(); ++i) {
        const T* low = i > 0 ? &own[i - 1] : nullptr;
        const T* high = i < own.size() ? &own[i] : nullptr;
        const size_t until = high ? line.classOf(*high) : end;
        const bool gap = holds(low || high ? between(low, high) : T());
        for (; next < until; ++next)
            put(classSet(next), rule, gap);
        if (high)
            put(classSet(next++), rule, holds(*high));
    }
}

void ColumnIndex::fill(size_t rule, const Program& cell, const Cell& constants, int inputSlot)
{
    std::vector<Value> frame(static_cast<size_t>(inputSlot) + 1);
    const auto holds = [&](Value input) {
        frame.back() = std::move(input);
        return cell.evaluate(Frame{frame, nullptr}).isTrue();
    };
    put(classSet(NullClass), rule, holds(Value()));
    put(classSet(FalseClass), rule, holds(Value(false)));
    put(classSet(TrueClass), rule, holds(Value(true)));
    const bool other = holds(Value(unmentioned(m_texts)));
    put(classSet(OtherTextClass), rule, other);
    if (other)
        for (const size_t text : std::as_const(m_texts))
            put(classSet(text), rule, true);
    for (const QString& text : constants.texts)
        put(classSet(m_texts.value(text)), rule, holds(Value(text)));
    fillLine(rule, m_numbers, constants.numbers, [&](const Decimal& number) { return holds(Value(number)); });
    fillLine(rule, m_days, constants.days, [&](qint64 day) { return holds(Value(Date::fromEpochDay(day))); });
}

const quint64* ColumnIndex::rulesFor(const Value& input) const
{
    if (m_sets.empty())
        return nullptr;
    size_t number = 0;
    switch (input.kind()) {
    case Value::Kind::Null: number = NullClass; break;
    case Value::Kind::Boolean: number = input.boolean() ? TrueClass : FalseClass; break;
    case Value::Kind::String: number = m_texts.value(input.string(), OtherTextClass); break;
    case Value::Kind::Number: number = m_numbers.classOf(input.number()); break;
    case Value::Kind::Date: number = m_days.classOf(input.date().toEpochDay()); break;
    default: return nullptr;
    }
    return m_sets.data() + number * m_words;
}

} // namespace fw::feel
