#include "builtins.h"
#include "operators.h"

namespace fw::feel
{

namespace
{

/// The list of a function that takes either one list or the items themselves.
std::span<const Value> itemsOf(const Invocation& call)
{
    return call.signature == 0 ? std::span<const Value>(call[0].items()) : call.arguments;
}

Value wrongItem(const Invocation& call, const Value& item)
{
    if (item.isNull() && item.nullCause())
        return item;
    if (item.isNull())
        return call.null(
            "feel.empty_item",
            Message(FW_MSG(
                "One item of the list is empty. (In the studio dialect SUM, AVERAGE, MIN and MAX skip empty ones.)")));
    return call.null("feel.wrong_argument",
                     Message(FW_MSG("The list holds %1, which does not fit here."), {kindName(item)}));
}

std::optional<std::vector<Decimal>> numbersOf(const Invocation& call, Value* problem)
{
    std::vector<Decimal> out;
    for (const Value& item : itemsOf(call)) {
        if (item.kind() != Value::Kind::Number) {
            *problem = wrongItem(call, item);
            return std::nullopt;
        }
        out.push_back(item.number());
    }
    return out;
}

Value extreme(const Invocation& call, bool maximum)
{
    const auto items = itemsOf(call);
    if (items.empty())
        return Value();
    const Value* best = &items.front();
    for (const Value& item : items) {
        if (!call.spend(comparisonCost(item, *best)))
            return Value();
        const auto o = order(item, *best);
        if (!o)
            return wrongItem(call, best->isNull() ? *best : item);
        if (maximum ? *o > 0 : *o < 0)
            best = &item;
    }
    return *best;
}

template <bool maximum> Value minMax(const Invocation& call)
{
    return extreme(call, maximum);
}

Value sum(const Invocation& call)
{
    const auto items = itemsOf(call);
    if (items.empty())
        return Value();
    if (items.front().kind() != Value::Kind::Number) {
        // Durations add up too.
        Value total = items.front();
        if (total.kind() != Value::Kind::MonthDuration && total.kind() != Value::Kind::TimeDuration)
            return wrongItem(call, total);
        for (size_t i = 1; i < items.size(); ++i)
            total = applyOperator(Operator::Add, total, items[i], call.span);
        return total;
    }
    Decimal total;
    for (const Value& item : items) {
        const auto next = item.kind() == Value::Kind::Number ? total.plus(item.number()) : std::nullopt;
        if (!next)
            return wrongItem(call, item);
        total = *next;
    }
    return Value(total);
}

Value mean(const Invocation& call)
{
    const Value total = sum(call);
    if (total.isNull())
        return total;
    return applyOperator(Operator::Divide, total, Value(static_cast<qint64>(itemsOf(call).size())), call.span);
}

Value product(const Invocation& call)
{
    Value problem;
    const auto numbers = numbersOf(call, &problem);
    if (!numbers || numbers->empty())
        return problem;
    std::optional<Decimal> total = Decimal(1);
    for (const Decimal& n : *numbers)
        total = total ? total->times(n) : total;
    return total ? Value(*total)
                 : call.null("feel.out_of_range", Message(FW_MSG("The result is too large or not defined.")));
}

Value median(const Invocation& call)
{
    Value problem;
    auto numbers = numbersOf(call, &problem);
    if (!numbers || numbers->empty())
        return problem;
    std::sort(numbers->begin(), numbers->end(), [](const Decimal& a, const Decimal& b) { return a < b; });
    const size_t half = numbers->size() / 2;
    if (numbers->size() % 2)
        return Value((*numbers)[half]);
    return applyOperator(Operator::Divide,
                         applyOperator(Operator::Add, Value((*numbers)[half - 1]), Value((*numbers)[half]), call.span),
                         Value(2), call.span);
}

Value deviation(const Invocation& call)
{
    Value problem;
    const auto numbers = numbersOf(call, &problem);
    if (!numbers)
        return problem;
    if (numbers->size() < 2)
        return call.null("feel.wrong_argument", Message(FW_MSG("A standard deviation needs at least two numbers.")));
    const Value average = mean(call);
    Value squares(0);
    for (const Decimal& n : *numbers) {
        const Value distance = applyOperator(Operator::Subtract, Value(n), average, call.span);
        squares = applyOperator(Operator::Add, squares,
                                applyOperator(Operator::Multiply, distance, distance, call.span), call.span);
    }
    const Value variance =
        applyOperator(Operator::Divide, squares, Value(static_cast<qint64>(numbers->size()) - 1), call.span);
    const auto root = variance.isNull() ? std::nullopt : variance.number().sqrt();
    return root ? Value(*root) : variance;
}

Value mode(const Invocation& call)
{
    Value problem;
    auto numbers = numbersOf(call, &problem);
    if (!numbers)
        return problem;
    std::sort(numbers->begin(), numbers->end(), [](const Decimal& a, const Decimal& b) { return a < b; });
    Value::Items best;
    size_t most = 0;
    for (size_t i = 0; i < numbers->size();) {
        size_t j = i;
        while (j < numbers->size() && (*numbers)[j] == (*numbers)[i])
            ++j;
        if (j - i > most) {
            most = j - i;
            best.clear();
        }
        if (j - i == most)
            best.emplace_back((*numbers)[i]);
        i = j;
    }
    return Value::list(std::move(best));
}

/// all / any in three-valued logic.
template <bool isAll> Value quantify(const Invocation& call)
{
    bool unknown = false;
    for (const Value& item : itemsOf(call)) {
        if (item.kind() != Value::Kind::Boolean)
            unknown = true;
        else if (item.boolean() != isAll)
            return Value(!isAll);
    }
    return unknown ? Value() : Value(isAll);
}

} // namespace

/// Functions that make one value of a list, or of the items written one by one.
std::vector<BuiltinSpec> aggregateBuiltins()
{
    return {{{"min(list: list<T>): T", "min(c...: T): T"},
             minMax<false>,
             "The smallest item.",
             "最小值。",
             "min([3, 1, 2])",
             "1"},
            {{"max(list: list<T>): T", "max(c...: T): T"},
             minMax<true>,
             "The largest item.",
             "最大值。",
             "max(3, 1, 2)",
             "3"},
            {{"sum(list: list<T>): T", "sum(n...: T): T"},
             sum,
             "The sum of numbers or durations.",
             "求和。",
             "sum([1, 2, 3.5])",
             "6.5"},
            {{"mean(list: list<T>): T", "mean(n...: T): T"},
             mean,
             "The arithmetic mean.",
             "算术平均值。",
             "mean([1, 2, 3])",
             "2"},
            {{"product(list: list<any>): number", "product(n...: any): number"},
             product,
             "The product of numbers.",
             "乘积。",
             "product([2, 3, 4])",
             "24"},
            {{"median(list: list<any>): number", "median(n...: any): number"},
             median,
             "The middle number.",
             "中位数。",
             "median(8, 2, 5, 3, 4)",
             "4"},
            {{"stddev(list: list<any>): number", "stddev(n...: any): number"},
             deviation,
             "The standard deviation of a sample.",
             "样本标准差。",
             "stddev([2, 4, 6])",
             "2"},
            {{"mode(list: list<any>): list<number>", "mode(n...: any): list<number>"},
             mode,
             "The most frequent numbers.",
             "众数。",
             "mode([6, 1, 9, 6, 1])",
             "[1, 6]"},
            {{"all(list: list<any>): boolean", "all(b...: any): boolean"},
             quantify<true>,
             "Whether all items are true.",
             "是否全部为真。",
             "all([true, false])",
             "false"},
            {{"any(list: list<any>): boolean", "any(b...: any): boolean"},
             quantify<false>,
             "Whether at least one item is true.",
             "是否至少一个为真。",
             "any([true, false])",
             "true"}};
}

} // namespace fw::feel
