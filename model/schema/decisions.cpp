#include "decisions.h"

#include "literals.h"
#include "model/feel/decisionfunction.h"
#include "references.h"

namespace fw::schema
{

using feel::DecisionTable;
using feel::Type;
using FeelKind = feel::Type::Kind;

/// Of an input, output, rule; an option may be written as its id alone.
static QString idOf(const yaml::Node& element)
{
    return element.string(element[u"id"].string());
}

static QString formulaOf(const yaml::Node& input)
{
    const QString value = input[u"value"].string();
    return value.startsWith(u'=') ? value.mid(1) : idOf(input);
}

Type inputType(const yaml::Node& input, const ScopeNames& names, const Types& types)
{
    if (input[u"type"].exists())
        return types.fieldType(input);
    const feel::Compiled compiled = feel::compile(formulaOf(input), makeScope(names, types));
    return compiled.ok() ? compiled.program.type() : Type();
}

/// "=> 5" are tests; a value stands for itself, a list for any of its values.
static QString cellSource(const yaml::Node& cell, const QString& fieldType)
{
    if (cell.string().startsWith(u'='))
        return cell.scalar.mid(1);
    if (cell.isScalar())
        return literalSource(cell, fieldType);
    QStringList tests;
    for (const yaml::Node& item : cell.items)
        tests << cellSource(item, fieldType);
    return tests.isEmpty() ? QStringLiteral("-") : tests.join(QStringLiteral(", "));
}

static QString valueSource(const yaml::Node& value, const QString& fieldType)
{
    return value.string().startsWith(u'=') ? value.scalar.mid(1) : literalSource(value, fieldType);
}

static QString valuesOf(const yaml::Node& output)
{
    const QString type = output[u"type"].string();
    QStringList values;
    for (const yaml::Node& value : output[u"values"].items)
        values << literalSource(value, type);
    for (const yaml::Node& option : values.isEmpty() ? output[u"options"].items : std::vector<yaml::Node>())
        values << literalSource(yaml::Node::text(idOf(option)), type);
    return values.join(QStringLiteral(", "));
}

static void setPolicy(DecisionTable& table, const yaml::Node& root)
{
    QString policy = root[u"hit_policy"].string(QStringLiteral("unique")).toUpper().replace(u'_', u' ');
    if (policy == u"COLLECT" && root[u"aggregate"].exists())
        policy += u'/' + root[u"aggregate"].string().toUpper();
    std::tie(table.hitPolicy, table.aggregation) =
        DecisionTable::policyNamed(policy).value_or(std::pair(table.hitPolicy, table.aggregation));
}

DecisionTable decisionTable(const yaml::Node& root)
{
    DecisionTable table;
    setPolicy(table, root);
    const auto& inputs = root[u"inputs"].items;
    const auto& outputs = root[u"outputs"].items;
    for (const yaml::Node& input : inputs)
        table.inputs.append({formulaOf(input), input[u"allowed"].string().mid(1)});
    for (const yaml::Node& output : outputs) {
        const yaml::Node& fallback = output[u"default"];
        table.outputs.append({outputs.size() == 1 ? QString() : idOf(output), valuesOf(output),
                              fallback.exists() ? literalSource(fallback, output[u"type"].string()) : QString()});
    }
    for (const yaml::Node& from : root[u"rules"].items) {
        DecisionTable::Rule rule;
        for (const yaml::Node& input : inputs)
            rule.when << cellSource(from[u"when"][idOf(input)], input[u"type"].string());
        for (const yaml::Node& output : outputs)
            rule.then << valueSource(from[u"then"][idOf(output)], output[u"type"].string());
        table.rules.append(std::move(rule));
    }
    return table;
}

ScopeNames decisionNames(const QString& id)
{
    ScopeNames names;
    names.decision = QStringLiteral("decision:") + id;
    return names;
}

DecisionTable criterionTable(const yaml::Node& criterion, const QString& table, const Types& types,
                             std::vector<int>* order)
{
    ScopeNames names;
    names.record = table;
    DecisionTable out;
    const bool all = criterion[u"match"].string() == u"all";
    out.hitPolicy = all ? DecisionTable::HitPolicy::RuleOrder : DecisionTable::HitPolicy::First;
    const auto& inputs = criterion[u"inputs"].items;
    QStringList fieldTypes, blank;
    for (const yaml::Node& input : inputs) {
        out.inputs.append({formulaOf(input), {}});
        fieldTypes << fieldTypeOf(inputType(input, names, types));
        blank << u'(' + formulaOf(input) + QStringLiteral(") = null");
    }
    out.outputs.append(DecisionTable::Output{});
    // Rows for blank ask a column of their own.
    const auto& rows = criterion[u"rows"].items;
    const auto isSet = [&rows](size_t i, const char16_t* key) { return rows[i][QStringView(key)].string() == u"true"; };
    bool asksBlank = false;
    for (size_t i = 0; i < rows.size(); ++i)
        asksBlank = asksBlank || isSet(i, u"blank");
    if (asksBlank)
        out.inputs.append({blank.join(QStringLiteral(" or ")), {}});
    const auto add = [&](bool ofBlank, bool ofElse) {
        for (size_t i = 0; i < rows.size(); ++i) {
            if (isSet(i, u"blank") != ofBlank || isSet(i, u"else") != ofElse)
                continue;
            DecisionTable::Rule rule;
            for (qsizetype input = 0; input < fieldTypes.size(); ++input)
                rule.when << cellSource(rows[i][u"when"][idOf(inputs[static_cast<size_t>(input)])], fieldTypes[input]);
            if (asksBlank)
                rule.when << (ofBlank ? QStringLiteral("true") : QStringLiteral("-"));
            rule.then << valueSource(rows[i][u"points"], QStringLiteral("number"));
            out.rules.append(std::move(rule));
            order->push_back(static_cast<int>(i));
        }
    };
    add(true, false);
    add(false, false);
    add(false, true);
    return out;
}

Address placeOf(const yaml::Node& node, const Address& root, const feel::TableDiagnostic& diagnostic,
                const std::vector<int>& order)
{
    using Part = feel::TableDiagnostic::Part;
    const bool decision = node[u"outputs"].exists();
    const auto element = [&](const char* list, int index) {
        const auto& items = node[QString::fromLatin1(list)].items;
        const Address at = root.child(QString::fromLatin1(list));
        return index < 0 || static_cast<size_t>(index) >= items.size()
                   ? root
                   : at.child(idOf(items[static_cast<size_t>(index)]));
    };
    const auto column = [&](const char* list) {
        const auto& items = node[QString::fromLatin1(list)].items;
        const auto index = static_cast<size_t>(diagnostic.column);
        return index < items.size() ? idOf(items[index]) : QString();
    };
    const int row = diagnostic.row >= 0 && static_cast<size_t>(diagnostic.row) < order.size()
                        ? order[static_cast<size_t>(diagnostic.row)]
                        : diagnostic.row;
    switch (diagnostic.part) {
    case Part::Input: return element("inputs", diagnostic.column);
    case Part::Allowed: return element("inputs", diagnostic.column).child(QStringLiteral("allowed"));
    case Part::Cell:
        return element(decision ? "rules" : "rows", row).child(QStringLiteral("when")).child(column("inputs"));
    case Part::Output:
        return decision ? element("rules", row).child(QStringLiteral("then")).child(column("outputs"))
                        : element("rows", row).child(QStringLiteral("points"));
    case Part::Values: return element("outputs", diagnostic.column).child(QStringLiteral("values"));
    case Part::Default: return element("outputs", diagnostic.column).child(QStringLiteral("default"));
    }
    return root;
}

feel::CompiledTable compileTable(const DecisionTable& table, const ScopeNames& names, const Types& types,
                                 QList<feel::TableDiagnostic>* diagnostics)
{
    return feel::CompiledTable::compile(table, makeScope(names, types), {}, diagnostics);
}

/// What a decision gives: its one output, or a context of them; lists of these where several rules may hold.
static Type resultOf(const yaml::Node& root, const Types& types)
{
    DecisionTable table;
    setPolicy(table, root);
    const auto& outputs = root[u"outputs"].items;
    std::vector<Type::Member> members;
    for (const yaml::Node& output : outputs)
        members.push_back({idOf(output), types.fieldType(output)});
    const Type one = members.size() == 1 ? members.front().type : Type::context(std::move(members));
    switch (table.hitPolicy) {
    case DecisionTable::HitPolicy::RuleOrder:
    case DecisionTable::HitPolicy::OutputOrder: return Type::list(one);
    case DecisionTable::HitPolicy::Collect: break;
    default: return one;
    }
    using Aggregation = DecisionTable::Aggregation;
    if (table.aggregation == Aggregation::None)
        return Type::list(one);
    return table.aggregation == Aggregation::Count ? Type(FeelKind::Number) : one;
}

feel::DefinedFunction declaredFunction(const std::shared_ptr<const Names>& names, const QString& id, const Types& types)
{
    const yaml::Node& root = *names->find(Target::Decision, id);
    feel::DefinedFunction function;
    std::vector<Type> parameters;
    for (const yaml::Node& input : root[u"inputs"].items) {
        if (input[u"value"].exists())
            continue;
        function.parameters << idOf(input);
        parameters.push_back(types.fieldType(input));
    }
    function.type = Type::function(std::move(parameters), resultOf(root, types));
    function.value = feel::decisionFunction(function.parameters, function.type, [names, id] {
        // Types of its own: the function may outlive those it was declared by.
        const auto own = std::make_shared<const Types>(names);
        return compileTable(decisionTable(*names->find(Target::Decision, id)), decisionNames(id), *own, nullptr);
    });
    return function;
}

} // namespace fw::schema
