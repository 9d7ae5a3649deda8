#include "rule.h"

#include "model/feel/builtins.h"
#include "model/feel/tablecheck.h"
#include "model/schema/decisions.h"
#include "model/schema/literals.h"

namespace fw::check
{

using feel::DecisionTable;
using feel::TableFinding;
using schema::Site;

namespace
{

QStringList idsOf(const yaml::Node& list)
{
    QStringList ids;
    for (const yaml::Node& element : list.items)
        ids << element.string(element[u"id"].string());
    return ids;
}

/// FEEL text of what a test writes down: a record is written as a map.
QString sourceOf(const yaml::Node& value, const QString& type)
{
    if (!value.isMap())
        return schema::literalSource(value, type);
    QStringList entries;
    for (const yaml::Entry& entry : value.entries)
        entries << u'"' + entry.key + QStringLiteral("\": ") + sourceOf(entry.value, QStringLiteral("any"));
    return u'{' + entries.join(QStringLiteral(", ")) + u'}';
}

feel::Value valueOf(const yaml::Node& value, const QString& type)
{
    return value.exists() ? feel::compile(sourceOf(value, type), feel::Scope()).program.evaluate({}) : feel::Value();
}

/// A decision table that compiles, with the words to speak of it.
struct Table {
    const yaml::Node& root; ///< of the decision, or of a criterion
    Address address;
    const feel::DecisionTable written;
    std::vector<int> order; ///< rule → row, of a criterion
    feel::CompiledTable compiled;

    const yaml::Node& rows() const { return root[root[u"outputs"].exists() ? u"rules" : u"rows"]; }
    Address list() const { return address.child(root[u"outputs"].exists() ? "rules" : "rows"); }
    QString ruleId(int rule) const
    {
        const int row = order.empty() ? rule : order[static_cast<size_t>(rule)];
        return rows().items[static_cast<size_t>(row)][u"id"].string();
    }
    /// "level gold, amount < 1000"
    QString area(const QStringList& when) const
    {
        const QStringList inputs = idsOf(root[u"inputs"]);
        QStringList parts;
        for (qsizetype i = 0; i < inputs.size() && i < when.size(); ++i)
            if (when[i] != u"-")
                parts << inputs[i] + u' ' + when[i];
        return parts.isEmpty() ? QStringLiteral("-") : parts.join(QStringLiteral(", "));
    }
};

class DecisionsRule : public Rule
{
public:
    /// What a decision calls and whether it knows more than its inputs.
    void site(const Site& site, Context& context) override
    {
        if (site.kind->id != u"decision")
            return;
        option(site, context);
        schema::expressionsAt(site, context.types, [&](const schema::ExpressionSite& expression) {
            const feel::Scope scope = schema::makeScope(expression.names, context.types);
            const feel::Compiled compiled = expression.form == schema::ExpressionSite::Form::Tests
                                                ? schema::compileTests(expression.source, scope, expression.tested)
                                                : feel::compile(expression.source, scope);
            if (compiled.ok() && compiled.program.expressionClass() != feel::ExpressionClass::Stable)
                context.report.error("decision.not_pure", FW_MSG("A decision knows nothing but its inputs."),
                                     FW_MSG("Add an input, and let who calls give it now(), today() or the count."),
                                     site);
            for (const feel::Reference& reference : compiled.references)
                if (reference.owner == u"decision")
                    m_calls[site.file->id()].push_back({reference.name, site.address});
        });
    }

    void whole(Context& context) override
    {
        for (auto it = m_calls.begin(); it != m_calls.end(); ++it)
            cycle(it.key(), {}, context);
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("decision")))
            decision(*file, context);
        for (const DefinitionFile* file : context.definition.all(QStringLiteral("scoring")))
            for (const yaml::Node& criterion : file->root[u"criteria"].items)
                if (!criterion[u"rows"].items.empty())
                    rowsOf(*file, criterion, context);
    }

private:
    struct Call {
        QString callee;
        Address address;
    };

