#include "interchange.h"

#include "dmntypes.h"
#include "model/feel/decimal.h"
#include "model/schema/decisions.h"
#include "model/schema/titles.h"

namespace fw::interchange
{

using feel::DecisionTable;

namespace
{

/// One scoring table as a decision model: a table per attribute, the total within its limits, the bands.
class ScoringExporter
{
public:
    ScoringExporter(const Definition& definition, const DefinitionFile& file, QList<Problem>* problems)
        : m_definition(definition), m_types(definition), m_file(file), m_table(file.root[u"table"].string()),
          m_problems(problems)
    {
    }

    dmn::Model model()
    {
        m_model.name = m_file.id();
        m_model.nameSpace = QStringLiteral("urn:formwright:%1:%2").arg(m_definition.app()[u"id"].string(), m_file.id());
        dmn::Decision total;
        total.id = total.name = m_file.id();
        total.typeRef = QStringLiteral("number");
        total.question = schema::titleOf(m_definition, Address{m_file.path, {}}, QStringLiteral("en"));
        QStringList parts;
        if (const QString start = m_file.root[u"start"].string(); !start.isEmpty())
            parts << start;
        for (const yaml::Node& criterion : m_file.root[u"criteria"].items) {
            const QString id = criterion[u"id"].string();
            if (criterion[u"event"].exists() || criterion[u"inactive"].exists()) {
                leftOut(id);
                continue;
            }
            m_model.decisions.push_back(attribute(criterion));
            total.requiredDecisions << u'#' + nameOf(id);
            parts << nameOf(id);
        }
        total.logic = literal(limited(parts.isEmpty() ? QStringLiteral("0") : parts.join(QStringLiteral(" + "))));
        m_model.decisions.push_back(std::move(total));
        if (!m_file.root[u"bands"].items.empty())
            m_model.decisions.push_back(bands());
        return std::move(m_model);
    }

private:
    void leftOut(const QString& id)
    {
        m_problems->append(
            Problem{Severity::Warning,
                    QStringLiteral("dmn.no_attribute"),
                    Message(FW_MSG("\"%1\" counts what happens, which DMN cannot say; it is left out."), {id}),
                    {},
                    Place{m_file.path, 0, 0, Address{m_file.path, {QStringLiteral("criteria"), id}}.toString()},
                    {}});
    }

    /// Decisions and inputs share their names: a criterion may have the id of a field.
    QString nameOf(const QString& criterion) const { return m_file.id() + u'_' + criterion; }

    static dmn::Expression literal(const QString& text)
    {
        dmn::Expression out;
        out.text = text;
        return out;
    }

    QString limited(QString sum) const
    {
        if (const QString cap = m_file.root[u"cap"].string(); !cap.isEmpty())
            sum = QStringLiteral("min(%1, %2)").arg(sum, cap);
        if (const QString floor = m_file.root[u"floor"].string(); !floor.isEmpty())
            sum = QStringLiteral("max(%1, %2)").arg(sum, floor);
        return sum;
    }

    dmn::Decision attribute(const yaml::Node& criterion)
    {
        dmn::Decision out;
        m_default = QStringLiteral("0"); // what does not hold gives nothing
        out.id = out.name = nameOf(criterion[u"id"].string());
        out.typeRef = QStringLiteral("number");
        if (const LocalText label = schema::localText(criterion[u"label"]); !label.isEmpty())
            out.question = label.in(QStringLiteral("en"));
        auto table = std::make_shared<dmn::Table>();
        if (criterion[u"rows"].exists())
            rows(criterion, *table);
        else
            table->rules.rules.append({{}, {textOf(criterion[u"points"])}});
        // The condition of the criterion is one more column.
        if (const QString when = criterion[u"when"].string(); !when.isEmpty()) {
            table->rules.inputs.append({when.mid(1), {}});
            table->inputLabels << QStringLiteral("when");
            for (DecisionTable::Rule& rule : table->rules.rules)
                rule.when << QStringLiteral("true");
        }
        if (table->rules.hitPolicy == DecisionTable::HitPolicy::RuleOrder) {
            table->rules.hitPolicy = DecisionTable::HitPolicy::Collect;
            table->rules.aggregation = DecisionTable::Aggregation::Sum;
        }
        table->rules.outputs = {{QStringLiteral("points"), {}, m_default}};
        table->outputTypes = QStringList{QStringLiteral("number")};
        for (qsizetype i = 0; i < table->rules.inputs.size(); ++i) {
            const feel::Type type = require(table->rules.inputs[i].expression, out);
            table->inputTypes << typeRefOf(schema::fieldTypeOf(type), type.options(), criterion[u"id"].string(),
                                           &m_model);
        }
        for (const DecisionTable::Rule& rule : table->rules.rules)
            (void)require(rule.then.first(), out);
        dmn::Expression logic;
        logic.kind = dmn::Expression::Kind::Table;
        logic.table = std::move(table);
        out.logic = std::move(logic);
        return out;
    }

