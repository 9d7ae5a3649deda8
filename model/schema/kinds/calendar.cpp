#include "model/schema/builder.h"

namespace fw::schema
{

static Key hoursKey(const char* name, const char* en, const char* zh)
{
    return KeyOf(name, ValueType::Text, en, zh)
        .list()
        .group("content")
        .help("Open times such as \"09:00-12:00\"; none: closed.", "营业时段，如 \"09:00-12:00\"；不填为休息。");
}

void addCalendar(Registry& registry)
{
    registry.kinds.push_back({"calendar",
                              {"Calendar", "工作日历"},
                              {"Calendars", "工作日历"},
                              {"Working hours, holidays and make-up workdays.", "工作时间、节假日与调休。"},
                              "calendars",
                              "",
                              "workflows",
                              "calendar",
                              "calendar"});
    registry.shapes.push_back(
        {"calendar",
         {"Calendar", "工作日历"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("hours", ValueType::Shape, "Weekly hours", "每周工作时间")
              .map("week_hours")
              .required()
              .group("content"),
          KeyOf("holidays", ValueType::Shape, "Holidays", "节假日").rows("holiday").group("content"),
          KeyOf("workdays", ValueType::Shape, "Make-up workdays", "调休上班").rows("make_up_day").group("content"),
          wasKey(), noteKey()},
         {},
         {}});
    registry.shapes.push_back({"week_hours",
                               {"Weekly hours", "每周工作时间"},
                               {},
                               {hoursKey("monday", "Monday", "周一"), hoursKey("tuesday", "Tuesday", "周二"),
                                hoursKey("wednesday", "Wednesday", "周三"), hoursKey("thursday", "Thursday", "周四"),
                                hoursKey("friday", "Friday", "周五"), hoursKey("saturday", "Saturday", "周六"),
                                hoursKey("sunday", "Sunday", "周日")},
                               {},
                               {}});
    registry.shapes.push_back(
        {"holiday",
         {"Holiday", "节假日"},
         {"Closed all day.", "全天休息。"},
         {KeyOf("from", ValueType::Date, "From", "自").required().group("content"),
          KeyOf("to", ValueType::Date, "To", "至").group("content").help("Default: one day.", "默认只有一天。"),
          labelKey()},
         {},
         {}});
    registry.shapes.push_back(
        {"make_up_day",
         {"Make-up workday", "调休上班日"},
         {"A day that would be free and is worked.", "原本休息、改为上班的日子。"},
         {KeyOf("date", ValueType::Date, "Date", "日期").required().group("content"),
          KeyOf("as", ValueType::Enum, "With the hours of", "按哪天的时间")
              .byDefault("monday")
              .values({option("monday", "Monday", "周一"), option("tuesday", "Tuesday", "周二"),
                       option("wednesday", "Wednesday", "周三"), option("thursday", "Thursday", "周四"),
                       option("friday", "Friday", "周五"), option("saturday", "Saturday", "周六"),
                       option("sunday", "Sunday", "周日")})
              .group("content"),
          labelKey()},
         {},
         {}});
}

} // namespace fw::schema
