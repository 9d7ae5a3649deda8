#pragma once
#include "node.h"

namespace fw::feel
{

/// What a Program shares between its copies.
class ProgramImpl
{
public:
    QString source;
    NodePtr root;
    Type type;
    ExpressionClass expressionClass = ExpressionClass::Stable;
    std::vector<Reference> references;
    std::vector<Scope::Spread> spreads; ///< which slot is the record the expression is about
    int localCount = 0;
    Limits limits;
};

} // namespace fw::feel
