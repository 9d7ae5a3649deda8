#include "model/schema/builder.h"

namespace fw::schema
{

static Shape criterion()
{
    ExpressionScope when = withEvent(over(rootKey("table"), Expected::Boolean), sibling("event"));
    return {"criterion",
            {"Criterion", "评分项"},
            {"Behaviour, silence or attribute that gives points.", "给分的行为、沉默或属性。"},
            {idKey(), labelKey(), KeyOf("group", ValueType::Text, "Group", "分组").group("general"),
             KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).group("data"),
             KeyOf("inactive", ValueType::Shape, "Silent for", "沉默时长")
                 .map("silence")
                 .group("data")
                 .help("No interaction at all for this long; once per silence.",
                       "在此时长内没有任何互动，每次沉默计一次。"),
             KeyOf("when", ValueType::Expression, "Condition", "条件")
                 .scope(when)
                 .group("data")
                 .help("With an event: over event and record. Alone: an attribute of the record.",
                       "有事件时针对事件与记录；单独使用时针对记录属性。"),
             KeyOf("count", ValueType::Shape, "Count", "次数").map("count").with("event").group("data"),
             KeyOf("points", ValueType::Value, "Points", "分值")
                 .scope(over(rootKey("table"), Expected::Number))
                 .group("data")
                 .help("A number; for an attribute of the record also an expression: \"=size / 10\".",
                       "数字；针对记录属性时也可以是表达式，如 \"=size / 10\"。"),
             KeyOf("inputs", ValueType::Shape, "Inputs", "输入")
                 .elements("criterion_input")
                 .group("rules")
                 .help("What the rows test: fields of the record, or expressions.",
                       "各行所检验的内容：记录的字段或表达式。"),
             KeyOf("match", ValueType::Enum, "Rows that count", "计分的行")
                 .byDefault("first")
                 .with("rows")
                 .group("rules")
                 .values({option("first", "The first that holds", "首个成立的行"),
                          option("all", "All that hold", "所有成立的行")}),
             KeyOf("rows", ValueType::Shape, "Rows", "分档").elements("criterion_row").group("rules"),
             KeyOf("stage", ValueType::Reference, "Stage", "阶段").to(Target::Stage, thisFile()).group("data"),
             KeyOf("award", ValueType::Enum, "Awarded", "计分方式")
                 .byDefault("once")
                 .with("event")
                 .group("data")
                 .values({option("once", "Once", "一次"), option("each", "Each time", "每次")}),
             KeyOf("cap", ValueType::Decimal, "At most", "上限")
                 .when("award", {"each"})
                 .group("data")
                 .help("Most points in total.", "累计最多分值。"),
             noteKey()},
            {},
            {}};
}

static Shape criterionInput()
{
    return {"criterion_input",
            {"Input", "输入"},
            {"What the rows of an attribute test.", "属性各行所检验的内容。"},
            {idKey(), labelKey(),
             KeyOf("value", ValueType::Expression, "Expression", "表达式")
                 .scope(over(rootKey("table")))
                 .required()
                 .group("data")
                 .help("A field of the record, or a value worked out from it.", "记录的字段，或由其计算得出的值。"),
             noteKey()},
            {},
            {}};
}

static Shape criterionRow()
{
    ExpressionScope tests = over(rootKey("table"));
    tests.tests = true;
    return {"criterion_row",
            {"Row", "分档"},
            {"Values of the inputs that give points.", "使某分值成立的输入取值。"},
            {idKey(), labelKey(),
             KeyOf("when", ValueType::FieldValues, "When", "当")
                 .scope(tests)
                 .group("rules")
                 .help("Per input a value, a list of values, or tests behind \"=\": \"=> 100\", \"=[1..5]\".",
                       "每个输入一个值、若干值，或以“=”开头的条件，如 \"=> 100\"、\"=[1..5]\"。"),
             KeyOf("blank", ValueType::Bool, "When an input is blank", "输入为空时").byDefault("false").group("rules"),
             KeyOf("else", ValueType::Bool, "When no other row holds", "其他行都不成立时")
                 .byDefault("false")
                 .group("rules"),
             KeyOf("points", ValueType::Value, "Points", "分值")
                 .scope(over(rootKey("table"), Expected::Number))
                 .required()
                 .group("data"),
             noteKey()},
            {},
            {}};
}

