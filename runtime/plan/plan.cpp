#include "plan.h"

#include <QRegularExpression>

namespace fw::plan
{

namespace
{

/// The element of `list` with this id; nullptr when there is none.
template <class T> const T* byId(const std::vector<T>& list, QStringView id)
{
    const auto found = std::find_if(list.begin(), list.end(), [id](const T& item) { return item.id == id; });
    return found == list.end() ? nullptr : &*found;
}

int offsetAt(const QTimeZone& zone, Instant instant)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC));
}

/// The instant of a local time (as if it were UTC). A time the clock skips gives the first instant after the gap, one it
/// shows twice its first occurrence.
Instant fromLocal(Instant local, const QTimeZone& zone)
{
    constexpr Instant day = 86'400'000;
    const Instant before = local - offsetAt(zone, local - day) * 1000ll;
    const Instant after = local - offsetAt(zone, local + day) * 1000ll;
    if (before == after || before == local - offsetAt(zone, before) * 1000ll)
        return before;
    if (after == local - offsetAt(zone, after) * 1000ll)
        return after;
    const auto transition = zone.nextTransition(QDateTime::fromMSecsSinceEpoch(std::min(before, after), Qt::UTC));
    return transition.atUtc.isValid() ? transition.atUtc.toMSecsSinceEpoch() : before;
}

const Step* findIn(const Steps& steps, QStringView id)
{
    for (const Step& step : steps) {
        if (step.id == id)
            return &step;
        for (const Steps* below : {&step.then, &step.timeout}) {
            if (const Step* found = findIn(*below, id))
                return found;
        }
        for (const Branch& branch : step.branches) {
            if (const Step* found = findIn(branch.steps, id))
                return found;
        }
    }
    return nullptr;
}

} // namespace

Instant Duration::after(Instant from, const QTimeZone& zone) const
{
    if (months == 0 && days == 0)
        return from + millis;
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(from + offsetAt(zone, from) * 1000ll, Qt::UTC).addMonths(months).addDays(days);
    return fromLocal(local.toMSecsSinceEpoch(), zone) + millis;
}

std::optional<Duration> parseDuration(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("^P(?:(\\d{1,6})Y)?(?:(\\d{1,6})M)?(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(T(?:(\\d{1,9})H)?(?:(\\d{1,"
                       "9})M)?(?:(\\d{1,9})(?:\\.(\\d{1,3}))?S)?)?$"));
    const QRegularExpressionMatch match = form.match(text.toString());
    const QString whole = match.captured(0);
    if (whole.isEmpty() || whole == QLatin1String("P") || whole.endsWith(u'T'))
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toLongLong(); };
    Duration duration;
    duration.months = static_cast<int>(number(1) * 12 + number(2));
    duration.days = static_cast<int>(number(3) * 7 + number(4));
    duration.millis = number(6) * 3'600'000 + number(7) * 60'000 + number(8) * 1000 +
                      match.captured(9).leftJustified(3, u'0').toLongLong();
    return duration;
}

const feel::TextTemplate* TextPlan::in(const QString& language) const
{
    for (const QString& key : {language, QString()}) {
        if (const auto it = byLanguage.find(key); it != byLanguage.end())
            return &*it;
    }
    return byLanguage.isEmpty() ? nullptr : &byLanguage.first();
}

int Table::field(QStringView id) const
{
    const Field* found = findField(id);
    return found ? static_cast<int>(found - fields.data()) : -1;
}

const Field* Table::findField(QStringView id) const
{
    return byId(fields, id);
}

int Scoring::band(const feel::Decimal& total) const
{
    int reached = -1;
    for (size_t i = 0; i < bands.size(); ++i) {
        const Band& band = bands[i];
        if ((!band.from || total >= *band.from) && (!band.above || total > *band.above))
            reached = static_cast<int>(i);
    }
    return reached;
}

const Step* Workflow::findStep(QStringView id) const
{
    return findIn(steps, id);
}

const Table* Plan::findTable(QStringView id) const
{
    return byId(tables, id);
}
const Event* Plan::findEvent(QStringView id) const
{
    return byId(events, id);
}
const Scoring* Plan::findScoring(QStringView id) const
{
    return byId(scorings, id);
}
const Segment* Plan::findSegment(QStringView id) const
{
    return byId(segments, id);
}
const Workflow* Plan::findWorkflow(QStringView id) const
{
    return byId(workflows, id);
}
const MessageText* Plan::findMessage(QStringView id) const
{
    return byId(messages, id);
}
const Connector* Plan::findConnector(QStringView id) const
{
    return byId(connectors, id);
}
const Form* Plan::findForm(QStringView id) const
{
    return byId(forms, id);
}
const View* Plan::findView(QStringView id) const
{
    return byId(views, id);
}
const Dashboard* Plan::findDashboard(QStringView id) const
{
    return byId(dashboards, id);
}
const Role* Plan::findRole(QStringView id) const
{
    return byId(roles, id);
}

const Table* Plan::personTable() const
{
    const auto found = std::find_if(tables.begin(), tables.end(), [](const Table& table) { return table.person; });
    return found == tables.end() ? nullptr : &*found;
}

} // namespace fw::plan
