#include "model/schema/builder.h"

namespace fw::schema
{

/// An expression of a step: over the workflow's record, with the event that started the run and the run itself.
static ExpressionScope inStep(Expected expected)
{
    return withRun(withWorkflowEvent(over(subject(), expected)));
}

/// The same over each record of the table that the step names.
static ExpressionScope overTable(Expected expected)
{
    return withRun(withWorkflowEvent(over(sibling("table"), expected)));
}

static Key branchesOf(const char* name, const char* en, const char* zh)
{
    return KeyOf(name, ValueType::Shape, en, zh).elements("step").group("content");
}

static Key calendarKey()
{
    return KeyOf("calendar", ValueType::Reference, "Calendar", "工作日历").to(Target::Calendar).group("content");
}

/// The keys that say which records of a table a step is about.
static std::vector<Key> queryKeys(bool whereRequired)
{
    KeyOf where = KeyOf("where", ValueType::Expression, "Where", "条件")
                      .scope(overTable(Expected::Boolean))
                      .group("content")
                      .help("Bare names are fields of that table; run.record is the workflow's record.",
                            "直接写的名称是该表字段；run.record 为流程记录。");
    if (whereRequired)
        where.required();
    return {
        KeyOf("table", ValueType::Reference, "Table", "数据表").to(Target::Table).required().group("content"), where,
        KeyOf("sort", ValueType::Reference, "Sorted by", "排序").to(Target::Field, sibling("table")).group("content"),
        KeyOf("descending", ValueType::Bool, "Descending", "降序").byDefault("false").with("sort").group("content"),
        KeyOf("limit", ValueType::Integer, "At most", "最多")
            .byDefault("100")
            .between(1, 1000)
            .group("content")
            .help("Never more records than this.", "处理的记录数上限。")};
}

static Shape step()
{
    return {
        "step",
        {"Step", "步骤"},
        {},
        {idKey(),
         labelKey(),
         KeyOf("set", ValueType::FieldValues, "Set fields", "修改字段")
             .to(Target::Field, subject())
             .typedBy(subject())
             .scope(inStep(Expected::TypedBy))
             .group("content"),
         KeyOf("create", ValueType::Shape, "Create a record", "新建记录").map("step_create").group("content"),
         KeyOf("update", ValueType::Shape, "Update records", "更新其他记录").map("step_update").group("content"),
         KeyOf("find", ValueType::Shape, "Find records", "查找记录").map("step_find").group("content"),
         KeyOf("task", ValueType::Shape, "Task", "任务").map("step_task").group("content"),
         KeyOf("message", ValueType::Shape, "Message", "消息").map("step_message").group("content"),
         KeyOf("http", ValueType::Shape, "HTTP call", "HTTP 调用").map("step_http").group("content"),
         KeyOf("assign", ValueType::Shape, "Assign", "分配负责人").map("step_assign").group("content"),
         KeyOf("tag", ValueType::Shape, "Tag", "打标签").map("step_tag").group("content"),
         KeyOf("wait", ValueType::Duration, "Wait", "等待")
             .map("wait_day")
             .group("content")
             .help(
                 "A duration from now, or by the calendar: {day: 3, at: \"09:00\"}, {workdays: 1, at: \"09:00\", "
                 "calendar: office}.",
                 "从现在起的时长，或按日历：{day: 3, at: \"09:00\"}、{workdays: 1, at: \"09:00\", calendar: office}。"),
         KeyOf("wait_until", ValueType::Shape, "Wait until", "等到").map("wait_until").group("content"),
         KeyOf("branch", ValueType::Shape, "Branch", "分支")
             .elements("branch")
             .group("content")
             .help("One without a condition is the else.", "无条件者为“否则”。"),
         KeyOf("for_each", ValueType::Shape, "For each record", "逐条处理").map("step_for_each").group("content"),
         KeyOf("start", ValueType::Shape, "Start a workflow", "启动子流程").map("step_start").group("content"),
         KeyOf("stop", ValueType::Bool, "Stop", "结束").group("content"),
         KeyOf("paths", ValueType::Enum, "Which branches", "执行哪些分支")
             .byDefault("first")
             .values({option("first", "The first that is true", "第一个成立的"),
                      option("all", "All that are true, side by side", "所有成立的，同时进行")})
             .with("branch")
             .group("content"),
         KeyOf("reason", ValueType::Text, "Reason", "原因").with("stop").group("content"),
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
        {"set", "create", "update", "find", "task", "message", "http", "assign", "tag", "wait", "wait_until", "branch",
         "for_each", "start", "stop"}};
}

static Shape withQuery(Shape shape, bool whereRequired)
{
    std::vector<Key> keys = queryKeys(whereRequired);
    keys.insert(keys.end(), shape.keys.begin(), shape.keys.end());
    shape.keys = std::move(keys);
    return shape;
}

/// Steps that read and write records.
static std::vector<Shape> recordSteps()
{
    return {{"step_create",
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
            withQuery({"step_update",
                       {"Update records", "更新其他记录"},
                       {},
                       {KeyOf("record", ValueType::Expression, "Or this record", "或指定记录")
                            .scope(inStep(Expected::Any))
                            .group("content")
                            .help("One record instead of a condition, e.g. =run.item or =owner_company.",
                                  "用一条记录代替条件，例如 =run.item。"),
                        KeyOf("values", ValueType::FieldValues, "Values", "字段值")
                            .to(Target::Field, sibling("table"))
                            .typedBy(sibling("table"))
                            .scope(overTable(Expected::TypedBy))
                            .group("content")},
                       {},
                       {}},
                      false),
            withQuery({"step_find",
                       {"Find records", "查找记录"},
                       {"Later steps read them as run.step.<id>.", "后续步骤用 run.step.<标识> 读取。"},
                       {},
                       {},
                       {}},
                      false),
            withQuery({"step_for_each",
                       {"For each record", "逐条处理"},
                       {"Inside, run.item is the record at hand.", "在其中用 run.item 表示当前记录。"},
                       {branchesOf("then", "Do this", "执行")},
                       {},
                       {}},
                      false),
            {"step_assign",
             {"Assign", "分配负责人"},
             {},
             {KeyOf("to", ValueType::Value, "To", "负责人")
                  .scope(inStep(Expected::User))
                  .required()
                  .group("content")
                  .help("A user: =settings.sales_lead, or a login.", "用户：=settings.sales_lead 或登录名。"),
              KeyOf("field", ValueType::Reference, "Field", "字段")
                  .to(Target::Field, subject(), {"user"})
                  .group("content")
                  .help("Default: the table's owner field.", "默认为数据表的负责人字段。"),
              KeyOf("keep", ValueType::Bool, "Keep who is there", "保留已有负责人")
                  .byDefault("false")
                  .group("content")
                  .help("Only a record that belongs to nobody is assigned.", "仅分配尚无负责人的记录。")},
             {},
             {}},
            {"step_tag",
             {"Tag", "打标签"},
             {},
             {KeyOf("field", ValueType::Reference, "Field", "字段")
                  .to(Target::Field, subject(), {"multi_choice"})
                  .required()
                  .group("content"),
              KeyOf("add", ValueType::Text, "Add", "添加").list().group("content"),
              KeyOf("remove", ValueType::Text, "Remove", "移除").list().group("content")},
             {},
             {}}};
}

/// Steps that speak to people and other systems.
static std::vector<Shape> outwardSteps()
{
    return {
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
          KeyOf("due", ValueType::Duration, "Due in", "期限").group("content"),
          KeyOf("calendar", ValueType::Reference, "In working time of", "按工作日历计时")
              .to(Target::Calendar)
              .with("due")
              .group("content")},
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
                    "地址、用户或其列表；群机器人发往自己的群。"),
          KeyOf("mention", ValueType::Value, "Mention", "提醒谁")
              .scope(inStep(Expected::Any))
              .group("content")
              .help(
                  "Whom a chat robot calls: all, telephone numbers, ids of the chat system, users, or a list of them.",
                  "群机器人@谁：all、手机号、平台用户编号、用户，或其列表。"),
          KeyOf("urgent", ValueType::Bool, "Even in quiet hours", "免打扰时段也发送")
              .byDefault("false")
              .group("behaviour"),
          KeyOf("not_after", ValueType::Duration, "Not later than", "过时不发")
              .byDefault("P1D")
              .group("behaviour")
              .help("A message that quiet hours or limits hold back longer than this is dropped.",
                    "因免打扰或频控推迟超过该时长的消息不再发送。"),
          KeyOf("in_doubt", ValueType::Enum, "When in doubt", "存疑时")
              .values({option("resend", "Send it again", "重新发送"), option("ask", "Ask a person", "交由人工确认")})
              .group("behaviour")
              .help(
                  "After a crash it may be unknown whether it went out. Default: notices to own people are sent again, "
                  "for all others a person is asked.",
                  "崩溃后可能不知是否已发出。默认：内部通知重发，其余交由人工确认。")},
         {},
         {}},
        {"step_http",
         {"HTTP call", "HTTP 调用"},
         {"The answer is run.step.<id>: status, body.", "应答为 run.step.<标识>：status、body。"},
         {KeyOf("through", ValueType::Reference, "Through", "渠道")
              .to(Target::Connector)
              .required()
              .group("content")
              .help("A connector of type HTTP: it has the address and the secrets.",
                    "HTTP 类型的渠道，保存地址与密钥。"),
          KeyOf("method", ValueType::Enum, "Method", "方法")
              .byDefault("POST")
              .values({option("GET", "GET", "读取 GET"), option("POST", "POST", "提交 POST"),
                       option("PUT", "PUT", "替换 PUT"), option("PATCH", "PATCH", "修改 PATCH"),
                       option("DELETE", "DELETE", "删除 DELETE")})
              .group("content"),
          KeyOf("path", ValueType::LocalTemplate, "Path", "路径")
              .scope(inStep(Expected::Text))
              .group("content")
              .help("Added to the connector's address.", "追加在渠道地址之后。"),
          KeyOf("headers", ValueType::Shape, "Headers", "请求头").rows("http_header").group("content"),
          KeyOf("body", ValueType::Expression, "Body", "请求体")
              .scope(inStep(Expected::Any))
              .group("content")
              .help("A context or list is sent as JSON, a text as it is.", "上下文或列表以 JSON 发送，文本原样发送。"),
          KeyOf("in_doubt", ValueType::Enum, "When in doubt", "存疑时")
              .values({option("resend", "Send it again", "重新发送"), option("ask", "Ask a person", "交由人工确认")})
              .group("behaviour")
              .help("Default: GET is sent again, for all others a person is asked.",
                    "默认：GET 重发，其余交由人工确认。"),
          branchesOf("failed", "When it failed", "失败时")},
         {},
         {}},
        {"http_header",
         {"Header", "请求头"},
         {},
         {KeyOf("name", ValueType::Text, "Name", "名称").required().group("content"),
          KeyOf("value", ValueType::LocalTemplate, "Value", "值")
              .scope(inStep(Expected::Text))
              .required()
              .group("content")},
         {},
         {}}};
}

