#include "model/schema/builder.h"

namespace fw::schema
{

static Shape formPart()
{
    const From table = rootKey("table");
    return {"form_part",
            {"Form part", "表单元素"},
            {},
            {idKey(), KeyOf("field", ValueType::Reference, "Field", "字段").to(Target::Field, table).group("content"),
             KeyOf("section", ValueType::Shape, "Section", "分组").map("form_section").group("content"),
             KeyOf("caption", ValueType::LocalText, "Text", "说明文字").group("content"),
             KeyOf("sub_table", ValueType::Reference, "Sub-table", "子表")
                 .to(Target::RelationTo, table)
                 .group("content")
                 .help("Related records edited inside this form: order.customer.",
                       "在本表单内编辑的关联记录，如 order.customer。"),
             KeyOf("columns", ValueType::Reference, "Columns", "列")
                 .list()
                 .to(Target::Field, from(From::Where::Rollup, "sub_table"))
                 .with("sub_table")
                 .group("content")
                 .help("Default: the fields that are not hidden.", "默认显示未隐藏的字段。"),
             KeyOf("label", ValueType::LocalText, "Label", "名称")
                 .group("appearance")
                 .with("field")
                 .help("Default: the field's label.", "默认使用字段名称。"),
             KeyOf("help", ValueType::LocalText, "Help", "帮助").group("appearance").with("field"),
             KeyOf("width", ValueType::Integer, "Width", "宽度")
                 .byDefault("12")
                 .between(1, 12)
                 .group("appearance")
                 .help("Columns of twelve.", "占 12 列中的几列。"),
             KeyOf("visible", ValueType::Expression, "Visible when", "显示条件")
                 .scope(withMe(over(table, Expected::Boolean)))
                 .group("behaviour"),
             KeyOf("read_only", ValueType::Expression, "Read-only when", "只读条件")
                 .scope(withMe(over(table, Expected::Boolean)))
                 .with("field")
                 .group("behaviour"),
             KeyOf("required", ValueType::Expression, "Required when", "必填条件")
                 .scope(withMe(over(table, Expected::Boolean)))
                 .with("field")
                 .group("behaviour"),
             KeyOf("parts", ValueType::Shape, "Parts", "内容").elements("form_part").with("section").group("content"),
             noteKey()},
            {},
            {"field", "section", "caption", "sub_table"}};
}

void addForm(Registry& registry)
{
    registry.kinds.push_back({"form",
                              {"Form", "表单"},
                              {"Forms", "表单"},
                              {"How a record is entered and edited.", "记录的录入与编辑界面。"},
                              "forms",
                              "",
                              "forms",
                              "form",
                              "form"});
    registry.shapes.push_back(
        {"form",
         {"Form", "表单"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("table", ValueType::Reference, "Table", "数据表").to(Target::Table).required().group("general"),
          KeyOf("parts", ValueType::Shape, "Parts", "内容").elements("form_part").required().group("content"),
          noteKey()},
         {},
         {}});
    registry.shapes.push_back(formPart());
    registry.shapes.push_back({"form_section",
                               {"Section", "分组"},
                               {},
                               {labelKey(), KeyOf("help", ValueType::LocalText, "Help", "帮助").group("general")},
                               {},
                               {}});
}

void addView(Registry& registry)
{
    const From table = rootKey("table");
    registry.kinds.push_back({"view",
                              {"View", "视图"},
                              {"Views", "视图"},
                              {"A list of records and the page of each.", "记录列表及其详情页。"},
                              "views",
                              "",
                              "forms",
                              "view",
                              "view"});
    registry.shapes.push_back(
        {"view",
         {"View", "视图"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("type", ValueType::Enum, "Type", "类型")
              .values({option("list", "List", "列表", "list")})
              .byDefault("list")
              .group("general"),
          KeyOf("table", ValueType::Reference, "Table", "数据表").to(Target::Table).required().group("general"),
          KeyOf("form", ValueType::Reference, "Form", "表单")
              .to(Target::Form)
              .group("general")
              .help("Opens a record. Default: a form made from the fields.", "用于打开记录，默认按字段自动生成。"),
          KeyOf("filter", ValueType::Expression, "Only records where", "筛选条件")
              .scope(withMe(over(table, Expected::Boolean)))
              .group("data"),
          KeyOf("columns", ValueType::Shape, "Columns", "列").elements("view_column").group("content"),
          KeyOf("sort", ValueType::Shape, "Sort by", "排序").rows("sort_key").group("data"),
          KeyOf("search", ValueType::Reference, "Search in", "搜索字段").list().to(Target::Field, table).group("data"),
          KeyOf("related", ValueType::Reference, "Related lists", "关联列表")
              .list()
              .to(Target::RelationTo, table)
              .group("content")
              .help("Shown on the record's page: order.customer.", "在详情页显示的关联记录，如 order.customer。"),
          KeyOf("timeline", ValueType::Bool, "Behaviour timeline", "行为时间线").byDefault("false").group("content"),
          noteKey()},
         "type",
         {}});
    registry.shapes.push_back({"view_column",
                               {"Column", "列"},
                               {},
                               {idKey(),
                                KeyOf("field", ValueType::Reference, "Field", "字段")
                                    .to(Target::FieldPath, table)
                                    .required()
                                    .group("content"),
                                labelKey(),
                                KeyOf("width", ValueType::Integer, "Width", "宽度")
                                    .between(40, 1000)
                                    .group("appearance")
                                    .help("In pixels; default by content.", "像素，默认按内容。"),
                                noteKey()},
                               {},
                               {}});
    registry.shapes.push_back(
        {"sort_key",
         {"Sort key", "排序项"},
         {},
         {KeyOf("field", ValueType::Reference, "Field", "字段")
              .to(Target::FieldPath, table)
              .required()
              .group("content"),
          KeyOf("descending", ValueType::Bool, "Descending", "降序").byDefault("false").group("content")},
         {},
         {}});
}

} // namespace fw::schema
