#pragma once
#include "runtime/client/client.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimer>

#include <map>

/// A small CRM behind the Client interface, for tests of the view models and of the player's QML: it answers through the
/// event loop like a real one, checks a few rules, and remembers what it was asked.
class FakeClient : public fw::client::Client
{
public:
    struct Row {
        QString id;
        int version = 1;
        QJsonObject values;
    };

    explicit FakeClient(int customers = 12)
    {
        static const char* const names[] = {"Kaida", "Northwind", "王小明", "Blue Harbour", "恒信科技", "Li Na"};
        static const char* const states[] = {"new", "working", "high_intent", "won"};
        for (int i = 0; i < customers; ++i) {
            const QString name = QString::fromUtf8(names[i % 6]) + (i < 6 ? QString() : QStringLiteral(" %1").arg(i));
            m_customers.push_back({QStringLiteral("c%1").arg(i), 1,
                                   QJsonObject{{"name", name},
                                               {"phone", QStringLiteral("138%1").arg(i, 8, 10, QLatin1Char('0'))},
                                               {"status", states[i % 4]},
                                               {"source", i % 2 ? "expo" : "website"},
                                               {"owner", i % 3 ? "u2" : "u1"},
                                               {"orders_total", QStringLiteral("%1.50").arg(i * 1000)},
                                               {"intent", QString::number(145 - i * 7)},
                                               {"intent_band", 145 - i * 7 > 80 ? "hot" : "cold"},
                                               {"intent_stage", "decision"}}});
        }
        addTask("t1", "Call Northwind: pricing page read", "high", "2026-01-05T10:00:00+08:00", true, "c1");
        addTask("t2", "Send the quote", "normal", "2026-01-09T10:00:00+08:00", false, "c2");
        addTask("t3", "Help Kaida with the first login", "low", {}, false, "c0");
    }

    quint64 send(const QString& method, const QJsonObject& params, Handler handler) override
    {
        const quint64 id = ++m_last;
        asked.append({method, params});
        QTimer::singleShot(0, &m_context, [this, id, method, params, handler = std::move(handler)] {
            if (m_cancelled.contains(id))
                return;
            fw::client::Reply reply;
            reply.id = id;
            reply.ok = true;
            answer(method, params, reply);
            handler(reply);
        });
        return id;
    }
    void cancel(quint64 id) override { m_cancelled.insert(id); }
    void subscribe(std::function<void(const QJsonObject&)> changes) override { m_changes = std::move(changes); }

    void announce(const QString& table, const QString& id = {})
    {
        if (m_changes)
            m_changes({{"table", table}, {"id", id}});
    }
    /// Requests of one method so far.
    int count(const QString& method) const
    {
        return static_cast<int>(
            std::count_if(asked.begin(), asked.end(), [&](const auto& call) { return call.first == method; }));
    }
    QJsonObject lastParams(const QString& method) const
    {
        for (auto it = asked.rbegin(); it != asked.rend(); ++it) {
            if (it->first == method)
                return it->second;
        }
        return {};
    }

    QList<std::pair<QString, QJsonObject>> asked;
    QString failing; ///< this method is answered with a problem
    bool mayChange = true;
    std::vector<Row>& customers() { return m_customers; }

private:
    static QJsonObject problem(const QString& code, const QString& text, const QString& element = {},
                               const QString& remedy = {})
    {
        return {{"code", code}, {"text", text}, {"element", element}, {"remedy", remedy}};
    }
    static void refuse(fw::client::Reply& reply, const QJsonObject& problem)
    {
        reply.ok = false;
        reply.problems.append(problem);
    }
    void addTask(const QString& id, const QString& title, const QString& priority, const QString& due, bool overdue,
                 const QString& subject)
    {
        QJsonObject task{{"id", id},
                         {"title", title},
                         {"detail", ""},
                         {"to", "u1"},
                         {"priority", priority},
                         {"overdue", overdue},
                         {"state", "open"},
                         {"createdAt", "2026-01-05T08:00:00+08:00"},
                         {"subject", QJsonObject{{"table", "customer"}, {"id", subject}, {"title", subject}}}};
        if (!due.isEmpty())
            task.insert("due", due);
        m_tasks.append(task);
    }

    QString say(const char* en, const char* zh) const
    {
        return m_language == u"zh" ? QString::fromUtf8(zh) : QString::fromUtf8(en);
    }
    QJsonObject option(const char* id, const char* en, const char* zh, const char* color = "") const
    {
        return {{"id", id}, {"label", say(en, zh)}, {"color", color}};
    }

