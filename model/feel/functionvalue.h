#pragma once
#include "type.h"
#include "value.h"

namespace fw::feel
{

class Evaluation;

/// A function as a value: a literal `function(x) x + 1` with what it saw where it stood, or the name of a built-in.
class FunctionValue
{
public:
    virtual ~FunctionValue() = default;
    virtual int parameterCount() const = 0; ///< -1: any number
    virtual QStringList parameterNames() const = 0;
    virtual Type type() const = 0;
    virtual Value call(Evaluation& evaluation, std::vector<Value> arguments, Span span) const = 0;
};

} // namespace fw::feel
