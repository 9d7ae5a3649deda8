#include "model/schema/builder.h"

namespace fw::schema
{

static Shape navigationItem()
{
    return {
        "navigation_item",
        {"Navigation entry", "导航项"},
        {"One entry of the app's side bar.", "应用侧栏中的一项。"},
        {idKey(), labelKey(), KeyOf("icon", ValueType::Icon, "Icon", "图标").group("appearance"),
         KeyOf("view", ValueType::Reference, "Opens view", "打开视图").to(Target::View).group("content"),
         KeyOf("dashboard", ValueType::Reference, "Opens dashboard", "打开看板").to(Target::Dashboard).group("content"),
         KeyOf("form", ValueType::Reference, "Opens form", "打开表单").to(Target::Form).group("content"),
         KeyOf("inbox", ValueType::Bool, "Opens the task inbox", "打开待办").byDefault("false").group("content"),
         KeyOf("items", ValueType::Shape, "Entries", "下级项").elements("navigation_item").group("content"), noteKey()},
        {},
        {"view", "dashboard", "form", "inbox", "items"}};
}

static Shape setting()
{
    return {"setting",
            {"Setting", "设置项"},
            {"A value each installation gives the app; expressions read it as settings.<id>.",
             "每个安装环境自行填写的值，表达式用 settings.<标识> 读取。"},
            {idKey(),
             KeyOf("type", ValueType::Enum, "Type", "类型")
                 .required()
                 .group("general")
                 .values({option("text", "Text", "文本"), option("number", "Number", "数字"),
                          option("yes_no", "Yes or no", "是/否"), option("date", "Date", "日期"),
                          option("duration", "Duration", "时长"), option("user", "User", "用户"),
                          option("email", "E-mail", "邮箱")}),
             labelKey(), KeyOf("default", ValueType::Literal, "Default", "默认值").typedBy({}, "type").group("data"),
             noteKey()},
            "type",
            {}};
}

static Shape consent()
{
    return {"consent",
            {"Consent purpose", "同意用途"},
            {"What a person agrees to before behaviour is stored.", "收集行为数据前需征得同意的用途。"},
            {idKey(), labelKey(),
             KeyOf("retention", ValueType::Duration, "Kept for", "保留时长")
                 .help("Events of this purpose are erased after this time.", "该用途的事件在此时长后删除。")
                 .group("data"),
             noteKey()},
            {},
            {}};
}

static Shape root()
{
    return {"app",
            {"App", "应用"},
            {},
            {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"),
             KeyOf("format", ValueType::Integer, "Format", "格式版本")
                 .required()
                 .group("general")
                 .help("Version of the definition format.", "定义文件的格式版本。"),
             idKey(), labelKey(),
             KeyOf("languages", ValueType::Language, "Languages", "语言")
                 .list()
                 .byDefault("en")
                 .group("general")
                 .help("Languages the app speaks; the first is the fallback.", "应用支持的语言，第一个为后备语言。")
                 .values({option("en", "English", "英语"), option("zh", "Chinese", "中文")}),
             KeyOf("timezone", ValueType::TimeZone, "Time zone", "时区")
                 .byDefault("UTC")
                 .group("general")
                 .help("Days, months and office hours are counted in this zone.", "日、月与工作时间均按此时区计算。"),
             KeyOf("currency", ValueType::Currency, "Currency", "货币").byDefault("CNY").group("general"),
             KeyOf("navigation", ValueType::Shape, "Navigation", "导航")
                 .elements("navigation_item")
                 .group("content")
                 .help("What people can open, in this order. Left out: every view and dashboard.",
                       "使用者可以打开的内容及其顺序；不写则为全部视图与看板。"),
             KeyOf("settings", ValueType::Shape, "Settings", "设置").elements("setting").group("content"),
             KeyOf("consents", ValueType::Shape, "Consent purposes", "同意用途").elements("consent").group("content"),
             KeyOf("retired", ValueType::Shape, "Retired files", "已停用").rows("retired_file").group("notes"),
             KeyOf("description", ValueType::LocalText, "Description", "简介")
                 .help("One sentence that says what the app is for; the start page shows it.",
                       "一句话说明应用的用途，显示在起始页。")
                 .group("general"),
             noteKey()},
            {},
            {}};
}

void addApp(Registry& registry)
{
    registry.kinds.push_back({"app",
                              {"App", "应用"},
                              {"App", "应用"},
                              {"Name, languages, time zone and navigation.", "名称、语言、时区与导航。"},
                              "",
                              "app.yaml",
                              "data",
                              "app",
                              "app"});
    registry.shapes.push_back(root());
    registry.shapes.push_back(navigationItem());
    registry.shapes.push_back(setting());
    registry.shapes.push_back(consent());
    registry.shapes.push_back({"retired_file",
                               {"Retired file", "已停用文件"},
                               {"A deleted table; its rows stay until purged.", "已删除的表，数据在清除前保留。"},
                               {idKey(), KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general")},
                               {},
                               {}});
}

} // namespace fw::schema
