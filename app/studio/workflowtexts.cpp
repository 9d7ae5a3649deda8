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
    if (node[u"every"].exists()) {
        const QString every = node[u"every"].string();
        return (every == QLatin1String("day")    ? tr("Every day at %1")
                : every == QLatin1String("week") ? tr("Every week at %1")
                                                 : tr("Every month at %1"))
            .arg(node[u"at"].string(QStringLiteral("00:00")));
    }
    if (node[u"date"].exists())
        return tr("Date: %1").arg(referred(*session(), address.child(QStringLiteral("date")), QStringLiteral("field")));
    if (node[u"button"].exists())
        return tr("Button: %1").arg(schema::localText(node[u"button"]).in(language()));
    return session()->titleOf(address);
}

QString WorkflowEditor::stepText(const Address& address, const yaml::Node& node, QString& detail) const
{
    const QString own = schema::localText(node[u"label"]).in(language());
    const auto named = [&](const QString& title, const QString& more) {
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
        return named(tr("Branch"), tr("first that is true"));
    if (node[u"create"].isMap())
        return named(
            tr("Create %1").arg(referred(*session(), address.child(QStringLiteral("create")), QStringLiteral("table"))),
            {});
    if (node[u"stop"].exists())
        return named(tr("Stop"), {});
    return session()->titleOf(address);
}

} // namespace fw::studio
