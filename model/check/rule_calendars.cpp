#include "rule.h"

#include "model/schema/openhours.h"

#include <QDate>

namespace fw::check
{

using schema::Site;

namespace
{

class CalendarsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.shape || !site.node->isMap())
            return;
        if (site.shape->id == u"week_hours")
            week(site, context);
        else if (site.shape->id == u"holiday")
            holiday(site, context);
    }

private:
    static void week(const Site& site, Context& context)
    {
        bool open = false;
        for (const yaml::Entry& day : site.node->entries) {
            int end = 0;
            for (const yaml::Node& text : day.value.items) {
                open = true;
                const auto hours = schema::parseOpenHours(text.string());
                if (!hours || hours->from < end)
                    context.report.error(
                        "calendar.bad_hours",
                        hours ? Message(FW_MSG("\"%1\" begins before the open time above it ends."), {text.string()})
                              : Message(FW_MSG("\"%1\" is no open time."), {text.string()}),
                        FW_MSG("Write such as \"09:00-12:00\", one after the other."), site.address.child(day.key));
                end = hours ? hours->to : end;
            }
        }
        if (!open)
            context.report.error("calendar.never_open", FW_MSG("This calendar is never open."),
                                 FW_MSG("Give at least one day its open times."), site, true);
    }

    static void holiday(const Site& site, Context& context)
    {
        const QDate from = QDate::fromString((*site.node)[u"from"].string(), Qt::ISODate);
        const QDate to = QDate::fromString((*site.node)[u"to"].string(), Qt::ISODate);
        if (from.isValid() && to.isValid() && to < from)
            context.report.error("calendar.holiday_ends_first", FW_MSG("The holiday ends before it begins."),
                                 FW_MSG("Exchange the two dates."), site);
    }
};

} // namespace

RulePtr calendarsRule()
{
    return std::make_unique<CalendarsRule>();
}

} // namespace fw::check
