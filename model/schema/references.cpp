#include "references.h"

#include "decisions.h"
#include "figure.h"
#include "scalarmap.h"

namespace fw::schema
{

// --- expressions ---

static void templatesAt(const Site& site, ExpressionSite expression,
                        const std::function<void(const ExpressionSite&)>& visit)
{
    expression.form = ExpressionSite::Form::Template;
    const auto one = [&](const yaml::Node& node, const Address& address) {
        if (!node.isScalar())
            return;
        expression.scalar = &node;
        expression.address = address;
        expression.source = node.scalar;
        visit(expression);
    };
    one(*site.node, site.address);
    for (const yaml::Entry& entry : site.node->entries)
        one(entry.value, site.address.child(entry.key));
}

static bool holdsExpression(const Site& site)
{
    if (!site.node->isScalar() || !site.node->scalar.startsWith(u'='))
        return false;
    const ValueType type = site.key->type;
    return type == ValueType::Expression || type == ValueType::Value ||
           (type == ValueType::FieldValues && !site.key->literalsOnly && !site.freeKey.isEmpty());
}

/// A rollup's or tile's value is an aggregate over records.
static bool isAggregate(const Site& site)
{
    if (site.key->scope.expected == Expected::Aggregate)
        return true;
    const Site* map = site.enclosingMap();
    return site.key->name == u"value" && map && (*map->node)[u"type"].string() == u"rollup";
}

void expressionsAt(const Site& site, const Types& types, const std::function<void(const ExpressionSite&)>& visit)
{
    if (!site.key || (site.key->list && !site.element))
        return;
    const bool isTemplate = site.key->type == ValueType::LocalTemplate;
    if (!isTemplate && !holdsExpression(site))
        return;
    ExpressionSite expression;
    expression.site = &site;
    expression.names = scopeNames(site.key->scope, site, types.names());
    if (isTemplate) {
        templatesAt(site, std::move(expression), visit);
        return;
    }
    expression.form = site.key->scope.tests ? ExpressionSite::Form::Tests
                      : isAggregate(site)   ? ExpressionSite::Form::Aggregate
                                            : ExpressionSite::Form::Expression;
    expression.scalar = site.node;
    expression.address = site.address;
    expression.source = site.node->scalar.mid(1);
    expression.offset = 1;
    if (expression.form == ExpressionSite::Form::Expression)
        expression.expected = expectedType(site, types);
    else if (const yaml::Node* input = testedInput(site))
        expression.tested = inputType(*input, expression.names, types);
    visit(expression);
}

feel::Compiled compileTests(const QString& source, feel::Scope scope, const feel::Type& tested)
{
    int slot = 0;
    for (const feel::Scope::Name& name : scope.names())
        slot = std::max(slot, name.slot + 1);
    scope.addAt(slot, QStringLiteral("?"), tested);
    return feel::compileUnaryTests(source, scope, slot);
}

void forEachExpression(const Definition& definition, const Types& types,
                       const std::function<void(const ExpressionSite&)>& visit)
{
    walk(definition, [&](const Site& site) { expressionsAt(site, types, visit); });
}

// --- references in keys ---

namespace
{
struct Part {
    Symbol symbol;
    int begin = 0;
    int end = 0;
    bool found = true;
};
using Parts = std::vector<Part>;
} // namespace

/// The symbol a member of a record stands for; nothing for system columns. `length` is the part of the name that is the
/// symbol's id: `intent_stage` names the field `intent`.
static std::optional<Symbol> memberSymbol(const Names& names, const QString& record, const QString& name, int* length)
{
    *length = int(name.size());
    if (record == u"settings")
        return Symbol{Target::Setting, {}, name};
    if (record.startsWith(QLatin1String("event:")))
        return names.field(record, name) ? std::optional(Symbol{Target::Property, record.mid(6), name}) : std::nullopt;
    if (names.field(record, name))
        return Symbol{Target::Field, record, name};
    for (const QLatin1String suffix : {QLatin1String("_stage"), QLatin1String("_band")}) {
        const QString base = name.endsWith(suffix) ? name.chopped(suffix.size()) : QString();
        const yaml::Node* field = base.isEmpty() ? nullptr : names.field(record, base);
        if (field && (*field)[u"type"].string() == u"score") {
            *length = int(base.size());
            return Symbol{Target::Field, record, base};
        }
    }
    for (const Inverse& inverse : names.inverses(record))
        if (inverse.name == name && inverse.name == inverse.table)
            return Symbol{Target::Table, {}, name};
    return std::nullopt;
}

/// A path over relations: each step a member of what the step before gives.
static Parts pathParts(const Types& types, QString record, const QString& path)
{
    const Names& names = types.names();
    Parts parts;
    int at = 0;
    for (const QString& step : path.split(u'.')) {
        const auto type = types.member(record, step);
        int length = int(step.size());
        const auto symbol = memberSymbol(names, record, step, &length);
        if (!type || symbol)
            parts.push_back({symbol.value_or(Symbol{Target::Field, record, step}), at, at + length, type.has_value()});
        if (!type)
            return parts;
        record = type->kind() == feel::Type::Kind::Record ? type->recordName() : QString();
        at += int(step.size()) + 1;
    }
    return parts;
}

static Part whole(Target target, const QString& owner, const QString& id, bool found)
{
    return {Symbol{target, owner, id}, 0, int(id.size()), found};
}

/// "order.customer": a table and its relation that leads to `table`.
static Parts relationParts(const Names& names, const QString& table, const QString& text)
{
    const QString other = text.section(u'.', 0, 0), field = text.section(u'.', 1);
    const yaml::Node* relation = names.field(other, field);
    const bool leads = relation && (*relation)[u"type"].string() == u"relation" && (*relation)[u"to"].string() == table;
    Parts parts{whole(Target::Table, {}, other, names.table(other) != nullptr)};
    if (parts[0].found)
        parts.push_back({Symbol{Target::Field, other, field}, int(other.size()) + 1, int(text.size()), leads});
    return parts;
}

static Parts tileParts(const Names& names, const QString& text)
{
    const QString dashboard = text.section(u'.', 0, 0), tile = text.section(u'.', 1);
    const yaml::Node* found = names.find(Target::Dashboard, dashboard);
    Parts parts{whole(Target::Dashboard, {}, dashboard, found != nullptr)};
    if (found)
        parts.push_back({Symbol{Target::Tile, dashboard, tile}, int(dashboard.size()) + 1, int(text.size()),
                         (*found)[u"tiles"].byId(tile).exists()});
    return parts;
}

static bool hasStage(const yaml::Node& scoring, const QString& id)
{
    if (scoring[u"stages"].byId(id).exists() || scoring[u"fading"][u"id"].string() == id)
        return true;
    const auto& stages = scoring[u"stages"].items;
    return std::any_of(stages.begin(), stages.end(), [&id](const yaml::Node& stage) { return stage.string() == id; });
}

static Parts sourceParts(const Names& names, const QString& text)
{
    if (text == u"task" || text == u"message" || text == u"score_change")
        return {};
    if (text.startsWith(QLatin1String("event."))) {
        const QString id = text.mid(6);
        return {{Symbol{Target::Event, {}, id}, 6, int(text.size()), names.event(id) != nullptr}};
    }
    return {whole(Target::Table, {}, text, names.table(text) != nullptr)};
}

static bool isIdentity(const Names& names, const QString& text)
{
    const yaml::Node* person = names.table(names.personTable());
    if (!person)
        return false;
    const auto& fields = (*person)[u"identity"].items;
    return std::any_of(fields.begin(), fields.end(),
                       [&text](const yaml::Node& field) { return field.string() == text; });
}

static bool hasLogin(const yaml::Node& story, const QString& login)
{
    const auto& users = story[u"users"].items;
    return std::any_of(users.begin(), users.end(),
                       [&login](const yaml::Node& user) { return user[u"login"].string() == login; });
}

static Parts partsOf(const Site& site, const Types& types, const QString& text)
{
    const Names& names = types.names();
    const Reference& ref = site.key->ref;
    const QString owner = resolve(ref.in, site, names);
    const QString fileId = site.file->id();
    switch (ref.target) {
    case Target::None:
    case Target::Option: return {};
    case Target::Field: {
        int length = int(text.size());
        const auto symbol = memberSymbol(names, owner, text, &length);
        const bool found = symbol && symbol->target == Target::Field;
        return {found ? Part{*symbol, 0, length, true} : whole(Target::Field, owner, text, false)};
    }
    case Target::FieldPath: return pathParts(types, owner, text);
    case Target::RelationTo: return relationParts(names, owner, text);
    case Target::Property:
        return {whole(Target::Property, owner, text, names.field(QStringLiteral("event:") + owner, text) != nullptr)};
    case Target::Stage: {
        const yaml::Node* scoring = names.scoring(owner);
        return {whole(Target::Stage, owner, text, scoring && hasStage(*scoring, text))};
    }
    case Target::Criterion: {
        const yaml::Node* scoring = names.scoring(owner);
        return {whole(Target::Criterion, owner, text, scoring && (*scoring)[u"criteria"].byId(text).exists())};
    }
    case Target::Input:
    case Target::Output:
    case Target::Rule: {
        const yaml::Node* decision = names.find(Target::Decision, owner);
        const QStringView list = ref.target == Target::Input    ? u"inputs"
                                 : ref.target == Target::Output ? u"outputs"
                                                                : u"rules";
        return {whole(ref.target, owner, text, decision && (*decision)[list].byId(text).exists())};
    }
    case Target::Source: return sourceParts(names, text);
    case Target::Tile: return tileParts(names, text);
    case Target::Identity:
        return text == u"id" ? Parts{}
                             : Parts{whole(Target::Field, names.personTable(), text, isIdentity(names, text))};
    case Target::StoryStep:
        return {whole(Target::StoryStep, fileId, text, site.file->root[u"steps"].byId(text).exists())};
    case Target::StoryUser: return {whole(Target::StoryUser, fileId, text, hasLogin(site.file->root, text))};
    default: return {whole(ref.target, {}, text, names.find(ref.target, text) != nullptr)};
    }
}

/// A literal value of a choice names an option: {Option, "customer.status", "won"}.
static std::optional<Symbol> optionSymbol(const Site& site, const Names& names)
{
    const yaml::Node* field = typedByField(site, names);
    const QString text = site.node->string();
    if (!field || text.isEmpty() || text.startsWith(u'=') || !(*field)[u"options"].exists())
        return std::nullopt;
    if (site.kind->id == u"decision") // its options are its own; the rules of the table are checked against them
        return std::nullopt;
    const QString owner = site.freeKey.isEmpty() ? site.file->id() : resolve(site.key->typedBy, site, names);
    return Symbol{Target::Option, owner + u'.' + (*field)[u"id"].string(), text};
}

static bool hasOption(const yaml::Node& field, const QString& id)
{
    const auto& options = field[u"options"].items;
    return std::any_of(options.begin(), options.end(), [&id](const yaml::Node& option) {
        return option.string() == id || option[u"id"].string() == id;
    });
}

/// The first byte of a key that is an id, behind its quote if it has one.
static int keyBegin(const Site& site)
{
    const int begin = site.entry->keySpan.begin;
    const char first = site.file->text[begin];
    return first == '"' || first == '\'' ? begin + 1 : begin;
}

void referencesAt(const Site& site, const Types& types, const std::function<void(const Usage&)>& visit)
{
    if (!site.key || (site.key->list && !site.element))
        return;
    const bool inKey = !site.freeKey.isEmpty();
    if (site.key->type == ValueType::Reference && site.node->isScalar()) {
        const ScalarMap map(site.file->text, *site.node);
        for (const Part& part : partsOf(site, types, site.node->scalar))
            visit({part.symbol, site.address, map.bytes(part.begin, part.end), false, part.found});
    } else if (inKey && site.entry) {
        const int begin = keyBegin(site);
        for (const Part& part : partsOf(site, types, site.freeKey))
            visit({part.symbol, site.address, {begin + part.begin, begin + part.end}, false, part.found});
    }
    const bool literal = site.key->type == ValueType::Value || site.key->type == ValueType::Literal || inKey;
    if (!literal || !site.node->isScalar())
        return;
    if (const auto option = optionSymbol(site, types.names())) {
        const ScalarMap map(site.file->text, *site.node);
        visit({*option, site.address, map.bytes(0, int(option->id.size())), false,
               hasOption(*typedByField(site, types.names()), option->id)});
    }
}

// --- references in expressions ---

static std::optional<Part> partOf(const feel::Reference& reference, const Names& names, const QString& decision)
{
    int length = int(reference.name.size());
    std::optional<Symbol> symbol;
    if (reference.owner == u"decision")
        symbol = Symbol{Target::Decision, {}, reference.name};
    else if (reference.owner.isEmpty() && !decision.isEmpty() && reference.name != u"?")
        symbol = Symbol{Target::Input, decision.mid(9), reference.name};
    else if (reference.inString)
        symbol = Symbol{reference.owner == u"segment" ? Target::Segment : Target::Event, {}, reference.name};
    else if (!reference.owner.isEmpty())
        symbol = memberSymbol(names, reference.owner, reference.name, &length);
    if (!symbol)
        return std::nullopt;
    return Part{*symbol, reference.span.begin, reference.span.begin + length, true};
}

static std::vector<feel::Reference> compiledReferences(const ExpressionSite& expression, const feel::Scope& scope)
{
    if (expression.form == ExpressionSite::Form::Template) {
        QList<feel::Diagnostic> ignored;
        return feel::TextTemplate::compile(expression.source, scope, {}, &ignored).references();
    }
    if (expression.form == ExpressionSite::Form::Aggregate)
        return compileFigure(expression.source, scope).references;
    if (expression.form == ExpressionSite::Form::Tests)
        return compileTests(expression.source, scope, expression.tested).references;
    return feel::compile(expression.source, scope, {}).references;
}

static void expressionReferences(const Site& site, const Types& types, const std::function<void(const Usage&)>& visit)
{
    expressionsAt(site, types, [&](const ExpressionSite& expression) {
        const feel::Scope scope = makeScope(expression.names, types);
        const ScalarMap map(site.file->text, *expression.scalar);
        for (const feel::Reference& reference : compiledReferences(expression, scope))
            if (const auto part = partOf(reference, types.names(), expression.names.decision))
                visit({part->symbol, expression.address,
                       map.bytes(part->begin + expression.offset, part->end + expression.offset), true, true});
    });
}

void forEachReference(const Definition& definition, const std::function<void(const Usage&)>& visit)
{
    const Types types(definition);
    walk(definition, [&](const Site& site) {
        referencesAt(site, types, visit);
        expressionReferences(site, types, visit);
    });
}

} // namespace fw::schema
