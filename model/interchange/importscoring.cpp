#include "interchange.h"

#include "dmntypes.h"
#include "model/feel/decimal.h"
#include "model/schema/fresh.h"
#include "model/yaml/emitter.h"
#include "rewriting.h"

#include <QRegularExpression>

namespace fw::interchange
{

using feel::DecisionTable;
using yaml::Entry;
using yaml::Node;

namespace
{

Node number(const QString& source)
{
    return feel::Decimal::fromString(source.trimmed()) ? Node::plain(source.trimmed()) : Node::text(u'=' + source);
}

class ScoringImporter
{
public:
    ScoringImporter(const dmn::Model& model, QList<Problem>* problems) : m_model(model), m_problems(problems)
    {
        QStringList taken;
        for (const dmn::InputData& input : model.inputs)
            m_names.insert(input.name, idFor(input.name, &taken, QStringLiteral("field")));
    }

    QByteArray file(const QString& id, const QString& table)
    {
        Node root = Node::map({entry("kind", Node::plain(QStringLiteral("scoring"))), entry("id", Node::plain(id)),
                               entry("table", Node::plain(table))});
        std::vector<Node> criteria, bands;
        for (const dmn::Decision& decision : m_model.decisions) {
            const dmn::Table* rules = decision.logic && decision.logic->table ? decision.logic->table.get() : nullptr;
            if (!rules)
                limits(decision, root);
            else if (rules->rules.outputs.size() != 1)
                leftOut(decision);
            else if (decision.requiredDecisions.isEmpty())
                criteria.push_back(criterion(decision, *rules));
            else if (auto found = bandsOf(*rules); !found.empty())
                bands = std::move(found);
            else
                leftOut(decision);
        }
        root.entries.push_back(entry("criteria", Node::sequence(std::move(criteria))));
        if (!bands.empty())
            root.entries.push_back(entry("bands", Node::sequence(std::move(bands))));
        return yaml::fileText(root);
    }

private:
    void leftOut(const dmn::Decision& decision)
    {
        m_problems->append(Problem{Severity::Warning,
                                   QStringLiteral("dmn.no_scoring"),
                                   Message(FW_MSG("\"%1\" gives no points and is left out."), {decision.name}),
                                   {},
                                   Place{{}, decision.line, 0, decision.name},
                                   {}});
    }

    /// The total as it is written: max(min(start + a + b, cap), floor).
    void limits(const dmn::Decision& decision, Node& root)
    {
        static const QRegularExpression form(
            QStringLiteral("^(?:max\\()?(?:min\\()?(.*?)(?:, (-?[0-9.]+)\\))?(?:, (-?[0-9.]+)\\))?$"));
        const QString text = decision.logic ? decision.logic->text.simplified() : QString();
        const auto match = form.match(text);
        const bool max = text.startsWith(QLatin1String("max(")), min = text.contains(QLatin1String("min("));
        QStringList others;
        for (const QString& part : match.captured(1).split(QStringLiteral(" + "))) {
            const bool named = std::any_of(m_model.decisions.begin(), m_model.decisions.end(),
                                           [&](const dmn::Decision& other) { return other.name == part; });
            if (feel::Decimal::fromString(part))
                root.entries.push_back(entry("start", Node::plain(part)));
            else if (!named)
                others << part;
        }
        if (!others.isEmpty())
            leftOut(decision);
        if (max)
            root.entries.push_back(entry("floor", Node::plain(match.captured(min ? 3 : 2))));
        if (min)
            root.entries.push_back(entry("cap", Node::plain(match.captured(2))));
    }

    Node criterion(const dmn::Decision& decision, const dmn::Table& table)
    {
        const QString prefix = m_model.name + u'_';
        const QString name = decision.name.startsWith(prefix) ? decision.name.mid(prefix.size()) : decision.name;
        Node out = Node::map({entry("id", Node::plain(idFor(name, &m_taken, QStringLiteral("criterion"))))});
        const QString label = decision.question.isEmpty() ? name : decision.question;
        if (label != out[u"id"].string())
            out.entries.push_back(entry("label", Node::text(label)));
        const qsizetype when = table.inputLabels.indexOf(QStringLiteral("when"));
        if (when >= 0)
            out.entries.push_back(
                entry("when", Node::text(u'=' + rewritten(table.rules.inputs[when].expression, m_names, false))));
        if (when >= 0 && table.rules.inputs.size() == 1 && table.rules.rules.size() == 1) {
            out.entries.push_back(
                entry("points", number(rewritten(table.rules.rules.first().then.value(0), m_names, false))));
            out.style = yaml::Style::Flow;
            return out;
        }
        rows(table, when, out);
        return out;
    }

