#pragma once
#include "model/schema/references.h"
#include "nodeat.h"

namespace fw::plan
{

/// Builds a Plan from a checked definition. First every expression is compiled in the scope its key says, kept by address;
/// then the structs are read off the nodes.
class PlanCompiler
{
public:
    explicit PlanCompiler(const Definition& definition);
    std::shared_ptr<const Plan> compile();
    /// What compiling found after all (a definition that passed the check gives none).
    const QList<Problem>& problems() const { return m_problems; }

private:
    // expressions
    void compileExpressions();
    void compileAt(const schema::Site& site);
    void compileSource(const schema::ExpressionSite& expression);
    void report(const QList<feel::Diagnostic>& diagnostics, const Address& address);
    Expression expression(const NodeAt& at) const;
    std::optional<feel::Aggregate> aggregate(const NodeAt& at) const;
    TextPlan textPlan(const NodeAt& at) const;

    // data
    Table table(const NodeAt& root) const;
    Field field(const NodeAt& at) const;
    void typeField(Field& field, const NodeAt& at) const;
    Field scorePart(const Field& score, FieldType type) const;
    std::vector<Option> options(const NodeAt& list) const;
    Option option(const NodeAt& at) const;
    void linkDependencies(Table& table) const;
    void linkComputed();
    void orderComputed(Table& table) const;
    Event event(const NodeAt& root) const;
    Setting setting(const NodeAt& at) const;
    void app();

    // scoring and segments
    Scoring scoring(const NodeAt& root) const;
    Criterion criterion(const NodeAt& at, const Scoring& scoring) const;
    void rowsOf(Criterion& criterion, const NodeAt& at, const QString& tableId) const;
    Segment segment(const NodeAt& root) const;

    // workflows, messages, connectors
    Workflow workflow(const NodeAt& root) const;
    Trigger trigger(const NodeAt& at, const QString& table) const;
    void scheduleOf(Trigger& trigger, const NodeAt& at) const;
    Steps steps(const NodeAt& list) const;
    Step step(const NodeAt& at) const;
    void recordStep(Step& step, const NodeAt& at) const;
    void outwardStep(Step& step, const NodeAt& at) const;
    void flowStep(Step& step, const NodeAt& at) const;
    RecordQuery query(const NodeAt& at) const;
    std::vector<Assignment> assignments(const NodeAt& map) const;
    Calendar calendar(const NodeAt& root) const;
    MessageText message(const NodeAt& root) const;
    Connector connector(const NodeAt& at) const;

    // forms, views, dashboards, roles
    Form form(const NodeAt& root) const;
    std::vector<FormPart> parts(const NodeAt& list) const;
    View view(const NodeAt& root) const;
    Column column(const NodeAt& at) const;
    Dashboard dashboard(const NodeAt& root) const;
    Tile tile(const NodeAt& at) const;
    Role role(const NodeAt& at) const;
    std::vector<NavigationItem> navigation(const NodeAt& list) const;
    std::vector<NavigationItem> usualNavigation() const;

    std::vector<NodeAt> files(const char* kind) const;
    std::vector<NodeAt> listed(const char* file, const char* list) const;

    const Definition& m_definition;
    std::shared_ptr<const schema::Names> m_names;
    std::shared_ptr<const schema::Types> m_types;
    std::shared_ptr<Plan> m_plan;
    QHash<QString, feel::Program> m_programs;
    QHash<QString, feel::Aggregate> m_aggregates;
    QHash<QString, feel::TextTemplate> m_templates;
    QList<Problem> m_problems;
};

} // namespace fw::plan
