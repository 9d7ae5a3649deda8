#include "model/schema/builder.h"

namespace fw::schema
{

static Shape tile()
{
    const From source = from(From::Where::Source);
    const QStringList counted = {"kpi", "bar", "line", "pie", "table"};
    const QStringList grouped = {"bar", "line", "pie", "table"};
    return {
        "tile",
        {"Tile", "图表"},
        {},
        {idKey(),
         KeyOf("type", ValueType::Enum, "Type", "类型")
             .required()
             .group("general")
             .values({option("kpi", "Figure", "指标", "kpi"), option("bar", "Bars", "柱状图", "bar"),
                      option("line", "Line", "折线图", "line"), option("pie", "Pie", "饼图", "pie"),
                      option("table", "Table", "表格", "table"), option("funnel", "Funnel", "漏斗", "funnel")}),
         labelKey(),
         KeyOf("width", ValueType::Integer, "Width", "宽度")
             .between(1, 12)
             .group("appearance")
             .help("Columns of twelve; default by type.", "占 12 列中的几列，默认按类型。"),
         KeyOf("from", ValueType::Reference, "From", "数据来源")
             .to(Target::Source)
             .required()
             .when("type", counted)
             .group("data")
             .help("A table, event.<id>, or task, message, score_change.",
                   "数据表、event.<标识>，或 task、message、score_change。"),
         KeyOf("where", ValueType::Expression, "Only where", "筛选条件")
             .scope(over(source, Expected::Boolean))
             .when("type", counted)
             .group("data"),
         KeyOf("by", ValueType::Reference, "Grouped by", "分组")
             .to(Target::FieldPath, source)
             .when("type", grouped)
             .group("data"),
         KeyOf("split", ValueType::Reference, "Split by", "拆分")
             .to(Target::FieldPath, source)
             .when("type", {"bar", "line", "table", "funnel"})
             .group("data"),
         KeyOf("value", ValueType::Expression, "Value", "数值")
             .scope(over(source, Expected::Aggregate))
             .required()
             .when("type", counted)
             .group("data")
             .help("count(), sum(amount), avg(amount), min(…), max(…), and arithmetic of these.",
                   "count()、sum(amount)、avg(amount)、min(…)、max(…) 及其四则运算。"),
         KeyOf("columns", ValueType::Shape, "More values", "更多数值")
             .elements("tile_column")
             .when("type", {"table"})
             .group("data"),
         KeyOf("at", ValueType::Reference, "Time", "时间字段")
             .to(Target::FieldPath, source, {"date", "datetime"})
             .when("type", counted)
             .group("data"),
         KeyOf("every", ValueType::Enum, "Every", "时间粒度")
             .values({option("day", "Day", "日"), option("week", "Week", "周"), option("month", "Month", "月")})
             .when("type", {"bar", "line", "table"})
             .group("data"),
         KeyOf("period", ValueType::Enum, "Period", "时间范围")
             .byDefault("all")
             .group("data")
             .when("type", {"kpi", "bar", "line", "pie", "table", "funnel"})
             .values({option("all", "All", "全部"), option("today", "Today", "今天"),
                      option("this_week", "This week", "本周"), option("this_month", "This month", "本月"),
                      option("this_quarter", "This quarter", "本季度"), option("this_year", "This year", "今年"),
                      option("last_7_days", "Last 7 days", "最近 7 天"),
                      option("last_30_days", "Last 30 days", "最近 30 天"),
                      option("last_90_days", "Last 90 days", "最近 90 天")}),
         KeyOf("compare", ValueType::Enum, "Compare with", "对比")
             .when("type", {"kpi"})
             .group("data")
             .values({option("previous_period", "Period before", "上一周期"),
                      option("previous_month", "Month before", "上月"),
                      option("previous_year", "Year before", "去年同期")}),
         KeyOf("target", ValueType::Decimal, "Target", "目标").when("type", {"kpi"}).group("data"),
         KeyOf("alert", ValueType::Shape, "Alert", "预警").map("tile_alert").when("type", {"kpi"}).group("data"),
         KeyOf("decimals", ValueType::Integer, "Decimals", "小数位").between(0, 8).group("appearance"),
         KeyOf("unit", ValueType::Text, "Unit", "单位").group("appearance"),
         KeyOf("limit", ValueType::Integer, "At most", "最多分组").between(1, 1000).when("type", grouped).group("data"),
         KeyOf("drill", ValueType::Reference, "Drill down by", "下钻")
             .list()
             .to(Target::FieldPath, source)
             .when("type", counted)
             .group("data"),
         KeyOf("steps", ValueType::Shape, "Steps", "步骤")
             .elements("funnel_step")
             .required()
             .when("type", {"funnel"})
             .group("content"),
         KeyOf("within", ValueType::Duration, "Within", "转化窗口").when("type", {"funnel"}).group("data"),
         noteKey()},
        "type",
        {}};
}

void addDashboard(Registry& registry)
{
    registry.kinds.push_back({"dashboard",
                              {"Dashboard", "看板"},
                              {"Dashboards", "看板"},
                              {"Figures and charts over live data.", "基于实时数据的指标与图表。"},
                              "dashboards",
                              "",
                              "dashboards",
                              "dashboard",
                              "dashboard"});
    registry.shapes.push_back(
        {"dashboard",
         {"Dashboard", "看板"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("tiles", ValueType::Shape, "Tiles", "图表").elements("tile").required().group("content"), noteKey()},
         {},
         {}});
    registry.shapes.push_back(tile());
    registry.shapes.push_back(
        {"tile_column",
         {"Value", "数值"},
         {},
         {idKey(), labelKey(),
          KeyOf("value", ValueType::Expression, "Value", "数值")
              .scope(over(from(From::Where::Source), Expected::Aggregate))
              .required()
              .group("data"),
          KeyOf("decimals", ValueType::Integer, "Decimals", "小数位").between(0, 8).group("appearance"), noteKey()},
         {},
         {}});
    registry.shapes.push_back({"tile_alert",
                               {"Alert", "预警"},
                               {},
                               {KeyOf("below", ValueType::Decimal, "Below", "低于").group("data"),
                                KeyOf("above", ValueType::Decimal, "Above", "高于").group("data")},
                               {},
                               {}});
    registry.shapes.push_back(
        {"funnel_step",
         {"Funnel step", "漏斗步骤"},
         {},
         {idKey(), labelKey(),
          KeyOf("event", ValueType::Reference, "Event", "事件").to(Target::Event).required().group("data"),
          KeyOf("when", ValueType::Expression, "Condition", "条件")
              .scope(withEvent(over(from(From::Where::Person), Expected::Boolean), sibling("event")))
              .group("data"),
          noteKey()},
         {},
         {}});
}

} // namespace fw::schema
