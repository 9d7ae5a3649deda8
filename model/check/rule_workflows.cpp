#include "rule.h"

#include "model/feel/temporal.h"
#include "model/schema/steplists.h"

namespace fw::check
{

using schema::Site;

namespace
{

class WorkflowsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        if (!site.shape || !site.node->isMap())
            return;
        const QString& shape = site.shape->id;
        if (shape == u"trigger")
            trigger(site, context);
        else if (shape == u"date_trigger")
            dateTrigger(site, context);
        else if (shape == u"stop_rule")
            stopRule(site, context);
        else if (shape == u"wait_until")
            waitUntil(site, context);
        else if (shape == u"step_message")
            message(site, context);
        else if (shape == u"step_update")
            update(site, context);
        else if (shape == u"step_assign")
            assign(site, context);
        else if (shape == u"step_tag")
            tag(site, context);
        else if (shape == u"step_http")
            http(site, context);
        else if (shape == u"step_start")
            start(site, context);
        else if (shape == u"wait_day")
            calendarWait(site, context);
        else if (shape == u"connector")
            timeLimit(site, context);
    }

    void whole(Context& context) override
    {
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("workflow")))
            steps(file->root[u"then"], Address{file->path, {"then"}}, context);
    }

private:
    static void trigger(const Site& site, Context& context)
    {
        const QString of = (*site.node)[u"of"].string(), subject = site.file->root[u"for"].string();
        sameTable(site, schema::Target::Form, u"form", u"table", context);
        sameTable(site, schema::Target::Workflow, u"after", u"for", context);
        if ((*site.node)[u"after"].string() == site.file->id() && (*site.node)[u"after"].exists())
            context.report.error("workflow.after_itself", FW_MSG("A workflow cannot wait for its own end to start."),
                                 FW_MSG("Name another workflow, or let its steps go on."), site);
        const yaml::Node* table = context.names().table(of);
        if (!table || of == subject)
            return;
        int relations = 0;
        for (const yaml::Node& field : (*table)[u"fields"].items)
            relations += field[u"type"].string() == u"relation" && field[u"to"].string() == subject;
        if (relations != 1)
            context.report.error(
                "workflow.no_subject",
                Message(FW_MSG("A record of \"%1\" does not lead to one record of \"%2\"."), {of, subject}),
                Message(FW_MSG("\"%1\" needs exactly one relation to \"%2\"."), {of, subject}), site);
    }

    /// What a trigger or step names must be about records of the workflow's table.
    static void sameTable(const Site& site, schema::Target target, const char16_t* key, const char16_t* tableKey,
                          Context& context)
    {
        const QString id = (*site.node)[QStringView(key)].string(), subject = site.file->root[u"for"].string();
        const yaml::Node* named = id.isEmpty() ? nullptr : context.names().find(target, id);
        const QString about = named ? (*named)[QStringView(tableKey)].string() : subject;
        if (about != subject)
            context.report.error(
                "workflow.about_other_table",
                Message(FW_MSG("\"%1\" is about records of \"%2\", the workflow about \"%3\"."), {id, about, subject}),
                Message(FW_MSG("Choose one about \"%1\"."), {subject}), site);
    }

    static void update(const Site& site, Context& context)
    {
        const bool one = (*site.node)[u"record"].exists(), some = (*site.node)[u"where"].exists();
        if (one == some)
            context.report.error("workflow.which_records", FW_MSG("It is not clear which records are updated."),
                                 FW_MSG("Say either \"where:\" or \"record:\"."), site);
    }

    static void assign(const Site& site, Context& context)
    {
        const yaml::Node* table = context.names().table(site.file->root[u"for"].string());
        if (table && !(*site.node)[u"field"].exists() && !(*table)[u"owner"].exists())
            context.report.error(
                "workflow.no_owner_field",
                Message(FW_MSG("The table \"%1\" does not say which field is its owner."), {(*table)[u"id"].string()}),
                FW_MSG("Add \"field:\" here, or \"owner:\" to the table."), site);
    }

    static void tag(const Site& site, Context& context)
    {
        const yaml::Node* field =
            context.names().field(site.file->root[u"for"].string(), (*site.node)[u"field"].string());
        if (!(*site.node)[u"add"].exists() && !(*site.node)[u"remove"].exists())
            context.report.error("workflow.empty_tag", FW_MSG("This step neither adds nor removes anything."),
                                 FW_MSG("Add \"add:\" or \"remove:\"."), site);
        if (!field)
            return;
        QStringList options;
        for (const yaml::Node& option : (*field)[u"options"].items)
            options << option[u"id"].string(option.string());
        for (const char16_t* key : {u"add", u"remove"})
            for (const yaml::Node& tag : (*site.node)[QStringView(key)].items)
                if (!options.contains(tag.string()))
                    context.report.error(
                        "workflow.unknown_tag", Message(FW_MSG("\"%1\" is no option of the field."), {tag.string()}),
                        Message(FW_MSG("Choose one of: %1."), {options.join(QStringLiteral(", "))}), site);
    }

    static void http(const Site& site, Context& context)
    {
        const yaml::Node* connector =
            context.names().find(schema::Target::Connector, (*site.node)[u"through"].string());
        if (connector && (*connector)[u"type"].string() != u"http")
            context.report.error("workflow.not_http", FW_MSG("An HTTP call goes through a connector of type \"http\"."),
                                 FW_MSG("Choose or make such a connector."), site);
    }

    /// A connector is served by one thread: what hangs holds up everything behind it.
    static void timeLimit(const Site& site, Context& context)
    {
        const yaml::Node& timeout = (*site.node)[u"timeout"];
        const auto limit = feel::parseTimeDuration(timeout.string());
        constexpr qint64 least = 1000, most = 120'000;
        if (timeout.exists() && (!limit || limit->toMillis() < least || limit->toMillis() > most))
            context.report.error("connector.timeout", FW_MSG("A time limit is between 1 second and 2 minutes."),
                                 FW_MSG("Write such as PT30S."), site);
    }

    static void start(const Site& site, Context& context)
    {
        if (!(*site.node)[u"record"].exists())
            sameTable(site, schema::Target::Workflow, u"workflow", u"for", context);
        if ((*site.node)[u"timeout"].exists() && !(*site.node)[u"limit"].exists())
            context.report.error("workflow.timeout_without_limit", FW_MSG("\"timeout\" never happens without a limit."),
                                 FW_MSG("Add \"limit:\"."), site);
    }

    static void calendarWait(const Site& site, Context& context)
    {
        if (!(*site.node)[u"day"].exists() && !(*site.node)[u"calendar"].exists())
            context.report.error("workflow.no_calendar", FW_MSG("Working time is counted by a calendar."),
                                 FW_MSG("Add \"calendar:\"."), site);
    }

    static void dateTrigger(const Site& site, Context& context)
    {
        if ((*site.node)[u"before"].exists() && (*site.node)[u"after"].exists())
            context.report.error("workflow.two_offsets", FW_MSG("A date fires \"before\" or \"after\", not both."),
                                 FW_MSG("Keep one of the two."), site);
    }

    static void stopRule(const Site& site, Context& context)
    {
        if (!(*site.node)[u"event"].exists() && !(*site.node)[u"if"].exists())
            context.report.error("workflow.empty_stop", FW_MSG("This stop condition says nothing."),
                                 FW_MSG("Add \"event:\" or \"if:\"."), site);
    }

    static void waitUntil(const Site& site, Context& context)
    {
        const yaml::Node& node = *site.node;
        const bool interaction = node[u"interaction"].toBool(false);
        if (!node[u"event"].exists() && !interaction && !node[u"if"].exists())
            context.report.error("workflow.empty_wait", FW_MSG("It is not said what this step waits for."),
                                 FW_MSG("Add \"event:\", \"interaction: true\" or \"if:\"."), site);
        if (!node[u"limit"].exists() && (*site.parent->node)[u"timeout"].exists())
            context.report.error("workflow.timeout_without_limit", FW_MSG("\"timeout\" never happens without a limit."),
                                 FW_MSG("Add \"limit:\" to \"wait_until\"."), site);
        else if (!node[u"limit"].exists())
            context.report.warning("workflow.endless_wait", FW_MSG("Without a limit this step may wait for ever."),
                                   FW_MSG("Add \"limit:\"."), site);
    }

    /// An SMS is a template of the provider's, to a number.
    static void sms(const Site& site, const QString& type, const yaml::Node* text, Context& context)
    {
        if (!type.endsWith(QLatin1String("_sms")))
            return;
        if (!(*site.node)[u"to"].exists())
            context.report.error("workflow.no_recipient", FW_MSG("An SMS needs a recipient."),
                                 FW_MSG("Say to whom: add \"to:\" with a number or an expression such as =phone."),
                                 site);
        if (text && !(*text)[u"template"].exists())
            context.report.error(
                "workflow.no_template",
                Message(FW_MSG("The message \"%1\" has no template that the SMS provider has approved."),
                        {(*text)[u"id"].string()}),
                FW_MSG("Add \"template:\" and \"values:\" to the message."), site);
    }

    static void message(const Site& site, Context& context)
    {
        const yaml::Node* connector =
            context.names().find(schema::Target::Connector, (*site.node)[u"through"].string());
        if (connector && (*connector)[u"type"].string() == u"http")
            context.report.error("workflow.not_a_channel", FW_MSG("A message does not go through an HTTP service."),
                                 FW_MSG("Use an \"http\" step, or a connector of type \"webhook\"."), site);
        if (connector && (*connector)[u"type"].string() == u"smtp" && !(*site.node)[u"to"].exists())
            context.report.error("workflow.no_recipient", FW_MSG("An e-mail needs a recipient."),
                                 FW_MSG("Say to whom: add \"to:\" with an address or an expression such as =email."),
                                 site);
        const yaml::Node* text = context.names().find(schema::Target::Message, (*site.node)[u"text"].string());
        const QString type = connector ? (*connector)[u"type"].string() : QString();
        sms(site, type, text, context);
        if ((*site.node)[u"mention"].exists() && connector && !type.endsWith(QLatin1String("_robot")))
            context.report.error("workflow.nobody_to_mention", FW_MSG("Only chat robots mention people."),
                                 FW_MSG("Remove \"mention:\", or send through a robot."), site);
        const QString subject = site.file->root[u"for"].string();
        const QString about = text ? (*text)[u"for"].string(context.names().personTable()) : subject;
        if (!about.isEmpty() && about != subject)
            context.report.error("workflow.other_table",
                                 Message(FW_MSG("The message is about a record of \"%1\", the workflow about \"%2\"."),
                                         {about, subject}),
                                 Message(FW_MSG("Write \"for: %1\" into the message, or choose another."), {subject}),
                                 site);
    }

    static void steps(const yaml::Node& list, const Address& address, Context& context)
    {
        bool stopped = false;
        for (const yaml::Node& step : list.items) {
            const Address at = address.child(step[u"id"].string());
            if (stopped) {
                context.report.warning("workflow.unreachable",
                                       FW_MSG("This step is never reached: the one before ends the run."),
                                       FW_MSG("Remove it or move it up."), at);
                stopped = false;
            }
            stopped = step[u"stop"].exists();
            branches(step[u"branch"], at.child("branch"), context);
            for (const schema::StepList& below : schema::stepLists(step, at))
                steps(*below.steps, below.address, context);
        }
    }

    static void branches(const yaml::Node& list, const Address& address, Context& context)
    {
        for (size_t i = 0; i < list.items.size(); ++i) {
            const yaml::Node& branch = list.items[i];
            const Address at = address.child(branch[u"id"].string());
            if (!branch[u"if"].exists() && i + 1 < list.items.size())
                context.report.error("workflow.else_not_last",
                                     FW_MSG("A branch without a condition is the else and must be the last."),
                                     FW_MSG("Add \"if:\", or move it to the end."), at);
        }
    }
};

} // namespace

RulePtr workflowsRule()
{
    return std::make_unique<WorkflowsRule>();
}

} // namespace fw::check