    /// A value of a choice in an output or a test; cells of inputs are compiled with their table.
    static void option(const Site& site, Context& context)
    {
        const yaml::Node* column = schema::typedByField(site, context.names());
        if (!column || !(*column)[u"options"].exists() || site.key->scope.tests || site.freeKey.isEmpty())
            return;
        const QStringList options = idsOf((*column)[u"options"]);
        const std::vector<yaml::Node> one{*site.node};
        for (const yaml::Node& value : site.node->isSequence() ? site.node->items : one) {
            if (!value.isScalar() || value.scalar.startsWith(u'=') || options.contains(value.scalar))
                continue;
            const QString near = nearest(value.scalar, options);
            Problem& problem = context.report.error(
                "reference.unknown", Message(FW_MSG("\"%1\" is no option of \"%2\"."), {value.scalar, site.freeKey}),
                near.isEmpty() ? Message(FW_MSG("Choose one of: %1."), {options.join(QStringLiteral(", "))})
                               : Message(FW_MSG("Did you mean \"%1\"?"), {near}),
                site);
            if (!near.isEmpty() && site.node->isScalar())
                problem.fixes << changeTo(site.address.file, value.span, near);
        }
    }

    void cycle(const QString& id, QStringList path, Context& context)
    {
        if (const auto at = path.indexOf(id); at >= 0) {
            path = path.mid(at);
            for (const QString& member : path) {
                m_done.insert(member);
                m_inRing.insert(member);
            }
            for (const Call& call : m_calls[path.first()])
                if (call.callee == (path.size() > 1 ? path[1] : id))
                    return (void)context.report.error(
                        "decision.cycle",
                        Message(FW_MSG("The decision \"%1\" needs itself: %2."),
                                {id, (path + QStringList{id}).join(QStringLiteral(" → "))}),
                        FW_MSG("Change one of these decisions so that the ring is open."), call.address);
            return;
        }
        if (m_done.contains(id))
            return;
        for (const Call& call : m_calls.value(id))
            cycle(call.callee, path + QStringList{id}, context);
        m_done.insert(id);
    }

    void decision(const DefinitionFile& file, Context& context)
    {
        const Address address{file.path, {}};
        if (feel::findBuiltin(file.id(), feel::Dialect::Studio))
            context.report.error("decision.function_name",
                                 Message(FW_MSG("\"%1\" is a function of the expression language."), {file.id()}),
                                 FW_MSG("Choose another id: decisions are called like functions."),
                                 address.child("id"));
        if (!policyFits(file.root, address, context) || m_inRing.contains(file.id()))
            return;
        QList<feel::TableDiagnostic> diagnostics;
        const DecisionTable written = schema::decisionTable(file.root);
        const Table table{file.root,
                          address,
                          written,
                          {},
                          schema::compileTable(written, schema::decisionNames(file.id()), context.types, &diagnostics)};
        if (!report(table, diagnostics, context))
            return;
        examined(table, context);
        for (const yaml::Node& test : file.root[u"tests"].items)
            run(table, test, context);
    }

    void rowsOf(const DefinitionFile& file, const yaml::Node& criterion, Context& context)
    {
        const Address address{file.path, {QStringLiteral("criteria"), criterion[u"id"].string()}};
        const QStringList inputs = idsOf(criterion[u"inputs"]);
        for (const yaml::Node& row : criterion[u"rows"].items)
            for (const yaml::Entry& cell : row[u"when"].entries) {
                if (inputs.contains(cell.key))
                    continue;
                context.report.error(
                    "scoring.unknown_input", Message(FW_MSG("The criterion has no input \"%1\"."), {cell.key}),
                    inputs.isEmpty() ? Message(FW_MSG("List what the rows test under \"inputs:\"."))
                                     : Message(FW_MSG("Choose one of: %1."), {inputs.join(QStringLiteral(", "))}),
                    address.child("rows").child(row[u"id"].string()).child("when").child(cell.key));
            }
        const QString tableId = file.root[u"table"].string();
        if (!context.names().table(tableId))
            return;
        std::vector<int> order;
        QList<feel::TableDiagnostic> diagnostics;
        const DecisionTable written = schema::criterionTable(criterion, tableId, context.types, &order);
        schema::ScopeNames names;
        names.record = tableId;
        const Table table{criterion, address, written, order,
                          schema::compileTable(written, names, context.types, &diagnostics)};
        if (report(table, diagnostics, context))
            examined(table, context);
    }