/// Steps that decide when and where a run goes on.
static std::vector<Shape> flowSteps()
{
    return {
        {"wait_day",
         {"Calendar wait", "按日历等待"},
         {},
         {KeyOf("day", ValueType::Integer, "Day", "第几天")
              .atLeast(0)
              .group("content")
              .help("Days after enrolment, which is day 0.", "进入流程当天为第 0 天。"),
          KeyOf("workdays", ValueType::Integer, "Working days", "工作日")
              .atLeast(0)
              .group("content")
              .help("Working days from now; 1 is the next working day.", "从现在起的工作日数，1 为下一个工作日。"),
          KeyOf("working", ValueType::Duration, "Working time", "工作时间")
              .group("content")
              .help("Only open time counts: PT4H is four working hours.", "只计工作时间：PT4H 为 4 个工作小时。"),
          KeyOf("at", ValueType::TimeOfDay, "At", "时刻")
              .group("content")
              .help("Default: the local time of enrolment; for working days the opening.",
                    "默认与进入流程时的时刻相同；工作日等待默认为上班时刻。"),
          calendarKey()},
         {},
         {"day", "workdays", "working"}},
        {"wait_until",
         {"Wait until", "等到"},
         {},
         {KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("content"),
          KeyOf("interaction", ValueType::Bool, "Any interaction", "任意互动").byDefault("false").group("content"),
          KeyOf("if", ValueType::Expression, "Condition", "条件")
              .scope(withRun(withEvent(over(subject(), Expected::Boolean), sibling("event"))))
              .group("content"),
          KeyOf("limit", ValueType::Duration, "At most", "最长等待").group("content"),
          KeyOf("calendar", ValueType::Reference, "In working time of", "按工作日历计时")
              .to(Target::Calendar)
              .with("limit")
              .group("content")},
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
          branchesOf("then", "Then", "则"), noteKey()},
         {},
         {}},
        {"step_start",
         {"Start a workflow", "启动子流程"},
         {},
         {KeyOf("workflow", ValueType::Reference, "Workflow", "流程").to(Target::Workflow).required().group("content"),
          KeyOf("record", ValueType::Expression, "For the record", "针对记录")
              .scope(inStep(Expected::Any))
              .group("content")
              .help("Default: this workflow's record.", "默认为本流程的记录。"),
          KeyOf("wait", ValueType::Bool, "Wait for its end", "等待其结束").byDefault("true").group("content"),
          KeyOf("limit", ValueType::Duration, "At most", "最长等待").group("content"),
          branchesOf("timeout", "When the limit passed", "超时")},
         {},
         {}}};
}

void addSteps(Registry& registry)
{
    registry.shapes.push_back(step());
    for (auto* family : {recordSteps, outwardSteps, flowSteps})
        for (Shape& shape : family())
            registry.shapes.push_back(std::move(shape));
}

} // namespace fw::schema
