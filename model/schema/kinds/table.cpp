#include "model/schema/builder.h"

namespace fw::schema
{

static std::vector<EnumValue> fieldTypes()
{
    return {
        option("text", "Text", "单行文本", "text", "One line of text.", "一行文字。"),
        option("long_text", "Long text", "多行文本", "long_text", "Several lines of text.", "多行文字。"),
        option("number", "Number", "数字", "number", "An exact number.", "精确数字。"),
        option("money", "Money", "金额", "money", "An amount in a currency.", "带货币的金额。"),
        option("percent", "Percent", "百分比", "percent", "A share, 25 meaning 25 %.", "比例，25 表示 25%。"),
        option("date", "Date", "日期", "date", "A day.", "某一天。"),
        option("time", "Time of day", "时刻", "time", "A time of day.", "一天中的时刻。"),
        option("datetime", "Date and time", "日期时间", "datetime", "An instant, shown in the app's zone.",
               "时间点，按应用时区显示。"),
        option("duration", "Duration", "时长", "duration", "A span of time.", "一段时间。"),
        option("choice", "Choice", "单选", "choice", "One of several options.", "从若干选项中选一个。"),
        option("multi_choice", "Several choices", "多选", "multi_choice", "Any number of options.", "可选多个选项。"),
        option("yes_no", "Yes or no", "是/否", "yes_no", "A switch.", "开关。"),
        option("phone", "Phone", "电话", "phone", "A phone number, compared in normal form.",
               "电话号码，按规范形式比对。"),
        option("email", "E-mail", "邮箱", "email", "An e-mail address.", "电子邮箱。"),
        option("url", "Web address", "网址", "url", "A link.", "链接。"),
        option("user", "User", "用户", "user", "A person who uses the app.", "应用的使用者。"),
        option("relation", "Relation", "关联", "relation", "A record of another table.", "另一张表的记录。"),
        option("rollup", "Rollup", "汇总", "rollup", "A figure over related records.", "由关联记录汇总得出。"),
        option("computed", "Computed", "公式", "computed", "A value computed from other fields.",
               "由其他字段计算得出。"),
        option("score", "Score", "评分", "score", "The total of a scoring table, with its stage and band.",
               "评分表的总分，含阶段与等级。")};
}

/// Literal result types of a computed field.
static std::vector<EnumValue> resultTypes()
{
    return {option("text", "Text", "文本"),         option("number", "Number", "数字"),
            option("money", "Money", "金额"),       option("percent", "Percent", "百分比"),
            option("date", "Date", "日期"),         option("datetime", "Date and time", "日期时间"),
            option("duration", "Duration", "时长"), option("yes_no", "Yes or no", "是/否")};
}

static QStringList numeric()
{
    return {"number", "money", "percent", "computed", "rollup"};
}

/// Keys a table's field and an event's property share.
static std::vector<Key> valueKeys(std::vector<EnumValue> types)
{
    return {
        idKey(),
        KeyOf("type", ValueType::Enum, "Type", "类型").values(std::move(types)).required().group("general"),
        labelKey(),
        KeyOf("help", ValueType::LocalText, "Help", "帮助")
            .help("A sentence shown under the field.", "显示在字段下方的提示。")
            .group("general"),
        KeyOf("decimals", ValueType::Integer, "Decimals", "小数位")
            .byDefault("2")
            .between(0, 8)
            .when("type", numeric())
            .group("data"),
        KeyOf("currency", ValueType::Currency, "Currency", "货币")
            .when("type", {"money"})
            .group("data")
            .help("Default: the app's currency.", "默认使用应用的货币。"),
        KeyOf("options", ValueType::Shape, "Options", "选项")
            .elements("option")
            .shorthand("id")
            .required()
            .when("type", {"choice", "multi_choice"})
            .group("data"),
    };
}

static Shape optionShape()
{
    return {"option", {"Option", "选项"}, {}, {idKey(), labelKey(), colorKey(), wasKey(), noteKey()}, {}, {}};
}

static Shape fieldShape()
{
    const QStringList written = {"text",  "long_text", "number",   "money",  "percent",      "date",
                                 "time",  "datetime",  "duration", "choice", "multi_choice", "yes_no",
                                 "phone", "email",     "url",      "user",   "relation"};
    std::vector<Key> keys = valueKeys(fieldTypes());
    const std::vector<Key> own = {
        KeyOf("to", ValueType::Reference, "Related table", "关联表")
            .to(Target::Table)
            .required()
            .when("type", {"relation"})
            .group("data"),
        KeyOf("inverse", ValueType::Text, "Name of the other side", "反向名称")
            .when("type", {"relation"})
            .group("data")
            .help("How the other table names these records in expressions: order[amount > 100]. Default: this table's "
                  "id.",
                  "另一张表在表达式中引用这些记录的名称，如 order[amount > 100]。默认为本表标识。"),
        KeyOf("of", ValueType::Reference, "Records", "汇总记录")
            .to(Target::RelationTo, thisFile())
            .required()
            .when("type", {"rollup"})
            .group("data")
            .help("The relation that leads here: order.customer.", "指向本表的关联字段，如 order.customer。"),
        KeyOf("result", ValueType::Enum, "Result", "结果类型")
            .values(resultTypes())
            .required()
            .when("type", {"computed"})
            .group("data"),
        KeyOf("value", ValueType::Expression, "Formula", "公式")
            .scope(over(from(From::Where::Rollup), Expected::TypedBy))
            .required()
            .when("type", {"computed", "rollup"})
            .group("data")
            .help("Computed: over this record. Rollup: sum(…), count(), min(…), max(…), avg(…) over the related ones.",
                  "公式字段：基于本记录计算。汇总字段：对关联记录求 sum(…)、count()、min(…)、max(…)、avg(…)。"),
        KeyOf("where", ValueType::Expression, "Only records where", "仅统计")
            .scope(over(from(From::Where::Rollup), Expected::Boolean))
            .when("type", {"rollup"})
            .group("data"),
        KeyOf("scoring", ValueType::Reference, "Scoring table", "评分表")
            .to(Target::Scoring)
            .required()
            .when("type", {"score"})
            .group("data"),
        KeyOf("required", ValueType::Bool, "Required", "必填").byDefault("false").when("type", written).group("rules"),
        KeyOf("unique", ValueType::Bool, "Unique", "唯一")
            .byDefault("false")
            .when("type", written)
            .group("rules")
            .help("No two records may have the same value.", "不允许两条记录的值相同。"),
        KeyOf("default", ValueType::Value, "Default", "默认值")
            .scope(withMe(over(thisFile(), Expected::TypedBy)))
            .typedBy(thisFile(), "type")
            .when("type", written)
            .group("data"),
        KeyOf("hidden", ValueType::Bool, "Hidden", "隐藏")
            .byDefault("false")
            .group("appearance")
            .help("Not offered in forms and lists.", "不在表单和列表中出现。"),
        KeyOf("mask", ValueType::Enum, "Mask", "脱敏")
            .values({option("middle", "Hide the middle", "隐藏中间")})
            .when("type", {"text", "phone", "email"})
            .group("rules")
            .help("What people without the right to the full value see.", "无权查看完整值的人看到的形式。"),
        wasKey(),
        noteKey()};
    keys.insert(keys.end(), own.begin(), own.end());
    return {"field", {"Field", "字段"}, {}, std::move(keys), "type", {}};
}

static Shape ruleShape()
{
    return {"rule",
            {"Validation rule", "校验规则"},
            {"Must not be false when a record is saved.", "保存记录时不得为“否”。"},
            {idKey(),
             KeyOf("check", ValueType::Expression, "Must hold", "须满足")
                 .scope(over(thisFile(), Expected::Boolean))
                 .required()
                 .group("data"),
             KeyOf("text", ValueType::LocalText, "Message", "提示文字").required().group("data"), noteKey()},
            {},
            {}};
}

static Shape propertyShape()
{
    std::vector<EnumValue> types;
    for (const EnumValue& type : fieldTypes())
        if (!QStringList{"user", "relation", "rollup", "computed", "score"}.contains(type.id))
            types.push_back(type);
    std::vector<Key> keys = valueKeys(std::move(types));
    keys.push_back(wasKey());
    keys.push_back(noteKey());
    return {"property", {"Property", "属性"}, {}, std::move(keys), "type", {}};
}

void addTable(Registry& registry)
{
    registry.kinds.push_back({"table",
                              {"Table", "数据表"},
                              {"Data", "数据"},
                              {"Records of one sort: customers, orders.", "同一类记录，如客户、订单。"},
                              "tables",
                              "",
                              "data",
                              "table",
                              "table"});
    registry.shapes.push_back(
        {"table",
         {"Table", "数据表"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("title", ValueType::Expression, "Title of a record", "记录标题")
              .scope(over(thisFile(), Expected::Text))
              .group("data")
              .help("What a record is called in lists and links.", "记录在列表和链接中显示的名称。"),
          KeyOf("person", ValueType::Bool, "Records are persons", "记录是人")
              .byDefault("false")
              .group("data")
              .help("Behaviour events find these records by their identities. One table per app.",
                    "行为事件按身份找到这些记录。每个应用一张表。"),
          KeyOf("interaction", ValueType::Bool, "Counts as interaction", "计为互动")
              .byDefault("true")
              .group("data")
              .help("A new record of this table ends a person's silence.", "新增记录会终止客户的沉默期。"),
          KeyOf("identity", ValueType::Reference, "Identities", "身份字段")
              .list()
              .to(Target::Field, thisFile(), {"text", "phone", "email"})
              .group("data")
              .help("Fields by which two records are known to be the same.", "用于判断两条记录是否为同一对象的字段。"),
          KeyOf("duplicates", ValueType::Enum, "On a duplicate", "遇到重复")
              .byDefault("merge")
              .with("identity")
              .group("data")
              .values({option("merge", "Merge into the existing record", "合并到已有记录"),
                       option("refuse", "Refuse", "拒绝")}),
          KeyOf("owner", ValueType::Reference, "Owner field", "负责人字段")
              .to(Target::Field, thisFile(), {"user"})
              .group("data")
              .help("Whose record it is, for roles that see their own. Default: a user field named owner, else who "
                    "created it.",
                    "记录归谁所有，供“仅本人”权限使用。默认为名为 owner 的用户字段，否则为创建者。"),
          KeyOf("fields", ValueType::Shape, "Fields", "字段").elements("field").required().group("content"),
          KeyOf("validate", ValueType::Shape, "Validation rules", "校验规则").elements("rule").group("content"),
          KeyOf("retired", ValueType::Shape, "Retired fields", "已停用字段")
              .elements("field")
              .group("notes")
              .help("Deleted fields; their values stay until purged and can be restored.",
                    "已删除的字段，数据在清除前保留，可恢复。"),
          wasKey(), noteKey()},
         {},
         {}});
    registry.shapes.push_back(fieldShape());
    registry.shapes.push_back(optionShape());
    registry.shapes.push_back(ruleShape());
    registry.shapes.push_back(propertyShape());
}

void addEvent(Registry& registry)
{
    registry.kinds.push_back(
        {"event",
         {"Event", "事件"},
         {"Events", "事件"},
         {"A behaviour that is collected: a page viewed, an order paid.", "要采集的行为，如浏览页面、付款。"},
         "events",
         "",
         "data",
         "event",
         "event"});
    registry.shapes.push_back(
        {"event",
         {"Event", "事件"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("interaction", ValueType::Bool, "Counts as interaction", "计为互动")
              .byDefault("true")
              .group("data")
              .help("Ends a person's silence.", "会终止客户的沉默期。"),
          KeyOf("purpose", ValueType::Reference, "Consent purpose", "同意用途")
              .to(Target::Consent)
              .group("data")
              .help("Without this consent the event is not stored.", "未获该用途同意时不保存事件。"),
          KeyOf("creates", ValueType::Reference, "Creates a record in", "自动建档到")
              .to(Target::Table)
              .group("data")
              .help("An event of an unknown person makes a record there.", "未知身份的事件会在该表新建记录。"),
          KeyOf("properties", ValueType::Shape, "Properties", "属性").elements("property").group("content"), wasKey(),
          noteKey()},
         {},
         {}});
}

} // namespace fw::schema
