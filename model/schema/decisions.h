#pragma once
#include "model/feel/decisiontable.h"
#include "scopes.h"

/// Decision tables as definitions write them: files of kind "decision" and criteria of a scoring table that have rows.
namespace fw::schema
{

/// The type of a column: declared, that of the field it names, or what its formula gives.
feel::Type inputType(const yaml::Node& input, const ScopeNames& names, const Types& types);

/// The table of a file of kind "decision"; its scope is that of `decisionNames`.
feel::DecisionTable decisionTable(const yaml::Node& root);
ScopeNames decisionNames(const QString& id);

/// The rows of a criterion over records of a table; the one output is the points. `match: all` collects. Rows for blank stand
/// first and those for else last, in the order of `rows`; `order` gives each rule's row.
feel::DecisionTable criterionTable(const yaml::Node& criterion, const QString& table, const Types& types,
                                   std::vector<int>* order);

/// Where something of a table stands in its file, by the part, row and column a compiler's diagnostic names; `root` is the
/// address of the decision or criterion.
Address placeOf(const yaml::Node& node, const Address& root, const feel::TableDiagnostic& diagnostic,
                const std::vector<int>& order);

feel::CompiledTable compileTable(const feel::DecisionTable& table, const ScopeNames& names, const Types& types,
                                 QList<feel::TableDiagnostic>* diagnostics);

/// A decision as expressions call it. What it runs is compiled at its first call, from `names` alone.
feel::DefinedFunction declaredFunction(const std::shared_ptr<const Names>& names, const QString& id,
                                       const Types& types);

} // namespace fw::schema
