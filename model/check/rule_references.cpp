#include "rule.h"

namespace fw::check
{

using schema::Site;
using schema::Symbol;
using schema::Target;

namespace
{

/// What is missing, in words.
Message missing(const Symbol& symbol)
{
    const auto plain = [&](const char* text) { return Message(text, {symbol.id}); };
    const auto of = [&](const char* text) { return Message(text, {symbol.id, symbol.owner}); };
    if (symbol.id.isEmpty())
        return Message(FW_MSG("Nothing is chosen here yet."));
    switch (symbol.target) {
    case Target::Table: return plain(FW_MSG("There is no table \"%1\"."));
    case Target::Event: return plain(FW_MSG("There is no event \"%1\"."));
    case Target::Scoring: return plain(FW_MSG("There is no scoring table \"%1\"."));
    case Target::Decision: return plain(FW_MSG("There is no decision \"%1\"."));
    case Target::Input: return of(FW_MSG("The decision \"%2\" has no input \"%1\"."));
    case Target::Output: return of(FW_MSG("The decision \"%2\" has no output \"%1\"."));
    case Target::Rule: return of(FW_MSG("The decision \"%2\" has no rule \"%1\"."));
    case Target::Segment: return plain(FW_MSG("There is no segment \"%1\"."));
    case Target::Workflow: return plain(FW_MSG("There is no workflow \"%1\"."));
    case Target::Message: return plain(FW_MSG("There is no message \"%1\"."));
    case Target::Connector: return plain(FW_MSG("There is no connector \"%1\"."));
    case Target::Form: return plain(FW_MSG("There is no form \"%1\"."));
    case Target::View: return plain(FW_MSG("There is no view \"%1\"."));
    case Target::Dashboard: return plain(FW_MSG("There is no dashboard \"%1\"."));
    case Target::Calendar: return plain(FW_MSG("There is no calendar \"%1\"."));
    case Target::Role: return plain(FW_MSG("There is no role \"%1\"."));
    case Target::Setting: return plain(FW_MSG("There is no setting \"%1\"."));
    case Target::Consent: return plain(FW_MSG("There is no consent purpose \"%1\"."));
    case Target::Field: return of(FW_MSG("There is no field \"%1\" in \"%2\" that fits here."));
    case Target::Property: return of(FW_MSG("The event \"%2\" has no property \"%1\"."));
    case Target::Stage: return of(FW_MSG("The scoring table \"%2\" has no stage \"%1\"."));
    case Target::Criterion: return of(FW_MSG("The scoring table \"%2\" has no criterion \"%1\"."));
    case Target::Tile: return of(FW_MSG("The dashboard \"%2\" has no tile \"%1\"."));
    case Target::Option: return of(FW_MSG("\"%1\" is no option of \"%2\"."));
    case Target::StoryStep: return plain(FW_MSG("The story has no step \"%1\"."));
    case Target::StoryUser: return plain(FW_MSG("The story has no user \"%1\"."));
    default: return plain(FW_MSG("\"%1\" names nothing."));
    }
}

class ReferencesRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        schema::referencesAt(site, context.types, [&](const schema::Usage& usage) {
            if (!usage.found && !isOwnOrUnknownOwner(usage.symbol, site, context))
                report(site, usage, context);
        });
        if (site.key && site.key->type == schema::ValueType::Reference && site.node->isScalar())
            fieldType(site, context);
    }

private:
    /// When the table itself is unknown that is one problem, not one for each field. Stories may expect system columns.
    static bool isOwnOrUnknownOwner(const Symbol& symbol, const Site& site, const Context& context)
    {
        if (symbol.target == Target::Property)
            return !context.names().event(symbol.owner);
        if (symbol.target != Target::Field)
            return false;
        if (symbol.owner.isEmpty() ||
            (!context.names().table(symbol.owner) && context.types.members(symbol.owner).isEmpty()))
            return true;
        return site.key->literalsOnly && context.types.member(symbol.owner, symbol.id).has_value();
    }

    static void report(const Site& site, const schema::Usage& usage, Context& context)
    {
        QStringList ids;
        for (const schema::Candidate& candidate : schema::candidatesAt(site, context.types))
            ids << candidate.id;
        const QString written =
            !site.freeKey.isEmpty() && usage.symbol.target != Target::Option ? site.freeKey : site.node->string();
        const QString near = nearest(written, ids);
        const Message remedy = !near.isEmpty() ? Message(FW_MSG("Did you mean \"%1\"?"), {near})
                               : ids.isEmpty() ? Message(FW_MSG("Make it first, or remove this."))
                               : ids.size() <= 12
                                   ? Message(FW_MSG("Choose one of: %1."), {ids.join(QStringLiteral(", "))})
                                   : Message(FW_MSG("Make it first, or choose another."));
        Problem& problem = context.report.add(Severity::Error, "reference.unknown", missing(usage.symbol), remedy,
                                              usage.address, usage.span.begin);
        const bool wholeKey = written == site.freeKey && !site.freeKey.isEmpty();
        if (!near.isEmpty() && (wholeKey || site.node->isScalar()))
            problem.fixes << changeTo(site.address.file, wholeKey ? usage.span : site.node->span, near);
        const bool anyField = site.key->ref.fieldTypes.isEmpty() &&
                              (site.key->ref.target == Target::Field || site.key->ref.target == Target::FieldPath);
        if (const auto fix = usage.symbol.target == Target::Field && anyField
                                 ? createField(context.definition, usage.symbol.owner, usage.symbol.id)
                                 : std::nullopt)
            problem.fixes << *fix;
    }

    static void fieldType(const Site& site, Context& context)
    {
        const schema::Reference& ref = site.key->ref;
        if (ref.fieldTypes.isEmpty())
            return;
        const QString type = context.types.valueTypeAt(resolve(ref.in, site, context.names()), site.node->scalar);
        if (!type.isEmpty() && !ref.fieldTypes.contains(type))
            context.report.error(
                "reference.wrong_type", Message(FW_MSG("The field \"%1\" is of type %2."), {site.node->scalar, type}),
                Message(FW_MSG("Choose a field of type %1."), {ref.fieldTypes.join(QStringLiteral(", "))}), site);
    }
};

} // namespace

RulePtr referencesRule()
{
    return std::make_unique<ReferencesRule>();
}

} // namespace fw::check
