#include "types.h"
#include "model/feel/node.h"
#include "model/feel/syntax.h"

namespace fw::dmn
{

using feel::Value;

namespace
{
const feel::Type anyShape;
constexpr int maximumDepth = 50;
} // namespace

int DataTypes::find(int model, const QString& typeRef, bool* known) const
{
    if (known)
        *known = true;
    const auto& names = m_names[static_cast<size_t>(model)];
    const auto it = names.find(typeRef);
    if (it != names.end())
        return *it;
    if (known)
        *known = typeRef.isEmpty();
    return any;
}

const feel::Type& DataTypes::shape(int type) const
{
    return type < 0 ? anyShape : m_types[static_cast<size_t>(type)].shape;
}

bool DataTypes::allows(const Value& value, int type, const Entry** broken) const
{
    if (type < 0 || value.isNull())
        return true;
    const Entry& entry = m_types[static_cast<size_t>(type)];
    if (!allows(value, entry.base, broken))
        return false;
    for (const feel::Program& test : entry.tests)
        if (!test.evaluate({std::span(&value, 1), nullptr, nullptr}).isTrue()) {
            *broken = &entry;
            return false;
        }
    if (entry.item != any && value.kind() == Value::Kind::List)
        return std::all_of(value.items().begin(), value.items().end(),
                           [&](const Value& item) { return allows(item, entry.item, broken); });
    if (value.kind() == Value::Kind::Context)
        return std::all_of(entry.members.begin(), entry.members.end(), [&](const auto& member) {
            const Value* found = value.entry(member.first);
            return !found || allows(*found, member.second, broken);
        });
    return true;
}

Value DataTypes::conform(const Value& value, int type) const
{
    if (type < 0 || value.isNull())
        return value;
    Value out = feel::coerceTo(value, shape(type), {});
    const Entry* broken = nullptr;
    if (!out.isNull() && !allows(out, type, &broken))
        return feel::nullOf("dmn.not_allowed",
                            Message(FW_MSG("%1 is not among the allowed values of %2."),
                                    {value.toFeel().left(100), broken ? broken->name : QString()}),
                            {});
    return out;
}

TypeBuilder::TypeBuilder(std::vector<Source> sources, const feel::CompileOptions& options, QList<Problem>* problems)
    : m_sources(std::move(sources)), m_options(options), m_problems(problems)
{
    for (const Source& source : m_sources) {
        QHash<QString, const ItemDefinition*> byName;
        for (const ItemDefinition& definition : source.model->types)
            byName.insert(definition.name, &definition);
        m_definitions.push_back(byName);
        m_out.m_names.emplace_back();
    }
}

int TypeBuilder::reserve(const QString& name)
{
    m_out.m_types.push_back({});
    m_out.m_types.back().name = name;
    return static_cast<int>(m_out.m_types.size()) - 1;
}

/// The type a name stands for in a model: an item definition, one of an import ("prefix.name"), or a type of FEEL.
int TypeBuilder::refer(int model, const QString& typeRef, const ItemDefinition& user, const QString& path)
{
    auto& names = m_out.m_names[static_cast<size_t>(model)];
    if (typeRef.isEmpty())
        return DataTypes::any;
    if (const auto it = names.find(typeRef); it != names.end())
        return *it;
    if (const ItemDefinition* definition = m_definitions[static_cast<size_t>(model)].value(typeRef)) {
        const int type = reserve(typeRef);
        names.insert(typeRef, type); // before its parts are looked at: it may refer to itself
        return add(model, *definition, QStringLiteral("itemDefinition[%1]").arg(typeRef), type);
    }
    const auto& imports = m_sources[static_cast<size_t>(model)].imports;
    for (auto it = imports.begin(); it != imports.end(); ++it) {
        const QString prefix = it.key().isEmpty() ? QString() : it.key() + u'.';
        if (typeRef.startsWith(prefix) &&
            m_definitions[static_cast<size_t>(it.value())].contains(typeRef.mid(prefix.size()))) {
            const int type = refer(it.value(), typeRef.mid(prefix.size()), user, path);
            m_out.m_names[static_cast<size_t>(model)].insert(typeRef, type);
            return type;
        }
    }
    if (const auto shape = feel::parseTypeName(typeRef)) {
        const int type = reserve(typeRef);
        m_out.m_types.back().shape = *shape;
        names.insert(typeRef, type);
        return type;
    }
    m_problems->append(Problem{Severity::Error,
                               QStringLiteral("dmn.unknown_type"),
                               Message(FW_MSG("There is no type \"%1\"."), {typeRef}),
                               Message(FW_MSG("Define it as an item definition, or use a type of FEEL.")),
                               Place{m_sources[static_cast<size_t>(model)].model->id, user.line, 0, path},
                               {}});
    return DataTypes::any;
}

void TypeBuilder::addTests(int type, const QString& tests, int model, const ItemDefinition& definition,
                           const QString& path)
{
    if (tests.trimmed().isEmpty())
        return;
    feel::Scope scope;
    scope.strictNames = false;
    scope.add(QStringLiteral("?"), m_out.m_types[static_cast<size_t>(type)].shape);
    const feel::Compiled compiled = feel::compileUnaryTests(tests, scope, 0, m_options);
    for (const feel::Diagnostic& d : compiled.diagnostics)
        m_problems->append(
            feel::toProblem(d, Place{m_sources[static_cast<size_t>(model)].model->id, definition.line, 0, path}));
    if (compiled.ok())
        m_out.m_types[static_cast<size_t>(type)].tests.push_back(compiled.program);
}

/// Fills the type reserved at `at`, or a new one. Its index.
int TypeBuilder::add(int model, const ItemDefinition& definition, const QString& path, int at)
{
    const int type = at >= 0 ? at : reserve(definition.name);
    const auto entry = [this](int index) -> DataTypes::Entry& { return m_out.m_types[static_cast<size_t>(index)]; };
    const int inner = definition.isCollection ? reserve(definition.name) : type;
    if (definition.isFunction) {
        std::vector<feel::Type> parameters;
        for (const Item& parameter : definition.parameters)
            parameters.push_back(m_out.shape(refer(model, parameter.typeRef, definition, path)));
        const int result = refer(model, definition.resultType, definition, path);
        entry(inner).result = result;
        entry(inner).shape = feel::Type::function(std::move(parameters), m_out.shape(result));
    } else if (!definition.components.empty() && path.count(u'/') < maximumDepth) {
        std::vector<feel::Type::Member> members;
        std::vector<std::pair<QString, int>> types;
        for (const ItemDefinition& component : definition.components) {
            const int member = add(model, component, path + QStringLiteral("/itemComponent[%1]").arg(component.name));
            members.push_back({component.name, m_out.shape(member)});
            types.emplace_back(component.name, member);
        }
        entry(inner).members = std::move(types);
        entry(inner).shape = feel::Type::context(std::move(members));
    } else {
        int base = refer(model, definition.typeRef, definition, path);
        for (int b = base; b != DataTypes::any; b = entry(b).base)
            if (b == inner) {
                m_problems->append(
                    Problem{Severity::Error,
                            QStringLiteral("dmn.type_cycle"),
                            Message(FW_MSG("The type \"%1\" is defined by itself."), {definition.name}),
                            Message(FW_MSG("Name another base type.")),
                            Place{m_sources[static_cast<size_t>(model)].model->id, definition.line, 0, path},
                            {}});
                base = DataTypes::any;
                break;
            }
        entry(inner).base = base;
        entry(inner).item = m_out.item(base);
        entry(inner).result = m_out.result(base);
        entry(inner).shape = m_out.shape(base);
    }
    addTests(inner, definition.allowedValues, model, definition, path);
    if (definition.isCollection) {
        entry(type).item = inner;
        entry(type).shape = feel::Type::list(entry(inner).shape);
    }
    addTests(type, definition.typeConstraint, model, definition, path);
    return type;
}

DataTypes TypeBuilder::build()
{
    const ItemDefinition nobody;
    for (int model = 0; model < static_cast<int>(m_sources.size()); ++model) {
        for (const ItemDefinition& definition : m_sources[static_cast<size_t>(model)].model->types)
            refer(model, definition.name, definition, QStringLiteral("itemDefinition[%1]").arg(definition.name));
        for (const char* name : {"Any", "number", "string", "boolean", "date", "time", "date and time", "dateTime",
                                 "years and months duration", "yearMonthDuration", "days and time duration",
                                 "dayTimeDuration", "list", "context", "function", "range", "any", "Null", "text"})
            refer(model, QString::fromLatin1(name), nobody, QString());
    }
    // Types of imports are known by their prefix wherever they are used.
    for (size_t model = 0; model < m_sources.size(); ++model)
        for (auto it = m_sources[model].imports.begin(); it != m_sources[model].imports.end(); ++it)
            for (const ItemDefinition& definition : m_sources[static_cast<size_t>(it.value())].model->types) {
                const QString name = it.key().isEmpty() ? definition.name : it.key() + u'.' + definition.name;
                if (!m_out.m_names[model].contains(name))
                    m_out.m_names[model].insert(
                        name, m_out.m_names[static_cast<size_t>(it.value())].value(definition.name, DataTypes::any));
            }
    return std::move(m_out);
}

} // namespace fw::dmn
