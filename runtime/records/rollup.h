#pragma once
#include "runtime/engine/unit.h"

/// Rollups: figures over related records, kept in a column. Internal to runtime/records.
namespace fw::records
{

/// An expression over one record of `table`, compiled once for as long as the plan lives; invalid when it does not compile.
feel::Program rowProgram(const plan::Plan& plan, const plan::Table& table, const QString& source);

/// Whether a rollup reads the field of the related records.
bool rollupReads(const plan::Plan& plan, const plan::Field& rollup, const QString& field);

/// The value of a rollup over no records: a count is 0, anything else unknown.
feel::Value emptyRollup(const plan::Field& rollup);

/// The value of a rollup field of the record `id`, from the related records as they stand now.
Result<feel::Value> rollupValue(engine::Unit& unit, const plan::Field& rollup, const QString& id);

} // namespace fw::records