    QJsonObject describe() const;
    QJsonObject evaluate(const QJsonObject& params) const;
    QJsonObject tile(const QString& id) const;
    QJsonObject rowJson(const Row& row) const;
    Row* find(const QString& id)
    {
        const auto it =
            std::find_if(m_customers.begin(), m_customers.end(), [&](const Row& row) { return row.id == id; });
        return it == m_customers.end() ? nullptr : &*it;
    }
    std::vector<const Row*> matching(const QJsonObject& params) const;
    void answer(const QString& method, const QJsonObject& params, fw::client::Reply& reply);
    void write(const QJsonObject& params, bool create, fw::client::Reply& reply);

    QObject m_context; ///< answers end with the client
    quint64 m_last = 0;
    QSet<quint64> m_cancelled;
    std::function<void(const QJsonObject&)> m_changes;
    std::vector<Row> m_customers;
    QJsonArray m_tasks;
    QString m_language = QStringLiteral("en");
};

inline QJsonObject FakeClient::describe() const
{
    const auto field = [](const char* id, const QString& label, const char* type, QJsonObject more = {}) {
        more.insert("id", id);
        more.insert("label", label);
        more.insert("type", type);
        return more;
    };
    const QJsonArray states{option("new", "New", "新线索"), option("working", "Working", "跟进中"),
                            option("high_intent", "High intent", "高意向", "warning"),
                            option("won", "Won", "已成交", "success")};
    const QJsonArray sources{option("expo", "Trade fair", "展会"), option("website", "Website", "官网")};
    const QJsonArray bands{option("cold", "Cold", "冷"), option("hot", "Hot", "热", "error")};
    const QJsonArray fields{
        field("name", say("Name", "姓名"), "text", {{"required", true}}),
        field("phone", say("Phone", "电话"), "phone", {{"help", say("Mobile preferred", "优先填写手机")}}),
        field("status", say("Status", "状态"), "choice", {{"options", states}}),
        field("source", say("Source", "来源"), "choice", {{"options", sources}}),
        field("owner", say("Owner", "负责人"), "user"),
        field("orders_total", say("Orders total", "订单总额"), "money", {{"decimals", 2}, {"readOnly", true}}),
        field("intent", say("Intent score", "意向分"), "score", {{"decimals", 0}}),
        field("intent_stage", say("Stage", "阶段"), "score_stage",
              {{"options", QJsonArray{option("decision", "Decision", "决策阶段")}}}),
        field("intent_band", say("Band", "等级"), "score_band", {{"options", bands}}),
        field("parent", say("Parent", "上级客户"), "relation", {{"to", "customer"}}),
        field("vip", "VIP", "yes_no"),
        field("since", say("Since", "合作日期"), "date"),
        field("notes", say("Notes", "备注"), "long_text"),
        field("hidden", say("Reason", "原因"), "text")};
    const auto part = [](const char* id, int width) {
        return QJsonObject{{"id", id}, {"kind", "field"}, {"field", id}, {"width", width}};
    };
    const QJsonArray who{part("name", 6), part("phone", 6), part("status", 6), part("source", 6), part("hidden", 12)};
    const QJsonArray more{part("owner", 6), part("parent", 6), part("vip", 6),
                          part("since", 6), part("notes", 12), part("orders_total", 6)};
    const QJsonArray parts{
        QJsonObject{{"id", "who"}, {"kind", "section"}, {"label", say("Who", "基本信息")}, {"parts", who}},
        QJsonObject{{"id", "more"}, {"kind", "section"}, {"label", say("More", "更多")}, {"parts", more}}};
    const auto column = [](const char* id) { return QJsonObject{{"id", id}, {"field", id}}; };
    const QJsonObject view{
        {"label", say("Customers", "客户")},
        {"type", "list"},
        {"table", "customer"},
        {"form", "customer"},
        {"timeline", true},
        {"columns", QJsonArray{column("name"), column("status"), column("intent"), column("source"), column("owner"),
                               column("orders_total")}},
        {"sort", QJsonArray{QJsonObject{{"field", "intent"}, {"descending", true}}}},
        {"search", QJsonArray{"name"}},
        {"related",
         QJsonArray{QJsonObject{{"table", "customer"}, {"field", "parent"}, {"label", say("Branches", "下属客户")}}}}};
    const auto tileInfo = [](const char* id, const char* kind, const QString& label, int width, QJsonObject more = {}) {
        more.insert("id", id);
        more.insert("kind", kind);
        more.insert("label", label);
        more.insert("width", width);
        return more;
    };
    const QJsonArray tiles{
        tileInfo("hot", "kpi", say("Hot leads", "热线索"), 0, {{"compare", "previous_month"}}),
        tileInfo("ltv", "kpi", say("Revenue per customer", "客户平均价值"), 0, {{"currency", "CNY"}, {"decimals", 2}}),
        tileInfo("mql", "kpi", say("Marketing qualified", "市场合格占比"), 0, {{"unit", "%"}, {"decimals", 1}}),
        tileInfo("answer", "kpi", say("Median hours to answer", "响应时间中位数（小时）"), 0),
        tileInfo("over_time", "line", say("New hot leads per week", "每周新增热线索"), 8, {{"every", "week"}}),
        tileInfo("by_source", "pie", say("Hot leads by source", "热线索来源"), 4),
        tileInfo("journey", "funnel", say("From page to payment", "从浏览到付款"), 6),
        tileInfo("sellers", "table", say("Orders by owner", "各负责人订单"), 6, {{"byLabel", say("Owner", "负责人")}}),
        tileInfo("none", "bar", say("Lost customers", "流失客户"), 6)};
    return {{"app", QJsonObject{{"id", "crm"},
                                {"label", say("Behaviour CRM", "客户行为管理")},
                                {"languages", QJsonArray{"en", "zh"}},
                                {"currency", "CNY"}}},
            {"timezone", "Asia/Shanghai"},
            {"language", m_language},
            {"user", QJsonObject{{"id", "u1"}, {"name", say("Li Wei", "李伟")}}},
            {"users", QJsonArray{QJsonObject{{"id", "u1"}, {"name", say("Li Wei", "李伟")}},
                                 QJsonObject{{"id", "u2"}, {"name", say("Zhao Min", "赵敏")}}}},
            {"navigation", QJsonArray{QJsonObject{{"id", "inbox"}, {"inbox", true}},
                                      QJsonObject{{"id", "customers"}, {"view", "customers"}, {"icon", "people"}},
                                      QJsonObject{{"id", "sales"}, {"dashboard", "sales"}}}},
            {"tables", QJsonObject{{"customer", QJsonObject{{"label", say("Customer", "客户")},
                                                            {"title", "name"},
                                                            {"fields", fields},
                                                            {"create", mayChange},
                                                            {"change", mayChange},
                                                            {"delete", mayChange}}}}},
            {"forms",
             QJsonObject{{"customer",
                          QJsonObject{{"label", say("Customer", "客户")}, {"table", "customer"}, {"parts", parts}}}}},
            {"views", QJsonObject{{"customers", view}}},
            {"dashboards", QJsonObject{{"sales", QJsonObject{{"label", say("Sales", "销售看板")}, {"tiles", tiles}}}}}};
}

