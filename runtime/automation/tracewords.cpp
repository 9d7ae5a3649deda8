#include "tracewords.h"
#include "enrolment.h"

#include <QJsonArray>

namespace fw::automation
{

namespace
{

using store::TraceRow;

QString text(const TraceRow& row, const char* key)
{
    const QJsonValue value = row.data[QLatin1String(key)];
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString listed(const TraceRow& row, const char* key)
{
    QStringList items;
    for (const QJsonValue& item : row.data[QLatin1String(key)].toArray())
        items << item.toString();
    return items.join(QStringLiteral(", "));
}

/// Minutes late as people say it, "" when it was on time.
QString lateness(const TraceRow& row)
{
    const qint64 minutes = row.data[QLatin1String("late")].toInteger() / 60'000;
    return minutes > 0 ? Message(FW_MSG(" (%1 min late)"), {QString::number(minutes)}).text() : QString();
}

Message waited(const TraceRow& row)
{
    if (row.data.contains(QLatin1String("due")))
        return Message(FW_MSG("The wait until %1 had passed."), {text(row, "due")});
    return FW_MSG("What it was to wait for was there already.");
}

Message branch(const TraceRow& row)
{
    if (row.data.contains(QLatin1String("branches")))
        return Message(FW_MSG("Went on along several branches: %1."), {listed(row, "branches")});
    const QString id = text(row, "branch");
    return id.isEmpty() ? Message(FW_MSG("No branch was true.")) : Message(FW_MSG("Took the branch \"%1\"."), {id});
}

Message start(const TraceRow& row)
{
    const QString refused = text(row, "refused");
    if (refused.isEmpty())
        return Message(FW_MSG("Started the workflow \"%1\"."), {text(row, "workflow")});
    return Message(FW_MSG("Could not start the workflow \"%1\": %2"),
                   {text(row, "workflow"), refusalText(refused).text()});
}

} // namespace

Message traceText(const TraceRow& row)
{
    using Words = Message (*)(const TraceRow&);
    static const QHash<QString, Words> words = {
        {"enrolled",
         [](const TraceRow& r) {
             return Message(FW_MSG("Entered by \"%1\"%2."), {text(r, "trigger"), lateness(r)});
         }},
        {"called", [](const TraceRow&) { return Message(FW_MSG("Its turn in the queue has come.")); }},
        {"set", [](const TraceRow& r) { return Message(FW_MSG("Changed %1."), {listed(r, "fields")}); }},
        {"assigned",
         [](const TraceRow& r) { return Message(FW_MSG("Assigned to %1."), {text(r, "to") + text(r, "kept")}); }},
        {"tagged", [](const TraceRow& r) { return Message(FW_MSG("Tags changed: %1."), {listed(r, "fields")}); }},
        {"created", [](const TraceRow& r) { return Message(FW_MSG("Made a record of \"%1\"."), {text(r, "table")}); }},
        {"updated",
         [](const TraceRow& r) {
             return Message(FW_MSG("Updated %1 of %2 records of \"%3\"."),
                            {text(r, "changed"), text(r, "found"), text(r, "table")});
         }},
        {"found",
         [](const TraceRow& r) {
             return Message(FW_MSG("Found %1 records of \"%2\"."), {text(r, "found"), text(r, "table")});
         }},
        {"for_each",
         [](const TraceRow& r) {
             return Message(FW_MSG("Goes over %1 records of \"%2\"."), {text(r, "found"), text(r, "table")});
         }},
        {"task", [](const TraceRow& r) { return Message(FW_MSG("Made a task for %1."), {text(r, "to")}); }},
        {"task_done", [](const TraceRow& r) { return Message(FW_MSG("The task was done by %1."), {text(r, "by")}); }},
        {"message",
         [](const TraceRow& r) {
             return Message(FW_MSG("Wrote a message through \"%1\" to %2 (%3)."),
                            {text(r, "through"), text(r, "to"), text(r, "state")});
         }},
        {"suppressed",
         [](const TraceRow& r) {
             return Message(FW_MSG("No message: the record is in \"%1\"."), {text(r, "segment")});
         }},
        {"http",
         [](const TraceRow& r) {
             return Message(FW_MSG("Called \"%1\": %2."), {text(r, "through"), text(r, "request")});
         }},
        {"branch", branch},
        {"start", start},
        {"waiting",
         [](const TraceRow& r) {
             return r.data.contains(QLatin1String("due")) ? Message(FW_MSG("Waits until %1 at most."), {text(r, "due")})
                                                          : Message(FW_MSG("Waits."));
         }},
        {"waited", waited},
        {"resumed",
         [](const TraceRow& r) {
             return Message(FW_MSG("Goes on: %1%2."), {text(r, "outcome"), lateness(r)});
         }},
        {"recounted",
         [](const TraceRow& r) {
             return Message(FW_MSG("The calendar has changed: waits until %1."), {text(r, "due")});
         }},
        {"moved",
         [](const TraceRow& r) {
             return Message(FW_MSG("Moved from definition %1 to %2."), {text(r, "from"), text(r, "to")});
         }},
        {"edited", [](const TraceRow& r) { return Message(FW_MSG("Edited by %1."), {text(r, "by")}); }},
        {"failed", [](const TraceRow& r) { return Message(FW_MSG("Failed: %1"), {text(r, "text")}); }},
        {"goal",
         [](const TraceRow& r) { return Message(FW_MSG("Reached its goal: %1."), {reasonText(text(r, "reason"))}); }},
        {"stopped", [](const TraceRow& r) { return Message(FW_MSG("Stopped: %1."), {reasonText(text(r, "reason"))}); }},
        {"ended", [](const TraceRow& r) { return Message(FW_MSG("Ended: %1."), {reasonText(text(r, "reason"))}); }},
    };
    const auto known = words.constFind(row.kind);
    return known == words.cend() ? Message(FW_MSG("Noted: %1."), {row.kind}) : (*known)(row);
}

QString whyNotText(const store::WhyNot& row)
{
    const QString words = refusalText(row.reason).text();
    if (row.leaf.isEmpty())
        return words;
    QStringList values;
    const QJsonObject operands = row.leaf[QLatin1String("operands")].toObject();
    for (auto it = operands.begin(); it != operands.end(); ++it) {
        if (it.key() != it.value().toString())
            values << it.key() + QStringLiteral(" = ") + it.value().toString();
    }
    const QString leaf = row.leaf[QLatin1String("text")].toString();
    return values.isEmpty() ? QStringLiteral("%1 %2").arg(words, leaf)
                            : QStringLiteral("%1 %2 (%3)").arg(words, leaf, values.join(QStringLiteral(", ")));
}

QString reasonText(const QString& reason)
{
    static const QMap<QString, Message> known = {{"finished", FW_MSG("all steps are done")},
                                                 {"record_deleted", FW_MSG("the record was deleted")},
                                                 {"restarted", FW_MSG("it began anew")},
                                                 {"parent_ended", FW_MSG("the run it belongs to has ended")},
                                                 {"parent_jumped", FW_MSG("the run it belongs to went on elsewhere")},
                                                 {"cancelled", FW_MSG("a person cancelled it")},
                                                 {"published", FW_MSG("another definition was published")}};
    if (const auto it = known.find(reason); it != known.end())
        return it->text();
    const QString name = reason.section(u':', 1);
    if (reason.startsWith(QLatin1String("stop:")))
        return Message(FW_MSG("stop condition \"%1\""), {name}).text();
    if (reason.startsWith(QLatin1String("goal:")))
        return Message(FW_MSG("goal \"%1\""), {name}).text();
    if (reason.startsWith(QLatin1String("step:")))
        return Message(FW_MSG("the step \"%1\" ends it"), {name}).text();
    return reason;
}

} // namespace fw::automation
