#include "draft.h"
#include "problems.h"
#include "runtime/store/auditlog.h"
#include "runtime/store/recordsql.h"
#include "values.h"

namespace fw::records
{

using engine::Fact;
using engine::Record;
using engine::Unit;
using feel::Value;

namespace
{

/// The store's own fault comes first: what else was found may follow from it.
std::optional<Error> failureOf(Draft& draft)
{
    if (auto error = draft.unit.store.writer().takeError())
        return error;
    if (!draft.problems.isEmpty())
        return Error(draft.problems);
    return std::nullopt;
}

QByteArray auditText(const Record& record, const QStringList& fields)
{
    QJsonObject object;
    for (const QString& id : fields) {
        const plan::Field* field = record.table->findField(id);
        object.insert(id, field ? toJson(*field, record.value(id)) : QJsonValue());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

struct Logged {
    const char* kind;
    QStringList fields;
    QByteArray kept;
};

/// Audit and change feed. An import's batch has one row of each for all records it creates (runtime/transfer).
Result<void> log(Unit& unit, const std::shared_ptr<const Record>& before, const std::shared_ptr<const Record>& after,
                 const Logged& what)
{
    const Record& record = after ? *after : *before;
    if (unit.cause.kind == engine::Cause::Kind::Import && !before)
        return {};
    store::Audit audit{
        unit.seq, unit.cause.user, what.kind, record.table->id, record.id, record.version, unit.now, unit.newId(), {},
        {},       what.kept};
    if (before)
        audit.before = auditText(*before, what.fields);
    if (after)
        audit.after = auditText(*after, what.fields);
    if (auto done = store::appendAudit(unit.store.writer(), audit); !done)
        return done;
    return store::appendChange(
        unit.store.writer(), {unit.seq, what.kind, record.table->id, record.id, record.version, what.fields, unit.now});
}

void addFact(Unit& unit, Fact::Kind kind, const std::shared_ptr<const Record>& before,
             const std::shared_ptr<const Record>& after, const QStringList& fields)
{
    Fact fact;
    fact.kind = kind;
    fact.table = (after ? after : before)->table->id;
    fact.record = (after ? after : before)->id;
    fact.before = before;
    fact.after = after;
    fact.fields = fields;
    unit.facts.push_back(std::move(fact));
}

/// Facts, cascade, audit and feed of a stored write.
Result<void> conclude(Unit& unit, Fact::Kind kind, const std::shared_ptr<const Record>& before,
                      const std::shared_ptr<const Record>& after, const Logged& what)
{
    addFact(unit, kind, before, after, what.fields);
    const plan::Table& table = *(after ? after : before)->table;
    if (auto done = cascade(unit, table, before, after, what.fields); !done)
        return done;
    return log(unit, before, after, what);
}

Written writtenOf(const char* outcome, const std::shared_ptr<const Record>& before,
                  const std::shared_ptr<const Record>& after, QStringList fields)
{
    const Record& record = after ? *after : *before;
    return {QString::fromLatin1(outcome), record.id, record.version, std::move(fields), {}, before, after};
}

/// Stores a changed draft as the next version.
Result<Written> storeChange(Draft& draft, const char* outcome, const QStringList& kept = {},
                            const QByteArray& keptText = {})
{
    if (auto error = failureOf(draft))
        return *error;
    const QStringList fields = draft.changedIds();
    if (fields.isEmpty()) {
        Written unchanged = writtenOf(kept.isEmpty() && qstrcmp(outcome, "merged") != 0 ? "unchanged" : outcome,
                                      draft.before, draft.before, {});
        unchanged.kept = kept;
        return unchanged;
    }
    draft.after->version = draft.before->version + 1;
    draft.after->updatedAt = draft.unit.now;
    draft.after->updatedBy = draft.unit.cause.user;
    if (auto done =
            store::updateRecord(draft.unit.store.writer(), draft.unit.plan, *draft.after, draft.changedFields());
        !done)
        return done.error();
    if (auto done =
            conclude(draft.unit, Fact::Kind::RecordChanged, draft.before, draft.after, {outcome, fields, keptText});
        !done)
        return done.error();
    Written written = writtenOf(outcome, draft.before, draft.after, fields);
    written.kept = kept;
    return written;
}

/// Fills what the stored record lacks with what the new one brings; what stands against it stays and is noted.
Result<Written> merge(Unit& unit, const plan::Table& table, const QString& id, const Values& given,
                      const Draft& incoming)
{
    auto stored = load(unit.store.writer(), unit.plan, table, id);
    if (!stored)
        return Error(problemAt("record.unknown_record", {}, Message(FW_MSG("There is no record \"%1\"."), {id})));
    Draft draft(unit, table, stored);
    QStringList kept;
    QJsonObject keptValues;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const int index = table.field(it.key());
        const Value& brought = incoming.after->values[static_cast<size_t>(index)];
        const Value& present = stored->values[static_cast<size_t>(index)];
        if (brought.isNull() || brought == present)
            continue;
        if (present.isNull()) {
            draft.set(index, brought);
        } else if (present.kind() == Value::Kind::List && brought.kind() == Value::Kind::List) {
            Value::Items items = present.items();
            for (const Value& item : brought.items()) {
                if (std::find(items.begin(), items.end(), item) == items.end())
                    items.push_back(item);
            }
            draft.set(index, Value::list(std::move(items)));
        } else {
            kept << it.key();
            keptValues.insert(it.key(), toJson(table.fields[static_cast<size_t>(index)], brought));
        }
    }
    draft.compute();
    validate(draft);
    validateUnique(draft);
    return storeChange(draft, "merged", kept,
                       kept.isEmpty() ? QByteArray() : QJsonDocument(keptValues).toJson(QJsonDocument::Compact));
}

Result<Written> insert(Draft& draft)
{
    validateUnique(draft);
    if (auto error = failureOf(draft))
        return *error;
    if (auto done = store::insertRecord(draft.unit.store.writer(), draft.unit.plan, *draft.after); !done)
        return done.error();
    const QStringList fields = draft.changedIds();
    if (auto done = conclude(draft.unit, Fact::Kind::RecordCreated, nullptr, draft.after, {"created", fields, {}});
        !done)
        return done.error();
    return writtenOf("created", nullptr, draft.after, fields);
}

Error unknownRecord(const plan::Table& table, const QString& id)
{
    return Error(problemAt("record.unknown_record", {},
                           Message(FW_MSG("Table \"%1\" has no record \"%2\"."), {table.id, id}),
                           FW_MSG("It may lie in the bin; look there, or correct the id.")));
}

QString shown(const Value& value)
{
    return value.isNull() ? QStringLiteral("–") : value.toText();
}

/// A stale write, with both values of each field that stands against the stored one.
Error stale(const Draft& draft, const Values& wanted)
{
    QList<Problem> problems;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const int index = draft.table.field(it.key());
        if (index >= 0 && draft.changed[static_cast<size_t>(index)])
            problems << problemAt("record.stale", it.key(),
                                  Message::local(FW_MSG("%1: you wrote \"%2\", but meanwhile \"%3\" stands there."),
                                                 {nameOf(draft.table.fields[static_cast<size_t>(index)]),
                                                  shown(draft.after->values[static_cast<size_t>(index)]),
                                                  shown(draft.before->values[static_cast<size_t>(index)])}),
                                  FW_MSG("Decide which of the two holds and save again."));
    }
    if (problems.isEmpty())
        problems << problemAt(
            "record.stale", {},
            Message(FW_MSG("The record was changed meanwhile (version %1)."), {QString::number(draft.before->version)}),
            FW_MSG("Load it again."));
    return Error(problems);
}

/// Bin and restore change no field.
Result<Written> setDeleted(Unit& unit, const std::shared_ptr<const Record>& before, Instant at, const char* outcome)
{
    auto after = std::make_shared<Record>(*before);
    after->deletedAt = at;
    after->version = before->version + 1;
    after->updatedAt = unit.now;
    after->updatedBy = unit.cause.user;
    if (auto done = store::updateRecord(unit.store.writer(), unit.plan, *after, {}); !done)
        return done.error();
    const bool removed = at != 0;
    const std::shared_ptr<const Record> was = removed ? before : nullptr,
                                        is = removed ? nullptr : std::shared_ptr<const Record>(after);
    addFact(unit, removed ? Fact::Kind::RecordDeleted : Fact::Kind::RecordCreated, was, is, {});
    if (auto done = cascade(unit, *before->table, was, is, {}); !done)
        return done.error();
    QStringList all;
    for (const plan::Field& field : before->table->fields)
        all << field.id;
    if (auto done = log(unit, before, after, {outcome, removed ? all : QStringList(), {}}); !done)
        return done.error();
    return writtenOf(outcome, before, after, {});
}

} // namespace

Result<Values> valuesFromJson(Unit& unit, const plan::Table& table, const QJsonObject& values)
{
    const Conversion conversion{unit.store.writer(), unit.plan};
    Values typed;
    QList<Problem> problems;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const plan::Field* field = table.findField(it.key());
        if (!field) {
            problems << problemAt("record.unknown_field", it.key(),
                                  Message(FW_MSG("Table \"%1\" has no field \"%2\"."), {table.id, it.key()}),
                                  FW_MSG("Correct the name of the field."));
            continue;
        }
        if (plan::isDerived(field->type)) {
            problems << problemAt("record.not_writable", it.key(),
                                  Message::local(FW_MSG("%1 is computed and cannot be written."), {nameOf(*field)}),
                                  FW_MSG("Leave it out."));
            continue;
        }
        auto value = fromJson(conversion, *field, it.value());
        if (value)
            typed.insert(it.key(), std::move(*value));
        else
            problems << value.error().problems();
    }
    if (!problems.isEmpty())
        return Error(problems);
    return typed;
}

