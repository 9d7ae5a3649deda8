#pragma once
#include "model/feel/aggregate.h"

namespace fw::schema
{

/// An aggregate (a rollup's or tile's value) with its inner expressions compiled over one row.
struct Figure {
    std::optional<feel::Aggregate> aggregate; ///< nothing when there is an error
    QList<feel::Diagnostic> diagnostics;      ///< spans in the whole source
    std::vector<feel::Reference> references;  ///< spans in the whole source
    bool timeDependent = false;               ///< one of the inner expressions is
};

/// `scope` spreads the row's record.
Figure compileFigure(const QString& source, const feel::Scope& scope);

} // namespace fw::schema
