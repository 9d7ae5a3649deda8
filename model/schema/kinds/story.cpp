#include "model/schema/builder.h"

namespace fw::schema
{

static From recordOf(const char* key)
{
    return from(From::Where::StoryRecord, key);
}

static Shape storyStep()
{
    const From record = recordOf("");
    return {
        "story_step",
        {"Story step", "故事步骤"},
        {"Something that happens, or is expected, at a time.", "在某一时刻发生或应当成立的事情。"},
        {idKey(),
         KeyOf("after", ValueType::Duration, "After", "过后")
             .group("general")
             .help("Time after the step before.", "距上一步的时长。"),
         KeyOf("at", ValueType::DateTime, "At", "时刻").group("general"),
         KeyOf("as", ValueType::Reference, "Acting user", "操作人").to(Target::StoryUser).group("general"),
         KeyOf("create", ValueType::Reference, "Create a record in", "新建记录到").to(Target::Table).group("content"),
         KeyOf("update", ValueType::Reference, "Change the record of", "修改记录")
             .to(Target::StoryStep)
             .group("content"),
         KeyOf("delete", ValueType::Reference, "Delete the record of", "删除记录")
             .to(Target::StoryStep)
             .group("content"),
         KeyOf("values", ValueType::FieldValues, "Values", "字段值")
             .to(Target::Field, record)
             .typedBy(record)
             .literals()
             .group("content"),
         KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("content"),
         KeyOf("consent", ValueType::Reference, "Consent", "同意用途").to(Target::Consent).group("content"),
         KeyOf("granted", ValueType::Bool, "Granted", "同意").byDefault("true").with("consent").group("content"),
         KeyOf("of", ValueType::Reference, "Person of step", "对象来自步骤")
             .to(Target::StoryStep)
             .group("content")
             .help("The record an earlier step made.", "之前某一步新建的记录。"),
         KeyOf("person", ValueType::FieldValues, "Person by identity", "按身份指定对象")
             .to(Target::Identity)
             .typedBy(from(From::Where::Person))
             .literals()
             .group("content"),
         KeyOf("channel", ValueType::Text, "Channel", "渠道").with("event").group("content"),
         KeyOf("props", ValueType::FieldValues, "Properties", "属性")
             .to(Target::Property, sibling("event"))
             .typedBy(sibling("event"))
             .literals()
             .with("event")
             .group("content"),
         KeyOf("pass", ValueType::Bool, "Only time passes", "仅时间流逝").group("content"),
         KeyOf("complete", ValueType::Shape, "Complete a task", "完成任务").map("story_complete").group("content"),
         KeyOf("expect", ValueType::Shape, "Expect", "应当").map("expectation").group("content"), noteKey()},
        {},
        {"create", "update", "delete", "event", "consent", "pass", "complete", "expect"}};
}

static std::vector<Shape> expectations()
{
    return {
        {"expectation",
         {"Expectation", "预期"},
         {},
         {KeyOf("record", ValueType::Shape, "Record", "记录").map("expected_record").group("content"),
          KeyOf("records", ValueType::Shape, "Records", "多条记录").rows("expected_record").group("content"),
          KeyOf("count", ValueType::Shape, "Number of records", "记录数").map("expected_count").group("content"),
          KeyOf("reasons", ValueType::Shape, "Reasons of a score", "评分依据").map("expected_reasons").group("content"),
          KeyOf("tasks", ValueType::Shape, "Tasks", "任务").rows("expected_task").group("content"),
          KeyOf("tasks_count", ValueType::Integer, "Number of tasks", "任务数").atLeast(0).group("content"),
          KeyOf("messages", ValueType::Shape, "Messages", "消息").rows("expected_message").group("content"),
          KeyOf("messages_count", ValueType::Integer, "Number of messages", "消息数").atLeast(0).group("content"),
          KeyOf("figure", ValueType::Shape, "Figure", "指标").map("expected_figure").group("content"),
          KeyOf("figures", ValueType::Shape, "Figures", "多个指标").rows("expected_figure").group("content")},
         {},
         {}},
        {"expected_record",
         {"Expected record", "预期记录"},
         {},
         {KeyOf("of", ValueType::Reference, "Record of", "来自步骤").to(Target::StoryStep).group("content"),
          KeyOf("table", ValueType::Reference, "Or of table", "或数据表").to(Target::Table).group("content"),
          KeyOf("match", ValueType::FieldValues, "Found by", "查找条件")
              .to(Target::Field, sibling("table"))
              .typedBy(sibling("table"))
              .literals()
              .with("table")
              .group("content"),
          KeyOf("fields", ValueType::FieldValues, "Fields", "字段")
              .to(Target::Field, recordOf("of"))
              .typedBy(recordOf("of"))
              .literals()
              .required()
              .group("content")},
         {},
         {"of", "table"}},
        {"expected_count",
         {"Number of records", "记录数"},
         {},
         {KeyOf("table", ValueType::Reference, "Table", "数据表").to(Target::Table).required().group("content"),
          KeyOf("where", ValueType::Expression, "Where", "条件")
              .scope(over(sibling("table"), Expected::Boolean))
              .group("content"),
          KeyOf("is", ValueType::Integer, "Is", "等于").atLeast(0).required().group("content")},
         {},
         {}},
        {"expected_reasons",
         {"Reasons of a score", "评分依据"},
         {},
         {KeyOf("of", ValueType::Reference, "Record of", "来自步骤").to(Target::StoryStep).required().group("content"),
          KeyOf("scoring", ValueType::Reference, "Scoring table", "评分表")
              .to(Target::Scoring)
              .required()
              .group("content"),
          KeyOf("points", ValueType::PointsMap, "Points", "分值")
              .to(Target::Criterion, sibling("scoring"))
              .required()
              .group("content")
              .help("Criterion → points; exactly these.", "评分项 → 分值，须完全一致。")},
         {},
         {}},
        {"expected_task",
         {"Expected task", "预期任务"},
         {},
         {KeyOf("to", ValueType::Reference, "For", "负责人").to(Target::StoryUser).group("content"),
          KeyOf("title", ValueType::Text, "Title", "标题").group("content"),
          KeyOf("contains", ValueType::Text, "Title contains", "标题包含").group("content"),
          KeyOf("priority", ValueType::Enum, "Priority", "优先级")
              .values({option("low", "Low", "低"), option("normal", "Normal", "普通"), option("high", "High", "高")})
              .group("content"),
          KeyOf("due", ValueType::DateTime, "Due", "期限").group("content"),
          KeyOf("state", ValueType::Enum, "State", "状态")
              .values({option("open", "Open", "待办"), option("done", "Done", "已完成"),
                       option("cancelled", "Cancelled", "已取消")})
              .group("content")},
         {},
         {}},
        {"expected_message",
         {"Expected message", "预期消息"},
         {},
         {KeyOf("through", ValueType::Reference, "Through", "渠道").to(Target::Connector).group("content"),
          KeyOf("to", ValueType::Text, "To", "收件人").group("content"),
          KeyOf("text", ValueType::Reference, "Message", "消息模板").to(Target::Message).group("content"),
          KeyOf("contains", ValueType::Text, "Contains", "包含").group("content"),
          KeyOf("state", ValueType::Enum, "State", "状态")
              .values({option("pending", "Pending", "待发送"), option("sent", "Sent", "已发送"),
                       option("failed", "Failed", "失败"), option("cancelled", "Cancelled", "已取消")})
              .group("content"),
          KeyOf("count", ValueType::Integer, "How many", "条数").atLeast(0).group("content")},
         {},
         {}},
        {"expected_figure",
         {"Expected figure", "预期指标"},
         {},
         {KeyOf("tile", ValueType::Reference, "Tile", "图表")
              .to(Target::Tile)
              .required()
              .group("content")
              .help("sales.hot: dashboard and tile.", "看板.图表，如 sales.hot。"),
          KeyOf("column", ValueType::Text, "Column", "列").group("content"),
          KeyOf("value", ValueType::Free, "Value", "数值").group("content"),
          KeyOf("groups", ValueType::Free, "Groups", "各分组")
              .group("content")
              .help("Group → value.", "分组 → 数值。")},
         {},
         {"value", "groups"}},
        {"story_complete",
         {"Complete a task", "完成任务"},
         {},
         {KeyOf("task", ValueType::Text, "Task", "任务标题").required().group("content"),
          KeyOf("by", ValueType::Reference, "By", "由谁").to(Target::StoryUser).group("content")},
         {},
         {}},
        {"story_user",
         {"User", "用户"},
         {},
         {KeyOf("login", ValueType::Text, "Login", "登录名").required().group("content"),
          KeyOf("name", ValueType::Text, "Name", "姓名").group("content"),
          KeyOf("roles", ValueType::Reference, "Roles", "角色").list().to(Target::Role).group("content"),
          KeyOf("language", ValueType::Language, "Language", "语言")
              .group("content")
              .values({option("en", "English", "英语"), option("zh", "Chinese", "中文")})},
         {},
         {}}};
}

void addStory(Registry& registry)
{
    registry.kinds.push_back({"story",
                              {"Story", "故事"},
                              {"Stories", "故事"},
                              {"What happens at virtual times and what must come of it: the app's acceptance tests.",
                               "在虚拟时间里发生的事情及其结果，即应用的验收测试。"},
                              "stories",
                              "",
                              "workflows",
                              "story",
                              "story"});
    registry.shapes.push_back(
        {"story",
         {"Story", "故事"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("start", ValueType::DateTime, "Starts at", "开始时间").required().group("general"),
          KeyOf("users", ValueType::Shape, "Users", "用户").rows("story_user").group("content"),
          KeyOf("settings", ValueType::FieldValues, "Settings", "设置").to(Target::Setting).literals().group("content"),
          KeyOf("steps", ValueType::Shape, "Steps", "步骤").elements("story_step").required().group("content"),
          noteKey()},
         {},
         {}});
    registry.shapes.push_back(storyStep());
    for (Shape& shape : expectations())
        registry.shapes.push_back(std::move(shape));
}

} // namespace fw::schema