/// Rules of the form: the name is required, a phone has eleven digits, `hidden` shows for won customers, new ones are "new".
inline QJsonObject FakeClient::evaluate(const QJsonObject& params) const
{
    QJsonObject values = params["values"].toObject();
    for (const Row& row : m_customers) {
        if (row.id != params["id"].toString())
            continue;
        for (auto it = row.values.begin(); it != row.values.end(); ++it) {
            if (!values.contains(it.key()))
                values.insert(it.key(), it.value());
        }
    }
    QJsonArray problems;
    if (values["name"].toString().trimmed().isEmpty())
        problems.append(QJsonObject{{"field", "name"}, {"text", say("Give a name.", "请填写姓名。")}});
    const QString phone = values["phone"].toString();
    if (!phone.isEmpty() && phone.size() != 11)
        problems.append(
            QJsonObject{{"field", "phone"}, {"text", say("A phone number has 11 digits.", "电话号码应为 11 位。")}});
    const bool won = values["status"].toString() == u"won";
    return {{"parts", QJsonObject{{"hidden", QJsonObject{{"visible", won}, {"required", won}}},
                                  {"name", QJsonObject{{"visible", true}, {"required", true}}}}},
            {"values", params.contains("id") ? QJsonObject() : QJsonObject{{"status", "new"}}},
            {"computed", QJsonObject()},
            {"problems", problems}};
}

