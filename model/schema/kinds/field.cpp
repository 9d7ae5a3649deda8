#include "model/schema/builder.h"

namespace fw::schema
{

static std::vector<EnumValue> fieldTypes()
{
    return {
        option("text", "Text", "单行文本", "text", "One line of text.", "一行文字。"),
        option("long_text", "Long text", "多行文本", "long_text", "Several lines of text.", "多行文字。"),
        option("rich_text", "Rich text", "富文本", "rich_text", "Text with headings, lists, links and emphasis.",
               "带标题、列表、链接和强调的文字。"),
        option("number", "Number", "数字", "number", "An exact number.", "精确数字。"),
        option("money", "Money", "金额", "money", "An amount in a currency.", "带货币的金额。"),
        option("percent", "Percent", "百分比", "percent", "A share, 25 meaning 25 %.", "比例，25 表示 25%。"),
        option("rating", "Rating", "星级", "rating", "A number of stars.", "若干颗星。"),
        option("date", "Date", "日期", "date", "A day.", "某一天。"),
        option("time", "Time of day", "时刻", "time", "A time of day.", "一天中的时刻。"),
        option("datetime", "Date and time", "日期时间", "datetime", "An instant, shown in the app's zone.",
               "时间点，按应用时区显示。"),
        option("duration", "Duration", "时长", "duration", "A span of time.", "一段时间。"),
        option("date_range", "Date range", "日期范围", "date_range", "From one day to another, both included.",
               "从某天到某天，含首尾两天。"),
        option("choice", "Choice", "单选", "choice", "One of several options.", "从若干选项中选一个。"),
        option("multi_choice", "Several choices", "多选", "multi_choice", "Any number of options.", "可选多个选项。"),
        option("tags", "Tags", "标签", "tags", "Any words, several of them.", "任意多个词语。"),
        option("yes_no", "Yes or no", "是/否", "yes_no", "A switch.", "开关。"),
        option("phone", "Phone", "电话", "phone", "A phone number, compared in normal form.",
               "电话号码，按规范形式比对。"),
        option("email", "E-mail", "邮箱", "email", "An e-mail address.", "电子邮箱。"),
        option("url", "Web address", "网址", "url", "A link.", "链接。"),
        option("id_number", "ID number", "身份证号", "id_number", "A mainland identity number, its check digit tested.",
               "中国大陆居民身份证号，校验末位校验码。"),
        option("region", "Administrative region", "行政区划", "region", "Province, city, district.", "省、市、区县。"),
        option("barcode", "Barcode", "条码", "barcode", "The text of a bar code or QR code.", "条形码或二维码的内容。"),
        option("location", "Location", "位置", "location", "A place on the map: latitude and longitude.",
               "地图上的一点：纬度与经度。"),
        option("json", "Data (JSON)", "数据（JSON）", "json", "Structured data of another system.",
               "来自其他系统的结构化数据。"),
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

static std::vector<EnumValue> symbologies()
{
    return {option("any", "Any", "不限"),
            option("qr", "QR code", "二维码"),
            option("ean13", "EAN-13", "EAN-13 条码"),
            option("ean8", "EAN-8", "EAN-8 条码"),
            option("upc_a", "UPC-A", "UPC-A 条码"),
            option("itf14", "ITF-14", "ITF-14 条码"),
            option("code39", "Code 39", "Code 39 条码"),
            option("code128", "Code 128", "Code 128 条码")};
}

static std::vector<EnumValue> regionDepths()
{
    return {option("province", "Province", "省级"), option("city", "City", "地级"),
            option("district", "District", "县级")};
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
        KeyOf("capitals", ValueType::Bool, "In capital numerals", "大写金额")
            .byDefault("false")
            .when("type", {"money"})
            .group("appearance")
            .help("Also shows the amount in Chinese capital numerals, as cheques do.",
                  "同时显示大写金额，如：壹佰元整。"),
        KeyOf("stars", ValueType::Integer, "Stars", "星数")
            .byDefault("5")
            .between(3, 10)
            .when("type", {"rating"})
            .group("data"),
        KeyOf("format", ValueType::Enum, "Kind of code", "码制")
            .values(symbologies())
            .byDefault("any")
            .when("type", {"barcode"})
            .group("data")
            .help("Decides which characters are allowed and how the check digit is tested.",
                  "决定允许的字符以及校验位的检查方式。"),
        KeyOf("depth", ValueType::Enum, "Down to", "精确到")
            .values(regionDepths())
            .byDefault("district")
            .when("type", {"region"})
            .group("data"),
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
    QStringList written;
    for (const EnumValue& type : fieldTypes())
        if (!QStringList{"rollup", "computed", "score"}.contains(type.id))
            written << type.id;
    QStringList unique = written; // equality of the others is no sensible test
    for (const char* type : {"rich_text", "location", "json", "tags"})
        unique.removeAll(QString::fromLatin1(type));
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
            .when("type", unique)
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
            .when("type", {"text", "phone", "email", "id_number"})
            .group("rules")
            .help("What people without the right to the full value see.", "无权查看完整值的人看到的形式。"),
        wasKey(),
        noteKey()};
    keys.insert(keys.end(), own.begin(), own.end());
    return {"field", {"Field", "字段"}, {}, std::move(keys), "type", {}};
}

static Shape propertyShape()
{
    std::vector<EnumValue> types;
    for (const EnumValue& type : fieldTypes())
        if (!QStringList{"user", "relation", "rollup", "computed", "score", "rich_text", "json"}.contains(type.id))
            types.push_back(type);
    std::vector<Key> keys = valueKeys(std::move(types));
    keys.push_back(wasKey());
    keys.push_back(noteKey());
    return {"property", {"Property", "属性"}, {}, std::move(keys), "type", {}};
}

void addFields(Registry& registry)
{
    registry.shapes.push_back(fieldShape());
    registry.shapes.push_back(optionShape());
    registry.shapes.push_back(propertyShape());
}

} // namespace fw::schema
