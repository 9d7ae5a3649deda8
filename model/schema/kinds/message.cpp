#include "model/schema/builder.h"

namespace fw::schema
{

void addMessage(Registry& registry)
{
    const ExpressionScope scope = withWorkflowEvent(over(from(From::Where::MessageFor), Expected::Text));
    registry.kinds.push_back({"message",
                              {"Message", "消息模板"},
                              {"Messages", "消息模板"},
                              {"A text that workflows send.", "流程发送的文字。"},
                              "messages",
                              "",
                              "workflows",
                              "message",
                              "message"});
    registry.shapes.push_back(
        {"message",
         {"Message", "消息模板"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"), idKey(), labelKey(),
          KeyOf("for", ValueType::Reference, "About a record of", "关于")
              .to(Target::Table)
              .group("general")
              .help("Whose fields the text may use. Default: the table of persons.",
                    "文字中可使用哪张表的字段，默认为“人”所在的表。"),
          KeyOf("subject", ValueType::LocalTemplate, "Subject", "主题").scope(scope).group("content"),
          KeyOf("text", ValueType::LocalTemplate, "Text", "正文").scope(scope).required().group("content"),
          KeyOf("format", ValueType::Enum, "Format", "格式")
              .byDefault("text")
              .values({option("text", "Plain text", "纯文本"), option("markdown", "Markdown", "Markdown 文本")})
              .group("content")
              .help("Chat robots show Markdown; other channels send the text as it is.",
                    "群机器人按 Markdown 显示，其他渠道原样发送。"),
          KeyOf("template", ValueType::Text, "SMS template", "短信模板编号")
              .group("content")
              .help(
                  "The provider's id of the approved text, such as SMS_123456. The text above is what people see here.",
                  "短信平台已审核模板的编号，如 SMS_123456；上面的正文仅供本系统内查看。"),
          KeyOf("values", ValueType::Shape, "Values of the template", "模板变量")
              .rows("message_value")
              .with("template")
              .group("content")
              .help("In the order of the template's placeholders.", "按模板占位符的顺序填写。"),
          wasKey(), noteKey()},
         {},
         {}});
    registry.shapes.push_back(
        {"message_value",
         {"Value", "变量"},
         {},
         {KeyOf("name", ValueType::Text, "Name", "名称").required().group("content"),
          KeyOf("value", ValueType::LocalTemplate, "Value", "值").scope(scope).required().group("content")},
         {},
         {}});
}

/// What only some types of connectors have.
static std::vector<Key> channelKeys()
{
    const QStringList sms{"aliyun_sms", "tencent_sms"};
    return {
        KeyOf("sign_name", ValueType::Text, "Signature", "短信签名")
            .required()
            .when("type", sms)
            .group("general")
            .help("The approved signature in front of each SMS, without brackets.", "已审核的短信签名，不含括号。"),
        KeyOf("app_id", ValueType::Text, "Application id", "短信应用编号")
            .required()
            .when("type", {"tencent_sms"})
            .group("general")
            .help("SmsSdkAppId of the provider's console.", "短信控制台中的 SmsSdkAppId。"),
        KeyOf("region", ValueType::Text, "Region", "地域")
            .byDefault("ap-guangzhou")
            .when("type", {"tencent_sms"})
            .group("general"),
        KeyOf("timeout", ValueType::Duration, "Time limit", "超时")
            .byDefault("PT30S")
            .when("type",
                  {"http", "webhook", "wecom_robot", "dingtalk_robot", "feishu_robot", "aliyun_sms", "tencent_sms"})
            .group("behaviour")
            .help("How long one attempt may take, 1 second to 2 minutes.", "单次调用的最长时间，1 秒至 2 分钟。"),
        KeyOf("redirects", ValueType::Enum, "Redirects", "重定向")
            .byDefault("same_host")
            .values({option("none", "Not followed", "不跟随"),
                     option("same_host", "Within the same host", "仅限同一主机"),
                     option("any", "To any host", "任意主机")})
            .when("type", {"http"})
            .group("behaviour")
            .help("Only reading follows 301 to 303; other methods follow 307 and 308, which keep method and body. The "
                  "password stays with its host.",
                  "仅读取请求跟随 301–303，其他方法只跟随保留方法与请求体的 307、308；密钥不会发往其他主机。")};
}

void addConnectors(Registry& registry)
{
    registry.kinds.push_back({"connectors",
                              {"Connectors", "连接器"},
                              {"Connectors", "连接器"},
                              {"Ways out: mail, chat robots. Addresses and secrets belong to the installation.",
                               "对外渠道：邮件、群机器人等；地址与密钥属于安装环境。"},
                              "",
                              "connectors.yaml",
                              "roles",
                              "connector",
                              "connectors"});
    registry.shapes.push_back({"connectors",
                               {"Connectors", "连接器"},
                               {},
                               {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"),
                                KeyOf("connectors", ValueType::Shape, "Connectors", "连接器")
                                    .elements("connector")
                                    .required()
                                    .group("content"),
                                noteKey()},
                               {},
                               {}});
    registry.shapes.push_back(
        {"connector",
         {"Connector", "连接器"},
         {},
         {idKey(),
          KeyOf("type", ValueType::Enum, "Type", "类型")
              .required()
              .group("general")
              .values({option("smtp", "E-mail (SMTP)", "邮件（SMTP）", "mail"),
                       option("wecom_robot", "WeCom group robot", "企业微信群机器人", "robot"),
                       option("dingtalk_robot", "DingTalk group robot", "钉钉群机器人", "robot"),
                       option("feishu_robot", "Feishu group robot", "飞书群机器人", "robot"),
                       option("aliyun_sms", "SMS by Alibaba Cloud", "短信（阿里云）", "phone"),
                       option("tencent_sms", "SMS by Tencent Cloud", "短信（腾讯云）", "phone"),
                       option("webhook", "Webhook", "Webhook", "webhook"),
                       option("http", "HTTP service", "HTTP 服务", "webhook"),
                       option("file", "Files in a folder", "写入文件夹", "file")}),
          labelKey(),
          KeyOf("honours_key", ValueType::Bool, "Honours the message key", "支持去重键")
              .byDefault("false")
              .group("behaviour")
              .help("The receiver drops a message that comes twice with the same key, so it may "
                    "be sent again after a crash.",
                    "接收方会丢弃重复键的消息，因此崩溃后可安全重发。"),
          KeyOf("quiet", ValueType::Shape, "Quiet hours", "免打扰时段")
              .map("quiet_hours")
              .group("behaviour")
              .help("Messages of this time wait for its end.", "该时段内的消息顺延至结束后发送。"),
          KeyOf("open", ValueType::Reference, "Only in the hours of", "仅在工作时间发送")
              .to(Target::Calendar)
              .group("behaviour"),
          KeyOf("cap", ValueType::Shape, "At most per recipient", "每个收件人上限").map("allowance").group("behaviour"),
          KeyOf("rate", ValueType::Shape, "At most in all", "渠道发送上限")
              .map("allowance")
              .group("behaviour")
              .help("What comes on top waits its turn. Default of chat robots: what the vendor allows.",
                    "超出部分排队等候；群机器人默认取平台限额。"),
          noteKey()},
         "type",
         {}});
    std::vector<Key>& keys = registry.shapes.back().keys;
    const std::vector<Key> more = channelKeys();
    keys.insert(keys.begin() + 3, more.begin(), more.end());
    registry.shapes.push_back({"quiet_hours",
                               {"Quiet hours", "免打扰时段"},
                               {},
                               {KeyOf("from", ValueType::TimeOfDay, "From", "自").required().group("behaviour"),
                                KeyOf("to", ValueType::TimeOfDay, "To", "至").required().group("behaviour")},
                               {},
                               {}});
    registry.shapes.push_back(
        {"allowance",
         {"Limit", "上限"},
         {},
         {KeyOf("count", ValueType::Integer, "Messages", "条数").between(1, 1000000).required().group("behaviour"),
          KeyOf("within", ValueType::Duration, "Within", "时间窗口").required().group("behaviour")},
         {},
         {}});
}

void addRoles(Registry& registry)
{
    const std::vector<EnumValue> rows = {option("none", "None", "无"), option("own", "Own", "本人"),
                                         option("all", "All", "全部")};
    std::vector<EnumValue> seen = rows;
    seen.push_back(option("where", "Where …", "按条件"));
    const From table = from(From::Where::Parent, "table");
    registry.kinds.push_back({"roles",
                              {"Roles", "角色"},
                              {"Roles", "角色"},
                              {"Who may see and do what.", "谁可以查看和操作什么。"},
                              "",
                              "roles.yaml",
                              "roles",
                              "role",
                              "roles"});
    registry.shapes.push_back(
        {"roles",
         {"Roles", "角色"},
         {},
         {KeyOf("kind", ValueType::Text, "Kind", "种类").required().group("general"),
          KeyOf("roles", ValueType::Shape, "Roles", "角色").elements("role").required().group("content"), noteKey()},
         {},
         {}});
    registry.shapes.push_back(
        {"role",
         {"Role", "角色"},
         {},
         {idKey(), labelKey(),
          KeyOf("admin", ValueType::Bool, "All rights", "全部权限").byDefault("false").group("rules"),
          KeyOf("tables", ValueType::Shape, "Tables", "数据表权限").rows("table_right").group("rules"), wasKey(),
          noteKey()},
         {},
         {}});
    registry.shapes.push_back(
        {"table_right",
         {"Rights on a table", "数据表权限"},
         {},
         {KeyOf("table", ValueType::Reference, "Table", "数据表").to(Target::Table).required().group("rules"),
          KeyOf("see", ValueType::Enum, "See", "查看").values(seen).byDefault("none").group("rules"),
          KeyOf("where", ValueType::Expression, "Where", "条件")
              .scope(withMe(over(sibling("table"), Expected::Boolean)))
              .required()
              .when("see", {"where"})
              .group("rules"),
          KeyOf("create", ValueType::Bool, "Create", "新建").byDefault("false").group("rules"),
          KeyOf("change", ValueType::Enum, "Change", "修改").values(rows).byDefault("none").group("rules"),
          KeyOf("delete", ValueType::Enum, "Delete", "删除").values(rows).byDefault("none").group("rules"),
          KeyOf("export", ValueType::Bool, "Export", "导出").byDefault("false").group("rules"),
          KeyOf("import", ValueType::Bool, "Import", "导入").byDefault("false").group("rules"),
          KeyOf("fields", ValueType::Shape, "Fields", "字段权限").rows("field_right").group("rules")},
         {},
         {}});
    registry.shapes.push_back(
        {"field_right",
         {"Rights on a field", "字段权限"},
         {},
         {KeyOf("field", ValueType::Reference, "Field", "字段").to(Target::Field, table).required().group("rules"),
          KeyOf("see", ValueType::Enum, "See", "查看")
              .byDefault("yes")
              .values({option("yes", "Yes", "可见"), option("no", "No", "不可见"), option("mask", "Masked", "脱敏")})
              .group("rules"),
          KeyOf("change", ValueType::Enum, "Change", "修改")
              .byDefault("yes")
              .values({option("yes", "Yes", "可改"), option("no", "No", "不可改")})
              .group("rules")},
         {},
         {}});
}

} // namespace fw::schema
