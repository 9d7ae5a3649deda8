#include "binder.h"
#include "programimpl.h"

namespace fw::feel
{

int Scope::add(const QString& name, const Type& type)
{
    const int slot = static_cast<int>(m_names.size());
    m_names.push_back({name, type, slot});
    return slot;
}

const Scope::Name* Scope::find(const QString& name) const
{
    for (const Name& n : m_names)
        if (n.name == name)
            return &n;
    return nullptr;
}

void Scope::spread(int slot, const QString& recordName)
{
    m_spreads.push_back({slot, recordName});
}

/// Runs inside an evaluation that is going on: its steps, its depth and its stack are counted together.
static Value evaluateWithin(const ProgramImpl& program, Evaluation& evaluation, std::span<const Value> slotValues)
{
    const auto slotsBefore = std::exchange(evaluation.slots, slotValues);
    Value result;
    {
        LocalFrame locals(evaluation, program.localCount);
        result = program.root->run(evaluation);
    }
    evaluation.slots = slotsBefore;
    return evaluation.stopped() ? Value::nullBecause(evaluation.cause()) : result;
}

Value Program::evaluate(const Frame& frame) const
{
    if (!m_impl)
        return Value();
    if (frame.outer)
        return evaluateWithin(*m_impl, *frame.outer, frame.slots);
    Evaluation evaluation(frame, m_impl->limits);
    LocalFrame locals(evaluation, m_impl->localCount);
    Value result = m_impl->root->run(evaluation);
    if (evaluation.stopped())
        return Value::nullBecause(evaluation.cause());
    return result;
}

Explained Program::explain(const Frame& frame) const
{
    if (!m_impl)
        return {};
    Evaluation evaluation(frame, m_impl->limits);
    LocalFrame locals(evaluation, m_impl->localCount);
    Explained outer;
    evaluation.trace = &outer;
    m_impl->root->run(evaluation);
    Explained result = outer.parts.empty() ? Explained{} : std::move(outer.parts.front());
    if (evaluation.stopped())
        result.value = Value::nullBecause(evaluation.cause());
    return result;
}

const QString& Program::source() const
{
    static const QString none;
    return m_impl ? m_impl->source : none;
}

Type Program::type() const
{
    return m_impl ? m_impl->type : Type();
}
ExpressionClass Program::expressionClass() const
{
    return m_impl ? m_impl->expressionClass : ExpressionClass::Stable;
}

const std::vector<Reference>& Program::references() const
{
    static const std::vector<Reference> none;
    return m_impl ? m_impl->references : none;
}

/// The only one that may fill a Program.
class Compiler
{
public:
    static Compiled finish(const QString& source, Parsed parsed, const Scope& scope, const CompileOptions& options,
                           int inputSlot)
    {
        Compiled out;
        out.diagnostics = std::move(parsed.diagnostics);
        // Text that cannot be read is bound all the same, for its names; what binding finds wrong then is often only an echo.
        const bool readable = !hasErrors(out.diagnostics);
        QList<Diagnostic> found;
        Binder binder(scope, options, &found);
        auto impl = std::make_shared<ProgramImpl>();
        impl->root = inputSlot >= 0 ? binder.bindTests(*parsed.expression, inputSlot) : binder.bind(*parsed.expression);
        if (readable)
            out.diagnostics += found;
        impl->source = source;
        impl->type = impl->root->type;
        impl->expressionClass = binder.expressionClass;
        impl->references = binder.references;
        impl->spreads = scope.spreads();
        impl->localCount = binder.localCount;
        impl->limits = options.limits;
        out.references = std::move(binder.references);
        if (readable && !impl->type.conformsTo(options.expected))
            out.diagnostics.append(Diagnostic{
                scope.strictNames ? Severity::Error : Severity::Warning,
                QStringLiteral("feel.wrong_result"),
                Message(FW_MSG("The result must be %1, not %2."), {options.expected.toString(), impl->type.toString()}),
                Message(FW_MSG("Change the expression so that it gives %1."), {options.expected.toString()}),
                parsed.expression->span,
                {},
                {}});
        if (!hasErrors(out.diagnostics))
            out.program.m_impl = std::move(impl);
        return out;
    }

private:
    static bool hasErrors(const QList<Diagnostic>& diagnostics)
    {
        return std::any_of(diagnostics.begin(), diagnostics.end(),
                           [](const Diagnostic& d) { return d.severity == Severity::Error; });
    }
};

Compiled compile(const QString& source, const Scope& scope, const CompileOptions& options)
{
    return Compiler::finish(source, parseExpression(source, options.dialect, namesOf(scope)), scope, options, -1);
}

Compiled compileUnaryTests(const QString& source, const Scope& scope, int inputSlot, const CompileOptions& options)
{
    return Compiler::finish(source, parseUnaryTests(source, options.dialect, namesOf(scope)), scope, options,
                            inputSlot);
}

Problem toProblem(const Diagnostic& diagnostic, const Place& place)
{
    return Problem{diagnostic.severity, diagnostic.code, diagnostic.what, diagnostic.remedy, place, {}};
}

} // namespace fw::feel
