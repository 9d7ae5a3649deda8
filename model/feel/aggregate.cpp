#include "aggregate.h"
#include "syntax.h"

namespace fw::feel
{

namespace
{

std::optional<Aggregate::Function> functionNamed(const QString& name)
{
    static const QHash<QString, Aggregate::Function> functions{
        {QStringLiteral("count"), Aggregate::Function::Count},
        {QStringLiteral("COUNT"), Aggregate::Function::Count},
        {QStringLiteral("count_distinct"), Aggregate::Function::CountDistinct},
        {QStringLiteral("sum"), Aggregate::Function::Sum},
        {QStringLiteral("SUM"), Aggregate::Function::Sum},
        {QStringLiteral("avg"), Aggregate::Function::Average},
        {QStringLiteral("mean"), Aggregate::Function::Average},
        {QStringLiteral("AVERAGE"), Aggregate::Function::Average},
        {QStringLiteral("min"), Aggregate::Function::Min},
        {QStringLiteral("MIN"), Aggregate::Function::Min},
        {QStringLiteral("max"), Aggregate::Function::Max},
        {QStringLiteral("MAX"), Aggregate::Function::Max},
        {QStringLiteral("median"), Aggregate::Function::Median}};
    const auto it = functions.find(name);
    return it == functions.end() ? std::nullopt : std::optional(*it);
}

class Reader
{
public:
    Reader(const QString& source, QList<Diagnostic>* diagnostics) : m_source(source), m_diagnostics(diagnostics) {}

    std::optional<Aggregate> read(const Expression& e)
    {
        switch (e.kind) {
        case Expression::Kind::Literal:
            if (e.literal.kind() == Value::Kind::Number) {
                Aggregate out;
                out.constant = e.literal.number();
                return out;
            }
            break;
        case Expression::Kind::Negate: return compose(Aggregate::Op::Negate, e);
        case Expression::Kind::Binary:
            if (e.op <= Operator::Power)
                return compose(
                    static_cast<Aggregate::Op>(static_cast<int>(Aggregate::Op::Add) + static_cast<int>(e.op)), e);
            break;
        case Expression::Kind::Call: return function(e);
        default: break;
        }
        refuse(e.span);
        return std::nullopt;
    }

private:
    void refuse(Span span)
    {
        if (m_diagnostics)
            m_diagnostics->append(
                Diagnostic{Severity::Error,
                           QStringLiteral("feel.no_aggregate"),
                           Message(FW_MSG("This is no figure over records.")),
                           Message(FW_MSG("Write count(), sum(field), avg(field), min(field), max(field), "
                                          "median(field) or count_distinct(field), or arithmetic between them.")),
                           span,
                           {},
                           {}});
    }

    std::optional<Aggregate> compose(Aggregate::Op op, const Expression& e)
    {
        Aggregate out;
        out.op = op;
        for (const ExpressionPtr& part : e.parts) {
            auto inner = read(*part);
            if (!inner)
                return std::nullopt;
            out.parts.push_back(std::move(*inner));
        }
        return out;
    }

    std::optional<Aggregate> function(const Expression& e)
    {
        const auto function =
            e.parts[0]->kind == Expression::Kind::Name ? functionNamed(e.parts[0]->name) : std::nullopt;
        const size_t count = e.parts.size() - 1;
        const bool isCount = function == Aggregate::Function::Count;
        if (!function || !e.names.isEmpty() || count > (isCount ? 1 : 2) || (!isCount && count == 0)) {
            refuse(e.span);
            return std::nullopt;
        }
        Aggregate out;
        out.op = Aggregate::Op::Function;
        out.function = *function;
        const auto take = [&](size_t i, QString* text, Span* span) {
            *span = e.parts[i]->span;
            *text = m_source.mid(span->begin, span->end - span->begin);
        };
        if (!isCount)
            take(1, &out.argument, &out.argumentSpan);
        const size_t filter = isCount ? 1 : 2;
        if (count >= filter)
            take(filter, &out.filter, &out.filterSpan);
        return out;
    }

    const QString& m_source;
    QList<Diagnostic>* m_diagnostics;
};

void gather(const Aggregate& node, std::vector<const Aggregate*>& out)
{
    if (node.op == Aggregate::Op::Function)
        out.push_back(&node);
    for (const Aggregate& part : node.parts)
        gather(part, out);
}

Value compute(const Aggregate& node, const std::vector<Value>& values, size_t& next)
{
    if (node.op == Aggregate::Op::Constant)
        return Value(node.constant);
    if (node.op == Aggregate::Op::Function)
        return next < values.size() ? values[next++] : Value();
    const Value left = compute(node.parts[0], values, next);
    if (node.op == Aggregate::Op::Negate)
        return negate(left, {});
    const Value right = compute(node.parts[1], values, next);
    return applyOperator(static_cast<Operator>(static_cast<int>(node.op) - static_cast<int>(Aggregate::Op::Add)), left,
                         right, {});
}

} // namespace

std::vector<const Aggregate*> Aggregate::functions() const
{
    std::vector<const Aggregate*> out;
    gather(*this, out);
    return out;
}

Value Aggregate::combine(const std::vector<Value>& values) const
{
    size_t next = 0;
    return compute(*this, values, next);
}

std::optional<Aggregate> asAggregate(const QString& source, QList<Diagnostic>* diagnostics)
{
    Parsed parsed = parseExpression(source, Dialect::Studio, NameTable());
    if (!parsed.diagnostics.isEmpty()) {
        if (diagnostics)
            *diagnostics += parsed.diagnostics;
        return std::nullopt;
    }
    return Reader(source, diagnostics).read(*parsed.expression);
}

} // namespace fw::feel
