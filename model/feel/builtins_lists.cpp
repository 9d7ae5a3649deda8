#include "builtins.h"
#include "functionvalue.h"
#include "operators.h"

#include <unordered_map>

namespace fw::feel
{

namespace
{

Value sublist(const Invocation& call)
{
    const auto& items = call[0].items();
    const auto size = static_cast<qint64>(items.size());
    const auto start = call[1].number().toInt64();
    const qint64 wanted = call.has(2) ? call[2].number().toInt64().value_or(-1) : 0;
    if (!start || *start == 0 || *start > size || *start < -size || wanted < 0)
        return call.null("feel.no_such_item", Message(FW_MSG("The list has %1 items; there is no item %2."),
                                                      {QString::number(size), call[1].number().toString()}));
    const qint64 from = *start > 0 ? *start - 1 : size + *start;
    const qint64 count = call.has(2) ? wanted : size - from;
    if (count > size - from)
        return call.null("feel.no_such_item", Message(FW_MSG("The list has only %1 items."), {QString::number(size)}));
    return Value::list(Value::Items(items.begin() + from, items.begin() + from + count));
}

/// One list of the items of all lists given; nothing when it would be too long.
std::optional<Value::Items> joined(const Invocation& call)
{
    size_t length = 0;
    for (const Value& list : call.arguments)
        length += list.items().size();
    if (!call.allowsLength(length))
        return std::nullopt;
    Value::Items out;
    out.reserve(length);
    for (const Value& list : call.arguments)
        out.insert(out.end(), list.items().begin(), list.items().end());
    return out;
}

Value append(const Invocation& call)
{
    if (!call.allowsLength(call[0].items().size() + call.arguments.size() - 1))
        return Value();
    Value::Items out = call[0].items();
    out.insert(out.end(), call.arguments.begin() + 1, call.arguments.end());
    return Value::list(std::move(out));
}

Value concatenate(const Invocation& call)
{
    auto out = joined(call);
    return out ? Value::list(std::move(*out)) : Value();
}

/// Position of an item from 1 or from the end; nothing when the list has none there.
std::optional<size_t> position(const Value::Items& items, const Decimal& number, bool behindEnd = false)
{
    const auto at = number.toInt64();
    const auto size = static_cast<qint64>(items.size()) + (behindEnd ? 1 : 0);
    if (!at || *at == 0 || *at > size || *at < -static_cast<qint64>(items.size()))
        return std::nullopt;
    return static_cast<size_t>(*at > 0 ? *at - 1 : static_cast<qint64>(items.size()) + *at);
}

Value noItem(const Invocation& call, const Value& number)
{
    return call.null("feel.no_such_item",
                     Message(FW_MSG("The list has %1 items; there is no item %2."),
                             {QString::number(call[0].items().size()), number.number().toString()}));
}

Value insertBefore(const Invocation& call)
{
    const auto at = position(call[0].items(), call[1].number());
    if (!at)
        return noItem(call, call[1]);
    if (!call.allowsLength(call[0].items().size() + 1))
        return Value();
    Value::Items out = call[0].items();
    out.insert(out.begin() + static_cast<ptrdiff_t>(*at), call[2]);
    return Value::list(std::move(out));
}

Value removeAt(const Invocation& call)
{
    const auto at = position(call[0].items(), call[1].number());
    if (!at)
        return noItem(call, call[1]);
    if (!call.allowsLength(call[0].items().size()))
        return Value();
    Value::Items out = call[0].items();
    out.erase(out.begin() + static_cast<ptrdiff_t>(*at));
    return Value::list(std::move(out));
}

Value listReplace(const Invocation& call)
{
    if (!call.allowsLength(call[0].items().size()))
        return Value();
    Value::Items out = call[0].items();
    if (call[1].kind() == Value::Kind::Number) {
        const auto at = position(out, call[1].number());
        if (!at)
            return noItem(call, call[1]);
        out[*at] = call[2];
        return Value::list(std::move(out));
    }
    for (Value& item : out) {
        const Value match = call[1].function()->call(call.evaluation, {item, call[2]}, call.span);
        if (match.kind() != Value::Kind::Boolean)
            return match.isNull()
                       ? match
                       : call.null("feel.wrong_type",
                                   Message(FW_MSG("A condition must be yes or no, not %1."), {kindName(match)}));
        if (match.boolean())
            item = call[2];
    }
    return Value::list(std::move(out));
}

Value listContains(const Invocation& call)
{
    for (const Value& item : call[0].items())
        if (!call.spend(comparisonCost(item, call[1])))
            return Value();
        else if (item == call[1])
            return Value(true);
    return Value(false);
}

Value reverse(const Invocation& call)
{
    if (!call.allowsLength(call[0].items().size()))
        return Value();
    Value::Items out = call[0].items();
    std::reverse(out.begin(), out.end());
    return Value::list(std::move(out));
}

Value indexOf(const Invocation& call)
{
    Value::Items out;
    for (size_t i = 0; i < call[0].items().size(); ++i) {
        if (!call.spend(comparisonCost(call[0].items()[i], call[1])))
            return Value();
        if (call[0].items()[i] == call[1])
            out.emplace_back(static_cast<qint64>(i) + 1);
    }
    return Value::list(std::move(out));
}

/// The values met so far, with how often; values of the same hash are compared in turn.
class Seen
{
public:
    explicit Seen(const Invocation& call) : m_call(call) {}
    /// Counts the value and says how often it has been met, this time included; 0 when the run has to end.
    int meet(const Value& value)
    {
        for (auto& [other, count] : m_values[hashOf(value)]) {
            if (!m_call.spend(comparisonCost(*other, value)))
                return 0;
            if (*other == value)
                return ++count;
        }
        m_values[hashOf(value)].push_back({&value, 1});
        return m_call.spend(1) ? 1 : 0;
    }

private:
    const Invocation& m_call;
    std::unordered_map<size_t, std::vector<std::pair<const Value*, int>>> m_values;
};

/// The items that are met for the `time`-th time.
Value metFor(int time, const Value::Items& items, const Invocation& call)
{
    Seen seen(call);
    Value::Items out;
    for (const Value& item : items) {
        const int times = seen.meet(item);
        if (times == 0)
            return Value();
        if (times == time)
            out.push_back(item);
    }
    return Value::list(std::move(out));
}

Value distinct(const Invocation& call)
{
    return metFor(1, call[0].items(), call);
}

Value unite(const Invocation& call)
{
    const auto all = joined(call);
    return all ? metFor(1, *all, call) : Value();
}

Value duplicates(const Invocation& call)
{
    return metFor(2, call[0].items(), call);
}

bool flattenInto(const Value& value, Value::Items& out, const Invocation& call)
{
    if (value.kind() != Value::Kind::List) {
        out.push_back(value);
        return call.evaluation.step(call.span) &&
               call.evaluation.allowsLength(static_cast<qint64>(out.size()), call.span);
    }
    return std::all_of(value.items().begin(), value.items().end(), [&](const Value& item) {
        return call.evaluation.step(call.span) && flattenInto(item, out, call);
    });
}

Value flatten(const Invocation& call)
{
    Value::Items out;
    return flattenInto(call[0], out, call) ? Value::list(std::move(out)) : Value();
}

Value sort(const Invocation& call)
{
    if (!call.allowsLength(call[0].items().size()))
        return Value();
    Value::Items out = call[0].items();
    Value problem;
    const auto natural = [&](const Value& a, const Value& b) {
        if (!call.spend(comparisonCost(a, b)))
            return false;
        const auto o = order(a, b);
        if (!o && !problem.nullCause())
            problem = call.null("feel.wrong_argument",
                                Message(FW_MSG("%1 and %2 have no order."), {kindName(a), kindName(b)}));
        return o && *o < 0;
    };
    const auto given = [&](const Value& a, const Value& b) {
        if (call.evaluation.stopped())
            return false;
        const Value before = call[1].function()->call(call.evaluation, {a, b}, call.span);
        if (before.isNull() && before.nullCause() && !problem.nullCause())
            problem = before;
        return before.isTrue();
    };
    // A merge sort survives an inconsistent "before" of the user's, std::sort need not.
    if (call.has(1))
        std::stable_sort(out.begin(), out.end(), given);
    else
        std::stable_sort(out.begin(), out.end(), natural);
    return problem.nullCause() ? problem : Value::list(std::move(out));
}

Value map(const Invocation& call)
{
    Value::Items out;
    for (const Value& item : call[0].items()) {
        if (!call.evaluation.step(call.span))
            break;
        out.push_back(call[1].function()->call(call.evaluation, {item}, call.span));
    }
    return Value::list(std::move(out));
}

} // namespace

std::vector<BuiltinSpec> listBuiltins()
{
    return {
        {{"list contains(list: list<any>, element: any): boolean"},
         listContains,
         "Whether the list holds the element.",
         "列表是否包含该元素。",
         "list contains([1, 2, 3], 2)",
         "true"},
        {{"list replace(list: list<T>, position: number|function, newItem: any): list<T>",
          "list replace(list: list<T>, match: function, newItem: any): list<T>"},
         listReplace,
         "The list with one item, or every item a function chooses, replaced.",
         "替换列表中的项。",
         "list replace([1, 2, 3], 2, 9)",
         "[1, 9, 3]"},
        {{"count(list: list<any>): number"},
         [](const Invocation& call) { return Value(static_cast<qint64>(call[0].items().size())); },
         "The number of items.",
         "列表的项数。",
         "count([1, 2, 3])",
         "3"},
        {{"sublist(list: list<T>, start position: number, length?: number): list<T>"},
         sublist,
         "A part of a list.",
         "截取列表的一部分。",
         "sublist([4, 5, 6], 1, 2)",
         "[4, 5]"},
        {{"append(list: list<T>, item...: any): list<T>"},
         append,
         "The list with items added at its end.",
         "在列表末尾添加项。",
         "append([1], 2, 3)",
         "[1, 2, 3]"},
        {{"concatenate(list...: list<T>): list<T>"},
         concatenate,
         "One list of all items of the lists.",
         "连接多个列表。",
         "concatenate([1, 2], [3])",
         "[1, 2, 3]"},
        {{"insert before(list: list<T>, position: number, newItem: any): list<T>"},
         insertBefore,
         "The list with an item put in front of a position.",
         "在指定位置前插入项。",
         "insert before([1, 3], 2, 2)",
         "[1, 2, 3]"},
        {{"remove(list: list<T>, position: number): list<T>"},
         removeAt,
         "The list without the item at a position.",
         "移除指定位置的项。",
         "remove([1, 2, 3], 2)",
         "[1, 3]"},
        {{"reverse(list: list<T>): list<T>"},
         reverse,
         "The list from its end to its start.",
         "反转列表。",
         "reverse([1, 2, 3])",
         "[3, 2, 1]"},
        {{"index of(list: list<any>, match: any): list<number>"},
         indexOf,
         "The positions of an element.",
         "元素出现的位置。",
         "index of([1, 2, 3, 2], 2)",
         "[2, 4]"},
        {{"union(list...: list<T>): list<T>"},
         unite,
         "All items of the lists without repeats.",
         "多个列表的并集。",
         "union([1, 2], [2, 3])",
         "[1, 2, 3]"},
        {{"distinct values(list: list<T>): list<T>"},
         distinct,
         "The list without repeats.",
         "去除重复项。",
         "distinct values([1, 2, 3, 2, 1])",
         "[1, 2, 3]"},
        {{"duplicate values(list: list<T>): list<T>"},
         duplicates,
         "The items that stand more than once.",
         "重复出现的项。",
         "duplicate values([1, 2, 3, 2, 1])",
         "[2, 1]"},
        {{"flatten(list: list<any>): list<any>"},
         flatten,
         "One list of all items of lists within lists.",
         "展开嵌套列表。",
         "flatten([[1, 2], [[3]], 4])",
         "[1, 2, 3, 4]"},
        {{"sort(list: list<T>, precedes?: function): list<T>"},
         sort,
         "The list in order, or in the order a function gives.",
         "列表排序。",
         "sort([3, 1, 2], function(x, y) x > y)",
         "[3, 2, 1]"},
        {{"map(list: list<any>, mapper: function): list<any>"},
         map,
         "The results of a function for each item.",
         "对每一项应用函数。",
         "map([1, 2], function(x) x * 2)",
         "[2, 4]"},
    };
}

} // namespace fw::feel