Result<Written> create(Unit& unit, const plan::Table& table, const Values& values)
{
    Draft draft(unit, table, nullptr);
    draft.take(values);
    draft.setDefaults(values);
    draft.compute();
    const QString duplicate = duplicateOf(draft);
    if (!duplicate.isEmpty() && draft.problems.isEmpty()) {
        if (table.mergeDuplicates)
            return merge(unit, table, duplicate, values, draft);
        draft.problems << problemAt("record.duplicate", table.identity.front(),
                                    Message(FW_MSG("There is such a record already: %1."), {duplicate}),
                                    FW_MSG("Change that record instead."));
    }
    validate(draft);
    return insert(draft);
}

Result<Written> create(Unit& unit, const plan::Table& table, const QJsonObject& values)
{
    auto typed = valuesFromJson(unit, table, values);
    return typed ? create(unit, table, *typed) : Result<Written>(typed.error());
}

Result<Written> createOrUpdate(Unit& unit, const plan::Table& table, const Values& values)
{
    Draft draft(unit, table, nullptr);
    draft.take(values);
    const QString known = duplicateOf(draft);
    if (auto error = failureOf(draft))
        return *error;
    return known.isEmpty() ? create(unit, table, values) : update(unit, table, known, values);
}

Result<Written> update(Unit& unit, const plan::Table& table, const QString& id, const Values& values,
                       std::optional<qint64> version)
{
    auto before = load(unit.store.writer(), unit.plan, table, id);
    if (!before)
        return unknownRecord(table, id);
    Draft draft(unit, table, before);
    draft.take(values);
    if (version && *version != before->version)
        return stale(draft, values);
    draft.compute();
    validate(draft);
    validateUnique(draft);
    return storeChange(draft, "updated");
}

