#include "boxcompiler.h"
#include "model/feel/builtins.h"
#include "model/feel/operators.h"
#include "model/feel/syntax.h"

namespace fw::dmn
{

using feel::Type;
using feel::Value;
using Kind = Expression::Kind;

namespace
{

/// Names pushed for a part are gone behind it.
class Inside
{
public:
    explicit Inside(Names& names) : m_names(names), m_size(names.list.size()) {}
    ~Inside() { m_names.list.resize(m_size); }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

private:
    Names& m_names;
    size_t m_size;
};

Type itemOf(const Type& type)
{
    return type.kind() == Type::Kind::List || type.kind() == Type::Kind::Range ? type.item() : type;
}

Type common(const Type& a, const Type& b)
{
    return a == b ? a : Type();
}

std::unique_ptr<Boxed> nothing(const char* code, Message why)
{
    return std::make_unique<NullBox>(feel::nullOf(code, std::move(why), {}));
}

QString indexed(const QString& path, const char* part, qsizetype index)
{
    return path + u'/' + QLatin1String(part) + u'[' + QString::number(index + 1) + u']';
}

QString named(const QString& path, const char* part, const QString& name)
{
    return path + u'/' + QLatin1String(part) + u'[' + name + u']';
}

} // namespace

BoxCompiler::BoxCompiler(const DataTypes& types, int model, QString file, const Options& options,
                         QList<Problem>* problems)
    : m_types(types), m_model(model), m_file(std::move(file)), m_options(options), m_problems(problems)
{
}

void BoxCompiler::report(const char* code, Message what, Message remedy, const QString& path, int line)
{
    m_problems->append(Problem{Severity::Error,
                               QString::fromLatin1(code),
                               std::move(what),
                               std::move(remedy),
                               Place{m_file, line, 0, path},
                               {}});
}

void BoxCompiler::report(const feel::Diagnostic& diagnostic, const QString& source, const QString& path, int line)
{
    const int begin = std::clamp<int>(diagnostic.span.begin, 0, static_cast<int>(source.size()));
    const QStringView before = QStringView(source).left(begin);
    const int lines = static_cast<int>(before.count(u'\n'));
    const auto column = static_cast<int>(begin - before.lastIndexOf(u'\n'));
    m_problems->append(feel::toProblem(
        diagnostic, Place{m_file, line > 0 ? line + lines : 0, line > 0 && lines == 0 ? 0 : column, path}));
}

int BoxCompiler::typeOf(const QString& typeRef, const QString& path, int line)
{
    bool known = true;
    const int type = m_types.find(m_model, typeRef, &known);
    if (!known)
        report("dmn.unknown_type", Message(FW_MSG("There is no type \"%1\"."), {typeRef}),
               Message(FW_MSG("Define it as an item definition, or use a type of FEEL.")), path, line);
    return type;
}

feel::Scope BoxCompiler::scopeOf(const Names& names) const
{
    feel::Scope scope;
    scope.strictNames = m_options.strict;
    // The innermost of two equal names is the one that is found first.
    for (auto i = static_cast<int>(names.list.size()) - 1; i >= 0; --i)
        scope.addAt(i, names.list[static_cast<size_t>(i)].name, names.list[static_cast<size_t>(i)].type);
    const auto& types = m_types.names(m_model);
    for (auto it = types.begin(); it != types.end(); ++it)
        if (!feel::parseTypeName(it.key()))
            scope.addType(it.key(), m_types.shape(it.value()));
    return scope;
}

feel::CompileOptions BoxCompiler::feelOptions() const
{
    feel::CompileOptions options;
    options.dialect = m_options.dialect;
    options.limits = m_options.limits;
    return options;
}

feel::Compiled BoxCompiler::program(const QString& source, const Names& names, const QString& path,
                                    const Expression& at, int shift)
{
    feel::Compiled compiled = feel::compile(source, scopeOf(names), feelOptions());
    for (feel::Diagnostic& d : compiled.diagnostics) {
        d.span = {d.span.begin - shift, d.span.end - shift};
        report(d, source.mid(shift), path, at.line);
    }
    return compiled;
}

feel::Program BoxCompiler::itemsProgram(const Names& names)
{
    Names inner = names;
    inner.list.push_back({QStringLiteral("?"), Type()});
    return feel::compile(QStringLiteral("for item in ? return item"), scopeOf(inner), feelOptions()).program;
}

BoxedPtr BoxCompiler::compile(const Expression& e, Names& names, const QString& path)
{
    return typed(e, QString(), names, path);
}

/// With the type the expression declares for itself or, when it does not, the one of the item that holds it.
BoxedPtr BoxCompiler::typed(const Expression& e, const QString& typeRef, Names& names, const QString& path)
{
    static const QHash<Kind, Compile> compilers{{Kind::Literal, &BoxCompiler::literal},
                                                {Kind::Context, &BoxCompiler::context},
                                                {Kind::List, &BoxCompiler::list},
                                                {Kind::Relation, &BoxCompiler::relation},
                                                {Kind::Conditional, &BoxCompiler::conditional},
                                                {Kind::Filter, &BoxCompiler::filter},
                                                {Kind::For, &BoxCompiler::loop},
                                                {Kind::Some, &BoxCompiler::loop},
                                                {Kind::Every, &BoxCompiler::loop},
                                                {Kind::Invocation, &BoxCompiler::invocation},
                                                {Kind::Function, &BoxCompiler::function},
                                                {Kind::Table, &BoxCompiler::table}};
    std::unique_ptr<Boxed> out = (this->*compilers.value(e.kind))(e, names, path);
    out->conformsTo = typeOf(e.typeRef.isEmpty() ? typeRef : e.typeRef, path, e.line);
    if (out->conformsTo != DataTypes::any && m_types.shape(out->conformsTo).kind() != Type::Kind::Any)
        out->type = m_types.shape(out->conformsTo);
    return out;
}

std::unique_ptr<Boxed> BoxCompiler::empty(const Expression& e, const QString& path)
{
    const Message what(FW_MSG("An expression is missing here."));
    report("dmn.no_expression", what, Message(FW_MSG("Write one, or null.")), path, e.line);
    return nothing("dmn.no_expression", what);
}

std::unique_ptr<Boxed> BoxCompiler::literal(const Expression& e, Names& names, const QString& path)
{
    if (e.text.trimmed().isEmpty())
        return empty(e, path);
    feel::Compiled compiled = program(e.text, names, path, e);
    if (!compiled.ok()) {
        const feel::Diagnostic& first =
            *std::find_if(compiled.diagnostics.begin(), compiled.diagnostics.end(),
                          [](const feel::Diagnostic& d) { return d.severity == Severity::Error; });
        return std::make_unique<NullBox>(Value::nullBecause({first.code, first.what, first.span}));
    }
    auto box = std::make_unique<LiteralBox>();
    box->program = std::move(compiled.program);
    box->type = box->program.type();
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::context(const Expression& e, Names& names, const QString& path)
{
    const Inside inside(names);
    auto box = std::make_unique<ContextBox>();
    std::vector<Type::Member> members;
    for (qsizetype i = 0; i < e.items.size() && box->result < 0; ++i) {
        const Item& item = e.items[i];
        const QString place =
            item.name.isEmpty() ? indexed(path, "contextEntry", i) : named(path, "contextEntry", item.name);
        if (!item.name.isEmpty() && box->names.contains(item.name)) {
            const Message what(FW_MSG("The entry \"%1\" stands twice."), {item.name});
            report("feel.duplicate_entry", what, Message(FW_MSG("Rename or remove one of the two.")), place,
                   e.parts[static_cast<size_t>(i)].line);
            return nothing("feel.duplicate_entry", what);
        }
        box->values.push_back(typed(e.parts[static_cast<size_t>(i)], item.typeRef, names, place));
        const Type& type = box->values.back()->type;
        if (item.name.isEmpty()) {
            box->result = static_cast<int>(i);
            box->type = type;
        }
        box->names << item.name;
        names.list.push_back({item.name, type});
        members.push_back({item.name, type});
    }
    if (box->result < 0)
        box->type = Type::context(std::move(members));
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::list(const Expression& e, Names& names, const QString& path)
{
    auto box = std::make_unique<ListBox>();
    Type item;
    for (size_t i = 0; i < e.parts.size(); ++i) {
        box->items.push_back(compile(e.parts[i], names, indexed(path, "list", static_cast<qsizetype>(i))));
        item = i == 0 ? box->items.back()->type : common(item, box->items.back()->type);
    }
    box->type = Type::list(item);
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::relation(const Expression& e, Names& names, const QString& path)
{
    auto box = std::make_unique<RelationBox>();
    std::vector<Type::Member> members;
    for (const Item& column : e.items) {
        box->columns << column.name;
        members.push_back({column.name, m_types.shape(typeOf(column.typeRef, path, e.line))});
    }
    for (size_t r = 0; r < e.parts.size(); ++r) {
        std::vector<BoxedPtr> row;
        const QString place = indexed(path, "row", static_cast<qsizetype>(r));
        for (qsizetype c = 0; c < e.items.size(); ++c) {
            const auto cell = static_cast<size_t>(c);
            row.push_back(cell < e.parts[r].parts.size()
                              ? typed(e.parts[r].parts[cell], e.items[c].typeRef, names, indexed(place, "column", c))
                              : BoxedPtr(empty(e.parts[r], place)));
            if (e.items[c].typeRef.isEmpty())
                members[cell].type = r == 0 ? row.back()->type : common(members[cell].type, row.back()->type);
        }
        box->rows.push_back(std::move(row));
    }
    box->type = Type::list(Type::context(std::move(members)));
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::conditional(const Expression& e, Names& names, const QString& path)
{
    auto box = std::make_unique<ConditionalBox>();
    box->condition = compile(e.parts[0], names, path + QStringLiteral("/if"));
    box->yes = compile(e.parts[1], names, path + QStringLiteral("/then"));
    box->no = compile(e.parts[2], names, path + QStringLiteral("/else"));
    box->type = common(box->yes->type, box->no->type);
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::filter(const Expression& e, Names& names, const QString& path)
{
    BoxedPtr source = compile(e.parts[0], names, path + QStringLiteral("/in"));
    const QString place = path + QStringLiteral("/match");
    const Expression& match = e.parts[1];
    const Inside inside(names);
    if (match.kind == Kind::Literal && !match.text.trimmed().isEmpty()) {
        names.list.push_back({QStringLiteral("?"), source->type});
        feel::Compiled compiled =
            program(QStringLiteral("?[") + match.text + QStringLiteral("\n]"), names, place, match, 2);
        if (!compiled.ok())
            return nothing("dmn.invalid", Message(FW_MSG("The condition of the filter cannot be read.")));
        auto box = std::make_unique<LiteralFilterBox>();
        box->list = std::move(source);
        box->filter = std::move(compiled.program);
        box->type = box->filter.type();
        return box;
    }
    auto box = std::make_unique<FilterBox>();
    box->items = itemsProgram(names);
    const Type item = itemOf(source->type);
    box->type = Type::list(item);
    names.list.push_back({QStringLiteral("item"), item});
    for (const Type::Member& member : item.members()) {
        box->members << member.name;
        names.list.push_back({member.name, member.type});
    }
    box->list = std::move(source);
    box->match = compile(match, names, place);
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::loop(const Expression& e, Names& names, const QString& path)
{
    auto box = std::make_unique<LoopBox>();
    box->kind = e.kind;
    box->list = compile(e.parts[0], names, path + QStringLiteral("/in"));
    box->items = itemsProgram(names);
    const Inside inside(names);
    names.list.push_back({e.text, itemOf(box->list->type)});
    if (e.kind == Kind::For)
        names.list.push_back({QStringLiteral("partial"), Type::list(Type())});
    box->body = compile(e.parts[1], names,
                        path + (e.kind == Kind::For ? QStringLiteral("/return") : QStringLiteral("/satisfies")));
    box->type = e.kind == Kind::For ? Type::list(box->body->type) : Type(Type::Kind::Boolean);
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::invocation(const Expression& e, Names& names, const QString& path)
{
    if (e.parts.front().kind == Kind::Literal) {
        const QString callee = e.parts.front().text.trimmed();
        const bool shadowed = std::any_of(names.list.begin(), names.list.end(),
                                          [&](const Names::Name& name) { return name.name == callee; });
        if (!shadowed && feel::findBuiltin(callee, m_options.dialect))
            return builtinInvocation(e, names, path);
    }
    auto box = std::make_unique<InvocationBox>();
    box->function = compile(e.parts.front(), names, path + QStringLiteral("/expression"));
    for (qsizetype i = 0; i < e.items.size(); ++i) {
        box->names << e.items[i].name;
        box->bindings.push_back(typed(e.parts[static_cast<size_t>(i) + 1], e.items[i].typeRef, names,
                                      named(path, "binding", e.items[i].name)));
    }
    box->type = box->function->type.result();
    return box;
}

/// A built-in may have several signatures; FEEL's own call by name chooses among them.
std::unique_ptr<Boxed> BoxCompiler::builtinInvocation(const Expression& e, Names& names, const QString& path)
{
    auto box = std::make_unique<BuiltinInvocationBox>();
    for (qsizetype i = 0; i < e.items.size(); ++i)
        box->bindings.push_back(typed(e.parts[static_cast<size_t>(i) + 1], e.items[i].typeRef, names,
                                      named(path, "binding", e.items[i].name)));
    const Inside inside(names);
    QStringList arguments;
    for (qsizetype i = 0; i < e.items.size(); ++i) {
        const QString slot = QStringLiteral("?%1").arg(i);
        names.list.push_back({slot, box->bindings[static_cast<size_t>(i)]->type});
        arguments << e.items[i].name + QStringLiteral(": ") + slot;
    }
    feel::Compiled compiled =
        program(e.parts.front().text.trimmed() + u'(' + arguments.join(QStringLiteral(", ")) + u')', names, path,
                e.parts.front());
    if (!compiled.ok())
        return nothing("dmn.invalid", Message(FW_MSG("The invocation cannot be read.")));
    box->call = std::move(compiled.program);
    box->type = box->call.type();
    return box;
}

FunctionParts BoxCompiler::functionParts(const Expression& e, Names& names, const QString& path)
{
    FunctionParts parts;
    const Inside inside(names);
    std::vector<Type> shapes;
    for (const Item& parameter : e.items) {
        parts.names << parameter.name;
        parts.types.push_back(typeOf(parameter.typeRef, named(path, "formalParameter", parameter.name), e.line));
        shapes.push_back(m_types.shape(parts.types.back()));
        names.list.push_back({parameter.name, shapes.back()});
    }
    const bool external = !e.text.isEmpty() && e.text.compare(QLatin1String("FEEL"), Qt::CaseInsensitive) != 0 &&
                          e.text != QLatin1String("F");
    if (external) {
        const Message what(FW_MSG("The function is written in %1; functions outside of FEEL are not called."),
                           {e.text});
        report("dmn.external", what, Message(FW_MSG("Write the function in FEEL.")), path, e.line);
        parts.body = nothing("dmn.external", what);
    } else {
        parts.body = compile(e.parts.front(), names, path + QStringLiteral("/body"));
    }
    parts.type = Type::function(std::move(shapes), parts.body->type);
    return parts;
}

std::unique_ptr<Boxed> BoxCompiler::function(const Expression& e, Names& names, const QString& path)
{
    auto box = std::make_unique<FunctionBox>();
    auto parts = std::make_shared<FunctionParts>(functionParts(e, names, path));
    box->type = parts->type;
    box->parts = std::move(parts);
    return box;
}

std::unique_ptr<Boxed> BoxCompiler::table(const Expression& e, Names& names, const QString& path)
{
    using Policy = feel::DecisionTable::HitPolicy;
    if (!e.table)
        return empty(e, path);
    feel::DecisionTable rules = e.table->rules;
    for (feel::DecisionTable::Rule& rule : rules.rules)
        for (QString& cell : rule.then)
            if (cell.trimmed().isEmpty() || cell.trimmed() == QLatin1String("-"))
                cell = QStringLiteral("null"); // an output left empty
    auto box = std::make_unique<TableBox>();
    QList<feel::TableDiagnostic> problems;
    box->table = feel::CompiledTable::compile(rules, scopeOf(names), feelOptions(), &problems);
    for (const feel::TableDiagnostic& problem : problems) {
        static const char* const parts[]{"input", "input", "inputEntry", "outputEntry", "output", "output"};
        const QString place = problem.row >= 0 ? indexed(path, "rule", problem.row) : path;
        report(problem.diagnostic, QString(), indexed(place, parts[static_cast<int>(problem.part)], problem.column),
               e.line);
    }
    if (!box->table.isValid())
        return nothing("dmn.invalid", Message(FW_MSG("The decision table has mistakes.")));
    const bool aggregated = rules.aggregation != feel::DecisionTable::Aggregation::None;
    box->many = rules.hitPolicy == Policy::RuleOrder || rules.hitPolicy == Policy::OutputOrder ||
                (rules.hitPolicy == Policy::Collect && !aggregated);
    std::vector<Type::Member> members;
    for (qsizetype i = 0; i < rules.outputs.size(); ++i) {
        const bool counted = rules.aggregation == feel::DecisionTable::Aggregation::Count;
        box->outputs.push_back(counted ? DataTypes::any
                                       : typeOf(e.table->outputTypes.value(i), indexed(path, "output", i), e.line));
        box->names << rules.outputs[i].name;
        members.push_back({rules.outputs[i].name, m_types.shape(box->outputs.back())});
    }
    const Type one = members.size() == 1 ? members.front().type : Type::context(std::move(members));
    box->type = box->many ? Type::list(one) : one;
    return box;
}

} // namespace fw::dmn
