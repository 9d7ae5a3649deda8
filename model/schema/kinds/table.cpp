#include "model/schema/builder.h"

namespace fw::schema
{

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
    registry.shapes.push_back(ruleShape());
    addFields(registry);
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
