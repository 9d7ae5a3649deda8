#include "model/schema/builder.h"

namespace fw::schema
{

Key idKey()
{
    return KeyOf("id", ValueType::Id, "Id", "标识")
        .help("Short ASCII name that other parts of the app use. It never changes by itself; use Rename.",
              "供应用其他部分引用的短英文名。创建后不再变动，如需修改请使用“重命名”。")
        .required()
        .group("general");
}

Key labelKey()
{
    return KeyOf("label", ValueType::LocalText, "Label", "名称")
        .help("What people see, in each language of the app.", "用户看到的名称，可为每种语言分别填写。")
        .group("general");
}

Key noteKey()
{
    return KeyOf("note", ValueType::Text, "Note", "备注")
        .help("A remark for the people who build the app.", "写给搭建者的说明，使用者看不到。")
        .group("notes");
}

Key wasKey()
{
    return KeyOf("was", ValueType::Text, "Former ids", "曾用标识")
        .list()
        .help("Ids this had before; stores follow the rename. Written by Rename.",
              "以前用过的标识，数据会随之迁移。由“重命名”写入。")
        .group("notes");
}

Key colorKey()
{
    return KeyOf("color", ValueType::Color, "Colour", "颜色")
        .help("A semantic colour; the theme decides the shade.", "语义颜色，具体色值由主题决定。")
        .group("appearance")
        .values({option("accent", "Accent", "主色"), option("success", "Green: success", "绿色：成功"),
                 option("warning", "Amber: attention", "琥珀色：注意"), option("error", "Red: problem", "红色：问题"),
                 option("info", "Blue: information", "蓝色：信息")});
}

} // namespace fw::schema