Result<Written> update(Unit& unit, const plan::Table& table, const QString& id, const QJsonObject& values,
                       std::optional<qint64> version)
{
    auto typed = valuesFromJson(unit, table, values);
    return typed ? update(unit, table, id, *typed, version) : Result<Written>(typed.error());
}

Result<Written> remove(Unit& unit, const plan::Table& table, const QString& id, std::optional<qint64> version)
{
    auto before = load(unit.store.writer(), unit.plan, table, id);
    if (!before)
        return unknownRecord(table, id);
    if (version && *version != before->version)
        return stale(Draft(unit, table, before), {});
    return setDeleted(unit, before, unit.now, "deleted");
}

Result<Written> restore(Unit& unit, const plan::Table& table, const QString& id)
{
    auto before = load(unit.store.writer(), unit.plan, table, id, true);
    if (!before || before->deletedAt == 0)
        return unknownRecord(table, id);
    Draft draft(unit, table, before);
    draft.changed.assign(draft.changed.size(), true); // to the unique fields it is a new record
    validateUnique(draft);
    if (auto error = failureOf(draft))
        return *error;
    auto restored = setDeleted(unit, before, 0, "restored");
    if (!restored)
        return restored;
    // What it is computed from went on while it lay in the bin.
    if (auto done = recompute(unit, table, id, derivedFields(table)); !done)
        return done.error();
    restored->after = load(unit.store.writer(), unit.plan, table, id);
    return restored;
}

Result<void> writeSystemFields(Unit& unit, const plan::Table& table, const QString& id, const Values& values)
{
    return refresh(unit, table, id, values, {}, 0);
}

} // namespace fw::records
