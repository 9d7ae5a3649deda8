#include "compiler.h"

#include <QRegularExpression>

namespace fw::plan
{

static Storage storageOf(const feel::Type& type)
{
    switch (type.kind()) {
    case feel::Type::Kind::Number: return Storage::Scaled;
    case feel::Type::Kind::Date: return Storage::Date;
    case feel::Type::Kind::Time: return Storage::Time;
    case feel::Type::Kind::DateTime: return Storage::Instant;
    case feel::Type::Kind::TimeDuration: return Storage::Integer;
    case feel::Type::Kind::Boolean: return Storage::Boolean;
    default: return Storage::Text;
    }
}

/// Digits behind the point: of a rollup those of the field it is over (a count has none), of a score those of its points.
static int decimalsOf(const schema::Names& names, const yaml::Node& field)
{
    const QString type = field[u"type"].string();
    if (field[u"decimals"].exists())
        return field[u"decimals"].string().toInt();
    if (type == u"score") {
        int most = 0;
        if (const yaml::Node* scoring = names.scoring(field[u"scoring"].string()))
            for (const yaml::Node& criterion : (*scoring)[u"criteria"].items)
                most = std::max(most, int(criterion[u"points"].string().section(u'.', 1).size()));
        return std::min(most, 8);
    }
    if (type == u"rollup") {
        static const QRegularExpression form(QStringLiteral("^=\\s*(\\w+)\\s*\\(\\s*(\\w*)"));
        const QRegularExpressionMatch match = form.match(field[u"value"].string());
        const yaml::Node* over = names.field(field[u"of"].string().section(u'.', 0, 0), match.captured(2));
        if (match.captured(1) == u"count")
            return 0;
        return over && match.captured(1) != u"avg" ? decimalsOf(names, *over) : 2;
    }
    return 2;
}

Option PlanCompiler::option(const NodeAt& at) const
{
    if (at.node->isScalar())
        return {at.text(), LocalText(at.text()), {}, {}, {}};
    const LocalText label = at["label"].localText();
    return {at["id"].text(), label.isEmpty() ? LocalText(at["id"].text()) : label, at["color"].text(), {}, {}};
}

std::vector<Option> PlanCompiler::options(const NodeAt& list) const
{
    std::vector<Option> found;
    for (const NodeAt& at : list.items())
        found.push_back(option(at));
    return found;
}

Field PlanCompiler::field(const NodeAt& at) const
{
    Field field;
    field.id = at["id"].text();
    field.label = at["label"].exists() ? at["label"].localText() : LocalText(field.id);
    field.help = at["help"].localText();
    field.required = at["required"].flag(false);
    field.unique = at["unique"].flag(false);
    field.hidden = at["hidden"].flag(false);
    field.mask = at["mask"].text();
    field.capitals = at["capitals"].flag(false);
    field.options = options(at["options"]);
    field.relationTo = at["to"].text();
    field.defaultValue = expression(at["default"]);
    field.scoring = at["scoring"].text();
    field.was = at["was"].texts();
    typeField(field, at);
    return field;
}

void PlanCompiler::typeField(Field& field, const NodeAt& at) const
{
    const QString type = at["type"].text();
    const FieldTraits* traits = findTraits(type);
    field.type = traits ? traits->type : FieldType::Text;
    field.feelType = m_types->fieldType(*at.node);
    field.storage = traitsOf(field.type).storage;
    if (field.type == FieldType::Computed)
        if (const FieldTraits* result = findTraits(at["result"].text()))
            field.storage = result->storage;
    if (field.type == FieldType::Rating)
        field.most = at["stars"].integer(5);
    if (field.type == FieldType::Barcode)
        field.format = at["format"].text(QStringLiteral("any"));
    if (field.type == FieldType::Region)
        field.format = at["depth"].text(QStringLiteral("district"));
    if (field.type == FieldType::Rollup) {
        field.storage = storageOf(field.feelType);
        field.rollupTable = at["of"].text().section(u'.', 0, 0);
        field.rollupRelation = at["of"].text().section(u'.', 1);
        field.rollup = aggregate(at["value"]);
        field.rollupWhere = expression(at["where"]);
    }
    if (field.type == FieldType::Computed)
        field.computed = expression(at["value"]);
    if (field.storage == Storage::Scaled)
        field.decimals = decimalsOf(*m_names, *at.node);
    if (field.type == FieldType::Money || at["result"].text() == u"money")
        field.currency = at["currency"].text(m_plan->currency);
}

/// `x_stage` and `x_band` of the score field `x`.
Field PlanCompiler::scorePart(const Field& score, FieldType type) const
{
    const bool isStage = type == FieldType::ScoreStage;
    const NodeAt scoring{m_names->scoring(score.scoring),
                         m_names->addressOf(schema::Target::Scoring, score.scoring).value_or(Address())};
    Field field;
    field.id = score.id + (isStage ? QStringLiteral("_stage") : QStringLiteral("_band"));
    field.type = type;
    field.scoring = score.scoring;
    field.hidden = score.hidden;
    for (auto it = score.label.texts().begin(); it != score.label.texts().end(); ++it) {
        const bool zh = it.key() == u"zh";
        const QString suffix = isStage ? (zh ? QStringLiteral("阶段") : QStringLiteral(" stage"))
                                       : (zh ? QStringLiteral("等级") : QStringLiteral(" band"));
        field.label.set(it.key(), it.value() + suffix);
    }
    field.options = options(scoring[isStage ? "stages" : "bands"]);
    if (isStage && scoring["fading"].exists())
        field.options.push_back(option(scoring["fading"]));
    QStringList ids;
    for (const Option& option : field.options)
        ids << option.id;
    field.feelType = feel::Type::choice(ids);
    return field;
}

Table PlanCompiler::table(const NodeAt& root) const
{
    Table table;
    table.id = root["id"].text();
    table.label = root["label"].exists() ? root["label"].localText() : LocalText(table.id);
    table.title = expression(root["title"]);
    table.person = root["person"].flag(false);
    table.interaction = root["interaction"].flag(true);
    table.identity = root["identity"].texts();
    table.mergeDuplicates = root["duplicates"].text(QStringLiteral("merge")) == u"merge";
    table.was = root["was"].texts();
    for (const NodeAt& at : root["fields"].items()) {
        table.fields.push_back(field(at));
        const Field own = table.fields.back();
        if (own.type == FieldType::User && own.id == u"owner")
            table.owner = own.id;
        if (own.type == FieldType::Score) {
            table.fields.push_back(scorePart(own, FieldType::ScoreStage));
            table.fields.push_back(scorePart(own, FieldType::ScoreBand));
        }
    }
    table.owner = root["owner"].text(table.owner);
    for (const schema::Inverse& inverse : m_names->inverses(table.id))
        table.inverses.push_back({inverse.name, inverse.table, inverse.relation, {}});
    for (const NodeAt& at : root["validate"].items())
        table.rules.push_back({at["id"].text(), expression(at["check"]), at["text"].localText()});
    return table;
}

/// The own fields each computed field reads.
void PlanCompiler::linkDependencies(Table& table) const
{
    for (Field& field : table.fields) {
        if (field.type != FieldType::Computed || !field.computed)
            continue;
        field.stored = field.computed.program.expressionClass() == feel::ExpressionClass::Stable;
        for (const feel::Reference& reference : field.computed.program.references())
            if (const int other = reference.owner == table.id ? table.field(reference.name) : -1; other >= 0)
                if (std::find(field.dependsOn.begin(), field.dependsOn.end(), other) == field.dependsOn.end())
                    field.dependsOn.push_back(other);
    }
}

/// A computed field that reads one that depends on time depends on time too, also over relations.
void PlanCompiler::linkComputed()
{
    for (Table& table : m_plan->tables)
        linkDependencies(table);
    const auto readsTime = [this](const Field& field) {
        const auto& references = field.computed.program.references();
        return std::any_of(references.begin(), references.end(), [this](const feel::Reference& reference) {
            const Table* owner = m_plan->findTable(reference.owner);
            const Field* read = owner ? owner->findField(reference.name) : nullptr;
            return read && !read->stored;
        });
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (Table& table : m_plan->tables)
            for (Field& field : table.fields)
                if (field.stored && field.computed && readsTime(field)) {
                    field.stored = false;
                    changed = true;
                }
    }
    for (Table& table : m_plan->tables)
        orderComputed(table);
}

void PlanCompiler::orderComputed(Table& table) const
{
    std::vector<char> seen(table.fields.size(), 0);
    const std::function<void(int)> visit = [&](int index) {
        const Field& field = table.fields[size_t(index)];
        if (seen[size_t(index)]++ != 0 || field.type != FieldType::Computed)
            return;
        for (const int other : field.dependsOn)
            visit(other);
        if (field.stored)
            table.computeOrder.push_back(index);
    };
    for (int i = 0; i < int(table.fields.size()); ++i)
        visit(i);
}

Event PlanCompiler::event(const NodeAt& root) const
{
    Event event;
    event.id = root["id"].text();
    event.label = root["label"].exists() ? root["label"].localText() : LocalText(event.id);
    event.interaction = root["interaction"].flag(true);
    event.purpose = root["purpose"].text();
    event.creates = root["creates"].text();
    for (const NodeAt& at : root["properties"].items())
        event.properties.push_back(field(at));
    return event;
}

Setting PlanCompiler::setting(const NodeAt& at) const
{
    Setting setting{at["id"].text(), at["type"].text(), at["label"].localText(), {}};
    if (const Expression value = expression(at["default"]))
        setting.defaultValue = value.program.evaluate({});
    return setting;
}

void PlanCompiler::app()
{
    const NodeAt root{&m_definition.app(), Address{QStringLiteral("app.yaml"), {}}};
    m_plan->appId = root["id"].text();
    m_plan->label = root["label"].exists() ? root["label"].localText() : LocalText(m_plan->appId);
    for (const QString& language : root["languages"].texts())
        m_plan->languages << language;
    if (m_plan->languages.isEmpty())
        m_plan->languages << QStringLiteral("en");
    m_plan->zone = QTimeZone(root["timezone"].text(QStringLiteral("UTC")).toUtf8());
    m_plan->currency = root["currency"].text(QStringLiteral("CNY"));
    m_plan->navigation = navigation(root["navigation"]);
    if (m_plan->navigation.empty())
        m_plan->navigation = usualNavigation();
    for (const NodeAt& at : root["settings"].items())
        m_plan->settings.push_back(setting(at));
    for (const NodeAt& at : root["consents"].items())
        m_plan->consents.push_back({at["id"].text(), at["label"].localText(), at["retention"].duration()});
}

} // namespace fw::plan
