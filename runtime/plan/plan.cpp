#include "plan.h"
#include "localtime.h"

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

/// The same local time so many months and days later (or earlier).
Instant shifted(Instant from, int months, int days, const QTimeZone& zone)
{
    const QDate date = localDate(from, zone).addMonths(months).addDays(days);
    return localInstant(date, localMillisOfDay(from, zone), zone);
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
    return (months == 0 && days == 0 ? from : shifted(from, months, days, zone)) + millis;
}

Instant Duration::before(Instant from, const QTimeZone& zone) const
{
    return (months == 0 && days == 0 ? from : shifted(from, -months, -days, zone)) - millis;
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

const Trigger* Workflow::findTrigger(QStringView id) const
{
    return byId(triggers, id);
}

const Calendar::Day& Calendar::hours(QDate date) const
{
    static const Day closed;
    if (const auto makeUp = workdays.find(date); makeUp != workdays.end())
        return week[*makeUp];
    for (const Holiday& holiday : holidays) {
        if (date >= holiday.from && date <= holiday.to)
            return closed;
    }
    return week[date.dayOfWeek() - 1];
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
const Calendar* Plan::findCalendar(QStringView id) const
{
    return byId(calendars, id);
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
