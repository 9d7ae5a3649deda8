#include "compileplan.h"

#include "compiler.h"
#include "model/check/check.h"
#include "model/schema/figure.h"
#include "model/schema/literals.h"

namespace fw::plan
{

Result<std::shared_ptr<const Plan>> compilePlan(const Definition& definition, QList<Problem>* warnings)
{
    const QList<Problem> found = check::check(definition);
    if (hasErrors(found))
        return Error(found);
    if (warnings)
        *warnings = found;
    PlanCompiler compiler(definition);
    std::shared_ptr<const Plan> plan = compiler.compile();
    if (hasErrors(compiler.problems()))
        return Error(compiler.problems());
    return plan;
}

PlanCompiler::PlanCompiler(const Definition& definition)
    : m_definition(definition), m_names(std::make_shared<const schema::Names>(definition)),
      m_types(std::make_shared<const schema::Types>(m_names)), m_plan(std::make_shared<Plan>())
{
}

std::shared_ptr<const Plan> PlanCompiler::compile()
{
    compileExpressions();
    app();
    m_plan->types = m_types;
    m_plan->sha256 = m_definition.sha256();
    for (const NodeAt& root : files("table"))
        m_plan->tables.push_back(table(root));
    linkComputed();
    for (const NodeAt& root : files("event"))
        m_plan->events.push_back(event(root));
    for (const NodeAt& root : files("scoring"))
        m_plan->scorings.push_back(scoring(root));
    for (const NodeAt& root : files("segment"))
        m_plan->segments.push_back(segment(root));
    for (const NodeAt& root : files("workflow"))
        m_plan->workflows.push_back(workflow(root));
    for (const NodeAt& root : files("calendar"))
        m_plan->calendars.push_back(calendar(root));
    for (const NodeAt& root : files("message"))
        m_plan->messages.push_back(message(root));
    for (const NodeAt& at : listed("connectors.yaml", "connectors"))
        m_plan->connectors.push_back(connector(at));
    for (const NodeAt& root : files("form"))
        m_plan->forms.push_back(form(root));
    for (const NodeAt& root : files("view"))
        m_plan->views.push_back(view(root));
    for (const NodeAt& root : files("dashboard"))
        m_plan->dashboards.push_back(dashboard(root));
    for (const NodeAt& at : listed("roles.yaml", "roles"))
        m_plan->roles.push_back(role(at));
    return m_plan;
}

std::vector<NodeAt> PlanCompiler::files(const char* kind) const
{
    std::vector<NodeAt> roots;
    for (const DefinitionFile* file : m_definition.all(QString::fromLatin1(kind)))
        roots.push_back({&file->root, Address{file->path, {}}});
    return roots;
}

std::vector<NodeAt> PlanCompiler::listed(const char* file, const char* list) const
{
    const Address root{QString::fromLatin1(file), {}};
    return NodeAt{&m_definition.node(root), root}[list].items();
}

// --- expressions ---

void PlanCompiler::compileExpressions()
{
    schema::walk(m_definition, [this](const schema::Site& site) { compileAt(site); });
}

void PlanCompiler::report(const QList<feel::Diagnostic>& diagnostics, const Address& address)
{
    for (const feel::Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity == Severity::Error)
            m_problems << feel::toProblem(diagnostic, Place{address.file, 0, 0, address.toString()});
}

void PlanCompiler::compileSource(const schema::ExpressionSite& expression)
{
    const feel::Scope scope = schema::makeScope(expression.names, *m_types);
    const QString key = expression.address.toString();
    if (expression.form == schema::ExpressionSite::Form::Template) {
        QList<feel::Diagnostic> diagnostics;
        m_templates.insert(key, feel::TextTemplate::compile(expression.source, scope, {}, &diagnostics));
        report(diagnostics, expression.address);
    } else if (expression.form == schema::ExpressionSite::Form::Aggregate) {
        const schema::Figure figure = schema::compileFigure(expression.source, scope);
        if (figure.aggregate)
            m_aggregates.insert(key, *figure.aggregate);
        report(figure.diagnostics, expression.address);
    } else {
        feel::CompileOptions options;
        options.expected = expression.expected;
        const feel::Compiled compiled = feel::compile(expression.source, scope, options);
        m_programs.insert(key, compiled.program);
        report(compiled.diagnostics, expression.address);
    }
}

void PlanCompiler::compileAt(const schema::Site& site)
{
    // Decisions are compiled when they are called, rows of a criterion as tables.
    if (!site.key || site.kind->id == u"story" || site.kind->id == u"decision" || site.key->scope.tests)
        return;
    schema::expressionsAt(site, *m_types,
                          [this](const schema::ExpressionSite& expression) { compileSource(expression); });
    // A literal becomes a constant program, so that the runtime meets programs only.
    const bool entry = site.key->type == schema::ValueType::FieldValues && !site.freeKey.isEmpty();
    const bool value = site.key->type == schema::ValueType::Value || site.key->type == schema::ValueType::Literal;
    if (!(entry || value) || site.node->string().startsWith(u'='))
        return;
    const yaml::Node* typing = schema::typedByField(site, *m_names);
    const QString type = typing ? (*typing)[u"type"].string() : QString();
    m_programs.insert(site.address.toString(),
                      feel::compile(schema::literalSource(*site.node, type), feel::Scope()).program);
}

Expression PlanCompiler::expression(const NodeAt& at) const
{
    return {at.exists() ? m_programs.value(at.address.toString()) : feel::Program()};
}

std::optional<feel::Aggregate> PlanCompiler::aggregate(const NodeAt& at) const
{
    const auto it = m_aggregates.find(at.address.toString());
    return it == m_aggregates.end() ? std::nullopt : std::optional(*it);
}

TextPlan PlanCompiler::textPlan(const NodeAt& at) const
{
    TextPlan text;
    if (at.node->isScalar())
        text.byLanguage.insert(QString(), m_templates.value(at.address.toString()));
    for (const yaml::Entry& entry : at.node->entries)
        text.byLanguage.insert(entry.key, m_templates.value(at.address.child(entry.key).toString()));
    return text;
}

} // namespace fw::plan