inline QJsonObject FakeClient::tile(const QString& id) const
{
    const auto group = [](const QString& key, const QString& label, const QJsonArray& values) {
        return QJsonObject{{"key", key}, {"label", label}, {"values", values}};
    };
    const QJsonArray one{QJsonObject{{"id", "value"}, {"label", ""}}};
    if (id == u"hot")
        return {{"value", "12"}, {"previous", "8"}, {"alert", "below"}};
    if (id == u"ltv")
        return {{"value", "48210.5"}};
    if (id == u"mql")
        return {{"value", "64.28"}};
    if (id == u"answer")
        return {{"value", QJsonValue()}};
    if (id == u"over_time") {
        QJsonArray weeks;
        for (int i = 0; i < 10; ++i) {
            QJsonObject week =
                group(QDate(2026, 1, 5).addDays(7 * i).toString(Qt::ISODate), {}, {QString::number((i * 7) % 11 + i)});
            week.insert("incomplete", i == 9);
            weeks.append(week);
        }
        return {{"columns", one}, {"groups", weeks}};
    }
    if (id == u"by_source")
        return {{"columns", one},
                {"groups", QJsonArray{group("expo", say("Trade fair", "展会"), {"7"}),
                                      group("website", say("Website", "官网"), {"4"}), group({}, {}, {"1"})}}};
    if (id == u"journey") {
        const auto stage = [](const char* id, const QString& label, int persons) {
            return QJsonObject{{"id", id}, {"label", label}, {"persons", persons}};
        };
        return {{"funnels",
                 QJsonArray{QJsonObject{{"stages", QJsonArray{stage("page", say("Viewed a page", "浏览页面"), 240),
                                                              stage("trial", say("Trial form", "申请试用"), 61),
                                                              stage("paid", say("Paid", "付款"), 19)}}}}}};
    }
    if (id == u"sellers")
        return {
            {"columns",
             QJsonArray{
                 QJsonObject{{"id", "value"}, {"label", say("Amount", "金额")}, {"decimals", 2}, {"currency", "CNY"}},
                 QJsonObject{{"id", "orders"}, {"label", say("Orders", "订单数")}, {"decimals", 0}}}},
            {"groups", QJsonArray{group("u1", say("Li Wei", "李伟"), {"123456.5", "12"}),
                                  group("u2", say("Zhao Min", "赵敏"), {"98000", "7"})}},
            {"totals", QJsonArray{"221456.5", "19"}}};
    return {{"columns", one}, {"groups", QJsonArray()}};
}

inline QJsonObject FakeClient::rowJson(const Row& row) const
{
    return {{"id", row.id},
            {"version", row.version},
            {"title", row.values["name"]},
            {"values", row.values},
            {"display", QJsonObject()}};
}

/// Understands just enough of a filter: `status = "won"` anywhere in it.
inline std::vector<const FakeClient::Row*> FakeClient::matching(const QJsonObject& params) const
{
    std::vector<const Row*> rows;
    const QString search = params["search"].toString();
    const QString filter = params["filter"].toString();
    for (const Row& row : m_customers) {
        const bool found = search.isEmpty() || row.values["name"].toString().contains(search, Qt::CaseInsensitive);
        const bool fits =
            !filter.contains("status") || filter.contains("status = \"" + row.values["status"].toString() + '"');
        if (found && fits && (!params.contains("relation") || row.values["parent"] == params["of"]))
            rows.push_back(&row);
    }
    const QJsonObject sort = params["sort"].toArray().at(0).toObject();
    const QString field = sort["field"].toString();
    std::stable_sort(rows.begin(), rows.end(), [&](const Row* a, const Row* b) {
        const QString x = a->values[field].toString(), y = b->values[field].toString();
        const int order =
            field == u"intent" ? (x.toInt() > y.toInt()) - (x.toInt() < y.toInt()) : QString::compare(x, y);
        return sort["descending"].toBool() ? order > 0 : order < 0;
    });
    return rows;
}

inline void FakeClient::write(const QJsonObject& params, bool create, fw::client::Reply& reply)
{
    Row* stored = create ? nullptr : find(params["id"].toString());
    if (!create && (!stored || stored->version != params["version"].toInt()))
        return refuse(reply, problem("record.stale",
                                     say("Somebody else saved this customer meanwhile.", "其他人刚刚保存了该客户。")));
    QJsonObject checked = params;
    if (create)
        checked.remove("id");
    for (const QJsonValue& objection : evaluate(checked)["problems"].toArray())
        refuse(reply, problem("record.invalid", objection["text"].toString(), objection["field"].toString()));
    if (!reply.ok)
        return;
    if (create) {
        m_customers.push_back({QStringLiteral("n%1").arg(m_customers.size()), 0, {{"status", "new"}, {"intent", "0"}}});
        stored = &m_customers.back();
    }
    const QJsonObject values = params["values"].toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        stored->values[it.key()] = it.value();
    ++stored->version;
    reply.result = {{"id", stored->id}, {"version", stored->version}, {"outcome", create ? "created" : "changed"}};
    announce("customer", stored->id);
}