    static bool policyFits(const yaml::Node& root, const Address& address, Context& context)
    {
        const QString policy = root[u"hit_policy"].string(), aggregate = root[u"aggregate"].string();
        const auto& outputs = root[u"outputs"].items;
        const auto wrong = [&](const char* code, const char* what, const char* remedy, const char* key) {
            context.report.error(code, what, remedy, address.child(key));
            return false;
        };
        if (outputs.empty() || root[u"inputs"].items.empty())
            return false; // said where they are missing
        if (!aggregate.isEmpty() && outputs.size() > 1)
            return wrong("decision.several_outputs", FW_MSG("Results of several outputs cannot be added up."),
                         FW_MSG("Keep one output, or remove \"aggregate:\"."), "aggregate");
        if (aggregate == u"sum" && outputs.front()[u"type"].string() != u"number" &&
            outputs.front()[u"type"].string() != u"duration")
            return wrong("decision.sum_of_numbers", FW_MSG("Only numbers and durations have a sum."),
                         FW_MSG("Change the type of the output, or collect in another way."), "aggregate");
        const bool sorted = policy == u"priority" || policy == u"output_order";
        for (const yaml::Node& output : outputs)
            if (sorted && !output[u"values"].exists() && !output[u"options"].exists())
                return wrong("decision.no_order", FW_MSG("It is not said which results come first."),
                             FW_MSG("Add \"values:\" to each output, best first."), "hit_policy");
        return true;
    }

    /// Mistakes in values; those in expressions are the expressions rule's business. False when there is any.
    static bool report(const Table& table, const QList<feel::TableDiagnostic>& diagnostics, Context& context)
    {
        for (const feel::TableDiagnostic& found : diagnostics) {
            const Address place = schema::placeOf(table.root, table.address, found, table.order);
            const yaml::Node& node = context.definition.node(place);
            if (found.diagnostic.severity != Severity::Error || !node.exists() || node.string().startsWith(u'=') ||
                found.part != feel::TableDiagnostic::Part::Cell)
                continue;
            // What a cell of a declared type may hold is the literals rule's business, but for options.
            if (table.order.empty() && found.diagnostic.code != u"feel.not_an_option")
                continue;
            Problem& problem = context.report.error("feel", found.diagnostic.what, found.diagnostic.remedy, place);
            problem.code = found.diagnostic.code;
        }
        return table.compiled.isValid();
    }

