#include "workfloweditor.h"

#include "inspector.h"
#include "model/schema/references.h"

/// What the nodes of a workflow say, in the words of the person's app.
namespace fw::studio
{

namespace
{

/// The label of what a key of `map` refers to; the id when it has none.
QString referred(const Session& session, const Address& map, const QString& key)
{
    const QString id = session.definition().node(map)[key].string();
    for (const schema::Candidate& candidate : schema::candidates(session.definition(), map, key))
        if (candidate.id == id && !candidate.label.isEmpty())
            return candidate.label.in(session.language());
    return id;
}

} // namespace

QString WorkflowEditor::triggerText(const Address& address, const yaml::Node& node, QString& detail) const
{
    detail = expressionText(node[u"if"]);
    if (node[u"event"].exists())
        return referred(*session(), address, QStringLiteral("event"));
    if (node[u"crosses"].exists())
        return tr("%1 rises over %2")
            .arg(referred(*session(), address, QStringLiteral("crosses")), node[u"above"].string());
    if (node[u"record"].exists()) {
        const QString what = node[u"record"].string();
        return what == QLatin1String("created")   ? tr("Record created")
               : what == QLatin1String("deleted") ? tr("Record deleted")
                                                  : tr("Record changed");
    }
    if (node[u"becomes"].exists()) {
        detail = expressionText(node[u"becomes"]);
        return tr("Becomes true");
    }
    if (node[u"enters"].exists())
        return tr("Enters %1").arg(referred(*session(), address, QStringLiteral("enters")));
    if (node[u"leaves"].exists())
        return tr("Leaves %1").arg(referred(*session(), address, QStringLiteral("leaves")));
    if (node[u"inactive"].exists()) {
        const yaml::Node& silence = node[u"inactive"];
        return tr("Silent for %1").arg(durationWords(silence[u"for"].string(silence[u"more_than"].string())));
    }
    if (node[u"every"].exists())
        return scheduleText(address, node);
    if (node[u"date"].exists())
        return dateText(address.child(QStringLiteral("date")), node[u"date"]);
    if (node[u"form"].exists())
        return tr("%1 submitted").arg(referred(*session(), address, QStringLiteral("form")));
    if (node[u"webhook"].exists())
        return tr("Webhook received");
    if (node[u"after"].exists())
        return tr("After %1").arg(referred(*session(), address, QStringLiteral("after")));
    if (node[u"button"].exists())
        return tr("Button: %1").arg(schema::localText(node[u"button"]).in(language()));
    return session()->titleOf(address);
}

QString WorkflowEditor::scheduleText(const Address& address, const yaml::Node& node) const
{
    const QString every = node[u"every"].string(), at = node[u"at"].string(QStringLiteral("00:00"));
    if (every == QLatin1String("workday"))
        return tr("Every working day at %1").arg(at);
    if (every == QLatin1String("month"))
        return tr("On day %1 of every month at %2").arg(node[u"day"].string(QStringLiteral("1")), at);
    if (every != QLatin1String("week"))
        return tr("Every day at %1").arg(at);
    QStringList days;
    const schema::Key* key = schema::keyAt(session()->definition(), address.child(QStringLiteral("weekdays")));
    for (const schema::EnumValue& day : key ? key->values : std::vector<schema::EnumValue>()) {
        for (const yaml::Node& item : node[u"weekdays"].items)
            if (item.string() == day.id)
                days << day.label.in(language());
    }
    if (days.isEmpty() && key)
        days << key->values.front().label.in(language());
    return tr("%1 at %2").arg(days.join(tr(", ")), at);
}

QString WorkflowEditor::dateText(const Address& address, const yaml::Node& node) const
{
    const QString field = referred(*session(), address, QStringLiteral("field"));
    const QString when =
        node[u"before"].exists()  ? tr("%1 before %2").arg(durationWords(node[u"before"].string()), field)
        : node[u"after"].exists() ? tr("%1 after %2").arg(durationWords(node[u"after"].string()), field)
                                  : tr("On %1").arg(field);
    return node[u"repeat"].string() == QLatin1String("year")    ? tr("%1, every year").arg(when)
           : node[u"repeat"].string() == QLatin1String("month") ? tr("%1, every month").arg(when)
                                                                : when;
}

QString WorkflowEditor::stepText(const Address& address, const yaml::Node& node, QString& detail) const
{
    const QString own = schema::localText(node[u"label"]).in(language());
    const Named named = [&](const QString& title, const QString& more) {
        detail = own.isEmpty() ? more : title;
        return own.isEmpty() ? title : own;
    };
    if (node[u"set"].isMap()) {
        QStringList changes;
        const DefinitionFile* table = session()->definition().find(QStringLiteral("table"), root()[u"for"].string());
        for (const yaml::Entry& entry : node[u"set"].entries) {
            const yaml::Node& field = table ? table->root[u"fields"].byId(entry.key) : entry.value;
            const QString label = table && field.isMap() ? schema::labelOf(field).in(language()) : entry.key;
            const yaml::Node& option = field[u"options"].byId(entry.value.string());
            changes << tr("%1: %2").arg(label, option.isMap() ? schema::labelOf(option).in(language())
                                                              : expressionText(entry.value));
        }
        return named(tr("Set fields"), changes.join(QStringLiteral(", ")));
    }
    if (node[u"task"].isMap()) {
        const yaml::Node& task = node[u"task"];
        const QString due =
            task[u"due"].exists() ? tr("due in %1").arg(durationWords(task[u"due"].string())) : QString();
        const QString title = schema::localText(task[u"title"]).in(language());
        return named(title.isEmpty() ? tr("Task") : title,
                     QStringList{expressionText(task[u"to"]), due}.join(QStringLiteral(" · ")));
    }
    if (node[u"message"].isMap()) {
        const Address map = address.child(QStringLiteral("message"));
        return named(referred(*session(), map, QStringLiteral("text")),
                     tr("through %1").arg(referred(*session(), map, QStringLiteral("through"))));
    }
    if (node[u"wait"].exists()) {
        const yaml::Node& wait = node[u"wait"];
        if (wait[u"working"].exists())
            return named(tr("Wait %1 of working time").arg(durationWords(wait[u"working"].string())), {});
        if (wait[u"workdays"].exists())
            return named(wait[u"workdays"].string() == QLatin1String("1")
                             ? tr("Wait until the next working day")
                             : tr("Wait %1 working days").arg(wait[u"workdays"].string()),
                         wait[u"at"].exists() ? tr("at %1").arg(wait[u"at"].string()) : QString());
        if (wait.isMap())
            return named(tr("Wait until day %1").arg(wait[u"day"].string()),
                         wait[u"at"].exists() ? tr("at %1").arg(wait[u"at"].string()) : tr("same time as the start"));
        return named(tr("Wait %1").arg(durationWords(wait.string())), {});
    }
    if (node[u"wait_until"].isMap()) {
        const Address map = address.child(QStringLiteral("wait_until"));
        const yaml::Node& until = node[u"wait_until"];
        const QString limit =
            until[u"limit"].exists() ? tr("at most %1").arg(durationWords(until[u"limit"].string())) : QString();
        const QString what = until[u"event"].exists()              ? referred(*session(), map, QStringLiteral("event"))
                             : until[u"interaction"].toBool(false) ? tr("any interaction")
                                                                   : expressionText(until[u"if"]);
        return named(tr("Wait for %1").arg(what), limit);
    }
    if (node[u"branch"].exists())
        return named(tr("Branch"), node[u"paths"].string() == QLatin1String("all")
                                       ? tr("all that are true, side by side")
                                       : tr("first that is true"));
    if (node[u"stop"].exists())
        return named(tr("Stop"), node[u"reason"].string());
    return dataStepText(address, node, named);
}

/// Steps about other records, people and systems.
QString WorkflowEditor::dataStepText(const Address& address, const yaml::Node& node, const Named& named) const
{
    const auto inside = [&](const char* action, const char* key) {
        return referred(*session(), address.child(QString::fromLatin1(action)), QString::fromLatin1(key));
    };
    if (node[u"update"].isMap())
        return named(tr("Update %1").arg(inside("update", "table")), expressionText(node[u"update"][u"where"]));
    if (node[u"find"].isMap())
        return named(tr("Find %1").arg(inside("find", "table")), expressionText(node[u"find"][u"where"]));
    if (node[u"for_each"].isMap())
        return named(tr("For each %1").arg(inside("for_each", "table")), expressionText(node[u"for_each"][u"where"]));
    if (node[u"http"].isMap())
        return named(tr("Call %1").arg(inside("http", "through")),
                     node[u"http"][u"method"].string(QStringLiteral("POST")) + u' ' +
                         schema::localText(node[u"http"][u"path"]).in(language()));
    if (node[u"assign"].isMap())
        return named(tr("Assign to %1").arg(expressionText(node[u"assign"][u"to"])), {});
    if (node[u"tag"].isMap()) {
        QStringList tags;
        for (const yaml::Node& tag : node[u"tag"][u"add"].items)
            tags << u'+' + tag.string();
        for (const yaml::Node& tag : node[u"tag"][u"remove"].items)
            tags << u'−' + tag.string();
        return named(tr("Tag"), tags.join(QStringLiteral(", ")));
    }
    if (node[u"start"].isMap())
        return named(tr("Start %1").arg(inside("start", "workflow")),
                     node[u"start"][u"wait"].toBool(true) ? tr("and wait for its end") : QString());
    if (node[u"create"].isMap())
        return named(
            tr("Create %1").arg(referred(*session(), address.child(QStringLiteral("create")), QStringLiteral("table"))),
            {});
    return session()->titleOf(address);
}

} // namespace fw::studio
