#include "figure.h"

namespace fw::schema
{

static void compilePart(const QString& source, feel::Span at, const feel::Type& expected, const feel::Scope& scope,
                        Figure& figure)
{
    if (source.isEmpty())
        return;
    feel::CompileOptions options;
    options.expected = expected;
    feel::Compiled compiled = feel::compile(source, scope, options);
    figure.timeDependent |= compiled.ok() && compiled.program.expressionClass() == feel::ExpressionClass::TimeDependent;
    for (feel::Diagnostic& diagnostic : compiled.diagnostics) {
        diagnostic.span = {diagnostic.span.begin + at.begin, diagnostic.span.end + at.begin};
        figure.diagnostics << diagnostic;
    }
    for (feel::Reference& reference : compiled.references) {
        reference.span = {reference.span.begin + at.begin, reference.span.end + at.begin};
        figure.references.push_back(std::move(reference));
    }
}

static feel::Type argumentType(feel::Aggregate::Function function)
{
    switch (function) {
    case feel::Aggregate::Function::Sum:
    case feel::Aggregate::Function::Average: return feel::Type::Kind::Number;
    default: return feel::Type::Kind::Any;
    }
}

Figure compileFigure(const QString& source, const feel::Scope& scope)
{
    Figure figure;
    figure.aggregate = feel::asAggregate(source, &figure.diagnostics);
    if (!figure.aggregate)
        return figure;
    for (const feel::Aggregate* function : figure.aggregate->functions()) {
        compilePart(function->argument, function->argumentSpan, argumentType(function->function), scope, figure);
        compilePart(function->filter, function->filterSpan, feel::Type::Kind::Boolean, scope, figure);
    }
    const auto isError = [](const feel::Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; };
    if (std::any_of(figure.diagnostics.begin(), figure.diagnostics.end(), isError))
        figure.aggregate.reset();
    return figure;
}

} // namespace fw::schema
