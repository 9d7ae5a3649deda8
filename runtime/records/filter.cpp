#include "filter.h"
#include "reader.h"
#include "runtime/engine/environment.h"

namespace fw::records
{

Result<feel::Program> compileFilter(const plan::Plan& plan, const plan::Table& table, const QString& text,
                                    const QString& where)
{
    feel::Scope scope;
    scope.types = plan.types.get();
    scope.addAt(plan::SlotRecord, QStringLiteral("record"), feel::Type::record(table.id));
    scope.addAt(plan::SlotMe, QStringLiteral("me"), feel::Type::record(QStringLiteral("user")));
    scope.addAt(plan::SlotSettings, QStringLiteral("settings"), feel::Type::record(QStringLiteral("settings")));
    scope.spread(plan::SlotRecord, table.id);
    feel::CompileOptions options;
    options.expected = feel::Type::Kind::Boolean;
    const feel::Compiled compiled = feel::compile(text, scope, options);
    if (compiled.ok())
        return compiled.program;
    QList<Problem> problems;
    for (const feel::Diagnostic& diagnostic : compiled.diagnostics)
        problems << feel::toProblem(diagnostic, Place{where, 1, diagnostic.span.begin + 1, {}});
    return Error(problems);
}

void addFilter(store::ListQuery& query, const feel::Program& program, const plan::Plan& plan,
               store::Connection& connection, const QString& me, Instant now)
{
    const engine::SubjectEnvironment nobody(connection, plan, now, QString());
    const Evaluation known(connection, plan, nobody, me);
    if (const auto predicate = feel::toPredicate(program, known.frame(), query.table->id)) {
        if (store::predicateSql(*predicate, connection.dialect(), plan, *query.table, "t")) {
            query.where.push_back(*predicate);
            return;
        }
    }
    query.test = [&connection, &plan, program, me, now,
                  before = query.test](const std::shared_ptr<const engine::Record>& record) {
        const engine::SubjectEnvironment subject(connection, plan, now, record->id);
        Evaluation evaluation(connection, plan, subject, me);
        return (!before || before(record)) && program.evaluate(evaluation.setRecord(record).frame()).isTrue();
    };
}

} // namespace fw::records
