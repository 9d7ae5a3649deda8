#include "draft.h"
#include "problems.h"
#include "runtime/store/recordsql.h"

namespace fw::records
{

namespace
{

void checkRequired(Draft& draft)
{
    for (size_t i = 0; i < draft.table.fields.size(); ++i) {
        const plan::Field& field = draft.table.fields[i];
        // A field that became required later does not stop changes of other fields of old records.
        if (field.required && draft.after->values[i].isNull() && (draft.isNew() || draft.changed[i]))
            draft.problems << problemAt("record.required", field.id,
                                        Message::local(FW_MSG("%1 is missing."), {nameOf(field)}),
                                        FW_MSG("Fill it in."));
    }
}

void checkRules(Draft& draft)
{
    for (const plan::Rule& rule : draft.table.rules) {
        const feel::Value result = draft.evaluate(rule.check);
        if (result.kind() != feel::Value::Kind::Boolean || result.boolean())
            continue;
        QString field; // the first field the rule speaks of shows the text
        for (const feel::Reference& reference : rule.check.program.references()) {
            if (field.isEmpty() && reference.owner == draft.table.id)
                field = reference.name;
        }
        draft.problems << problemAt("record.rule", field,
                                    rule.text.isEmpty() ? Message(FW_MSG("The rule \"%1\" is not met."), {rule.id})
                                                        : Message::local(FW_MSG("%1"), {rule.text}));
    }
}

} // namespace

void validateUnique(Draft& draft)
{
    for (size_t i = 0; i < draft.table.fields.size(); ++i) {
        const plan::Field& field = draft.table.fields[i];
        const bool free = std::find(draft.free.begin(), draft.free.end(), static_cast<int>(i)) != draft.free.end();
        if (!field.unique || !draft.changed[i] || draft.after->values[i].isNull() || free)
            continue;
        QStringList others = store::selectIds(draft.unit.store.writer(), draft.unit.plan, draft.table,
                                              static_cast<int>(i), draft.after->values[i]);
        others.removeAll(draft.after->id);
        if (!others.isEmpty())
            draft.problems << problemAt("record.not_unique", field.id,
                                        Message::local(FW_MSG("%1: \"%2\" is taken by another record."),
                                                       {nameOf(field), draft.after->values[i].toText()}),
                                        Message(FW_MSG("Give another value, or change record %1."), {others.first()}));
    }
}

void validate(Draft& draft)
{
    checkRequired(draft);
    checkRules(draft);
}

QString duplicateOf(Draft& draft)
{
    QString found, foundBy;
    for (const QString& id : draft.table.identity) {
        const int field = draft.table.field(id);
        if (field < 0 || draft.after->values[static_cast<size_t>(field)].isNull())
            continue;
        const QStringList ids = store::selectIds(draft.unit.store.writer(), draft.unit.plan, draft.table, field,
                                                 draft.after->values[static_cast<size_t>(field)]);
        if (ids.isEmpty())
            draft.free.push_back(field);
        if (ids.isEmpty() || ids.contains(found))
            continue;
        if (found.isEmpty()) {
            found = ids.first();
            foundBy = id;
        } else {
            draft.problems << problemAt("record.duplicate_conflict", id,
                                        Message(FW_MSG("\"%1\" finds record %2, but \"%3\" finds record %4."),
                                                {foundBy, found, id, ids.first()}),
                                        FW_MSG("Merge those two records first, or leave one of the values out."));
        }
    }
    return found;
}

} // namespace fw::records