    static void examined(const Table& table, Context& context)
    {
        using Policy = DecisionTable::HitPolicy;
        const Policy policy = table.written.hitPolicy;
        const bool one =
            policy == Policy::Unique || policy == Policy::Any || policy == Policy::Priority || policy == Policy::First;
        const bool covered = std::all_of(table.written.outputs.begin(), table.written.outputs.end(),
                                         [](const auto& output) { return !output.defaultValue.isEmpty(); });
        for (const TableFinding& finding : feel::examine(table.compiled, policy).found) {
            if (finding.kind == TableFinding::Kind::Gap) {
                if (one && !covered && table.root[u"outputs"].exists())
                    context.report.warning("decision.gap",
                                           Message(FW_MSG("No rule holds for: %1."), {table.area(finding.when)}),
                                           FW_MSG("Add a rule, or give the outputs a \"default:\"."), table.list());
                continue;
            }
            const QString rule = table.ruleId(finding.rule);
            const Address place = table.list().child(rule);
            const QString other = finding.other < 0 ? QString() : table.ruleId(finding.other);
            switch (finding.kind) {
            case TableFinding::Kind::Overlap:
                context.report.error("decision.overlap",
                                     Message(FW_MSG("\"%1\" and \"%2\" both hold for: %3. Only one may."),
                                             {other, rule, table.area(finding.when)}),
                                     FW_MSG("Change one of them, or choose another \"hit_policy:\"."), place);
                break;
            case TableFinding::Kind::Conflict:
                context.report.error("decision.conflict",
                                     Message(FW_MSG("\"%1\" and \"%2\" give different results for: %3."),
                                             {other, rule, table.area(finding.when)}),
                                     FW_MSG("Give both the same results, or choose another \"hit_policy:\"."), place);
                break;
            case TableFinding::Kind::Hidden:
                context.report.warning(
                    "decision.hidden",
                    Message(FW_MSG("This never counts: wherever it holds, \"%1\" comes first."), {other}),
                    FW_MSG("Move it up, change it, or remove it."), place);
                break;
            default:
                context.report.warning("decision.never", FW_MSG("This never holds."),
                                       FW_MSG("Change it, or remove it."), place);
            }
        }
    }

    static void run(const Table& table, const yaml::Node& test, Context& context)
    {
        const Address place = table.address.child("tests").child(test[u"id"].string());
        std::vector<feel::Value> given;
        for (const yaml::Node& input : table.root[u"inputs"].items)
            if (!input[u"value"].exists())
                given.push_back(valueOf(test[u"given"][input[u"id"].string()], input[u"type"].string()));
        const feel::Frame frame{given, nullptr, nullptr};
        const feel::Value result = table.compiled.evaluate(frame);
        for (const yaml::Entry& entry : test[u"expect"].entries) {
            const yaml::Node& output = table.root[u"outputs"].byId(entry.key);
            if (!output.exists())
                continue; // said by the references rule
            const feel::Value expected = valueOf(entry.value, output[u"type"].string());
            const feel::Value actual = ofOutput(result, table.root[u"outputs"].items.size(), entry.key);
            if (expected == actual)
                continue;
            const feel::NullCause* cause = actual.nullCause();
            context.report.error("decision.test_failed",
                                 Message(FW_MSG("The test expects %1 of \"%2\"; the decision gives %3."),
                                         {expected.toFeel(200), entry.key, actual.toFeel(200)}),
                                 cause ? cause->what : Message(FW_MSG("Change the rules, or the test.")),
                                 place.child("expect").child(entry.key));
        }
        if (!test[u"rules"].exists())
            return;
        QStringList expected = idsOf(test[u"rules"]), actual;
        for (const int hit : table.compiled.hits(frame))
            actual << table.ruleId(hit);
        if (expected != actual)
            context.report.error("decision.test_failed",
                                 Message(FW_MSG("The test expects the rules %1; %2 hold."),
                                         {expected.join(QStringLiteral(", ")),
                                          actual.isEmpty() ? QStringLiteral("-") : actual.join(QStringLiteral(", "))}),
                                 FW_MSG("Change the rules, or the test."), place.child("rules"));
    }

    /// One output of a result; of a list of results, the list of it.
    static feel::Value ofOutput(const feel::Value& result, size_t outputs, const QString& id)
    {
        if (outputs == 1)
            return result;
        if (result.kind() == feel::Value::Kind::Context)
            return result.entry(id) ? *result.entry(id) : feel::Value();
        if (result.kind() != feel::Value::Kind::List)
            return result;
        feel::Value::Items items;
        for (const feel::Value& one : result.items())
            items.push_back(ofOutput(one, outputs, id));
        return feel::Value::list(std::move(items));
    }

    QMap<QString, std::vector<Call>> m_calls; ///< by decision
    QSet<QString> m_done;
    QSet<QString> m_inRing; ///< decisions that need themselves: not run
};

} // namespace

RulePtr decisionsRule()
{
    return std::make_unique<DecisionsRule>();
}

} // namespace fw::check
