#include "figure.h"

#include <QRegularExpression>

namespace fw::analytics
{

namespace
{

using Function = feel::Aggregate::Function;

bool isPath(const QString& text)
{
    static const QRegularExpression path(QStringLiteral("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$"));
    return path.match(text).hasMatch();
}

Result<plan::Expression> compilePart(const QString& text, const feel::Scope& scope)
{
    if (text.isEmpty())
        return plan::Expression{};
    const feel::Compiled compiled = feel::compile(text, scope);
    if (compiled.ok())
        return plan::Expression{compiled.program};
    return Error(QStringLiteral("analytics.bad_value"),
                 Message(FW_MSG("\"%1\" cannot be computed from the rows of this tile."), {text}),
                 compiled.diagnostics.isEmpty() ? Message() : compiled.diagnostics.first().what);
}

} // namespace

QString rowType(const QString& from)
{
    return from.startsWith(QLatin1String("event.")) ? QStringLiteral("event:") + from.mid(6) : from;
}

feel::Scope rowScope(const plan::Plan& plan, const QString& from)
{
    feel::Scope scope;
    scope.types = plan.types.get();
    const QString type = rowType(from);
    scope.addAt(plan::SlotRecord, QStringLiteral("record"), feel::Type::record(type));
    scope.spread(plan::SlotRecord, type);
    return scope;
}

Result<Figure> Figure::compile(const feel::Aggregate& aggregate, const plan::Plan& plan, const QString& from)
{
    const feel::Scope scope = rowScope(plan, from);
    Figure figure;
    figure.m_aggregate = aggregate;
    for (const feel::Aggregate* function : aggregate.functions()) {
        auto argument = compilePart(function->argument, scope);
        if (!argument)
            return argument.error();
        auto filter = compilePart(function->filter, scope);
        if (!filter)
            return filter.error();
        figure.m_calls.push_back(
            {function->function, isPath(function->argument) ? function->argument : QString(), *argument, *filter});
    }
    return figure;
}

std::vector<feel::Value> Figure::ofNothing() const
{
    std::vector<feel::Value> values;
    for (const Call& call : m_calls) {
        const bool zero = call.function == Function::Count || call.function == Function::CountDistinct ||
                          call.function == Function::Sum;
        values.push_back(zero ? feel::Value(0) : feel::Value());
    }
    return values;
}

} // namespace fw::analytics
