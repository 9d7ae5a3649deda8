#include "model/schema/builder.h"

namespace fw::schema
{

static std::vector<EnumValue> valueTypes()
{
    return {option("text", "Text", "文本"),
            option("number", "Number", "数字"),
            option("yes_no", "Yes or no", "是/否"),
            option("choice", "Choice", "单选"),
            option("date", "Date", "日期"),
            option("time", "Time of day", "时刻"),
            option("datetime", "Date and time", "日期时间"),
            option("duration", "Duration", "时长")};
}

static std::vector<EnumValue> inputTypes()
{
    std::vector<EnumValue> types = valueTypes();
    types.push_back(option("user", "User", "用户"));
    types.push_back(option("relation", "Record", "记录"));
    types.push_back(option("any", "Anything", "任意"));
    return types;
}

static Key optionsKey()
{
    return KeyOf("options", ValueType::Shape, "Options", "选项")
        .elements("option")
        .shorthand("id")
        .required()
        .when("type", {"choice"})
        .group("data");
}

/// Expressions over the inputs of the decision.
static ExpressionScope overInputs()
{
    ExpressionScope scope;
    scope.decision = true;
    return scope;
}

static ExpressionScope testsOverInputs()
{
    ExpressionScope scope = overInputs();
    scope.tests = true;
    return scope;
}

static Shape input()
{
    return {
        "decision_input",
        {"Input", "输入"},
        {"What is given to the decision, or a column worked out from what is given.", "传入的值，或由传入值算出的列。"},
        {idKey(), labelKey(),
         KeyOf("type", ValueType::Enum, "Type", "类型").values(inputTypes()).required().group("general"), optionsKey(),
         KeyOf("to", ValueType::Reference, "Table", "表")
             .to(Target::Table)
             .required()
             .when("type", {"relation"})
             .group("data"),
         KeyOf("value", ValueType::Expression, "Worked out as", "计算方式")
             .scope(overInputs())
             .group("data")
             .help("A column over the inputs: nobody gives it.", "基于其他输入计算的列，不由调用方传入。"),
         KeyOf("allowed", ValueType::Expression, "Allowed values", "允许的值")
             .scope(testsOverInputs())
             .group("rules")
             .help("Tests the value must pass, such as \"=>= 0\"; no rule holds for any other.",
                   "值必须满足的条件，如 \"=>= 0\"；不满足时所有规则都不成立。"),
         wasKey(), noteKey()},
        "type",
        {}};
}

static Shape output()
{
    return {
        "decision_output",
        {"Output", "输出"},
        {"What the decision gives.", "决策给出的结果。"},
        {idKey(), labelKey(),
         KeyOf("type", ValueType::Enum, "Type", "类型").values(valueTypes()).required().group("general"), optionsKey(),
         KeyOf("values", ValueType::Literal, "Values, best first", "取值（优先在前）")
             .list()
             .typedBy({}, "type")
             .group("rules")
             .help("What the policies \"priority\" and \"output order\" sort by; a choice is sorted by its options.",
                   "“优先级”与“输出顺序”策略的排序依据；单选按其选项顺序。"),
         KeyOf("default", ValueType::Literal, "When no rule holds", "无规则成立时").typedBy({}, "type").group("rules"),
         wasKey(), noteKey()},
        "type",
        {}};
}

static Shape rule()
{
    return {"decision_rule",
            {"Rule", "规则"},
            {"One row of the table.", "表中的一行。"},
            {idKey(), labelKey(),
             KeyOf("when", ValueType::FieldValues, "When", "当")
                 .to(Target::Input, thisFile())
                 .scope(testsOverInputs())
                 .group("rules")
                 .help("Per input a value, a list of values, or tests behind \"=\": \"=> 100\", \"=[1..5]\". An input "
                       "that is "
                       "not named may be anything.",
                       "每个输入一个值、若干值，或以“=”开头的条件，如 \"=> 100\"、\"=[1..5]\"；未写的输入不限。"),
             KeyOf("then", ValueType::FieldValues, "Then", "则")
                 .to(Target::Output, thisFile())
                 .scope(overInputs())
                 .required()
                 .group("rules")
                 .help("Per output a value, or an expression over the inputs.", "每个输出一个值，或基于输入的表达式。"),
             noteKey()},
            {},
            {}};
}

static Shape test()
{
    return {"decision_test",
            {"Test", "测试"},
            {"What the decision must give; run by the check.", "决策应给出的结果，检查时运行。"},
            {idKey(), labelKey(),
             KeyOf("given", ValueType::FieldValues, "Given", "给定")
                 .to(Target::Input, thisFile())
                 .literals()
                 .group("content"),
             KeyOf("expect", ValueType::FieldValues, "Expected", "期望")
                 .to(Target::Output, thisFile())
                 .literals()
                 .required()
                 .group("content")
                 .help("Per output a value; a list where several rules may hold; nothing behind the colon for blank.",
                       "每个输出一个值；多条规则可成立时为列表；冒号后留空表示空值。"),
             KeyOf("rules", ValueType::Reference, "Rules that hold", "成立的规则")
                 .list()
                 .to(Target::Rule, thisFile())
                 .group("content"),
             noteKey()},
            {},
            {}};
}

static Shape decision()
{
    return {
        "decision",
        {"Decision", "决策表"},
        {},
        {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
         KeyOf("hit_policy", ValueType::Enum, "Which rules count", "命中策略")
             .byDefault("unique")
             .group("rules")
             .values({option("unique", "The only one that holds", "唯一命中"),
                      option("any", "Any; they agree", "任意（结果一致）"),
                      option("priority", "The one with the best output", "按输出优先级"),
                      option("first", "The first", "首个命中"),
                      option("rule_order", "All, in order", "全部（按规则顺序）"),
                      option("output_order", "All, best output first", "全部（按输出优先级）"),
                      option("collect", "All, collected", "汇集")}),
         KeyOf("aggregate", ValueType::Enum, "Collected into", "汇集方式")
             .when("hit_policy", {"collect"})
             .group("rules")
             .values({option("sum", "Sum", "求和"), option("count", "Count", "计数"), option("min", "Least", "最小"),
                      option("max", "Greatest", "最大")}),
         KeyOf("inputs", ValueType::Shape, "Inputs", "输入").elements("decision_input").required().group("content"),
         KeyOf("outputs", ValueType::Shape, "Outputs", "输出").elements("decision_output").required().group("content"),
         KeyOf("rules", ValueType::Shape, "Rules", "规则").elements("decision_rule").required().group("content"),
         KeyOf("tests", ValueType::Shape, "Tests", "测试").elements("decision_test").group("content"), wasKey(),
         noteKey()},
        {},
        {}};
}

void addDecision(Registry& registry)
{
    registry.kinds.push_back({"decision",
                              {"Decision", "决策表"},
                              {"Decisions", "决策表"},
                              {"Rules from inputs to outputs, called from any expression: discount(level, amount).",
                               "由输入得出输出的规则，可在任意表达式中调用：discount(level, amount)。"},
                              "decisions",
                              "",
                              "scoring",
                              "branch",
                              "decision"});
    for (Shape (*make)() : {decision, input, output, rule, test})
        registry.shapes.push_back(make());
}

} // namespace fw::schema
