#pragma once
#include "records.h"
#include "runtime/engine/environment.h"

/// The steps of one write, shared by create, update and what follows from them. Internal to runtime/records.
namespace fw::records
{

/// A record being written: what stands in the store, what shall stand there, which fields differ.
class Draft
{
public:
    Draft(engine::Unit& unit, const plan::Table& table, std::shared_ptr<const engine::Record> before);

    engine::Unit& unit;
    const plan::Table& table;
    std::shared_ptr<const engine::Record> before; ///< null for a new record
    std::shared_ptr<engine::Record> after;
    std::vector<bool> changed; ///< parallel to the table's fields
    QList<Problem> problems;
    std::vector<int> free; ///< fields whose value no other live record has, as was just seen

    bool isNew() const { return !before; }
    /// Sets a field; marks it when the value differs.
    void set(int field, const feel::Value& value);
    /// Sets fields by id, each made to fit its field; what does not fit becomes a problem.
    void take(const Values& values);
    void setDefaults(const Values& given);
    /// Computes what depends on changed fields, in dependency order; `also`: fields to compute anyway.
    void compute(const std::vector<int>& also = {});
    feel::Value evaluate(const plan::Expression& expression) const { return m_evaluation(expression); }

    std::vector<int> changedFields() const;
    QStringList changedIds() const;

private:
    engine::SubjectEnvironment m_environment;
    Evaluation m_evaluation;
};

/// Required fields and rules; problems are added to the draft.
void validate(Draft& draft);
/// Unique fields, among live records; after the duplicate rules (semantics.md).
void validateUnique(Draft& draft);
/// The id of the live record that the table's identity finds for a new record, "" when there is none. Two different ones
/// are a problem of the draft.
QString duplicateOf(Draft& draft);

/// What follows a stored write: rollups and computed fields of other records. `before` or `after` is null for created or
/// deleted records; `depth` bounds how far a change may run through the data.
Result<void> cascade(engine::Unit& unit, const plan::Table& table, const std::shared_ptr<const engine::Record>& before,
                     const std::shared_ptr<const engine::Record>& after, const QStringList& fields, int depth = 0);
/// Sets system fields and computes `recompute` of a record, stores what changed, adds the fact and cascades.
Result<void> refresh(engine::Unit& unit, const plan::Table& table, const QString& id, const Values& set,
                     const std::vector<int>& recompute, int depth);

/// Fields of a table that are made of others and have a column: rollups and stored computed fields.
std::vector<int> derivedFields(const plan::Table& table);
/// Makes these derived fields of a record anew from what stands in the store.
Result<void> recompute(engine::Unit& unit, const plan::Table& table, const QString& id, const std::vector<int>& fields);

} // namespace fw::records
