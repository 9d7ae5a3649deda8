#include "compiler.h"
#include "model/schema/decisions.h"

namespace fw::plan
{

/// "inactive: {for: P30D}" or "{more_than: P30D}".
static Duration silenceOf(const NodeAt& at, bool* moreThan)
{
    *moreThan = at["more_than"].exists();
    return at[*moreThan ? "more_than" : "for"].duration().value_or(Duration());
}

void PlanCompiler::rowsOf(Criterion& criterion, const NodeAt& at, const QString& tableId) const
{
    const std::vector<NodeAt> rows = at["rows"].items();
    if (rows.empty())
        return;
    std::vector<int> order;
    const feel::DecisionTable table = schema::criterionTable(*at.node, tableId, *m_types, &order);
    schema::ScopeNames names;
    names.record = tableId;
    auto compiled = schema::compileTable(table, names, *m_types, nullptr);
    for (const feel::Program& program : compiled.programs())
        criterion.reads.insert(criterion.reads.end(), program.references().begin(), program.references().end());
    criterion.rows = std::make_shared<const feel::CompiledTable>(std::move(compiled));
    for (const int row : order) {
        const NodeAt& from = rows[static_cast<size_t>(row)];
        criterion.rowNames.push_back({from["id"].text(),
                                      from["label"].exists() ? from["label"].localText() : LocalText(),
                                      from["else"].text() == u"true"});
    }
}

Criterion PlanCompiler::criterion(const NodeAt& at, const Scoring& scoring) const
{
    Criterion criterion;
    criterion.id = at["id"].text();
    criterion.label = at["label"].exists() ? at["label"].localText() : LocalText(criterion.id);
    criterion.group = at["group"].text();
    criterion.event = at["event"].text();
    criterion.when = expression(at["when"]);
    criterion.points = at["points"].decimal().value_or(feel::Decimal());
    if (at["points"].text().startsWith(u'='))
        criterion.formula = expression(at["points"]);
    rowsOf(criterion, at, scoring.table);
    criterion.award = at["award"].text() == u"each" ? Criterion::Award::Each : Criterion::Award::Once;
    criterion.cap = at["cap"].decimal();
    if (!criterion.event.isEmpty())
        criterion.kind = Criterion::Kind::Behaviour;
    else if (at["inactive"].exists())
        criterion.kind = Criterion::Kind::Inactivity;
    else
        criterion.kind = Criterion::Kind::Attribute;
    if (criterion.kind == Criterion::Kind::Inactivity)
        criterion.silence = silenceOf(at["inactive"], &criterion.silenceMoreThan);
    const NodeAt count = at["count"];
    criterion.countThreshold =
        count["more_than"].exists() ? count["more_than"].integer(0) + 1 : count["at_least"].integer(1);
    criterion.within = count["within"].duration();
    const QString stage = at["stage"].text();
    criterion.fading = scoring.fading && scoring.fading->id == stage;
    for (size_t i = 0; i < scoring.stages.size(); ++i)
        if (scoring.stages[i].id == stage)
            criterion.stage = int(i);
    return criterion;
}

Scoring PlanCompiler::scoring(const NodeAt& root) const
{
    Scoring scoring;
    scoring.id = root["id"].text();
    scoring.label = root["label"].exists() ? root["label"].localText() : LocalText(scoring.id);
    scoring.table = root["table"].text();
    scoring.stages = options(root["stages"]);
    if (root["fading"].exists())
        scoring.fading = option(root["fading"]);
    for (const NodeAt& at : root["criteria"].items())
        scoring.criteria.push_back(criterion(at, scoring));
    for (const NodeAt& at : root["bands"].items()) {
        const Option band = option(at);
        scoring.bands.push_back({band.id, band.label, band.color, at["from"].decimal(), at["above"].decimal()});
    }
    scoring.floor = root["floor"].decimal();
    scoring.cap = root["cap"].decimal();
    scoring.start = root["start"].decimal();
    return scoring;
}

Segment PlanCompiler::segment(const NodeAt& root) const
{
    return {root["id"].text(), root["label"].localText(), root["table"].text(), expression(root["condition"])};
}

} // namespace fw::plan
