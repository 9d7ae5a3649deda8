#include "rule.h"

#include "model/feel/predicate.h"
#include "model/feel/timing.h"
#include "model/schema/figure.h"
#include "model/schema/scalarmap.h"

namespace fw::check
{

using schema::ExpressionSite;
using schema::Site;

namespace
{

struct Outcome {
    QList<feel::Diagnostic> diagnostics;
    feel::Program program; ///< of an expression
    std::vector<feel::Reference> references;
    bool timeDependent = false; ///< by itself, not by the fields it reads
};

Outcome compile(const ExpressionSite& expression, const feel::Scope& scope)
{
    Outcome outcome;
    if (expression.form == ExpressionSite::Form::Template) {
        feel::TextTemplate::compile(expression.source, scope, {}, &outcome.diagnostics);
    } else if (expression.form == ExpressionSite::Form::Aggregate) {
        const schema::Figure figure = schema::compileFigure(expression.source, scope);
        outcome.diagnostics = figure.diagnostics;
        outcome.references = figure.references;
        outcome.timeDependent = figure.timeDependent;
    } else {
        feel::CompileOptions options;
        options.expected = expression.expected;
        const feel::Compiled compiled = expression.form == ExpressionSite::Form::Tests
                                            ? schema::compileTests(expression.source, scope, expression.tested)
                                            : feel::compile(expression.source, scope, options);
        outcome.diagnostics = compiled.diagnostics;
        outcome.program = compiled.program;
        outcome.references = compiled.references;
        outcome.timeDependent =
            compiled.ok() && compiled.program.expressionClass() == feel::ExpressionClass::TimeDependent;
    }
    return outcome;
}

/// Stands for the acting user when a row scope is tried.
class SomeUser : public feel::RecordView
{
public:
    QString type() const override { return QStringLiteral("user"); }
    QString id() const override { return QStringLiteral("0"); }
    feel::Value field(QStringView name) const override
    {
        return name == u"roles" ? feel::Value::list({}) : feel::Value(QStringLiteral("0"));
    }
};

/// Every expression in the scope its key gives it; spans are mapped through the scalar's quotes and lines to the file.
class ExpressionsRule : public Rule
{
public:
    void site(const Site& site, Context& context) override
    {
        schema::expressionsAt(site, context.types, [&](const ExpressionSite& expression) {
            if (!hasTable(expression, site, context)) {
                withoutTable(expression, site, context);
                return;
            }
            const Outcome outcome = compile(expression, schema::makeScope(expression.names, context.types));
            report(outcome, expression, site, context);
            remember(outcome, site);
            if (outcome.program.isValid() && site.enclosingMap()->shape->id == u"table_right")
                rowScope(outcome.program, expression, site, context);
        });
    }

    /// What is kept current by writes cannot follow the clock (semantics.md, "Classes"); fields hand their class on.
    void whole(Context& context) override
    {
        for (bool grown = true; grown;) {
            grown = false;
            for (auto& [field, use] : m_computed)
                if (!use.timeDependent && readsTime(use)) {
                    use.timeDependent = true;
                    grown = true;
                }
        }
        for (const Use& use : m_kept) {
            if (use.hasTimer && use.timeDependent && !use.foreseeable)
                context.report.error(
                    "expression.unforeseeable", FW_MSG("Nobody can foresee when time changes this condition."),
                    FW_MSG(
                        "Compare now() or today() with a field plus or minus a duration: made < today() - @\"P30D\"."),
                    use.address);
            if ((!use.timeDependent || use.hasTimer) && !readsTime(use))
                continue;
            if (use.isRollup)
                context.report.error(
                    "expression.time_in_rollup", FW_MSG("A rollup is stored and cannot depend on the time of reading."),
                    FW_MSG("Compare with a field of the record, or use a computed field over the related records."),
                    use.address);
            else
                context.report.warning("expression.time_dependent",
                                       FW_MSG("This condition also changes as time passes; it is tested again only "
                                              "when the record changes or something happens to it."),
                                       FW_MSG("For an exact moment write now() or today() into the condition of a "
                                              "segment itself, and let a trigger \"enters\" it."),
                                       use.address);
        }
    }

private:
    /// What an expression reads, kept until every field's class is known.
    struct Use {
        Address address;
        QStringList fields; ///< "table.field"
        bool timeDependent = false;
        bool isRollup = false;
        bool hasTimer = false;   ///< the engine tests it again by timers
        bool foreseeable = true; ///< … where it can be told when
    };

