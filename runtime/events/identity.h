#pragma once
#include "model/base/result.h"
#include "runtime/plan/plan.h"

#include <QJsonObject>

namespace fw::events
{

/// What a person is known by. Kinds: "id" (a record of the person table), the table's identity fields, "anonymous".
struct Identity {
    QString kind;
    QString value; ///< normalised
    bool operator==(const Identity&) const = default;
};

inline const QString recordIdentity = QStringLiteral("id");
inline const QString anonymousIdentity = QStringLiteral("anonymous");

/// The form in which two spellings of one identity are the same text: that of records (records/values.h) for phones and
/// e-mails, folded and trimmed for others. "" when it is none.
QString normalizeIdentity(plan::FieldType type, const QString& value);

/// The identities of a command's `person`, strongest first: record id, then as the person table lists them, then the
/// anonymous id. Errors: event.no_person, event.unknown_identity, event.bad_identity.
Result<std::vector<Identity>> parseIdentities(const plan::Plan& plan, const QJsonObject& person);

/// The value of an identity field of a record, normalised; "" when it is empty.
QString identityOf(const plan::Field& field, const feel::Value& value);

} // namespace fw::events
