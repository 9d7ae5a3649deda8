#include "builtins.h"

namespace fw::feel
{

std::vector<BuiltinSpec> historyBuiltins()
{
    return {
        {{"count_events(name: string, within?: years and months duration|days and time duration, where?: boolean): "
          "number"},
         nullptr,
         "How many events of that name the person has, within a time before now, that meet a condition over it.",
         "客户在一段时间内符合条件的事件次数，条件中用 it 表示事件。",
         "count_events(\"viewed_page\", @\"P7D\", it.page = \"pricing\")",
         "",
         SpecialForm::CountEvents},
        {{"last_event(name: string, where?: boolean): any"},
         nullptr,
         "The person's last event of that name that meets a condition.",
         "客户最近一次符合条件的事件。",
         "last_event(\"viewed_page\").at",
         "",
         SpecialForm::LastEvent},
        {{"days_in_a_row(name: string): number"},
         nullptr,
         "On how many days in a row, up to today or yesterday, the event happened.",
         "事件连续发生的天数（截至今天或昨天）。",
         "days_in_a_row(\"signed_in\") >= 3",
         "",
         SpecialForm::DaysInARow},
        {{"events(name: string, within: years and months duration|days and time duration, where?: boolean): list<any>"},
         nullptr,
         "The person's events of that name within a time before now.",
         "客户在一段时间内的事件列表。",
         "events(\"paid\", @\"P1Y\").amount",
         "",
         SpecialForm::Events},
        {{"in segment(name: string): boolean"},
         nullptr,
         "Whether the record belongs to the segment.",
         "是否属于该分群。",
         "in segment(\"vip\")",
         "",
         SpecialForm::InSegment},
    };
}

} // namespace fw::feel
