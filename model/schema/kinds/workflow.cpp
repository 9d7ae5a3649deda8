#include "model/schema/builder.h"

namespace fw::schema
{

/// What ends a run from outside: an event, a condition, or an event with a condition.
static Shape endRule(const char* id, const char* en, const char* zh, const char* helpEn, const char* helpZh)
{
    return {id,
            {QString::fromUtf8(en), QString::fromUtf8(zh)},
            {QString::fromUtf8(helpEn), QString::fromUtf8(helpZh)},
            {idKey(), KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("data"),
             KeyOf("if", ValueType::Expression, "Condition", "条件")
                 .scope(withEvent(over(subject(), Expected::Boolean), sibling("event")))
                 .group("data"),
             noteKey()},
            {},
            {}};
}

static std::vector<Key> enrolmentKeys()
{
    return {KeyOf("key", ValueType::Expression, "One run per", "按何去重")
                .scope(withWorkflowEvent(over(subject(), Expected::Any)))
                .group("behaviour")
                .help("What may have one run at a time. Default: the record. Example: =event.order_id.",
                      "同一取值同时只有一个流程实例，默认按记录。例如 =event.order_id。"),
            KeyOf("reenter", ValueType::Enum, "Enter again", "重复进入")
                .byDefault("after_exit")
                .group("behaviour")
                .values({option("once", "Never again", "仅一次"),
                         option("after_exit", "After the run has ended", "结束后可再次进入"),
                         option("restart", "Start over", "重新开始"),
                         option("queue", "One after the other", "排队依次执行"),
                         option("parallel", "Side by side", "并行")}),
            KeyOf("parallel_limit", ValueType::Integer, "At most at once", "最多并行")
                .byDefault("1")
                .between(1, 1000)
                .when("reenter", {"parallel"})
                .group("behaviour"),
            KeyOf("queue_limit", ValueType::Integer, "At most waiting", "最多排队")
                .byDefault("10")
                .between(1, 1000)
                .when("reenter", {"queue"})
                .group("behaviour"),
            KeyOf("cool_down", ValueType::Duration, "Cool-down", "冷却期")
                .group("behaviour")
                .help("Time after an entry in which the record does not enter again.", "进入后在此时长内不再进入。"),
            KeyOf("suppress", ValueType::Reference, "Not for", "排除客群")
                .to(Target::Segment)
                .group("behaviour")
                .help("Who is in this segment does not enter and gets no message.",
                      "属于该客群的记录不进入流程，也不再收到消息。"),
            KeyOf("own_changes", ValueType::Bool, "Own changes start it too", "自身修改也触发")
                .byDefault("false")
                .group("behaviour")
                .help("Whether what the workflow writes may start it again on the same record.",
                      "流程自己写入的修改是否可以再次触发同一记录。")};
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
    std::vector<Key> keys = {
        KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"),
        idKey(),
        labelKey(),
        KeyOf("for", ValueType::Reference, "For records of", "流程对象").to(Target::Table).required().group("general"),
        KeyOf("enabled", ValueType::Bool, "Switched on", "启用").byDefault("true").group("general"),
        KeyOf("when", ValueType::Shape, "When", "当").elements("trigger").required().group("content")};
    for (Key& key : enrolmentKeys())
        keys.push_back(std::move(key));
    keys.push_back(KeyOf("stop", ValueType::Shape, "Stop when", "终止条件").elements("stop_rule").group("content"));
    keys.push_back(KeyOf("goals", ValueType::Shape, "Goals", "目标").elements("goal").group("content"));
    keys.push_back(KeyOf("then", ValueType::Shape, "Then", "则").elements("step").required().group("content"));
    keys.push_back(wasKey());
    keys.push_back(noteKey());
    keys.push_back(KeyOf("layout", ValueType::Free, "Layout", "布局").group("notes"));
    registry.shapes.push_back({"workflow", {"Workflow", "流程"}, {}, std::move(keys), {}, {}});
    registry.shapes.push_back(endRule("stop_rule", "Stop condition", "终止条件", "Ends the run before its next step.",
                                      "在下一步之前结束流程。"));
    registry.shapes.push_back(
        endRule("goal", "Goal", "目标", "The run has reached what it is for and ends.", "流程已达成目的，随即结束。"));
}

} // namespace fw::schema
