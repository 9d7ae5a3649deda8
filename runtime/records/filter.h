#pragma once
#include "runtime/plan/plan.h"
#include "runtime/store/listquery.h"

/// Conditions over the records of a table: those a person writes by hand and those of views.
namespace fw::records
{

/// Compiles a condition that a person wrote: fields by name, relations by dot, `me`, `settings`, now(). `where` names the
/// input in problems ("--where").
Result<feel::Program> compileFilter(const plan::Plan& plan, const plan::Table& table, const QString& text,
                                    const QString& where);

/// Restricts a list by a condition: the store evaluates it where it can, where not it is tested on the rows. `me`: the
/// acting user's id, "" = nobody. Connection and plan must outlive the query.
void addFilter(store::ListQuery& query, const feel::Program& program, const plan::Plan& plan,
               store::Connection& connection, const QString& me, Instant now);

} // namespace fw::records