    static QString textOf(const yaml::Node& points)
    {
        return points.string().startsWith(u'=') ? points.scalar.mid(1) : points.string();
    }

    void rows(const yaml::Node& criterion, dmn::Table& table)
    {
        std::vector<int> order;
        table.rules = schema::criterionTable(criterion, m_table, m_types, &order);
        table.annotations = QStringList{QStringLiteral("rule")};
        for (const yaml::Node& input : criterion[u"inputs"].items)
            table.inputLabels << input[u"id"].string();
        if (table.inputLabels.size() < table.rules.inputs.size())
            table.inputLabels << QStringLiteral("blank");
        // Where all rows count, the row for else is what comes out when none holds.
        const auto& written = criterion[u"rows"].items;
        const bool all = table.rules.hitPolicy == DecisionTable::HitPolicy::RuleOrder;
        for (qsizetype i = 0; i < table.rules.rules.size();) {
            const yaml::Node& row = written[static_cast<size_t>(order[static_cast<size_t>(i)])];
            if (all && row[u"else"].string() == u"true") {
                m_default = textOf(row[u"points"]);
                table.rules.rules.removeAt(i);
                order.erase(order.begin() + i);
                continue;
            }
            table.remarks.append(QStringList{row[u"id"].string()});
            ++i;
        }
    }

    /// Makes the fields an expression reads inputs of the decision; gives its type.
    feel::Type require(const QString& source, dmn::Decision& decision)
    {
        schema::ScopeNames names;
        names.record = m_table;
        const feel::Compiled compiled = feel::compile(source, schema::makeScope(names, m_types));
        for (const feel::Reference& reference : compiled.references) {
            if (reference.owner != m_table)
                continue;
            const QString id = u'#' + QStringLiteral("input_") + reference.name;
            if (!decision.requiredInputs.contains(id))
                decision.requiredInputs << id;
            const bool known = std::any_of(m_model.inputs.begin(), m_model.inputs.end(),
                                           [&](const dmn::InputData& input) { return input.name == reference.name; });
            if (known)
                continue;
            dmn::InputData data;
            data.name = reference.name;
            data.id = id.mid(1);
            const feel::Type type = m_types.member(m_table, reference.name).value_or(feel::Type());
            data.typeRef = typeRefOf(schema::fieldTypeOf(type), type.options(), reference.name, &m_model);
            m_model.inputs.push_back(std::move(data));
        }
        return compiled.ok() ? compiled.program.type() : feel::Type();
    }

    /// Lowest first: each from its bound up to the next one's.
    dmn::Decision bands() const
    {
        dmn::Decision out;
        out.id = out.name = m_file.id() + QStringLiteral("_band");
        out.typeRef = QStringLiteral("string");
        out.requiredDecisions << u'#' + m_file.id();
        auto table = std::make_shared<dmn::Table>();
        table->rules.inputs = {{m_file.id(), {}}};
        table->inputTypes = QStringList{QStringLiteral("number")};
        table->rules.outputs = {{QStringLiteral("band"), {}, {}}};
        table->outputTypes = QStringList{QStringLiteral("string")};
        const auto& bands = m_file.root[u"bands"].items;
        for (size_t i = 0; i < bands.size(); ++i) {
            const QString from = bands[i][u"from"].string(), above = bands[i][u"above"].string();
            const bool low = !from.isEmpty() || !above.isEmpty();
            const bool high = i + 1 < bands.size();
            const bool nextAbove = high && bands[i + 1][u"above"].exists();
            const QString next = high ? bands[i + 1][nextAbove ? u"above" : u"from"].string() : QString();
            QString cell = QStringLiteral("-");
            if (low && high)
                cell = (from.isEmpty() ? u'(' + above : u'[' + from) + QStringLiteral("..") + next +
                       (nextAbove ? u']' : u')');
            else if (low)
                cell = from.isEmpty() ? QStringLiteral("> ") + above : QStringLiteral(">= ") + from;
            else if (high)
                cell = (nextAbove ? QStringLiteral("<= ") : QStringLiteral("< ")) + next;
            table->rules.rules.append({{cell}, {u'"' + bands[i][u"id"].string() + u'"'}});
        }
        dmn::Expression logic;
        logic.kind = dmn::Expression::Kind::Table;
        logic.table = std::move(table);
        out.logic = std::move(logic);
        return out;
    }

    const Definition& m_definition;
    const schema::Types m_types;
    const DefinitionFile& m_file;
    const QString m_table;
    QString m_default = QStringLiteral("0");
    QList<Problem>* m_problems;
    dmn::Model m_model;
};

} // namespace

dmn::Model scoringToModel(const Definition& definition, const QString& scoring, QList<Problem>* problems)
{
    const DefinitionFile* file = definition.find(QStringLiteral("scoring"), scoring);
    return file ? ScoringExporter(definition, *file, problems).model() : dmn::Model();
}

} // namespace fw::interchange
