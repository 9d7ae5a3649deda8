#include "rule.h"

#include "model/schema/figure.h"
#include "model/schema/scalarmap.h"

namespace fw::check {

using schema::ExpressionSite;
using schema::Site;

namespace {

QList<feel::Diagnostic> diagnosticsOf(const ExpressionSite& expression, const feel::Scope& scope)
{
    QList<feel::Diagnostic> diagnostics;
    if (expression.form == ExpressionSite::Form::Template)
        feel::TextTemplate::compile(expression.source, scope, {}, &diagnostics);
    else if (expression.form == ExpressionSite::Form::Aggregate)
        diagnostics = schema::compileFigure(expression.source, scope).diagnostics;
    else {
        feel::CompileOptions options;
        options.expected = expression.expected;
        diagnostics = feel::compile(expression.source, scope, options).diagnostics;
    }
    return diagnostics;
}

/// Every expression in the scope its key gives it; spans are mapped through the scalar's quotes and lines to the file.
class ExpressionsRule : public Rule {
public:
    void site(const Site& site, Context& context) override
    {
        schema::expressionsAt(site, context.types, [&](const ExpressionSite& expression) {
            if (hasTable(expression, site, context))
                compile(expression, site, context);
        });
    }

private:
    /// Without its table an expression cannot be judged; that the table is unknown is said where it is named.
    static bool hasTable(const ExpressionSite& expression, const Site& site, const Context& context)
    {
        if (expression.names.record.isEmpty())
            return site.key->scope.record.where == schema::From::Where::Nothing;
        return context.names().table(expression.names.record) || !context.types.members(expression.names.record).isEmpty();
    }

    static void compile(const ExpressionSite& expression, const Site& site, Context& context)
    {
        const schema::ScalarMap map(site.file->text, *expression.scalar);
        for (const feel::Diagnostic& diagnostic : diagnosticsOf(expression, schema::makeScope(expression.names, context.types))) {
            const yaml::Span bytes = map.bytes(diagnostic.span.begin + expression.offset, diagnostic.span.end + expression.offset);
            Problem& problem = context.report.add(diagnostic.severity, "feel", diagnostic.what, diagnostic.remedy, expression.address, bytes.begin);
            problem.code = diagnostic.code;
            if (diagnostic.replacement.isEmpty() || !map.exact())
                continue;
            const Message label = diagnostic.replacementLabel.isEmpty() ? Message(FW_MSG("Change to \"%1\""), {diagnostic.replacement}) : diagnostic.replacementLabel;
            problem.fixes << Fix{label, site.address.file, bytes.begin, bytes.end, map.escaped(diagnostic.replacement)};
        }
    }
};

} // namespace

RulePtr expressionsRule()
{
    return std::make_unique<ExpressionsRule>();
}

} // namespace fw::check