    void rows(const dmn::Table& table, qsizetype when, Node& out)
    {
        const qsizetype blank = table.inputLabels.indexOf(QStringLiteral("blank"));
        std::vector<Node> inputs, rows;
        QStringList ids, types, taken, rowIds;
        for (qsizetype i = 0; i < table.rules.inputs.size(); ++i) {
            types << typeKeys(table.inputTypes.value(i), m_model).front().value.scalar;
            const QString formula = rewritten(table.rules.inputs[i].expression, m_names, false);
            const QString label = table.inputLabels.value(i);
            ids << (i == when || i == blank
                        ? QString()
                        : idFor(label.isEmpty() ? formula : label, &taken, QStringLiteral("input")));
            if (i != when && i != blank)
                inputs.push_back(
                    Node::map({entry("id", Node::plain(ids.last())), entry("value", Node::text(u'=' + formula))},
                              yaml::Style::Flow));
        }
        const bool all = table.rules.hitPolicy == DecisionTable::HitPolicy::Collect;
        for (qsizetype r = 0; r < table.rules.rules.size(); ++r) {
            const DecisionTable::Rule& rule = table.rules.rules[r];
            Node cells = Node::map({}, yaml::Style::Flow);
            for (qsizetype i = 0; i < ids.size(); ++i)
                if (const QString cell = rule.when.value(i).trimmed();
                    !ids[i].isEmpty() && !cell.isEmpty() && cell != u"-")
                    cells.entries.push_back({ids[i], cellNode(rewritten(cell, m_names, true), types[i]), {}});
            const bool isBlank = blank >= 0 && rule.when.value(blank) == u"true";
            const bool isElse = !all && !isBlank && cells.entries.empty() && r + 1 == table.rules.rules.size();
            rows.push_back(row(table, r, std::move(cells), isBlank, isElse, &rowIds));
        }
        const QString fallback = table.rules.outputs.first().defaultValue;
        if (!fallback.isEmpty() && fallback != u"0")
            rows.push_back(
                Node::map({entry("id", Node::plain(idFor(QStringLiteral("other"), &rowIds, QStringLiteral("other")))),
                           entry("else", Node::boolean(true)), entry("points", number(fallback))},
                          yaml::Style::Flow));
        out.entries.push_back(entry("inputs", Node::sequence(std::move(inputs))));
        if (all)
            out.entries.push_back(entry("match", Node::plain(QStringLiteral("all"))));
        out.entries.push_back(entry("rows", Node::sequence(std::move(rows))));
    }

    Node row(const dmn::Table& table, qsizetype r, Node cells, bool isBlank, bool isElse, QStringList* ids)
    {
        const QString written = table.annotations.value(0) == u"rule" ? table.remarks.value(r).value(0) : QString();
        const QString id = schema::isValidId(written) ? written : QStringLiteral("row_%1").arg(r + 1);
        Node out = Node::map({entry("id", Node::plain(idFor(id, ids, QStringLiteral("row"))))}, yaml::Style::Flow);
        if (!cells.entries.empty())
            out.entries.push_back(entry("when", std::move(cells)));
        if (isBlank)
            out.entries.push_back(entry("blank", Node::boolean(true)));
        if (isElse)
            out.entries.push_back(entry("else", Node::boolean(true)));
        out.entries.push_back(entry("points", number(rewritten(table.rules.rules[r].then.value(0), m_names, false))));
        return out;
    }

    /// Rules with one interval each, lowest first, that give a text: the bands of the total.
    std::vector<Node> bandsOf(const dmn::Table& table)
    {
        static const QRegularExpression form(
            QStringLiteral("^(?:([(\\[])(-?[0-9.]+)\\.\\..*|(>=?) (-?[0-9.]+)|<.*|-)$"));
        std::vector<Node> bands;
        QStringList taken;
        for (const DecisionTable::Rule& rule : table.rules.rules) {
            const auto match = form.match(rule.when.value(0).trimmed());
            const QStringList texts = textsOf(rule.then.value(0));
            if (!match.hasMatch() || texts.size() != 1 || rule.when.size() != 1)
                return {};
            Node band = Node::map({entry("id", Node::plain(idFor(texts.first(), &taken, QStringLiteral("band"))))},
                                  yaml::Style::Flow);
            const QString bound = match.captured(2) + match.captured(4);
            const bool from = match.captured(1) == u"[" || match.captured(3) == u">=";
            if (!bound.isEmpty())
                band.entries.push_back(entry(from ? "from" : "above", Node::plain(bound)));
            bands.push_back(std::move(band));
        }
        return bands;
    }

    const dmn::Model& m_model;
    QList<Problem>* m_problems;
    QMap<QString, QString> m_names;
    QStringList m_taken;
};

} // namespace

QByteArray scoringFromModel(const dmn::Model& model, const QString& id, const QString& table, QList<Problem>* problems)
{
    return ScoringImporter(model, problems).file(id, table);
}

} // namespace fw::interchange
