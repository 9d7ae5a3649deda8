#include "rule.h"

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

    static void message(const Site& site, Context& context)
    {
        const yaml::Node* connector =
            context.names().find(schema::Target::Connector, (*site.node)[u"through"].string());
        if (connector && (*connector)[u"type"].string() == u"smtp" && !(*site.node)[u"to"].exists())
            context.report.error("workflow.no_recipient", FW_MSG("An e-mail needs a recipient."),
                                 FW_MSG("Say to whom: add \"to:\" with an address or an expression such as =email."),
                                 site);
        const yaml::Node* text = context.names().find(schema::Target::Message, (*site.node)[u"text"].string());
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
            for (const char* below : {"then", "timeout"})
                steps(step[QString::fromLatin1(below)], at.child(QString::fromLatin1(below)), context);
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
            steps(branch[u"then"], at.child("then"), context);
        }
    }
};

} // namespace

RulePtr workflowsRule()
{
    return std::make_unique<WorkflowsRule>();
}

} // namespace fw::check
