#include "model/schema/builder.h"

namespace fw::schema
{

/// Keys of triggers by what happened to a record, an event, a score or a segment.
static std::vector<Key> happenings()
{
    return {KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("data"),
            KeyOf("record", ValueType::Enum, "Record is", "记录")
                .group("data")
                .values({option("created", "Created", "新建"), option("changed", "Changed", "修改"),
                         option("deleted", "Deleted", "删除")}),
            KeyOf("of", ValueType::Reference, "Of table", "数据表")
                .to(Target::Table)
                .with("record")
                .group("data")
                .help("Default: the workflow's table. Another table must have one relation to it.",
                      "默认为流程对象所属表；其他表须有一个指向它的关联字段。"),
            KeyOf("fields", ValueType::Reference, "Fields", "字段")
                .list()
                .to(Target::Field, from(From::Where::Trigger))
                .when("record", {"changed"})
                .group("data")
                .help("Default: any.", "默认任意字段。"),
            KeyOf("becomes", ValueType::Expression, "Becomes true", "变为成立")
                .scope(over(subject(), Expected::Boolean))
                .group("data")
                .help("Fires when it is true and was not before.", "由不成立变为成立时触发。"),
            KeyOf("crosses", ValueType::Reference, "Score rises over", "评分升过").to(Target::Scoring).group("data"),
            KeyOf("above", ValueType::Decimal, "Above", "高于").required().with("crosses").group("data"),
            KeyOf("hysteresis", ValueType::Decimal, "Hysteresis", "回差")
                .byDefault("0")
                .atLeast(0)
                .with("crosses")
                .group("data")
                .help("Fires again only after the score fell below above − hysteresis.",
                      "降到“高于−回差”以下后才会再次触发。"),
            KeyOf("enters", ValueType::Reference, "Enters segment", "进入客群").to(Target::Segment).group("data"),
            KeyOf("leaves", ValueType::Reference, "Leaves segment", "离开客群").to(Target::Segment).group("data"),
            KeyOf("form", ValueType::Reference, "Form submitted", "提交表单")
                .to(Target::Form)
                .group("data")
                .help("Somebody saves a record with this form.", "有人用该表单保存记录时触发。"),
            KeyOf("after", ValueType::Reference, "After workflow", "另一流程结束后")
                .to(Target::Workflow)
                .group("data")
                .help("A run of that workflow over the same record has ended.", "同一记录的该流程结束时触发。"),
            KeyOf("ended", ValueType::Enum, "Ended how", "结束方式")
                .byDefault("finished")
                .values({option("finished", "Finished or goal reached", "正常完成或达成目标"),
                         option("stopped", "Stopped", "被终止"), option("any", "Either way", "任意方式")})
                .with("after")
                .group("data")};
}

/// Keys of triggers by time.
static std::vector<Key> times()
{
    return {
        KeyOf("inactive", ValueType::Shape, "Silent for", "沉默时长").map("silence").group("data"),
        KeyOf("date", ValueType::Shape, "Date field", "日期字段").map("date_trigger").group("data"),
        KeyOf("every", ValueType::Enum, "Every", "每")
            .values({option("day", "Day", "天"), option("workday", "Working day", "工作日"),
                     option("week", "Week", "周"), option("month", "Month", "月")})
            .group("data")
            .help("Starts a run for every record for which \"Only if\" holds.", "对满足附加条件的每条记录各启动一次。"),
        KeyOf("at", ValueType::TimeOfDay, "At", "时刻").with("every").byDefault("00:00").group("data"),
        KeyOf("weekdays", ValueType::Enum, "Weekdays", "星期")
            .list()
            .values({option("monday", "Monday", "周一"), option("tuesday", "Tuesday", "周二"),
                     option("wednesday", "Wednesday", "周三"), option("thursday", "Thursday", "周四"),
                     option("friday", "Friday", "周五"), option("saturday", "Saturday", "周六"),
                     option("sunday", "Sunday", "周日")})
            .when("every", {"week"})
            .group("data")
            .help("Default: Monday.", "默认周一。"),
        KeyOf("day", ValueType::Integer, "Day of the month", "每月几号")
            .byDefault("1")
            .between(1, 31)
            .when("every", {"month"})
            .group("data")
            .help("A month that is shorter: its last day.", "当月不足该日时取最后一天。"),
        KeyOf("calendar", ValueType::Reference, "Calendar", "工作日历")
            .to(Target::Calendar)
            .required()
            .when("every", {"workday"})
            .group("data"),
        KeyOf("missed", ValueType::Enum, "What was missed", "错过时")
            .byDefault("coalesce")
            .values({option("coalesce", "Once, late", "补做一次"), option("skip", "Not at all", "不补做"),
                     option("all", "Each time", "逐次补做")})
            .with("every")
            .group("data")
            .help("What happens to the times at which nothing ran, because the machine was off.",
                  "机器关闭期间错过的时刻如何处理。"),
        KeyOf("missed_most", ValueType::Integer, "At most", "最多补做次数")
            .byDefault("10")
            .between(1, 1000)
            .when("missed", {"all"})
            .group("data"),
    };
}

static Shape trigger()
{
    const From table = from(From::Where::Trigger);
    Shape shape{"trigger",
                {"Trigger", "触发条件"},
                {"What starts the workflow.", "启动流程的条件。"},
                {idKey()},
                {},
                {"event", "record", "becomes", "crosses", "enters", "leaves", "inactive", "date", "every", "form",
                 "webhook", "button", "after"}};
    for (const auto& keys : {happenings(), times()})
        shape.keys.insert(shape.keys.end(), keys.begin(), keys.end());
    shape.keys.push_back(KeyOf("webhook", ValueType::Shape, "Webhook received", "收到 Webhook")
                             .map("webhook_trigger")
                             .group("data")
                             .help("Another system calls; its body is event.", "其他系统调用，内容为 event。"));
    shape.keys.push_back(KeyOf("button", ValueType::LocalText, "Button", "按钮")
                             .group("data")
                             .help("What the button on the record's page says.", "详情页按钮上的文字。"));
    shape.keys.push_back(KeyOf("roles", ValueType::Reference, "Who may press it", "谁可以点击")
                             .list()
                             .to(Target::Role)
                             .with("button")
                             .group("data")
                             .help("Default: whoever may change the record.", "默认有权修改该记录的人。"));
    shape.keys.push_back(KeyOf("if", ValueType::Expression, "Only if", "附加条件")
                             .scope(withOld(withEvent(over(table, Expected::Boolean), sibling("event"))))
                             .group("data"));
    shape.keys.push_back(noteKey());
    return shape;
}

/// Expressions over the body of a webhook alone.
static ExpressionScope overBody(Expected expected)
{
    ExpressionScope scope;
    scope.expected = expected;
    return withWorkflowEvent(std::move(scope));
}

void addTriggers(Registry& registry)
{
    registry.shapes.push_back(trigger());
    registry.shapes.push_back({"webhook_trigger",
                               {"Webhook received", "收到 Webhook"},
                               {},
                               {KeyOf("field", ValueType::Reference, "Find the record by", "按字段查找记录")
                                    .to(Target::Field, subject())
                                    .required()
                                    .group("data"),
                                KeyOf("value", ValueType::Expression, "Whose value is", "字段值")
                                    .scope(overBody(Expected::Any))
                                    .required()
                                    .group("data")
                                    .help("From the body: =event.customer.phone.", "取自内容：=event.customer.phone。"),
                                KeyOf("create", ValueType::FieldValues, "Else create it with", "未找到则新建")
                                    .to(Target::Field, subject())
                                    .typedBy(subject())
                                    .scope(overBody(Expected::TypedBy))
                                    .group("data")
                                    .help("Default: the webhook is refused.", "默认拒绝该请求。")},
                               {},
                               {}});
    registry.shapes.push_back(
        {"date_trigger",
         {"Date field", "日期字段"},
         {},
         {KeyOf("field", ValueType::Reference, "Field", "字段")
              .to(Target::Field, subject(), {"date", "datetime"})
              .required()
              .group("data"),
          KeyOf("before", ValueType::Duration, "Before", "提前").group("data"),
          KeyOf("after", ValueType::Duration, "After", "之后").group("data"),
          KeyOf("at", ValueType::TimeOfDay, "At", "时刻")
              .group("data")
              .help("Default: midnight for a date, its own time for a date and time.",
                    "默认：日期为零点，日期时间为其自身时刻。"),
          KeyOf("repeat", ValueType::Enum, "Comes again", "重复")
              .values({option("year", "Every year", "每年"), option("month", "Every month", "每月")})
              .group("data")
              .help("For birthdays and such. Where the day is missing: the last day of the month.",
                    "用于生日、周年等。当月没有该日时取最后一天。")},
         {},
         {}});
}

} // namespace fw::schema
