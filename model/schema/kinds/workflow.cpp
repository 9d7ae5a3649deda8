#include "model/schema/builder.h"

namespace fw::schema
{

static From subject()
{
    return rootKey("for");
}
static ExpressionScope inStep(Expected expected)
{
    return withWorkflowEvent(over(subject(), expected));
}

static std::vector<EnumValue> everyValues()
{
    return {option("day", "Day", "天"), option("week", "Week (Monday)", "周（周一）"),
            option("month", "Month (first day)", "月（首日）")};
}

static Shape trigger()
{
    const From table = from(From::Where::Trigger);
    return {"trigger",
            {"Trigger", "触发条件"},
            {"What starts the workflow.", "启动流程的条件。"},
            {idKey(), KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("data"),
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
                 .to(Target::Field, table)
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
             KeyOf("inactive", ValueType::Shape, "Silent for", "沉默时长").map("silence").group("data"),
             KeyOf("date", ValueType::Shape, "Date field", "日期字段").map("date_trigger").group("data"),
             KeyOf("every", ValueType::Enum, "Every", "每").values(everyValues()).group("data"),
             KeyOf("at", ValueType::TimeOfDay, "At", "时刻").with("every").byDefault("00:00").group("data"),
             KeyOf("button", ValueType::LocalText, "Button", "按钮")
                 .group("data")
                 .help("What the button on the record's page says.", "详情页按钮上的文字。"),
             KeyOf("if", ValueType::Expression, "Only if", "附加条件")
                 .scope(withOld(withEvent(over(table, Expected::Boolean), sibling("event"))))
                 .group("data"),
             noteKey()},
            {},
            {"event", "record", "becomes", "crosses", "enters", "leaves", "inactive", "date", "every", "button"}};
}

static Shape step()
{
    return {"step",
            {"Step", "步骤"},
            {},
            {idKey(), labelKey(),
             KeyOf("set", ValueType::FieldValues, "Set fields", "修改字段")
                 .to(Target::Field, subject())
                 .typedBy(subject())
                 .scope(inStep(Expected::TypedBy))
                 .group("content"),
             KeyOf("create", ValueType::Shape, "Create a record", "新建记录").map("step_create").group("content"),
             KeyOf("task", ValueType::Shape, "Task", "任务").map("step_task").group("content"),
             KeyOf("message", ValueType::Shape, "Message", "消息").map("step_message").group("content"),
             KeyOf("wait", ValueType::Duration, "Wait", "等待")
                 .map("wait_day")
                 .group("content")
                 .help("A duration from now, or day n after enrolment: {day: 3, at: \"09:00\"}.",
                       "从现在起的时长，或进入流程后第 n 天：{day: 3, at: \"09:00\"}。"),
             KeyOf("wait_until", ValueType::Shape, "Wait until", "等到").map("wait_until").group("content"),
             KeyOf("branch", ValueType::Shape, "Branch", "分支")
                 .elements("branch")
                 .group("content")
                 .help("The first that is true; one without a condition is the else.",
                       "执行第一个成立的分支；无条件者为“否则”。"),
             KeyOf("stop", ValueType::Bool, "Stop", "结束").group("content"),
             KeyOf("then", ValueType::Shape, "When it happened", "发生时")
                 .elements("step")
                 .with("wait_until")
                 .group("content"),
             KeyOf("timeout", ValueType::Shape, "When the limit passed", "超时")
                 .elements("step")
                 .with("wait_until")
                 .group("content"),
             noteKey()},
            {},
            {"set", "create", "task", "message", "wait", "wait_until", "branch", "stop"}};
}

static std::vector<Shape> actions()
{
    return {
        {"step_create",
         {"Create a record", "新建记录"},
         {},
         {KeyOf("table", ValueType::Reference, "Table", "数据表").to(Target::Table).required().group("content"),
          KeyOf("values", ValueType::FieldValues, "Values", "字段值")
              .to(Target::Field, sibling("table"))
              .typedBy(sibling("table"))
              .scope(inStep(Expected::TypedBy))
              .group("content")},
         {},
         {}},
        {"step_task",
         {"Task", "任务"},
         {},
         {KeyOf("to", ValueType::Value, "For", "负责人")
              .scope(inStep(Expected::User))
              .required()
              .group("content")
              .help("A user: =owner, =settings.sales_lead, or a login.",
                    "用户：=owner、=settings.sales_lead 或登录名。"),
          KeyOf("title", ValueType::LocalTemplate, "Title", "标题")
              .scope(inStep(Expected::Text))
              .required()
              .group("content"),
          KeyOf("detail", ValueType::LocalTemplate, "Detail", "说明").scope(inStep(Expected::Text)).group("content"),
          KeyOf("priority", ValueType::Enum, "Priority", "优先级")
              .byDefault("normal")
              .values({option("low", "Low", "低"), option("normal", "Normal", "普通"), option("high", "High", "高")})
              .group("content"),
          KeyOf("due", ValueType::Duration, "Due in", "期限").group("content")},
         {},
         {}},
        {"step_message",
         {"Message", "消息"},
         {},
         {KeyOf("through", ValueType::Reference, "Through", "渠道").to(Target::Connector).required().group("content"),
          KeyOf("text", ValueType::Reference, "Message", "消息模板").to(Target::Message).required().group("content"),
          KeyOf("to", ValueType::Value, "To", "收件人")
              .scope(inStep(Expected::Any))
              .group("content")
              .help("An address, a user, or a list of them. A robot writes to its own group.",
                    "地址、用户或其列表；群机器人发往自己的群。")},
         {},
         {}},
        {"wait_day",
         {"Calendar wait", "按天等待"},
         {},
         {KeyOf("day", ValueType::Integer, "Day", "第几天")
              .atLeast(0)
              .required()
              .group("content")
              .help("Days after enrolment, which is day 0.", "进入流程当天为第 0 天。"),
          KeyOf("at", ValueType::TimeOfDay, "At", "时刻")
              .group("content")
              .help("Default: the local time of enrolment.", "默认与进入流程时的时刻相同。")},
         {},
         {}},
        {"wait_until",
         {"Wait until", "等到"},
         {},
         {KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("content"),
          KeyOf("interaction", ValueType::Bool, "Any interaction", "任意互动").byDefault("false").group("content"),
          KeyOf("if", ValueType::Expression, "Condition", "条件")
              .scope(withEvent(over(subject(), Expected::Boolean), sibling("event")))
              .group("content"),
          KeyOf("limit", ValueType::Duration, "At most", "最长等待").group("content")},
         {},
         {}},
        {"branch",
         {"Branch", "分支"},
         {},
         {idKey(), labelKey(),
          KeyOf("if", ValueType::Expression, "If", "如果")
              .scope(inStep(Expected::Boolean))
              .group("content")
              .help("Without it: else.", "不填表示“否则”。"),
          KeyOf("then", ValueType::Shape, "Then", "则").elements("step").group("content"), noteKey()},
         {},
         {}},
        {"stop_rule",
         {"Stop condition", "终止条件"},
         {"Ends the run before its next step.", "在下一步之前结束流程。"},
         {idKey(), KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("data"),
          KeyOf("if", ValueType::Expression, "Condition", "条件")
              .scope(withEvent(over(subject(), Expected::Boolean), sibling("event")))
              .group("data"),
          noteKey()},
         {},
         {}},
        {"date_trigger",
         {"Date field", "日期字段"},
         {},
         {KeyOf("field", ValueType::Reference, "Field", "字段")
              .to(Target::Field, subject(), {"date", "datetime"})
              .required()
              .group("data"),
          KeyOf("before", ValueType::Duration, "Before", "提前").group("data"),
          KeyOf("after", ValueType::Duration, "After", "之后").group("data"),
          KeyOf("at", ValueType::TimeOfDay, "At", "时刻").byDefault("00:00").group("data")},
         {},
         {}}};
}

void addWorkflow(Registry& registry)
{
    registry.kinds.push_back({"workflow",
                              {"Workflow", "流程"},
                              {"Workflows", "流程"},
                              {"If this happens, then do that.", "当……时，就……。"},
                              "workflows",
                              "",
                              "workflows",
                              "workflow",
                              "workflow"});
    registry.shapes.push_back(
        {"workflow",
         {"Workflow", "流程"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("for", ValueType::Reference, "For records of", "流程对象")
              .to(Target::Table)
              .required()
              .group("general"),
          KeyOf("enabled", ValueType::Bool, "Switched on", "启用").byDefault("true").group("general"),
          KeyOf("when", ValueType::Shape, "When", "当").elements("trigger").required().group("content"),
          KeyOf("reenter", ValueType::Enum, "Enter again", "重复进入")
              .byDefault("after_exit")
              .group("behaviour")
              .values({option("once", "Never again", "仅一次"),
                       option("after_exit", "After the run has ended", "结束后可再次进入"),
                       option("restart", "Start over", "重新开始"), option("parallel", "Side by side", "并行")}),
          KeyOf("parallel_limit", ValueType::Integer, "At most at once", "最多并行")
              .byDefault("1")
              .between(1, 1000)
              .when("reenter", {"parallel"})
              .group("behaviour"),
          KeyOf("cool_down", ValueType::Duration, "Cool-down", "冷却期")
              .group("behaviour")
              .help("Time after an entry in which the record does not enter again.", "进入后在此时长内不再进入。"),
          KeyOf("stop", ValueType::Shape, "Stop when", "终止条件").elements("stop_rule").group("content"),
          KeyOf("then", ValueType::Shape, "Then", "则").elements("step").required().group("content"), wasKey(),
          noteKey(), KeyOf("layout", ValueType::Free, "Layout", "布局").group("notes")},
         {},
         {}});
    registry.shapes.push_back(trigger());
    registry.shapes.push_back(step());
    for (Shape& shape : actions())
        registry.shapes.push_back(std::move(shape));
}

} // namespace fw::schema