inline void FakeClient::answer(const QString& method, const QJsonObject& params, fw::client::Reply& reply)
{
    if (method == failing)
        return refuse(reply, problem("store.gone", say("The store cannot be reached.", "无法访问数据库。"), {},
                                     say("Check that the disk is there and try again.", "请检查磁盘后重试。")));
    if (method == u"admin.language") {
        m_language = params["language"].toString();
    } else if (method == u"data.describe") {
        reply.result = describe();
    } else if (method == u"data.list") {
        const auto rows = matching(params);
        const int after = params["after"].toString("0").toInt();
        const int limit = params["limit"].toInt(100);
        QJsonArray page;
        for (int i = after; i < std::min(after + limit, int(rows.size())); ++i)
            page.append(rowJson(*rows[size_t(i)]));
        reply.result = {{"rows", page}};
        if (after + limit < int(rows.size()))
            reply.result["next"] = QString::number(after + limit);
    } else if (method == u"data.count") {
        reply.result = {{"count", int(matching(params).size())}};
    } else if (method == u"data.get") {
        const Row* row = find(params["id"].toString());
        if (!row)
            return refuse(reply, problem("record.unknown", say("This customer no longer exists.", "该客户已不存在。")));
        reply.result = rowJson(*row);
        const QJsonArray reasons{QJsonObject{{"text", say("Viewed the pricing page", "浏览价格页")},
                                             {"points", "40"},
                                             {"at", "2026-01-05T09:00:00+08:00"}},
                                 QJsonObject{{"text", say("Submitted the trial form", "提交试用申请")},
                                             {"points", "60"},
                                             {"at", "2026-01-05T09:05:00+08:00"}},
                                 QJsonObject{{"text", say("No interaction for 30 days", "30 天无互动")},
                                             {"points", "-10"},
                                             {"at", "2026-02-05T09:05:00+08:00"}}};
        reply.result["score"] = QJsonObject{{"intent", QJsonObject{{"total", row->values["intent"]},
                                                                   {"stage", "decision"},
                                                                   {"band", row->values["intent_band"]},
                                                                   {"reasons", reasons}}}};
    } else if (method == u"data.form") {
        reply.result = evaluate(params);
    } else if (method == u"data.create" || method == u"data.update") {
        write(params, method == u"data.create", reply);
    } else if (method == u"data.remove") {
        std::erase_if(m_customers, [&](const Row& row) { return row.id == params["id"].toString(); });
        announce("customer", params["id"].toString());
    } else if (method == u"data.options") {
        QJsonArray options;
        for (const Row* row : matching(params))
            options.append(QJsonObject{{"id", row->id}, {"title", row->values["name"]}});
        reply.result = {{"rows", options}};
    } else if (method == u"data.timeline") {
        reply.result = {{"rows", QJsonArray{QJsonObject{{"at", "2026-01-05T09:00:00+08:00"},
                                                        {"kind", "event"},
                                                        {"title", say("Viewed a page", "浏览页面")},
                                                        {"detail", "pricing · 45 s"}},
                                            QJsonObject{{"at", "2026-01-05T09:00:00+08:00"},
                                                        {"kind", "score"},
                                                        {"title", say("Score 85", "得分 85")},
                                                        {"detail", ""}},
                                            QJsonObject{{"at", "2026-01-04T19:30:00+08:00"},
                                                        {"kind", "message"},
                                                        {"title", say("Welcome mail sent", "已发送欢迎邮件")},
                                                        {"detail", ""}}}}};
    } else if (method == u"data.tasks") {
        QJsonArray tasks;
        for (const QJsonValue& task : m_tasks) {
            if (task["state"] == params["state"])
                tasks.append(task);
        }
        reply.result = {{"rows", tasks}};
    } else if (method == u"data.completeTask") {
        for (qsizetype i = 0; i < m_tasks.size(); ++i) {
            QJsonObject task = m_tasks[i].toObject();
            if (task["id"] == params["id"]) {
                task["state"] = "done";
                task["overdue"] = false;
                m_tasks[i] = task;
            }
        }
        announce("task", params["id"].toString());
    } else if (method == u"data.tile") {
        reply.result = tile(params["tile"].toString());
    } else if (method == u"data.drill") {
        QJsonArray rows;
        for (const Row* row : matching({})) {
            if (!params.contains("group") || row->values["source"] == params["group"])
                rows.append(rowJson(*row));
        }
        reply.result = {{"table", "customer"}, {"rows", rows}};
    } else {
        refuse(reply, problem("client.unknown_method", method));
    }
}
