#include "decisionfunction.h"
#include "functionvalue.h"
#include "node.h"

#include <mutex>

namespace fw::feel
{

namespace
{

class DecisionFunction : public FunctionValue
{
public:
    DecisionFunction(QStringList parameters, Type type, std::function<CompiledTable()> make)
        : m_parameters(std::move(parameters)), m_type(std::move(type)), m_make(std::move(make))
    {
    }

    int parameterCount() const override { return static_cast<int>(m_parameters.size()); }
    QStringList parameterNames() const override { return m_parameters; }
    Type type() const override { return m_type; }

    Value call(Evaluation& e, std::vector<Value> arguments, Span span) const override
    {
        if (static_cast<int>(arguments.size()) != parameterCount())
            return nullOf("feel.argument_count",
                          Message(FW_MSG("The function takes %1 arguments, not %2."),
                                  {QString::number(parameterCount()), QString::number(arguments.size())}),
                          span);
        for (size_t i = 0; i < arguments.size(); ++i) {
            Value converted = coerceTo(arguments[i], m_type.parameters()[i], span);
            if (converted.isNull() && !arguments[i].isNull())
                return converted;
            arguments[i] = std::move(converted);
        }
        std::call_once(m_made, [this] { m_table = m_make(); });
        Value result;
        if (e.enter(span))
            result = m_table.evaluate(Frame{arguments, e.environment, &e});
        e.leave();
        return result;
    }

private:
    QStringList m_parameters;
    Type m_type;
    std::function<CompiledTable()> m_make;
    mutable std::once_flag m_made;
    mutable CompiledTable m_table;
};

} // namespace

Value decisionFunction(const QStringList& parameters, const Type& type, std::function<CompiledTable()> make)
{
    return Value(
        std::shared_ptr<const FunctionValue>(std::make_shared<DecisionFunction>(parameters, type, std::move(make))));
}

} // namespace fw::feel
