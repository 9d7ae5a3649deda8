#include "rule.h"

namespace fw::check
{

using schema::Key;
using schema::Site;

namespace
{

class KeysRule : public Rule
{
public:
    void unknownKey(const Site& map, const yaml::Entry& entry, Context& context) override
    {
        QStringList known;
        for (const Key& key : map.shape->keys)
            known << key.name;
        const QString near = nearest(entry.key, known);
        Problem& problem = context.report.add(
            Severity::Error, "key.unknown", Message(FW_MSG("Unknown key \"%1\"."), {entry.key}),
            near.isEmpty() ? Message(FW_MSG("Remove it, or begin its name with x- to keep it. Known here: %1."),
                                     {known.join(QStringLiteral(", "))})
                           : Message(FW_MSG("Did you mean \"%1\"?"), {near}),
            map.address.child(entry.key), entry.keySpan.begin);
        if (!near.isEmpty())
            problem.fixes << changeTo(map.address.file, entry.keySpan, near);
    }

    void site(const Site& site, Context& context) override
    {
        if (site.key && site.entry && site.freeKey.isEmpty() && !site.element)
            misplaced(site, context);
        if (!site.shape || !site.node->isMap())
            return;
        for (const Key& key : site.shape->keys)
            if (key.required && applies(*site.shape, key, *site.node)) {
                const yaml::Node& value = (*site.node)[key.name];
                if (!value.exists())
                    missing(site, key, context);
                else if (value.isScalar() && value.scalar.trimmed().isEmpty() && mayBeBlank(key.type))
                    empty(site, key, value, context);
            }
        if (!site.shape->oneOf.isEmpty())
            exactlyOne(site, context);
    }

private:
    static void misplaced(const Site& site, Context& context)
    {
        const Site& map = *site.parent;
        if (!map.shape || applies(*map.shape, *site.key, *map.node))
            return;
        const schema::Applies& rule = site.key->applies;
        context.report.error("key.does_not_apply",
                             rule.values.isEmpty()
                                 ? Message(FW_MSG("\"%1\" has no meaning without \"%2\"."), {site.key->name, rule.key})
                                 : Message(FW_MSG("\"%1\" has no meaning here: it belongs to %2: %3."),
                                           {site.key->name, rule.key, rule.values.join(QStringLiteral(" | "))}),
                             FW_MSG("Remove it."), site, true);
    }

    /// Of the other types a blank is no value, which the values rule says.
    static bool mayBeBlank(schema::ValueType type)
    {
        using schema::ValueType;
        return type == ValueType::Text || type == ValueType::LocalText || type == ValueType::LocalTemplate ||
               type == ValueType::Value;
    }

    static void empty(const Site& site, const Key& key, const yaml::Node& value, Context& context)
    {
        context.report.add(Severity::Error, "key.empty", Message(FW_MSG("\"%1\" is empty."), {key.name}),
                           Message::local(FW_MSG("Fill it in (%1)."), {key.label}), site.address.child(key.name),
                           value.span.begin);
    }

    static void missing(const Site& site, const Key& key, Context& context)
    {
        if (key.name == u"id" && site.element)
            return; // the ids rule offers to write one
        if (key.name == u"kind" && !site.key) {
            context.report.error(
                "key.missing", Message(FW_MSG("\"%1\" is missing."), {key.name}),
                Message(FW_MSG("A file in this place is of kind \"%1\": add \"kind: %1\"."), {site.kind->id}), site);
            return;
        }
        context.report.error("key.missing", Message(FW_MSG("\"%1\" is missing."), {key.name}),
                             Message::local(FW_MSG("Add \"%1:\" (%2)."), {LocalText(key.name), key.label}), site);
    }

    static void exactlyOne(const Site& site, Context& context)
    {
        QStringList written;
        for (const QString& name : site.shape->oneOf)
            if ((*site.node)[name].exists())
                written << name;
        const QString all = site.shape->oneOf.join(QStringLiteral(", "));
        if (written.isEmpty())
            context.report.error("key.no_action", FW_MSG("It is not said what this does."),
                                 Message(FW_MSG("Add one of: %1."), {all}), site);
        else if (written.size() > 1)
            context.report.error("key.two_actions",
                                 Message(FW_MSG("\"%1\" and \"%2\" cannot stand together."), {written[0], written[1]}),
                                 FW_MSG("Keep one of the two."), site);
    }
};

} // namespace

RulePtr keysRule()
{
    return std::make_unique<KeysRule>();
}

} // namespace fw::check