void addScoring(Registry& registry)
{
    const From table = rootKey("table");
    registry.kinds.push_back(
        {"scoring",
         {"Scoring table", "评分表"},
         {"Scoring", "评分"},
         {"Behaviour and attributes → points → stage and band.", "行为与属性 → 分值 → 阶段与等级。"},
         "scoring",
         "",
         "scoring",
         "scoring",
         "scoring"});
    registry.shapes.push_back(
        {"scoring",
         {"Scoring table", "评分表"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("table", ValueType::Reference, "Scores records of", "评分对象")
              .to(Target::Table)
              .required()
              .group("general"),
          KeyOf("start", ValueType::Decimal, "Start", "初始分").byDefault("0").group("data"),
          KeyOf("floor", ValueType::Decimal, "Lowest", "最低分").group("data"),
          KeyOf("cap", ValueType::Decimal, "Highest", "最高分").group("data"),
          KeyOf("stages", ValueType::Shape, "Stages", "阶段")
              .elements("stage")
              .shorthand("id")
              .group("content")
              .help("Lowest to highest.", "从低到高。"),
          KeyOf("fading", ValueType::Shape, "Fading stage", "减弱阶段")
              .map("stage")
              .group("content")
              .help("Shown during a silence, until the next interaction.", "沉默期间显示，直到下一次互动。"),
          KeyOf("criteria", ValueType::Shape, "Criteria", "评分项").elements("criterion").required().group("content"),
          KeyOf("bands", ValueType::Shape, "Bands", "等级")
              .elements("band")
              .group("content")
              .help("Lowest first.", "从低到高。"),
          noteKey()},
         {},
         {}});
    for (Shape (*make)() : {criterion, criterionInput, criterionRow})
        registry.shapes.push_back(make());
    registry.shapes.push_back(
        {"stage", {"Stage", "阶段"}, {}, {idKey(), labelKey(), colorKey(), wasKey(), noteKey()}, {}, {}});
    registry.shapes.push_back({"band",
                               {"Band", "等级"},
                               {},
                               {idKey(), labelKey(), colorKey(),
                                KeyOf("from", ValueType::Decimal, "From", "不低于")
                                    .group("data")
                                    .help("Totals of at least this.", "总分大于等于该值。"),
                                KeyOf("above", ValueType::Decimal, "Above", "高于")
                                    .group("data")
                                    .help("Totals of more than this.", "总分大于该值。"),
                                wasKey(), noteKey()},
                               {},
                               {}});
    registry.shapes.push_back({"count",
                               {"Count", "次数"},
                               {},
                               {KeyOf("more_than", ValueType::Integer, "More than", "多于").atLeast(0).group("data"),
                                KeyOf("at_least", ValueType::Integer, "At least", "至少").atLeast(1).group("data"),
                                KeyOf("within", ValueType::Duration, "Within", "时间窗").group("data")},
                               {},
                               {"more_than", "at_least"}});
    registry.shapes.push_back({"silence",
                               {"Silence", "沉默"},
                               {},
                               {KeyOf("for", ValueType::Duration, "For", "满")
                                    .group("data")
                                    .help("Fires at the instant the time is complete.", "时长届满的瞬间触发。"),
                                KeyOf("more_than", ValueType::Duration, "More than", "超过")
                                    .group("data")
                                    .help("Fires one millisecond later.", "届满后一毫秒触发。")},
                               {},
                               {"for", "more_than"}});

    registry.kinds.push_back({"segment",
                              {"Segment", "客群"},
                              {"Segments", "客群"},
                              {"A set of records that keeps itself current.", "自动更新的一组记录。"},
                              "segments",
                              "",
                              "scoring",
                              "segment",
                              "segment"});
    registry.shapes.push_back(
        {"segment",
         {"Segment", "客群"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("table", ValueType::Reference, "Records of", "记录所属表")
              .to(Target::Table)
              .required()
              .group("general"),
          KeyOf("condition", ValueType::Expression, "Condition", "条件")
              .scope(over(table, Expected::Boolean))
              .required()
              .group("data"),
          noteKey()},
         {},
         {}});
}

} // namespace fw::schema
