#include "charts.h"

namespace fw::analytics
{

namespace
{

using feel::Date;
using feel::Value;

constexpr int s_mostBuckets = 5000; // 13 years of days; a longer chart shows only the buckets that have rows

bool isLarger(const Value& a, const Value& b)
{
    if (a.isNull() || b.isNull())
        return !a.isNull() && b.isNull();
    if (a.kind() == Value::Kind::Number && b.kind() == Value::Kind::Number)
        return a.number() > b.number();
    return false;
}

/// Order along one grouping: periods by time, options as listed, no value last. 0 = undecided.
int compareKeys(const Labels& labels, const store::GroupSql& group, const Value& a, const Value& b)
{
    if (a.isNull() || b.isNull())
        return int(a.isNull()) - int(b.isNull());
    if (!group.every.isEmpty())
        return a.date() < b.date() ? -1 : int(b.date() < a.date());
    if (!labels.isOrdered(group))
        return 0;
    // What is no option (any more) stands behind those that are.
    const auto place = [&](const Value& key) {
        const int at = labels.position(group, key);
        return at < 0 ? INT_MAX : at;
    };
    const int left = place(a), right = place(b);
    return left < right ? -1 : int(right < left);
}

/// Adds the periods in which nothing happened, between the first and the last that show. A tile with a period shows the
/// whole of it up to now.
void fillGaps(std::vector<store::FigureRow>& rows, const std::vector<Figure>& figures, const store::GroupSql& group,
              const Period& period, const Date& today)
{
    std::optional<Date> first, last;
    QSet<qint64> there;
    for (const store::FigureRow& row : rows) {
        if (row.keys[0].isNull())
            continue;
        const Date date = row.keys[0].date();
        there.insert(date.toEpochDay());
        first = first ? std::min(*first, date) : date;
        last = last ? std::max(*last, date) : date;
    }
    if (period.from) {
        first = bucketOf(*period.from, group.every);
        const Date now = bucketOf(today, group.every);
        last = last ? std::max(*last, now) : now;
    }
    if (!first || !last)
        return;
    std::vector<Value> nothing;
    for (const Figure& figure : figures) {
        const std::vector<Value> values = figure.ofNothing();
        nothing.insert(nothing.end(), values.begin(), values.end());
    }
    int buckets = 0;
    for (Date date = *first; date <= *last && ++buckets <= s_mostBuckets; date = nextBucket(date, group.every)) {
        if (!there.contains(date.toEpochDay()))
            rows.push_back({{date}, nothing, 0});
    }
}

bool isRunning(const Value& key, const store::GroupSql& group, const Date& today)
{
    return !key.isNull() && key.date() <= today && today < nextBucket(key.date(), group.every);
}

} // namespace

std::vector<Value> combine(const std::vector<Figure>& figures, const std::vector<Value>& values)
{
    std::vector<Value> combined;
    size_t next = 0;
    for (const Figure& figure : figures) {
        const auto from = values.begin() + static_cast<std::ptrdiff_t>(next);
        const size_t count = figure.calls().size();
        combined.push_back(figure.combine({from, from + static_cast<std::ptrdiff_t>(count)}));
        next += count;
    }
    return combined;
}

std::vector<Group> arrange(const std::vector<store::FigureRow>& counted, const std::vector<Figure>& figures,
                           const std::vector<store::GroupSql>& groupedBy, const Labels& labels, const Period& period,
                           Instant now, const QTimeZone& zone)
{
    std::vector<store::FigureRow> rows = counted;
    const Date today = localDate(now, zone);
    const bool overTime = !groupedBy[0].every.isEmpty();
    if (overTime && groupedBy.size() == 1)
        fillGaps(rows, figures, groupedBy[0], period, today);
    std::vector<Group> groups;
    for (const store::FigureRow& row : rows) {
        Group group;
        group.key = row.keys[0];
        group.label = labels.label(groupedBy[0], group.key);
        if (groupedBy.size() > 1) {
            group.split = row.keys[1];
            group.splitLabel = labels.label(groupedBy[1], group.split);
        }
        group.values = combine(figures, row.values);
        group.rows = row.rows;
        group.incomplete = overTime && isRunning(group.key, groupedBy[0], today);
        groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [&](const Group& a, const Group& b) {
        if (const int order = compareKeys(labels, groupedBy[0], a.key, b.key))
            return order < 0;
        if (groupedBy.size() > 1 && a.key == b.key) {
            if (const int order = compareKeys(labels, groupedBy[1], a.split, b.split))
                return order < 0;
        }
        if (isLarger(a.values[0], b.values[0]) || isLarger(b.values[0], a.values[0]))
            return isLarger(a.values[0], b.values[0]);
        return a.label < b.label;
    });
    return groups;
}

} // namespace fw::analytics