    bool readsTime(const Use& use) const
    {
        return std::any_of(use.fields.begin(), use.fields.end(), [this](const QString& field) {
            const auto it = m_computed.find(field);
            return it != m_computed.end() && it->second.timeDependent;
        });
    }

    void remember(const Outcome& outcome, const Site& site)
    {
        const Site& map = *site.enclosingMap();
        const QString where = map.shape->id + u'.' + site.key->name, type = (*map.node)[u"type"].string();
        Use use{site.address, {}, outcome.timeDependent, type == u"rollup", where == u"segment.condition", true};
        if (use.hasTimer && outcome.program.isValid())
            use.foreseeable = feel::isForeseeable(outcome.program);
        for (const feel::Reference& reference : outcome.references)
            use.fields << reference.owner + u'.' + reference.name;
        if (where == u"field.value" && type == u"computed")
            m_computed[site.file->id() + u'.' + (*map.node)[u"id"].string()] = use;
        const bool attribute = (where == u"criterion.when" && !(*map.node)[u"event"].exists()) ||
                               where == u"criterion.points" || map.shape->id.startsWith(QLatin1String("criterion_"));
        if (use.isRollup || attribute || where == u"segment.condition" || where == u"trigger.becomes")
            m_kept.push_back(use);
    }

    /// Without its table an expression cannot be judged; that the table is unknown is said where it is named.
    static bool hasTable(const ExpressionSite& expression, const Site& site, const Context& context)
    {
        const schema::From::Where where = site.key->scope.record.where;
        if (expression.names.record.isEmpty())
            return where == schema::From::Where::Nothing || where == schema::From::Where::Person;
        return context.names().table(expression.names.record) ||
               !context.types.members(expression.names.record).isEmpty();
    }

    static void withoutTable(const ExpressionSite& expression, const Site& site, Context& context)
    {
        if (site.kind->id == u"message" && expression.names.record.isEmpty() && expression.source.contains(u'{'))
            context.report.error("message.no_table", FW_MSG("It is not said whose fields this text may use."),
                                 FW_MSG("Add \"for:\" with a table."), expression.address);
    }

    static void report(const Outcome& outcome, const ExpressionSite& expression, const Site& site, Context& context)
    {
        const schema::ScalarMap map(site.file->text, *expression.scalar);
        for (const feel::Diagnostic& diagnostic : outcome.diagnostics) {
            const yaml::Span bytes =
                map.bytes(diagnostic.span.begin + expression.offset, diagnostic.span.end + expression.offset);
            Problem& problem = context.report.add(diagnostic.severity, "feel", diagnostic.what, diagnostic.remedy,
                                                  expression.address, bytes.begin);
            problem.code = diagnostic.code;
            const Message label = diagnostic.replacementLabel.isEmpty()
                                      ? Message(FW_MSG("Change to \"%1\""), {diagnostic.replacement})
                                      : diagnostic.replacementLabel;
            if (!diagnostic.replacement.isEmpty() && map.exact())
                problem.fixes << Fix{label, site.address.file, bytes.begin, bytes.end,
                                     map.escaped(diagnostic.replacement)};
            const QString name =
                expression.source.mid(diagnostic.span.begin, diagnostic.span.end - diagnostic.span.begin);
            if (const auto fix = diagnostic.code == u"feel.unknown_name"
                                     ? createField(context.definition, expression.names.record, name)
                                     : std::nullopt)
                problem.fixes << *fix;
        }
    }

    /// Row scopes hold for counts and charts too, so the store itself must be able to test them (semantics.md, "Permissions").
    static void rowScope(const feel::Program& program, const ExpressionSite& expression, const Site& site,
                         Context& context)
    {
        std::vector<feel::Value> slotValues(schema::SlotCount);
        slotValues[schema::SlotMe] = feel::Value(std::shared_ptr<const feel::RecordView>(std::make_shared<SomeUser>()));
        if (!feel::toPredicate(program, {slotValues, nullptr}, expression.names.record))
            context.report.error(
                "role.not_translatable", FW_MSG("The store cannot test this condition itself, and rights need that."),
                FW_MSG("Compare fields with values, me or its members, joined with and, or, not."), site);
    }

    std::map<QString, Use> m_computed; ///< by "table.field"
    std::vector<Use> m_kept;           ///< what writes alone keep current
};

} // namespace

RulePtr expressionsRule()
{
    return std::make_unique<ExpressionsRule>();
}

} // namespace fw::check
