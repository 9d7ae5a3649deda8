#pragma once
#include "decisiontable.h"

namespace fw::feel
{

/// A decision table as a function of its parameters. `make` compiles the table, over a scope whose slots are the parameters; it
/// is called once, at the first call, so that decisions may use each other whatever the order they are made in. Arguments are
/// coerced to the parameters' types, one that does not conform makes the result null.
Value decisionFunction(const QStringList& parameters, const Type& type, std::function<CompiledTable()> make);

} // namespace fw::feel
