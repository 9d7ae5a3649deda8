#include "identity.h"

#include "runtime/records/values.h"

namespace fw::events
{

namespace
{

QStringList allowedKinds(const plan::Table* table)
{
    QStringList kinds;
    if (table) {
        kinds.append(recordIdentity);
        for (const QString& field : table->identity)
            kinds.append(field);
    }
    kinds.append(anonymousIdentity);
    return kinds;
}

Error badIdentity(const QString& kind)
{
    return Error(QStringLiteral("event.bad_identity"),
                 Message(FW_MSG("\"%1\" of the person is empty or cannot be read."), {kind}),
                 FW_MSG("Correct it, or leave it out."), Place{{}, 0, 0, kind});
}

} // namespace

QString normalizeIdentity(plan::FieldType type, const QString& value)
{
    switch (type) {
    case plan::FieldType::Phone: return records::normalPhone(value).value_or(QString());
    case plan::FieldType::Email: return records::normalEmail(value).value_or(QString());
    default: return value.normalized(QString::NormalizationForm_KC).trimmed();
    }
}

Result<std::vector<Identity>> parseIdentities(const plan::Plan& plan, const QJsonObject& person)
{
    const plan::Table* table = plan.personTable();
    const QStringList allowed = allowedKinds(table);
    for (const QString& kind : person.keys()) {
        if (!allowed.contains(kind))
            return Error(QStringLiteral("event.unknown_identity"),
                         Message(FW_MSG("A person is not known by \"%1\" in this app."), {kind}),
                         Message(FW_MSG("Use one of: %1."), {allowed.join(QStringLiteral(", "))}),
                         Place{{}, 0, 0, kind});
    }
    std::vector<Identity> identities;
    for (const QString& kind : allowed) { // in order of strength
        const QJsonValue value = person.value(kind);
        if (value.isUndefined() || value.isNull())
            continue;
        const plan::Field* field = table ? table->findField(kind) : nullptr;
        const QString text =
            normalizeIdentity(field ? field->type : plan::FieldType::Text, value.toVariant().toString());
        if (text.isEmpty() || value.isObject() || value.isArray() || value.isBool())
            return badIdentity(kind);
        identities.push_back({kind, text});
    }
    if (identities.empty())
        return Error(QStringLiteral("event.no_person"), FW_MSG("It is not said whom this is about."),
                     Message(FW_MSG("Add \"person\" with one of: %1."), {allowed.join(QStringLiteral(", "))}),
                     Place{{}, 0, 0, QStringLiteral("person")});
    return identities;
}

QString identityOf(const plan::Field& field, const feel::Value& value)
{
    if (value.isNull())
        return {};
    return normalizeIdentity(field.type, value.toText());
}

} // namespace fw::events
