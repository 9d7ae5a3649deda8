#include "decisions.h"
#include "scopes.h"
#include "steplists.h"

#include <QRegularExpression>

namespace fw::schema
{

using feel::Type;
using FeelKind = feel::Type::Kind;

Types::Types(std::shared_ptr<const Names> names) : m_names(std::move(names)) {}

static const std::vector<std::pair<QString, Type>>& columnsOfEveryRecord()
{
    static const std::vector<std::pair<QString, Type>> columns = {
        {"id", FeelKind::String},           {"version", FeelKind::Number},
        {"created_at", FeelKind::DateTime}, {"created_by", Type::record("user")},
        {"updated_at", FeelKind::DateTime}, {"updated_by", Type::record("user")},
        {"deleted_at", FeelKind::DateTime}};
    return columns;
}

static QStringList idsIn(const yaml::Node& list)
{
    QStringList ids;
    for (const yaml::Node& element : list.items)
        ids << (element.isScalar() ? element.scalar : element[u"id"].string());
    return ids;
}

static QStringList stagesOf(const yaml::Node& scoring)
{
    QStringList ids = idsIn(scoring[u"stages"]);
    if (const QString fading = scoring[u"fading"][u"id"].string(); !fading.isEmpty())
        ids << fading;
    return ids;
}

static Type simpleType(const QString& type)
{
    static const QHash<QString, FeelKind> kinds = {
        {"text", FeelKind::String},      {"long_text", FeelKind::String},  {"phone", FeelKind::String},
        {"email", FeelKind::String},     {"url", FeelKind::String},        {"rich_text", FeelKind::String},
        {"id_number", FeelKind::String}, {"region", FeelKind::String},     {"barcode", FeelKind::String},
        {"rating", FeelKind::Number},    {"number", FeelKind::Number},     {"money", FeelKind::Number},
        {"percent", FeelKind::Number},   {"score", FeelKind::Number},      {"date", FeelKind::Date},
        {"time", FeelKind::Time},        {"datetime", FeelKind::DateTime}, {"duration", FeelKind::TimeDuration},
        {"yes_no", FeelKind::Boolean}};
    if (type == u"user")
        return Type::record("user");
    if (type == u"tags")
        return Type::list(FeelKind::String);
    if (type == u"date_range")
        return Type::range(FeelKind::Date);
    if (type == u"location")
        return Type::context({{"lat", FeelKind::Number}, {"lon", FeelKind::Number}});
    return kinds.value(type, FeelKind::Any);
}

Type Types::fieldType(const yaml::Node& field) const
{
    const QString type = field[u"type"].string();
    if (type == u"choice")
        return Type::choice(idsIn(field[u"options"]));
    if (type == u"multi_choice")
        return Type::list(Type::choice(idsIn(field[u"options"])));
    if (type == u"relation")
        return Type::record(field[u"to"].string());
    if (type == u"computed")
        return simpleType(field[u"result"].string());
    if (type == u"rollup")
        return rollupType(field);
    return simpleType(type);
}

/// min and max give what the field is; every other aggregate a number.
Type Types::rollupType(const yaml::Node& field) const
{
    static const QRegularExpression extreme(
        QStringLiteral("^=\\s*(?:min|max)\\s*\\(\\s*([a-z][a-z0-9_.]*)\\s*\\)\\s*$"));
    const QRegularExpressionMatch match = extreme.match(field[u"value"].string());
    if (!match.hasMatch())
        return FeelKind::Number;
    thread_local int depth = 0; // rollups of rollups; a ring of them is the checker's business
    if (depth > 8)
        return FeelKind::Any;
    ++depth;
    Type type = Type::record(field[u"of"].string().section(u'.', 0, 0));
    for (const QString& step : match.captured(1).split(u'.'))
        type = type.kind() == FeelKind::Record ? member(type.recordName(), step).value_or(FeelKind::Any)
                                               : Type(FeelKind::Any);
    --depth;
    return type;
}

/// What a step leaves behind for later ones: found records, the record it made, how many it changed, an answer.
static std::optional<Type> resultOf(const yaml::Node& step)
{
    for (const char16_t* action : {u"find", u"create"})
        if (const QString table = step[QStringView(action)][u"table"].string(); !table.isEmpty())
            return step[u"find"].exists() ? Type::list(Type::record(table)) : Type::record(table);
    if (step[u"update"].exists())
        return Type(FeelKind::Number);
    if (step[u"http"].exists())
        return Type::context({{QStringLiteral("status"), FeelKind::Number},
                              {QStringLiteral("body"), FeelKind::Any},
                              {QStringLiteral("error"), FeelKind::String}});
    if (step[u"start"].exists())
        return Type(FeelKind::String);
    return std::nullopt;
}

/// The results of all steps below a list, by step id.
static void collectResults(const yaml::Node& steps, std::vector<std::pair<QString, Type>>& results)
{
    for (const yaml::Node& step : steps.items) {
        if (const auto type = resultOf(step))
            results.emplace_back(step[u"id"].string(), *type);
        for (const StepList& below : stepLists(step, {}))
            collectResults(*below.steps, results);
    }
}

/// "run:<workflow>:<table of the item>" and "steps:<workflow>".
static std::vector<std::pair<QString, Type>> runMembers(const QString& record, const Names& names)
{
    const QString workflow = record.section(u':', 1, 1), item = record.section(u':', 2, 2);
    const yaml::Node* root = names.find(Target::Workflow, workflow);
    std::vector<std::pair<QString, Type>> members;
    if (record.startsWith(QLatin1String("steps:"))) {
        if (root)
            collectResults((*root)[u"then"], members);
        return members;
    }
    members = {{"record", Type::record(root ? (*root)[u"for"].string() : QString())},
               {"key", FeelKind::String},
               {"started_at", FeelKind::DateTime},
               {"step", Type::record(QStringLiteral("steps:") + workflow)}};
    if (!item.isEmpty())
        members.emplace_back("item", Type::record(item));
    return members;
}

/// What is given to a decision; columns that are worked out have no name.
static std::vector<std::pair<QString, Type>> inputsOf(const yaml::Node* decision, const Types& types)
{
    std::vector<std::pair<QString, Type>> members;
    for (const yaml::Node& input : decision ? (*decision)[u"inputs"].items : std::vector<yaml::Node>())
        if (!input[u"value"].exists())
            members.emplace_back(input[u"id"].string(), types.fieldType(input));
    return members;
}

/// The members of what is neither a table nor an event.
static std::vector<std::pair<QString, Type>> systemMembers(const QString& record, const Types& types)
{
    const Names& names = types.names();
    if (record.startsWith(QLatin1String("decision:")))
        return inputsOf(names.find(Target::Decision, record.mid(9)), types);
    if (record.startsWith(QLatin1String("run:")) || record.startsWith(QLatin1String("steps:")))
        return runMembers(record, names);
    const Type user = Type::record("user");
    const Type subject = names.personTable().isEmpty() ? Type(FeelKind::Any) : Type::record(names.personTable());
    if (record == u"user")
        return {{"id", FeelKind::String},    {"login", FeelKind::String},
                {"name", FeelKind::String},  {"email", FeelKind::String},
                {"phone", FeelKind::String}, {"language", FeelKind::String},
                {"superior", user},          {"roles", Type::list(Type::choice(names.idsOf(Target::Role)))}};
    if (record == u"task")
        return {{"id", FeelKind::String},
                {"title", FeelKind::String},
                {"to", user},
                {"priority", Type::choice({"low", "normal", "high"})},
                {"state", Type::choice({"open", "done", "cancelled"})},
                {"created_at", FeelKind::DateTime},
                {"due", FeelKind::DateTime},
                {"done_at", FeelKind::DateTime},
                {"workflow", Type::choice(names.idsOf(Target::Workflow))},
                {"subject", subject}};
    if (record == u"message")
        return {{"connector", Type::choice(names.idsOf(Target::Connector))},
                {"to", FeelKind::String},
                {"state", FeelKind::String},
                {"at", FeelKind::DateTime},
                {"workflow", Type::choice(names.idsOf(Target::Workflow))}};
    if (record == u"score_change")
        return {{"scoring", Type::choice(names.idsOf(Target::Scoring))},
                {"record", subject},
                {"at", FeelKind::DateTime},
                {"old_total", FeelKind::Number},
                {"new_total", FeelKind::Number},
                {"band", FeelKind::String},
                {"stage", FeelKind::String}};
    std::vector<std::pair<QString, Type>> settings;
    if (record == u"settings")
        for (const QString& id : names.idsOf(Target::Setting))
            settings.emplace_back(id, simpleType((*names.find(Target::Setting, id))[u"type"].string()));
    return settings;
}

static std::vector<std::pair<QString, Type>> eventMembers(const QString& record, const Types& types)
{
    std::vector<std::pair<QString, Type>> members;
    if (const yaml::Node* event = types.names().event(record.mid(6)))
        for (const yaml::Node& property : (*event)[u"properties"].items)
            members.emplace_back(property[u"id"].string(), types.fieldType(property));
    members.emplace_back("at", FeelKind::DateTime);
    members.emplace_back("channel", FeelKind::String);
    members.emplace_back("person", FeelKind::String);
    return members;
}

/// What a score field gives besides its total.
static std::vector<std::pair<QString, Type>> scoreMembers(const yaml::Node& field, const Names& names)
{
    const yaml::Node* scoring = names.scoring(field[u"scoring"].string());
    const QString id = field[u"id"].string();
    return {
        {id + QStringLiteral("_stage"), scoring ? Type::choice(stagesOf(*scoring)) : Type(FeelKind::String)},
        {id + QStringLiteral("_band"), scoring ? Type::choice(idsIn((*scoring)[u"bands"])) : Type(FeelKind::String)}};
}

std::optional<Type> Types::member(const QString& recordName, const QString& field) const
{
    const auto in = [&field](const std::vector<std::pair<QString, Type>>& members) -> std::optional<Type> {
        for (const auto& [name, type] : members)
            if (name == field)
                return type;
        return std::nullopt;
    };
    if (recordName.startsWith(QLatin1String("event:")))
        return in(eventMembers(recordName, *this));
    const yaml::Node* table = m_names->table(recordName);
    if (!table)
        return in(systemMembers(recordName, *this));
    if (const yaml::Node* own = m_names->field(recordName, field))
        return fieldType(*own);
    for (const yaml::Node& other : (*table)[u"fields"].items)
        if (other[u"type"].string() == u"score")
            if (const auto type = in(scoreMembers(other, *m_names)))
                return type;
    for (const Inverse& inverse : m_names->inverses(recordName))
        if (inverse.name == field)
            return Type::list(Type::record(inverse.table));
    return in(columnsOfEveryRecord());
}

QString fieldTypeOf(const Type& type)
{
    switch (type.kind()) {
    case FeelKind::String: return type.options().isEmpty() ? QStringLiteral("text") : QStringLiteral("choice");
    case FeelKind::Number: return QStringLiteral("number");
    case FeelKind::Boolean: return QStringLiteral("yes_no");
    case FeelKind::Date: return QStringLiteral("date");
    case FeelKind::Time: return QStringLiteral("time");
    case FeelKind::DateTime: return QStringLiteral("datetime");
    case FeelKind::TimeDuration: return QStringLiteral("duration");
    case FeelKind::Record: return type.recordName() == u"user" ? QStringLiteral("user") : QStringLiteral("relation");
    default: return type.toString();
    }
}

const feel::DefinedFunction* Types::function(const QString& name) const
{
    std::call_once(m_declared, [this] {
        for (const QString& id : functions())
            m_functions.emplace(id, declaredFunction(m_names, id, *this));
    });
    const auto it = m_functions.find(name);
    return it == m_functions.end() ? nullptr : &it->second;
}

QString Types::valueTypeAt(const QString& record, const QString& path) const
{
    const QStringList steps = path.split(u'.');
    QString owner = record;
    for (int i = 0; i + 1 < steps.size(); ++i) {
        const auto type = member(owner, steps[i]);
        owner = type && type->kind() == FeelKind::Record ? type->recordName() : QString();
    }
    const yaml::Node* field = m_names->field(owner, steps.last());
    const QString written = field ? (*field)[u"type"].string() : QString();
    if (written == u"computed")
        return (*field)[u"result"].string();
    if (field && written != u"rollup")
        return written;
    const auto type = member(owner, steps.last());
    return type ? fieldTypeOf(*type) : QString();
}

QStringList Types::members(const QString& recordName) const
{
    QStringList ids;
    const auto add = [&ids](const std::vector<std::pair<QString, Type>>& members) {
        for (const auto& [name, type] : members)
            ids << name;
    };
    const yaml::Node* table = m_names->table(recordName);
    if (recordName.startsWith(QLatin1String("event:")))
        add(eventMembers(recordName, *this));
    else if (!table)
        add(systemMembers(recordName, *this));
    else {
        for (const yaml::Node& field : (*table)[u"fields"].items) {
            ids << field[u"id"].string();
            if (field[u"type"].string() == u"score")
                add(scoreMembers(field, *m_names));
        }
        for (const Inverse& inverse : m_names->inverses(recordName))
            ids << inverse.name;
        add(columnsOfEveryRecord());
    }
    return ids;
}

} // namespace fw::schema
